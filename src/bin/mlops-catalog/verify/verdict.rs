//! What repositories say of a claim.

use mlops_catalog::load::Part;
use mlops_catalog::model::Finding;
use strum::{Display, EnumMessage, IntoStaticStr, VariantArray};

/// A kind of evidence that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Display, IntoStaticStr, EnumMessage, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// Tags that sources name: there, with that date?
    CitedTag,
    /// Commits that sources name: there, on a branch, with that date?
    CitedCommit,
    /// Files that sources name: there?
    CitedFile,
    /// Pages and citations in words: no repository shows them.
    Page,
    /// Facts without a source.
    Unsourced,
    /// Whether a tag is older than the first release.
    EarlierTags,
    /// Whether the first commit is the first, with source in it.
    FirstCommit,
    /// The license of the file that a source names.
    CitedLicense,
    /// The license of the files at the root today.
    LicenseToday,
    /// The license at the first release.
    LicenseAtRelease,
    /// Changes of the license since then.
    LicenseChanges,
    /// The last commit on any branch.
    LastCommit,
}

/// What repositories say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Proven,
    /// Nothing is seen of it.
    Unseen,
    /// Something speaks against it, or its evidence is weak.
    Found(Found),
    /// The same, settled by a person.
    Settled,
}

/// What was found against a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub finding: Finding,
    /// Where in the file of the tool the claim is.
    pub part: Part,
    /// Where in the repository: a tag, a commit, a file.
    pub at: String,
    pub message: String,
    pub help: String,
}

/// What became of one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub kind: Kind,
    pub verdict: Verdict,
}

impl Outcome {
    /// A claim that nothing is seen of.
    pub fn unseen(kind: Kind) -> Self {
        Self { kind, verdict: Verdict::Unseen }
    }
}

impl Found {
    /// What was found, with what to do about it.
    pub fn new(finding: Finding, part: Part, at: &str, message: String, help: &str) -> Self {
        let at = at.to_owned();
        Self { finding, part, at, message, help: help.to_owned() }
    }

    /// As a verdict.
    pub fn verdict(self) -> Verdict {
        Verdict::Found(self)
    }
}

/// A commit as people write it.
pub fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
