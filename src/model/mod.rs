//! Tools and what they are made of: categories, licenses, dates, history, sources.
//!
//! The names that most programs need are at the root of the crate; the rest is here.

mod address;
mod builder;
mod category;
mod category_list;
mod category_set;
mod claim;
mod date;
#[cfg(feature = "serde")]
mod event_json;
mod expression;
mod fold;
mod history;
mod host;
mod id;
mod key;
mod license;
#[cfg(feature = "yaml")]
mod license_name;
mod license_rules;
mod license_violation;
mod lifecycle;
mod near;
mod parse_error;
mod punycode;
mod release;
mod settled;
mod source;
#[cfg(feature = "yaml")]
mod spdx_deprecated;
#[cfg(feature = "yaml")]
mod spdx_fault;
#[cfg(feature = "yaml")]
pub(crate) mod spdx_list;
#[cfg(feature = "yaml")]
mod spdx_names;
#[cfg(feature = "yaml")]
mod spdx_spoken;
mod stage;
mod status;
mod text;
mod texts;
mod tool;
#[cfg(feature = "serde")]
mod tool_json;
mod unseen;
mod validation;
mod word;
mod year;

pub use address::Address;
pub use builder::ToolBuilder;
pub use category::{Category, CategoryInfo};
pub(crate) use category_list::CategoryList;
pub use category_set::{Categories, CategorySet};
pub use claim::Claim;
pub use date::Date;
pub use expression::Expression;
pub(crate) use fold::fold;
pub use history::{Change, ChangeKind, Event};
#[cfg(feature = "schema")]
pub(crate) use host::ENDS;
pub use id::ToolId;
pub(crate) use key::{Start, search};
pub use license::{License, LicenseType};
pub use license_violation::LicenseViolation;
pub(crate) use lifecycle::status_after;
pub(crate) use near::Given;
pub use near::nearest;
pub use parse_error::ParseError;
pub use release::{Release, ReleaseEvent};
pub use settled::{Finding, Settled};
pub use source::{Fact, Source};
pub use stage::Stage;
pub use status::Status;
pub(crate) use text::shorten;
#[cfg(feature = "yaml")]
pub(crate) use text::visible;
pub use texts::Aliases;
pub(crate) use texts::Texts;
pub use tool::Tool;
#[cfg(feature = "yaml")]
pub(crate) use unseen::unseen;
#[cfg(feature = "yaml")]
pub(crate) use validation::{AFTER_CHECKED, NOT_YET_INACTIVE, OUT_OF_ORDER};
pub use validation::{ToolError, ToolViolation};
pub(crate) use word::{serde_as_text, words};
pub use year::Year;
