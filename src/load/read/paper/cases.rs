//! The companies from their file.

use std::collections::BTreeSet;

use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{CaseFile, PlatformFile};
use crate::load::read::report::{Placed, Report};
use crate::load::yaml::field::Field;
use crate::paper::{Case, Platform};

/// The cases of a file as far as they can be read; `tools` are the ids that a platform can be, `references` the numbers
/// that can be cited.
pub(crate) fn cases(
    written: &[Field<CaseFile>],
    tools: &Ids<'_>,
    references: &BTreeSet<u8>,
    report: &mut Report<'_>,
) -> Vec<Case> {
    written
        .iter()
        .filter_map(Field::given)
        .filter_map(|(written, span)| case(written, span, tools, references, report))
        .collect()
}

fn case(
    written: &CaseFile,
    span: Span,
    tools: &Ids<'_>,
    references: &BTreeSet<u8>,
    report: &mut Report<'_>,
) -> Option<Case> {
    let company = required_line(&written.company, "company", span.clone(), report);
    report.required(&written.platforms, "platforms", span.clone());
    let platform = |(written, span)| platform(written, span, tools, report);
    let platforms: Vec<Platform> = Report::items(&written.platforms).filter_map(platform).collect();
    report.required(&written.references, "references", span);
    let cited = |cited| citation(cited, references, report);
    let references: Vec<u8> = Report::items(&written.references).filter_map(cited).collect();
    Some(Case { company: company?.into(), platforms: platforms.into(), references: references.into() })
}

fn platform(written: &PlatformFile, span: Span, tools: &Ids<'_>, report: &mut Report<'_>) -> Option<Platform> {
    let name = required_line(&written.name, "name", span.clone(), report);
    let role = report.required(&written.role, "role", span);
    let role = report.parse(role, Rule::UnknownRole);
    let tool = tool(written.tool.given(), tools, report);
    Some(Platform { name: name?.into(), role: role?, tool })
}

fn citation((&number, at): Placed<&u8>, references: &BTreeSet<u8>, report: &mut Report<'_>) -> Option<u8> {
    if !references.contains(&number) {
        let wrong = format!("no reference has the number {number}; add it to `paper/references.yaml`");
        report.error(Rule::UnknownReference, at, &wrong);
        return None;
    }
    Some(number)
}
