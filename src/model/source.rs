//! Facts, where they are evidenced, and a tool's first release.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::Date;
use super::word::{shorten, words};

words! {
    "fact";
    /// A fact about a tool that a source can stand for.
    ///
    /// The events of a tool's history carry their sources themselves.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::Fact::Released.id(), "released");
    /// ```
    #[non_exhaustive]
    pub enum Fact {
        /// The tool's name.
        Name,
        /// Who owns or maintains it.
        Vendor,
        /// What it is for.
        Categories,
        /// Its first release.
        Released,
        /// Its licence.
        License,
        /// What took its place.
        Successor,
    }
}

words! {
    "release event";
    /// What the date of a first release is the date of.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::ReleaseEvent::FirstTag.id(), "first-tag");
    /// ```
    #[non_exhaustive]
    pub enum ReleaseEvent {
        /// The first tagged release of its repository.
        FirstTag,
        /// The first package on a registry.
        FirstPackage,
        /// The first public commit.
        FirstCommit,
        /// An announcement or opening to users.
        Launch,
        /// The end of previews and betas.
        GeneralAvailability,
        /// The founding of the company, where no release is dated.
        Founding,
    }
}

/// An https address.
///
/// ```
/// use mlops_catalog::Address;
/// assert!("https://mlflow.org".parse::<Address>().is_ok());
/// assert!("http://mlflow.org".parse::<Address>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(pub(crate) Cow<'static, str>);

/// Text that is no https address.
///
/// ```
/// let error = "mlflow.org".parse::<mlops_catalog::Address>().unwrap_err();
/// assert!(error.to_string().starts_with("`mlflow.org` is not an https address"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an https address; write one such as `https://example.org/page`")]
pub struct BadAddress(String);

impl Address {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let host_is_good = host.is_some_and(|host| host.contains('.') && host.split('.').all(label));
        let printable = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c));
        if host_is_good && printable { Ok(Self(text.to_owned().into())) } else { Err(BadAddress(shorten(text))) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a fact is evidenced: a place that anyone can open, or, where only a title is known, a citation.
///
/// Text with `://` is an address and must be a good one; any other text is a citation.
///
/// ```
/// use mlops_catalog::Source;
/// assert!(matches!("https://mlflow.org".parse(), Ok(Source::Address(_))));
/// assert!(matches!("The Boston Globe, 2022-07-13".parse(), Ok(Source::Citation(_))));
/// assert!("http://mlflow.org".parse::<Source>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A page.
    Address(Address),
    /// A work named in words.
    Citation(Cow<'static, str>),
}

impl Source {
    /// The address or the words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Address(address) => address.as_str(),
            Self::Citation(words) => words,
        }
    }
}

impl FromStr for Source {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let address = text.split_whitespace().next().is_some_and(|word| word.contains("://"));
        if address || text.trim().is_empty() {
            return text.parse().map(Self::Address);
        }
        Ok(Self::Citation(text.to_owned().into()))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A tool's first public release: when, what happened then, and where that is evidenced.
///
/// ```
/// use mlops_catalog::{Release, ReleaseEvent};
/// let release = Release::new("2018-06-05".parse().unwrap(), ReleaseEvent::FirstTag);
/// assert_eq!(release.source(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Release {
    pub(crate) date: Date,
    pub(crate) event: ReleaseEvent,
    pub(crate) source: Option<Source>,
}

impl Release {
    /// A release without a source.
    #[must_use]
    pub const fn new(date: Date, event: ReleaseEvent) -> Self {
        Self { date, event, source: None }
    }

    /// The same release with the place that evidences it.
    #[must_use]
    pub fn with_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// When it was.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// What happened then.
    #[must_use]
    pub fn event(&self) -> ReleaseEvent {
        self.event
    }

    /// Where it is evidenced; none if that is not known.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Address {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Source {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
