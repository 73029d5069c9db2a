//! Text that is sought in texts of a tool.

use std::fmt;

use crate::model::{Tool, fold};

/// A word or phrase as it was given, and as it is compared: folded, as `Catalog::find` folds names.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Phrase {
    given: Box<str>,
    folded: Box<str>,
}

impl Phrase {
    /// The phrase of a text, unless there is nothing in it.
    pub(super) fn new(given: &str) -> Option<Self> {
        let given = given.trim();
        (!given.is_empty()).then(|| Self { given: given.into(), folded: fold(given).into() })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.given
    }

    /// Whether the phrase is a part of the name, an alias, the description or the vendor, folded.
    pub(super) fn is_in(&self, tool: &Tool) -> bool {
        let description = tool.description().into_iter();
        let mut texts = [tool.name()].into_iter().chain(tool.aliases()).chain(description).chain(tool.vendor());
        texts.any(|text| self.is_part_of(text))
    }

    /// Whether the phrase is a part of a text, folded.
    fn is_part_of(&self, text: &str) -> bool {
        let (wanted, bytes) = (self.folded.as_bytes(), text.as_bytes());
        // Folded ASCII without signs is its letters and digits in small letters: they are compared where they are.
        match wanted.first() {
            Some(first) if is_without_signs(text) && wanted.iter().all(u8::is_ascii_alphanumeric) => {
                let begins = |&(_, byte): &(usize, &u8)| byte.eq_ignore_ascii_case(first);
                bytes.iter().enumerate().filter(begins).any(|(at, _)| begins_with(&bytes[at..], wanted))
            }
            _ => fold(text).contains(&*self.folded),
        }
    }

    /// Whether a text is the phrase, folded.
    pub(super) fn is(&self, text: &str) -> bool {
        fold(text) == *self.folded
    }
}

/// As it was given.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.given)
    }
}

/// Whether a text is ASCII, and none of its signs is folded to a word as those of `C++`, `C#` and `.NET` are.
fn is_without_signs(text: &str) -> bool {
    text.is_ascii() && !text.contains(['+', '#']) && !text.starts_with('.')
}

/// Whether the letters and digits of an ASCII text begin with these.
fn begins_with(text: &[u8], wanted: &[u8]) -> bool {
    let mut parts = text.iter().filter(|byte| byte.is_ascii_alphanumeric());
    wanted.iter().all(|byte| parts.next().is_some_and(|part| part.eq_ignore_ascii_case(byte)))
}
