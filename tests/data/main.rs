//! What a change of data can break: that the catalog is baked, and what pages show of it.
//!
//! Whoever changes data alone runs these tests alone: they are few, and compile in seconds.

#[path = "../it/support/bless.rs"]
mod bless;
#[allow(dead_code, reason = "the other tests ask for more of its outputs")]
#[path = "../it/support/command.rs"]
mod command;
#[allow(dead_code, reason = "the other tests go through a page without writing it")]
#[path = "../it/support/page.rs"]
mod page;

mod embedded;
mod plots;
mod readme;

/// The directory of the crate: cargo runs tests in that of their own package.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
