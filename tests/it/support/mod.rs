//! What tests share.

pub mod arrows;
pub mod asked;
pub mod bless;
pub mod built;
pub mod catalogs;
pub mod command;
pub mod corpus;
pub mod drafts;
pub mod form;
pub mod hostile;
pub mod own;
pub mod page;
pub mod paper;
pub mod repositories;
pub mod steps;

/// The directory of the crate: cargo runs tests in that of their own package.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
