//! Facts, and where they are evidenced.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::address::Address;
use super::host::begins_with_host;
use super::parse_error::ParseError;
use super::text::shorten;
use super::unseen::unseen;
use super::word::{serde_as_text, words};

words! {
    "fact";
    /// A fact about a tool that can have a source.
    ///
    /// The events of a tool's history have their own sources.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::model::Fact::Released.as_str(), "released");
    /// ```
    #[non_exhaustive]
    pub enum Fact {
        /// The tool's name.
        Name,
        /// The owner or maintainer.
        Vendor,
        /// The categories.
        Categories,
        /// The first release.
        Released,
        /// The license.
        License,
        /// The successor.
        Successor,
    }
}

/// The evidence of a fact: a page that anyone can open, or a citation where only a title is known.
///
/// Text that begins as an address does, with `https://` or a host, must be a good address; any other text of two words or
/// more is a citation.
///
/// ```
/// use mlops_catalog::model::Source;
/// assert!(matches!("https://mlflow.org".parse(), Ok(Source::Address(_))));
/// assert!(matches!("The Boston Globe, 2022-07-13".parse(), Ok(Source::Citation(_))));
/// assert!("http://mlflow.org".parse::<Source>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Source {
    /// A page.
    Address(Address),
    /// A work named in words.
    Citation(Cow<'static, str>),
}

impl Source {
    /// Returns the address or the citation as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Address(address) => address.as_str(),
            Self::Citation(words) => words,
        }
    }
}

impl FromStr for Source {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let first = text.split_whitespace().next().unwrap_or_default();
        let begins_with_host = begins_with_host(text);
        let has_words = text.trim().contains(char::is_whitespace);
        if begins_with_host && has_words && !first.contains("://") {
            let message = format!("`{}` begins as an address does, and is not one", shorten(text));
            let help = format!("write the https address, or begin with words: `page of {}`", shorten(text));
            return Err(ParseError::new(message, help));
        }
        if first.contains("://") || begins_with_host || text.trim().is_empty() {
            return text.parse().map(Self::Address);
        }
        // A title has words; one word alone is a slip, or what somebody meant to fill in.
        if !has_words {
            let message = format!("`{}` is neither an https address nor a citation in words", shorten(text));
            return Err(ParseError::new(message, "write the address of a page, or the title and the date of a work"));
        }
        if let Some((_, hidden)) = unseen(text).next() {
            let message = format!("the citation has U+{:04X}, which nobody sees", u32::from(hidden));
            return Err(ParseError::new(message, "delete it"));
        }
        Ok(Self::Citation(text.to_owned().into()))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Source {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

serde_as_text!(Source);
