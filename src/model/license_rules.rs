//! The rules of a license.

use super::license::{License, LicenseType};
use super::license_violation::LicenseViolation;

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
