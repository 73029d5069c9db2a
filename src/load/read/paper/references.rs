//! The references from their file.

use std::collections::BTreeSet;

use super::once::Once;
use super::required_line;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::ReferenceFile;
use crate::load::read::report::Report;
use crate::load::yaml::field::Field;
use crate::paper::Reference;

/// The references of a file as far as they can be read, and the numbers of all, the unreadable ones too.
pub(crate) fn references(written: &[Field<ReferenceFile>], report: &mut Report<'_>) -> (Vec<Reference>, BTreeSet<u8>) {
    let mut once = Once::new(Rule::RepeatedNumber);
    let given = || written.iter().filter_map(Field::given);
    let numbers = given().filter_map(|(written, _)| written.number.value().copied()).collect();
    let reference = |(written, span)| reference(written, span, &mut once, report);
    (given().filter_map(reference).collect(), numbers)
}

fn reference(written: &ReferenceFile, span: Span, once: &mut Once<u8>, report: &mut Report<'_>) -> Option<Reference> {
    let number = once.number(&written.number, |number| number, span.clone(), report);
    let title = required_line(&written.title, "title", span, report);
    let authors: Vec<_> = Report::items(&written.authors).filter_map(|author| report.line(Some(author))).collect();
    Some(Reference {
        number: number?,
        authors: authors.into_iter().map(Into::into).collect(),
        title: title?.into(),
        venue: report.line(written.venue.given()).map(Into::into),
        year: report.year(written.year.given()),
        doi: report.parse(written.doi.given(), Rule::BadDoi),
        address: report.line(written.address.given()).map(Into::into),
    })
}
