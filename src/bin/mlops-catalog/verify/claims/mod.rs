//! The claims of a tool, a file for each kind.

pub mod activity;
pub mod citation;
pub mod license;
pub mod release;
