//! Selections of tools, and what they are grouped into.

mod absent;
mod events;
mod groups;
mod lifespans;
mod overlap;
mod selection;
mod sort;
mod timeline;
mod vendors;

pub use absent::Absence;
pub use events::{Events, ToolEvent};
pub use lifespans::{LifespanYear, Lifespans};
pub use overlap::{Combination, Overlap, PairOverlap};
pub use selection::Selection;
pub use sort::{Order, SortKey};
pub use timeline::{Timeline, YearGroup};
pub use vendors::{Vendor, Vendors};
