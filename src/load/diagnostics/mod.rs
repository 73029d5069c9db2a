//! What is wrong with a catalog, where, and what to do about it.

pub(crate) mod fault;
pub(crate) mod first_few;
pub(crate) mod found;
pub(crate) mod location;
pub(crate) mod problem;
pub(crate) mod problems;
pub(crate) mod remark;
mod render;
pub(crate) mod rule;
pub(crate) mod source_file;
