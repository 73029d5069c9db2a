//! The first public release of a tool.

use std::fmt;

use super::date::Date;
use super::source::Source;
use super::word::words;

words! {
    "release event";
    /// The kind of event that a release date refers to.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::model::ReleaseEvent::FirstTag.as_str(), "first-tag");
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

/// A tool's first public release: when, what happened then, and the source.
///
/// ```
/// use mlops_catalog::model::{Release, ReleaseEvent};
/// let release = Release::new("2018-06-05".parse()?, ReleaseEvent::FirstTag);
/// assert_eq!(release.to_string(), "2018-06-05 (first-tag)");
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Release {
    pub(crate) date: Date,
    pub(crate) event: ReleaseEvent,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) source: Option<Source>,
}

impl Release {
    /// Returns a release without a source.
    #[must_use]
    pub const fn new(date: Date, event: ReleaseEvent) -> Self {
        Self { date, event, source: None }
    }

    /// Returns the same release with a source.
    #[must_use]
    pub fn with_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Returns the date.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// Returns the event that the date refers to.
    #[must_use]
    pub const fn event(&self) -> ReleaseEvent {
        self.event
    }

    /// Returns the source, if there is one.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }
}

/// `2018-06-05 (first-tag)`.
impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} ({})", self.date, self.event))
    }
}
