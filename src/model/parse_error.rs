//! The error of every text that does not parse.

use super::near::nearest;
use super::text::shorten;

/// The error returned when a text cannot be parsed: as a word, a year, a date, an id, an address, an expression, a
/// range of years, a query and so on.
///
/// [`message`](Self::message) says what is wrong, [`help`](Self::help) says what to do; the error's text is both. The
/// text that was given is cut to 60 characters in either.
///
/// ```
/// use mlops_catalog::Category;
/// let error = "feature-store".parse::<Category>().unwrap_err();
/// assert_eq!(error.message(), "unknown category `feature-store`");
/// assert_eq!(error.help(), "did you mean `feature-stores`?");
/// assert_eq!(error.to_string(), "unknown category `feature-store`; did you mean `feature-stores`?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{message}; {help}")]
pub struct ParseError {
    message: String,
    help: String,
}

impl ParseError {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The error for a word that is none of `known`: it names the nearest one, or all of them.
    pub(crate) fn unknown_word(kind: &str, word: &str, known: impl Iterator<Item = &'static str> + Clone) -> Self {
        let help = match nearest(word, known.clone()) {
            Some(word) => format!("did you mean `{word}`?"),
            None => format!("known: {}", itertools::join(known, ", ")),
        };
        let message = match word {
            "" => format!("the {kind} is empty"),
            word => format!("unknown {kind} `{}`", shorten(word)),
        };
        Self::new(message, help)
    }

    /// Returns what is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}
