//! The rules that a license can break.

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
        /// The expression, cut to 60 characters.
        expression: String,
    },
}
