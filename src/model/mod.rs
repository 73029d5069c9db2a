//! What a tool is: its words, dates, licence, history and sources, and the laws of one tool.

mod builder;
mod category;
mod claim;
mod date;
mod history;
mod id;
mod laws;
mod license;
mod source;
mod status;
mod tool;
mod word;

pub use builder::ToolBuilder;
pub use category::{Category, CategoryInfo, CategorySet};
pub use claim::Claim;
pub(crate) use date::Rest;
pub use date::{BadDate, BadYear, Date, Year};
pub use history::{Change, ChangeKind, Event};
pub use id::{BadId, ToolId};
pub use laws::{ToolError, ToolFault};
pub use license::{BadExpression, Expression, License, LicenseType};
pub use source::{Address, BadAddress, Fact, Release, ReleaseEvent, Source};
pub use status::Status;
pub use tool::Tool;
pub(crate) use word::words;
pub(crate) use word::{Given, shorten};
pub use word::{UnknownWord, nearest};
