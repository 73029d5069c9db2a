//! The references from their file.

use std::collections::BTreeSet;

use super::once::Once;
use super::required_line;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::ReferenceFile;
use crate::load::read::findings::Findings;
use crate::load::yaml::field::Field;
use crate::paper::Reference;

/// The references of a file as far as they can be read, and the numbers of all, the unreadable ones too.
pub(crate) fn references(
    written: &[Field<ReferenceFile>],
    findings: &mut Findings<'_>,
) -> (Vec<Reference>, BTreeSet<u8>) {
    let mut once = Once::new(Rule::RepeatedNumber);
    let given = || written.iter().filter_map(Field::given);
    let numbers = given().filter_map(|(written, _)| written.number.value().copied()).collect();
    let reference = |(written, span)| reference(written, span, &mut once, findings);
    (given().filter_map(reference).collect(), numbers)
}

fn reference(
    written: &ReferenceFile,
    span: Span,
    once: &mut Once<u8>,
    findings: &mut Findings<'_>,
) -> Option<Reference> {
    let number = once.number(&written.number, |number| number, span.clone(), findings);
    let title = required_line(&written.title, "title", span, findings);
    let authors: Vec<_> = Findings::items(&written.authors).filter_map(|author| findings.line(Some(author))).collect();
    Some(Reference {
        number: number?,
        authors: authors.into_iter().map(Into::into).collect(),
        title: title?.into(),
        venue: findings.line(written.venue.given()).map(Into::into),
        year: findings.year(written.year.given()),
        doi: findings.parse(written.doi.given(), Rule::BadDoi),
        address: findings.line(written.address.given()).map(Into::into),
    })
}
