//! Version bumps of the data.

use std::cmp::Ordering;

use semver::Version;

use crate::model::words;

words! {
    "step of a version";
    /// A version bump, from the smallest to the greatest.
    ///
    /// Whatever found a tool and now finds nothing, or another tool than that or the one that it went into, is a major step;
    /// adding a tool or a category, or renaming an id that the tool is still found by, a minor one; correcting a fact a
    /// patch. Versions before 1.0.0 are no exception.
    ///
    /// ```
    /// use mlops_catalog::diff::Bump;
    /// assert_eq!(Bump::Minor.next(&"1.2.3".parse()?), "1.3.0".parse()?);
    /// assert!(Bump::Major > Bump::Minor);
    /// # Ok::<(), semver::Error>(())
    /// ```
    pub enum Bump {
        /// The version may stay the same.
        Nothing,
        /// The patch version is raised.
        Patch,
        /// The minor version is raised.
        Minor,
        /// The major version is raised.
        Major,
    }
}

impl Bump {
    /// The least version after `old` that is raised by this step and no pre-release.
    ///
    /// A pre-release leads to the version that it is named after, so that is the next one where its step suffices:
    /// after 1.3.0-rc.1 come 1.3.0 (patch or minor) and 2.0.0 (major). With nothing to raise, and after the greatest version
    /// that there is, `old` itself.
    ///
    /// ```
    /// use mlops_catalog::diff::Bump;
    /// assert_eq!(Bump::Minor.next(&"1.3.0-rc.1".parse()?), "1.3.0".parse()?);
    /// assert_eq!(Bump::Minor.next(&"1.3.1-rc.1".parse()?), "1.4.0".parse()?);
    /// # Ok::<(), semver::Error>(())
    /// ```
    #[must_use]
    pub fn next(self, old: &Version) -> Version {
        let &Version { major, minor, patch, .. } = old;
        let leads_to = if old.pre.is_empty() {
            Self::Nothing
        } else {
            match (minor, patch) {
                (0, 0) => Self::Major,
                (_, 0) => Self::Minor,
                _ => Self::Patch,
            }
        };
        match self {
            Self::Nothing => old.clone(),
            step if step <= leads_to => Version::new(major, minor, patch),
            step => step.raised(major, minor, patch).unwrap_or_else(|| old.clone()),
        }
    }

    /// The release after another one; a number that cannot be raised raises the one before it, if that can be.
    fn raised(self, major: u64, minor: u64, patch: u64) -> Option<Version> {
        match self {
            Self::Nothing => None,
            Self::Patch => match patch.checked_add(1) {
                Some(patch) => Some(Version::new(major, minor, patch)),
                None => Self::Minor.raised(major, minor, patch),
            },
            Self::Minor => match minor.checked_add(1) {
                Some(minor) => Some(Version::new(major, minor, 0)),
                None => Self::Major.raised(major, minor, patch),
            },
            Self::Major => Some(Version::new(major.checked_add(1)?, 0, 0)),
        }
    }

    /// Checks that `new` is higher than `old` by at least this bump.
    ///
    /// A pre-release counts as the version it is named after: 1.3.0-rc.1 is a minor bump after 1.2.3. A lower version is never
    /// enough. Build metadata is ignored.
    ///
    /// # Errors
    ///
    /// Returns an error with the lowest allowed version if it is not.
    ///
    /// ```
    /// use mlops_catalog::diff::Bump;
    /// let error = Bump::Minor.check(&"1.2.3".parse()?, &"1.2.4".parse()?).unwrap_err();
    /// assert_eq!(error.to_string(), "version 1.2.4 is too low: after 1.2.3 this is a minor step; write 1.3.0 or later");
    /// # Ok::<(), semver::Error>(())
    /// ```
    pub fn check(self, old: &Version, new: &Version) -> Result<(), VersionTooLow> {
        let least = self.next(old);
        let raised = new.cmp_precedence(old);
        let leads_to = Version::new(new.major, new.minor, new.patch);
        let enough = match self {
            Self::Nothing => raised.is_ge(),
            _ => raised.is_gt() && leads_to >= least,
        };
        let (old, new) = (old.clone(), new.clone());
        match raised {
            _ if enough => Ok(()),
            Ordering::Less => Err(VersionTooLow::WentDown { old, new, least }),
            _ => Err(VersionTooLow::NotRaised { old, new, step: self, least }),
        }
    }
}

/// The error returned when a version is not raised enough.
///
/// ```
/// use mlops_catalog::diff::{Bump, VersionTooLow};
/// let error = Bump::Nothing.check(&"1.0.0".parse()?, &"0.9.0".parse()?).unwrap_err();
/// assert_eq!(error.to_string(), "version 0.9.0 is too low: it was 1.0.0 before; write 1.0.0 or later");
/// assert_eq!(error.least(), &"1.0.0".parse()?);
/// # Ok::<(), semver::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VersionTooLow {
    /// The version is lower than before.
    #[error("version {new} is too low: it was {old} before; write {least} or later")]
    WentDown {
        /// The version before.
        old: Version,
        /// The version that is too low.
        new: Version,
        /// The lowest allowed version.
        least: Version,
    },
    /// The version is raised less than the changes require.
    #[error("version {new} is too low: after {old} this is a {step} step; write {least} or later")]
    NotRaised {
        /// The version before.
        old: Version,
        /// The version that is too low.
        new: Version,
        /// The bump that the changes require.
        step: Bump,
        /// The lowest allowed version.
        least: Version,
    },
}

impl VersionTooLow {
    /// Returns the lowest allowed version.
    #[must_use]
    pub fn least(&self) -> &Version {
        match self {
            Self::WentDown { least, .. } | Self::NotRaised { least, .. } => least,
        }
    }
}
