//! YAML: from text to a tree in which every value knows its place, and from the tree to what serde reads. Nothing here
//! knows a field of a catalog's files.

mod characters;
pub(crate) mod comments;
pub(crate) mod de;
pub(crate) mod field;
pub(crate) mod hints;
mod layout;
pub(crate) mod plain;
#[cfg(test)]
mod second_opinion;
mod syntax;
pub(crate) mod tree;
