//! The tables of tools as written.

use serde::Deserialize;

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::fault::Span;
use crate::load::field::Field;
use crate::load::report::Report;
use crate::load::rule::Rule;
#[cfg(feature = "schema")]
use crate::load::shape;
use crate::paper::{Exhibit, Row, Table};

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "title", "category", "rows"])))]
pub(in crate::load) struct TableFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(in crate::load) number: Field<u8>,
    /// Its caption.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(in crate::load) title: Field<String>,
    /// The category whose tools it lists.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Category"))]
    pub(in crate::load) category: Field<String>,
    /// Its rows, in their order.
    pub(in crate::load) rows: Field<Vec<Field<RowFile>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name", "type", "tool"])))]
pub(in crate::load) struct RowFile {
    /// The name as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(in crate::load) name: Field<String>,
    /// The printed type.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::PrintedLicenseType"))]
    pub(in crate::load) kind: Field<String>,
    /// The printed year.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Year"))]
    pub(in crate::load) released: Field<String>,
    /// The id of the tool that the row means.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(in crate::load) tool: Field<String>,
}

/// The tables of a file as far as they can be read; `tools` are the ids that a row can mean.
pub(in crate::load) fn tables(written: &[Field<TableFile>], tools: &Ids<'_>, report: &mut Report<'_>) -> Vec<Table> {
    let mut numbers = Once::new(Rule::RepeatedNumber);
    let table = |(written, span)| table(written, span, tools, &mut numbers, report);
    written.iter().filter_map(Field::given).filter_map(table).collect()
}

fn table(
    written: &TableFile,
    span: Span,
    tools: &Ids<'_>,
    numbers: &mut Once<Exhibit>,
    report: &mut Report<'_>,
) -> Option<Table> {
    let number = numbers.number(&written.number, Exhibit::Table, span.clone(), report);
    let title = required_line(&written.title, "title", span.clone(), report);
    let category = report.required(&written.category, "category", span.clone());
    let category = report.parse(category, Rule::UnknownCategory);
    report.required(&written.rows, "rows", span);
    let rows: Vec<Row> =
        Report::items(&written.rows).filter_map(|(written, span)| row(written, span, tools, report)).collect();
    Some(Table { number: number?, title: title?.into(), category: category?, rows: rows.into() })
}

fn row(written: &RowFile, span: Span, tools: &Ids<'_>, report: &mut Report<'_>) -> Option<Row> {
    let name = required_line(&written.name, "name", span.clone(), report);
    let kind = report.required(&written.kind, "type", span.clone());
    let license_type = report.parse(kind, Rule::UnknownLicenseType);
    let released = written.released.given().map(|given| report.year(Some(given)));
    let given = report.required(&written.tool, "tool", span);
    let tool = tool(given, tools, report);
    let released = match released {
        Some(released) => Some(released?),
        None => None,
    };
    Some(Row { name: name?.into(), license_type: license_type?, released, tool: tool? })
}
