//! From files as they are written to the values that they mean; one file per kind.

pub(crate) mod across;
pub(crate) mod catalog;
mod event;
mod evidence;
pub(crate) mod findings;
mod license;
pub(crate) mod paper;
pub(crate) mod tool;
mod tool_rules;
mod warnings;
