//! SPDX's grammar and list of licenses.

use std::ops::Range;

use spdx::error::Reason;
use spdx::lexer::{Lexer, Token};

use super::expression::Expression;
use super::license::LicenseType;
use super::license_violation::LicenseViolation;
use super::spdx_fault::{Kind, SpdxFault};
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
        .then(|| LicenseViolation::NotFree { expression: shorten(text) })
}

/// What is wrong with a text that should be an expression, if anything is.
pub(crate) fn fault(text: &str) -> Option<SpdxFault<'_>> {
    let fault = |(span, kind)| SpdxFault { text, span, kind };
    match spdx::Expression::parse(text) {
        Ok(_) => beyond_grammar(text).map(fault),
        Err(error) => Some(fault((error.span, Kind::Grammar(error.reason)))),
    }
}

/// What the parser lets through though it should not be written.
fn beyond_grammar(text: &str) -> Option<(Range<usize>, Kind)> {
    let has_name = |name: &str| name.contains(|c: char| c.is_ascii_alphanumeric());
    Lexer::new(text).flatten().find_map(|lexed| {
        let word = text.get(lexed.span.clone()).unwrap_or_default();
        let kind = match lexed.token {
            Token::And | Token::Or | Token::With if word.contains(|c: char| c.is_ascii_lowercase()) => {
                Kind::SmallOperator
            }
            Token::LicenseRef { doc_ref, lic_ref: name } | Token::AdditionRef { doc_ref, add_ref: name }
                if !has_name(name) || doc_ref.is_some_and(|name| !has_name(name)) =>
            {
                Kind::NoName
            }
            Token::Exception(id) if id.is_deprecated() => Kind::Grammar(Reason::DeprecatedLicenseId),
            _ => return None,
        };
        Some((lexed.span, kind))
    })
}

/// Whether the expression can be met with licenses alone that OSI approves or FSF calls free.
fn is_free(text: &str) -> bool {
    spdx::Expression::parse(text).is_ok_and(|parsed| {
        parsed.evaluate(|requirement| {
            requirement.license.id().is_some_and(|id| id.is_osi_approved() || id.is_fsf_free_libre())
        })
    })
}
