//! The paper's files as written.

mod cases;
mod once;
mod references;
mod survey;
mod tables;

use std::collections::BTreeSet;

use super::fault::Span;
use super::field::Field;
use super::report::Report;
use super::rule::Rule;
use crate::model::ToolId;

#[cfg(feature = "schema")]
pub(super) use self::cases::CaseFile;
pub(super) use self::cases::cases;
#[cfg(feature = "schema")]
pub(super) use self::references::ReferenceFile;
pub(super) use self::references::references;
#[cfg(feature = "schema")]
pub(super) use self::survey::QuestionFile;
pub(super) use self::survey::survey;
#[cfg(feature = "schema")]
pub(super) use self::tables::TableFile;
pub(super) use self::tables::tables;

/// The ids of a catalog's tools.
type Ids<'i> = BTreeSet<&'i str>;

/// The tool that a field means, one of `tools`.
fn tool(written: Option<(&String, Span)>, tools: &Ids<'_>, report: &mut Report<'_>) -> Option<ToolId> {
    let at = written.as_ref().map(|(_, at)| at.clone())?;
    let tool: ToolId = report.parse(written, Rule::BadId)?;
    if !tools.contains(tool.as_str()) {
        report.unknown_tool(Rule::UnknownTool, at, &tool, tools);
        return None;
    }
    Some(tool)
}

/// A line of text in a field that must be there.
fn required_line(written: &Field<String>, name: &str, parent: Span, report: &mut Report<'_>) -> Option<String> {
    let given = report.required(written, name, parent);
    report.line(given)
}
