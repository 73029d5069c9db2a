//! The MLOps tool landscape as typed data.

mod catalog;
mod embedded;
#[cfg(feature = "yaml")]
mod load;
mod model;
mod overlap;
mod paper;
mod query;
mod selection;
mod timeline;
mod years;

pub use catalog::{Catalog, CatalogError, Clash};
pub use embedded::constants as tool;
#[cfg(feature = "yaml")]
pub use load::{LoadError, Problem, Rule, Style};
pub use model::*;
pub use overlap::{Combination, Overlap, Shared};
pub use paper::{Paper, Row, Table};
pub use query::{Query, QueryError};
pub use selection::Selection;
pub use timeline::{Timeline, YearGroup};
pub use years::{BadYearRange, YearRange};
