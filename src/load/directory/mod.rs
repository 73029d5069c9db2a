//! A catalog's directory: which files there are, and the way from them to a catalog.

pub(crate) mod files;
pub(crate) mod loader;
pub(crate) mod locations;
pub(crate) mod report;
