//! Selections of tools, and what they are grouped into.

mod events;
mod lifespans;
mod overlap;
mod selection;
mod timeline;
mod vendors;

pub use events::{Events, ToolEvent};
pub use lifespans::{LifespanYear, Lifespans};
pub use overlap::{Combination, Overlap, PairOverlap};
pub use selection::Selection;
pub use timeline::{Timeline, YearGroup};
pub use vendors::{Vendor, Vendors};
