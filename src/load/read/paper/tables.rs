//! The tables of tools from their file.

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{RowFile, TableFile};
use crate::load::read::report::Report;
use crate::load::yaml::field::Field;
use crate::paper::{Exhibit, Row, Table};

/// The tables of a file as far as they can be read; `tools` are the ids that a row can mean.
pub(crate) fn tables(written: &[Field<TableFile>], tools: &Ids<'_>, report: &mut Report<'_>) -> Vec<Table> {
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
