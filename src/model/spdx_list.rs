//! SPDX's grammar and list of licenses.

use std::ops::Range;

use spdx::error::Reason;

use super::expression::Expression;
use super::license::LicenseType;
use super::license_violation::LicenseViolation;
use super::near::nearest;
use super::text::shorten;

/// What is wrong with an expression of a license of that type.
pub(crate) fn violation(license_type: LicenseType, expression: &Expression) -> Option<LicenseViolation> {
    let text = expression.as_str();
    if let Some(fault) = fault(text) {
        return Some(LicenseViolation::BadExpression {
            expression: shorten(text),
            help: fault.help(),
            span: fault.span(),
        });
    }
    (license_type == LicenseType::OpenSource && !is_free(text))
        .then(|| LicenseViolation::NotFree { expression: text.to_owned() })
}

/// What is wrong with a text that should be an expression, if anything is.
pub(crate) fn fault(text: &str) -> Option<SpdxFault<'_>> {
    spdx::Expression::parse(text).err().map(|error| SpdxFault { text, span: error.span, reason: error.reason })
}

/// A text that is not an expression of SPDX's grammar and list.
pub(crate) struct SpdxFault<'t> {
    text: &'t str,
    span: Range<usize>,
    reason: Reason,
}

impl SpdxFault<'_> {
    /// The bytes that are wrong.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What to write instead; SPDX's whole list is searched for it.
    pub(crate) fn help(&self) -> String {
        instead(self.text, self.text.get(self.span()).unwrap_or(self.text), &self.reason)
    }
}

/// What to write instead of a word that SPDX's grammar or list does not have.
fn instead(text: &str, word: &str, reason: &Reason) -> String {
    let known = || spdx::identifiers::LICENSES.iter().map(|license| license.name);
    let operators = text.split_whitespace().any(|word| matches!(word, "AND" | "OR" | "WITH"));
    // `Apache 2.0` is one name to its writer and two words to SPDX.
    let meant = if operators { word } else { text };
    match reason {
        Reason::UnclosedParens | Reason::UnopenedParens => "close each bracket that is opened".to_owned(),
        Reason::GnuNoPlus | Reason::GnuPlusWithSuffix | Reason::SeparatedPlus => {
            "write `-or-later` or `-only` in place of the plus sign, such as `GPL-3.0-or-later`".to_owned()
        }
        Reason::DeprecatedLicenseId if spdx::license_id(&format!("{word}-only")).is_some() => {
            format!("write `{word}-only` or `{word}-or-later`")
        }
        Reason::UnknownException => "write one of SPDX's exceptions, such as `Classpath-exception-2.0`".to_owned(),
        Reason::Unexpected(_) | Reason::Empty if operators => {
            "write an identifier on both sides of `AND` and `OR`".to_owned()
        }
        _ => match nearest(meant, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write one of SPDX's identifiers, such as `Apache-2.0`".to_owned(),
        },
    }
}

/// Whether the expression can be met with licenses alone that OSI approves or FSF calls free.
fn is_free(text: &str) -> bool {
    spdx::Expression::parse(text).is_ok_and(|parsed| {
        parsed.evaluate(|requirement| {
            requirement.license.id().is_some_and(|id| id.is_osi_approved() || id.is_fsf_free_libre())
        })
    })
}
