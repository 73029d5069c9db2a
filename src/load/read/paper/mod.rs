//! The paper from its files.

mod cases;
mod once;
mod references;
mod survey;
mod tables;

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::yaml::field::Field;
use crate::model::ToolId;

pub(crate) use self::cases::cases;
pub(crate) use self::references::references;
pub(crate) use self::survey::survey;
pub(crate) use self::tables::tables;

/// The ids of a catalog's tools.
type Ids<'i> = BTreeSet<&'i str>;

/// The tool that a field means, one of `tools`.
fn tool(written: Option<(&String, Span)>, tools: &Ids<'_>, findings: &mut Findings<'_>) -> Option<ToolId> {
    let at = written.as_ref().map(|(_, at)| at.clone())?;
    let tool = findings.id(written)?;
    if !tools.contains(tool.as_str()) {
        findings.unknown_tool(Rule::UnknownTool, at, &tool, tools);
        return None;
    }
    Some(tool)
}

/// A line of text in a field that must be there.
fn required_line(written: &Field<String>, name: &str, parent: Span, findings: &mut Findings<'_>) -> Option<String> {
    let given = findings.required(written, name, parent);
    findings.line(given)
}
