//! The paper's files as written.

use std::collections::BTreeSet;

use super::fault::Span;
use super::field::Field;
use super::file::{RowFile, TableFile};
use super::report::Report;
use super::rule::Rule;
use crate::{Row, Table, ToolId};

/// The tables of a file as far as they can be read; `tools` are the ids that a row can mean.
pub(super) fn tables(written: &[Field<TableFile>], tools: &BTreeSet<&str>, report: &mut Report<'_>) -> Vec<Table> {
    let placed: Vec<_> = written.iter().filter_map(Field::given).collect();
    placed.into_iter().filter_map(|(written, span)| table(written, span, tools, report)).collect()
}

fn table(written: &TableFile, span: Span, tools: &BTreeSet<&str>, report: &mut Report<'_>) -> Option<Table> {
    let number = report.required(&written.number, "number", span.clone());
    let title = report.required(&written.title, "title", span.clone());
    let title = report.line(title);
    let category = report.required(&written.category, "category", span.clone());
    let category = report.parse(category, Rule::UnknownCategory);
    report.required(&written.rows, "rows", span);
    let rows: Vec<Row> =
        Report::items(&written.rows).filter_map(|(written, span)| row(written, span, tools, report)).collect();
    Some(Table { number: *number?.0, title: title?.into(), category: category?, rows: rows.into() })
}

fn row(written: &RowFile, span: Span, tools: &BTreeSet<&str>, report: &mut Report<'_>) -> Option<Row> {
    let name = report.required(&written.name, "name", span.clone());
    let name = report.line(name);
    let kind = report.required(&written.kind, "type", span.clone());
    let license_type = report.parse(kind, Rule::UnknownLicenseType);
    let released = written.released.given().map(|given| report.year(Some(given)));
    let tool = report.required(&written.tool, "tool", span);
    let at = written.tool.span();
    let tool: ToolId = report.parse(tool, Rule::BadId)?;
    if !tools.contains(tool.as_str()) {
        report.unknown_tool(Rule::UnknownTool, at?, &tool, tools);
        return None;
    }
    let released = match released {
        Some(released) => Some(released?),
        None => None,
    };
    Some(Row { name: name?.into(), license_type: license_type?, released, tool })
}
