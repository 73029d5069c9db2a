//! Licences as written, against SPDX's list.

use super::report::Report;
use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::load::yaml::field::Field;
use crate::model::{Expression, License, LicenseType, nearest, shorten};

/// The licence of a type and an expression as written; what is wrong is reported.
pub(crate) fn license(
    report: &mut Report<'_>,
    kind: &Field<String>,
    spdx: &Field<String>,
    span: Span,
) -> Option<License> {
    let given = report.required(kind, "type", span.clone());
    let kind_span = kind.span().unwrap_or(span.clone());
    let kind: Option<LicenseType> = report.parse(given, Rule::UnknownLicenseType);
    let expression = spdx.given().map(|(text, span)| expression(report, text, span));
    if kind == Some(LicenseType::NonFree) {
        report.error(Rule::NonFree, kind_span, &"`non-free` is a word of the paper's tables; write `private`");
        return None;
    }
    let (kind, expression) = match (kind?, expression) {
        (_, Some(None)) => return None,
        (LicenseType::OpenSource, None) if !matches!(spdx, Field::Bad) => {
            let wrong = "an open-source licence has an SPDX expression; add one, such as `spdx: Apache-2.0`";
            report.error(Rule::MissingExpression, kind_span, &wrong);
            return None;
        }
        (kind, Some(Some((_, span)))) if !kind.has_expression() => {
            let wrong = "only open-source and source-available licences have an SPDX expression; leave `spdx` out, or \
                         write the type that fits the expression";
            report.error(Rule::ClosedExpression, span, &wrong);
            return None;
        }
        (kind, expression) => (kind, expression.flatten()),
    };
    if let (LicenseType::OpenSource, Some((expression, span))) = (kind, &expression)
        && !is_free(expression)
    {
        let wrong = format!(
            "neither OSI approves nor FSF calls free `{}`; write `source-available`, or the right licence",
            expression.as_str()
        );
        report.error(Rule::NotFree, span.clone(), &wrong);
        return None;
    }
    Some(License { kind, spdx: expression.map(|(expression, _)| expression) })
}

fn expression(report: &mut Report<'_>, text: &str, span: Span) -> Option<(Expression, Span)> {
    let error = match spdx::Expression::parse(text) {
        Ok(_) => {
            let expression =
                Expression::new(text).map_err(|error| report.error(Rule::BadExpression, span.clone(), &error));
            return Some((expression.ok()?, span));
        }
        Err(error) => error,
    };
    // Within quotes that use escapes the words stand elsewhere.
    let plain = report.file.text().get(span.clone()) == Some(text);
    let at = if plain { span.start + error.span.start..span.start + error.span.end } else { span };
    report.fault_with(Rule::BadExpression, at, |rule, at| {
        let word = text.get(error.span.clone()).unwrap_or(text);
        let wrong = format!("`{}` is not an SPDX licence expression", shorten(text));
        Fault::new(rule, at, wrong).help(instead(text, word, error.reason))
    });
    None
}

/// What to write instead of a word that SPDX's grammar or list does not have.
fn instead(text: &str, word: &str, reason: spdx::error::Reason) -> String {
    use spdx::error::Reason;
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

/// Whether what the expression demands can be met with licences that OSI approves or FSF calls free alone.
fn is_free(expression: &Expression) -> bool {
    spdx::Expression::parse(expression.as_str()).is_ok_and(|parsed| {
        parsed.evaluate(|requirement| {
            requirement.license.id().is_some_and(|id| id.is_osi_approved() || id.is_fsf_free_libre())
        })
    })
}
