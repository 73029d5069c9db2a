//! Licenses from their files, against SPDX's list.

use super::findings::Findings;
use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::load::yaml::field::Field;
use crate::model::{Expression, License, LicenseType, LicenseViolation, shorten, spdx_list};

/// The license of a type and an expression; what is wrong is reported.
pub(crate) fn license(
    findings: &mut Findings<'_>,
    license_type: &Field<String>,
    spdx: &Field<String>,
    span: Span,
) -> Option<License> {
    let given = findings.required(license_type, "type", span.clone());
    let type_span = license_type.span().unwrap_or(span);
    if given.as_ref().is_some_and(|(word, _)| *word == "non-free") {
        findings.error(Rule::NonFree, type_span, "`non-free` is a word of the paper's tables", "write `private`");
        return None;
    }
    let license_type = match given.as_ref().and_then(|(word, _)| Some((word, synonym(word)?))) {
        Some((word, meant)) => {
            let message = format!("unknown license type `{}`", shorten(word));
            findings.error(Rule::UnknownLicenseType, type_span.clone(), message, format!("did you mean `{meant}`?"));
            None
        }
        None => findings.parse(given, Rule::UnknownLicenseType),
    };
    let (expression, spdx_span) = match spdx.given() {
        Some((text, span)) => (Some(expression(findings, text, span.clone())?), span),
        None => (None, type_span.clone()),
    };
    let license = License { license_type: license_type?, spdx: expression };
    match license.violation() {
        None => return Some(license),
        // An expression that cannot be read has been reported.
        Some(LicenseViolation::MissingExpression) if matches!(spdx, Field::Bad) => {}
        Some(violation) => report(findings, &violation, type_span, spdx_span),
    }
    None
}

/// The type that people call otherwise.
fn synonym(word: &str) -> Option<LicenseType> {
    Some(match word.to_lowercase().replace([' ', '_'], "-").as_str() {
        "proprietary" | "commercial" | "closed" | "closed-source" | "nonfree" | "paid" => LicenseType::Private,
        "oss" | "foss" | "floss" | "free" | "libre" | "free-software" => LicenseType::OpenSource,
        "fair-code" | "fair-source" | "open-core" | "shared-source" => LicenseType::SourceAvailable,
        "cloud" | "public-cloud" | "cloud-service" => LicenseType::Public,
        _ => return None,
    })
}

fn report(findings: &mut Findings<'_>, violation: &LicenseViolation, type_span: Span, spdx_span: Span) {
    let (rule, span, help) = match violation {
        LicenseViolation::MissingExpression => {
            (Rule::MissingExpression, type_span, "add one, such as `spdx: Apache-2.0`")
        }
        LicenseViolation::ClosedExpression => {
            (Rule::ClosedExpression, spdx_span, "leave `spdx` out, or write the type that fits the expression")
        }
        LicenseViolation::NotFree { .. } => {
            (Rule::NotFree, spdx_span, "write `source-available`, or the right license")
        }
        // Read with the expression.
        LicenseViolation::BadExpression { .. } => return,
    };
    findings.error(rule, span, violation.to_string(), help);
}

fn expression(findings: &mut Findings<'_>, text: &str, span: Span) -> Option<Expression> {
    let Some(wrong) = spdx_list::fault(text) else {
        return findings.parse_text(text, span, Rule::BadExpression);
    };
    let written = findings.file.text().get(span.clone()).unwrap_or_default();
    // Within quotes that use escapes the words are elsewhere.
    let start = written.find(text).filter(|start| written.len() == text.len() + 2 * start);
    let at = match start {
        Some(start) => span.start + start + wrong.span().start..span.start + start + wrong.span().end,
        None => span,
    };
    findings.fault_with(Rule::BadExpression, at, |rule, at| {
        let message = format!("`{}` is not an SPDX license expression", shorten(text));
        Fault::new(rule, at, message).help(wrong.help())
    });
    None
}
