//! The version of the format.

use semver::Version;

/// The version of the format that this crate reads, and every minor one before it.
pub(crate) const SCHEMA: Version = Version::new(1, 1, 0);
