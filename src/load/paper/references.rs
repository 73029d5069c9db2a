//! The references as written.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::once::Once;
use super::required_line;
use crate::load::fault::Span;
use crate::load::field::Field;
use crate::load::report::Report;
use crate::load::rule::Rule;
#[cfg(feature = "schema")]
use crate::load::shape;
use crate::paper::Reference;

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "title"])))]
pub(in crate::load) struct ReferenceFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    number: Field<u8>,
    /// Its authors as printed. Those that the paper leaves out are a last `et al.`.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<shape::Line>", extend("examples" = [["D. Sculley", "et al."]])))]
    authors: Field<Vec<Field<String>>>,
    /// Its title.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["Hidden technical debt in machine learning systems"])))]
    title: Field<String>,
    /// Where it was published.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["ACM Comput. Surv., vol. 55, no. 6"])))]
    venue: Field<String>,
    /// When it was published.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Year"))]
    year: Field<String>,
    /// Its DOI.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Doi"))]
    doi: Field<String>,
    /// Its address as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["https://www.google.com/trends"])))]
    address: Field<String>,
}

/// The references of a file as far as they can be read, and the numbers of all, the unreadable ones too.
pub(in crate::load) fn references(
    written: &[Field<ReferenceFile>],
    report: &mut Report<'_>,
) -> (Vec<Reference>, BTreeSet<u8>) {
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
