//! Licenses: their type and their SPDX expression.

use std::fmt;

use super::expression::Expression;
use super::word::words;

words! {
    "license type";
    /// The kind of terms under which a tool may be used.
    ///
    /// ```
    /// use mlops_catalog::LicenseType;
    /// assert_eq!(LicenseType::OpenSource.as_str(), "open-source");
    /// assert_eq!("source-available".parse(), Ok(LicenseType::SourceAvailable));
    /// ```
    #[non_exhaustive]
    pub enum LicenseType {
        /// A license that OSI approves or FSF calls free.
        OpenSource,
        /// The source can be read, but its use is restricted.
        SourceAvailable,
        /// A service of a public cloud.
        Public,
        /// Proprietary.
        Private,
    }
}

impl LicenseType {
    /// Returns true if a license of this type can have an SPDX expression.
    #[must_use]
    pub const fn has_expression(self) -> bool {
        matches!(self, Self::OpenSource | Self::SourceAvailable)
    }
}

/// A license: its type and, where one is known, its SPDX expression.
///
/// An open-source license needs an expression, a public or private one must have none;
/// [`ToolBuilder::build`](super::ToolBuilder::build) checks that.
///
/// ```
/// use mlops_catalog::{License, LicenseType};
/// let license = License::open_source("MIT".parse()?);
/// assert_eq!(license.to_string(), "open-source (MIT)");
/// assert_eq!(License::from(LicenseType::Private).spdx(), None);
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct License {
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub(crate) license_type: LicenseType,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) spdx: Option<Expression>,
}

impl License {
    /// Returns an open-source license.
    #[must_use]
    pub const fn open_source(spdx: Expression) -> Self {
        Self { license_type: LicenseType::OpenSource, spdx: Some(spdx) }
    }

    /// Returns a source-available license that has an SPDX expression.
    #[must_use]
    pub const fn source_available(spdx: Expression) -> Self {
        Self { license_type: LicenseType::SourceAvailable, spdx: Some(spdx) }
    }

    /// Returns the type.
    #[must_use]
    pub const fn license_type(&self) -> LicenseType {
        self.license_type
    }

    /// Returns the SPDX expression, if one is known.
    #[must_use]
    pub const fn spdx(&self) -> Option<&Expression> {
        self.spdx.as_ref()
    }
}

/// Returns a license of this type without an expression.
impl From<LicenseType> for License {
    fn from(license_type: LicenseType) -> Self {
        Self { license_type, spdx: None }
    }
}

/// `open-source (MIT)`, or the type alone.
impl fmt::Display for License {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.spdx {
            Some(spdx) => f.pad(&format!("{} ({spdx})", self.license_type)),
            None => self.license_type.fmt(f),
        }
    }
}
