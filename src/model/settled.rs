//! What the repositories seem to say against a tool's facts, and what a person has settled of it.

use std::borrow::Cow;
use std::fmt;

use super::word::words;

words! {
    "finding";
    /// Something that repositories show against what is stated of a tool.
    ///
    /// The command `mlops-catalog verify` looks for them.
    ///
    /// ```
    /// use mlops_catalog::model::Finding;
    /// assert_eq!(Finding::EarlierTag.as_str(), "earlier-tag");
    /// assert!(Finding::EarlierTag.is_contradiction());
    /// ```
    #[non_exhaustive]
    pub enum Finding {
        /// A tag is older than the first release.
        EarlierTag,
        /// There are tags, though a first commit or a founding is stated as the first release.
        UnstatedTag,
        /// The tag of a source is not there.
        MissingTag,
        /// The tag of a source has another date than the fact.
        TagDate,
        /// The commit of a source is not there.
        MissingCommit,
        /// No branch and no tag leads to the commit of a source.
        ForeignCommit,
        /// The commit of a source has another date than the fact.
        CommitDate,
        /// The file of a source is not there.
        MissingFile,
        /// The license of the file that a source names is another one.
        CitedLicense,
        /// The license today is another one.
        LicenseToday,
        /// The license at the first release was another one.
        LicenseAtRelease,
        /// The license changed, and the history does not state it.
        UnstatedRelicensing,
        /// The license changed at another date.
        RelicensingDate,
        /// A branch has a commit after the last one that is stated.
        LaterCommit,
        /// There was no commit for 24 months, and the history does not state it.
        UnstatedInactivity,
        /// There are commits before the first one that is stated.
        EarlierCommit,
        /// The first commit has no source yet.
        NoSourceYet,
        /// The commit or tag of a source has another date than the event, which may be right.
        EventDate,
        /// A source is what a branch has at the moment.
        MovingSource,
    }
}

impl Finding {
    /// Returns what is found, in one sentence.
    #[cfg(feature = "yaml")]
    #[must_use]
    pub fn description(self) -> &'static str {
        self.documentation()
    }

    /// Returns whether a stated fact cannot be true then; else its evidence is weak.
    #[must_use]
    pub fn is_contradiction(self) -> bool {
        !matches!(
            self,
            Self::UnstatedInactivity | Self::EarlierCommit | Self::NoSourceYet | Self::EventDate | Self::MovingSource
        )
    }
}

/// A finding that a person has looked at: the fact is right all the same.
///
/// ```
/// use mlops_catalog::model::{Finding, Settled};
/// let settled = Settled::new(Finding::EarlierTag, "v0.0.1", "A tag of the project that this one was forked from.");
/// assert_eq!(settled.at(), "v0.0.1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settled {
    pub(crate) finding: Finding,
    pub(crate) at: Cow<'static, str>,
    pub(crate) because: Cow<'static, str>,
}

impl Settled {
    /// Settles a finding for a reason.
    #[must_use]
    pub fn new(finding: Finding, at: impl Into<String>, because: impl Into<String>) -> Self {
        Self { finding, at: at.into().into(), because: because.into().into() }
    }

    /// Returns what was found.
    #[must_use]
    pub fn finding(&self) -> Finding {
        self.finding
    }

    /// Returns where it was found: the name of the tag, the commit, the file.
    #[must_use]
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Returns why the fact is right all the same.
    #[must_use]
    pub fn because(&self) -> &str {
        &self.because
    }
}

/// `earlier-tag at v0.0.1: It is a tag of another project.`
impl fmt::Display for Settled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.finding, self.at, self.because)
    }
}
