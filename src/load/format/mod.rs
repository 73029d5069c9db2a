//! The files of a catalog as they are written: every field may be absent or unreadable.
//!
//! What is said of a field here is what people read of it: in their editors, which have it from the JSON Schema, in
//! `catalog/README.md` and in the skeleton of a new tool file.

pub(crate) mod catalog;
#[cfg(feature = "schema")]
mod conditions;
pub(crate) mod example;
pub(crate) mod hints;
#[cfg(feature = "schema")]
mod json;
pub(crate) mod paper;
#[cfg(feature = "schema")]
pub(crate) mod schema;
#[cfg(feature = "schema")]
mod shape;
pub(crate) mod tool;
pub(crate) mod version;
