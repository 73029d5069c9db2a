//! What a format knows of its fields that helps whoever made a mistake.

/// What to say of fields, by the name of the type that reads their mapping.
#[derive(Clone, Copy)]
pub(crate) struct Hints {
    /// A line that shows how a field is written; of lists, only those of texts or numbers have one.
    pub(crate) example: fn(field: &str) -> Option<&'static str>,
    /// Whether a mapping needs a field.
    pub(crate) is_required: fn(mapping: &str, field: &str) -> bool,
    /// What to do about a field that a mapping does not have, where its name says what is meant.
    pub(crate) meant: fn(mapping: &str, field: &str) -> Option<String>,
}
