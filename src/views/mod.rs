//! Selections of tools, and what they are grouped into.

mod events;
mod lifespans;
mod overlap;
mod selection;
mod timeline;
mod vendors;

pub use events::ToolEvent;
pub use lifespans::{Life, LifeYear};
pub use overlap::{Combination, Overlap, Shared};
pub use selection::Selection;
pub use timeline::{Timeline, YearGroup};
pub use vendors::{Owner, Owners};
