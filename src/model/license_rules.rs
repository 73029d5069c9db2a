//! The rules of a license.

use super::license::{License, LicenseType};

/// A rule that a license breaks.
///
/// ```
/// use mlops_catalog::model::LicenseViolation;
/// use mlops_catalog::{License, LicenseType};
/// let license = License::from(LicenseType::OpenSource);
/// assert_eq!(license.violation(), Some(LicenseViolation::MissingExpression));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LicenseViolation {
    /// An open-source license has no SPDX expression.
    #[error("an open-source license needs an SPDX expression")]
    MissingExpression,
    /// A public or private license has an SPDX expression.
    #[error("only open-source and source-available licenses have an SPDX expression")]
    ClosedExpression,
    /// The expression is not one of SPDX's grammar and list; checked with feature `yaml` only.
    #[error("`{expression}` is not an SPDX license expression; {help}")]
    BadExpression {
        /// The expression, cut to 60 characters.
        expression: String,
        /// What to write instead.
        help: String,
        /// The bytes of the expression that are wrong.
        span: std::ops::Range<usize>,
    },
    /// An open-source license is neither OSI-approved nor FSF-free; checked with feature `yaml` only.
    #[error("`{expression}` is neither OSI-approved nor FSF-free")]
    NotFree {
        /// The expression.
        expression: String,
    },
}

impl License {
    /// Returns the rule that this license breaks, if it breaks one.
    ///
    /// With feature `yaml` the expression is held against SPDX's list, too.
    #[must_use]
    pub fn violation(&self) -> Option<LicenseViolation> {
        match (self.license_type, &self.spdx) {
            (LicenseType::OpenSource, None) => Some(LicenseViolation::MissingExpression),
            (license_type, Some(_)) if !license_type.has_expression() => Some(LicenseViolation::ClosedExpression),
            #[cfg(feature = "yaml")]
            (license_type, Some(expression)) => super::spdx_list::violation(license_type, expression),
            _ => None,
        }
    }
}
