//! The tables of tools from their file.

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{RowFile, TableFile};
use crate::load::read::findings::Findings;
use crate::load::yaml::field::Field;
use crate::paper::{Exhibit, Row, Table};

/// The tables of a file as far as they can be read; `tools` are the ids that a row can mean.
pub(crate) fn tables(written: &[Field<TableFile>], tools: &Ids<'_>, findings: &mut Findings<'_>) -> Vec<Table> {
    let mut numbers = Once::new(Rule::RepeatedNumber);
    let table = |(written, span)| table(written, span, tools, &mut numbers, findings);
    written.iter().filter_map(Field::given).filter_map(table).collect()
}

fn table(
    written: &TableFile,
    span: Span,
    tools: &Ids<'_>,
    numbers: &mut Once<Exhibit>,
    findings: &mut Findings<'_>,
) -> Option<Table> {
    let number = numbers.number(&written.number, Exhibit::Table, span.clone(), findings);
    let title = required_line(&written.title, "title", span.clone(), findings);
    let category = findings.required(&written.category, "category", span.clone());
    let category = findings.parse(category, Rule::UnknownCategory);
    findings.required(&written.rows, "rows", span);
    let rows: Vec<Row> =
        Findings::items(&written.rows).filter_map(|(written, span)| row(written, span, tools, findings)).collect();
    Some(Table { number: number?, title: title?.into(), category: category?, rows: rows.into() })
}

fn row(written: &RowFile, span: Span, tools: &Ids<'_>, findings: &mut Findings<'_>) -> Option<Row> {
    let name = required_line(&written.name, "name", span.clone(), findings);
    let kind = findings.required(&written.kind, "type", span.clone());
    let printed_type = findings.parse(kind, Rule::UnknownLicenseType);
    let released = written.released.given().map(|given| findings.year(Some(given)));
    let given = findings.required(&written.tool, "tool", span);
    let tool = tool(given, tools, findings);
    let released = match released {
        Some(released) => Some(released?),
        None => None,
    };
    Some(Row { name: name?.into(), printed_type: printed_type?, released, tool: tool? })
}
