//! The companies from their file.

use std::collections::BTreeSet;

use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{CaseFile, PlatformFile};
use crate::load::read::findings::{Findings, Placed};
use crate::load::yaml::field::Field;
use crate::paper::{Case, Platform};

/// The cases of a file as far as they can be read; `tools` are the ids that a platform can be, `references` the numbers
/// that can be cited.
pub(crate) fn cases(
    written: &[Field<CaseFile>],
    tools: &Ids<'_>,
    references: &BTreeSet<u8>,
    findings: &mut Findings<'_>,
) -> Vec<Case> {
    written
        .iter()
        .filter_map(Field::given)
        .filter_map(|(written, span)| case(written, span, tools, references, findings))
        .collect()
}

fn case(
    written: &CaseFile,
    span: Span,
    tools: &Ids<'_>,
    references: &BTreeSet<u8>,
    findings: &mut Findings<'_>,
) -> Option<Case> {
    let company = required_line(&written.company, "company", span.clone(), findings);
    findings.required(&written.platforms, "platforms", span.clone());
    let platform = |(written, span)| platform(written, span, tools, findings);
    let platforms: Vec<Platform> = Findings::items(&written.platforms).filter_map(platform).collect();
    findings.required(&written.references, "references", span);
    let cited = |cited| citation(cited, references, findings);
    let references: Vec<u8> = Findings::items(&written.references).filter_map(cited).collect();
    Some(Case { company: company?.into(), platforms: platforms.into(), references: references.into() })
}

fn platform(written: &PlatformFile, span: Span, tools: &Ids<'_>, findings: &mut Findings<'_>) -> Option<Platform> {
    let name = required_line(&written.name, "name", span.clone(), findings);
    let role = findings.required(&written.role, "role", span);
    let role = findings.parse(role, Rule::UnknownRole);
    let tool = tool(written.tool.given(), tools, findings);
    Some(Platform { name: name?.into(), role: role?, tool })
}

fn citation((&number, at): Placed<&u8>, references: &BTreeSet<u8>, findings: &mut Findings<'_>) -> Option<u8> {
    if !references.contains(&number) {
        let message = format!("no reference has the number {number}");
        findings.error(Rule::UnknownReference, at, message, "add it to `paper/references.yaml`");
        return None;
    }
    Some(number)
}
