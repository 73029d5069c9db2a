//! From a tool file as written to the tool it means.

use super::event::{self, History};
use super::findings::{Findings, Placed};
use super::license::license;
use super::tool_rules::Places;
use super::warnings::warnings;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{LicenseFile, ReleasedFile, SettledFile, SourcesFile, ToolFile};
use crate::load::yaml::field::Field;
use crate::model::{
    Category, CategoryList, CategorySet, Fact, License, LicenseType, Release, Settled, Source, Texts, Tool, ToolId,
};

/// The start of a file: where a field of the file itself is missing.
const TOP: Span = 0..0;

/// A tool and the places in its file that rules between tools need.
pub(crate) struct PlacedTool {
    pub(crate) tool: Tool,
    pub(crate) name: Span,
    pub(crate) aliases: Vec<Span>,
    pub(crate) former_ids: Vec<Span>,
    pub(crate) successor: Span,
}

/// The tool of a file; what is wrong with it is reported, and what cannot be read is left out of it.
///
/// It may break rules of one tool: those between tools are checked all the same.
pub(crate) fn tool(written: &ToolFile, id: ToolId, findings: &mut Findings<'_>) -> PlacedTool {
    let checked = findings.required(&written.checked, "checked", TOP);
    let checked = findings.date(checked);
    let name = findings.required(&written.name, "name", TOP);
    let name_span = written.name.span().unwrap_or(TOP);
    let description = findings.required(&written.description, "description", TOP);
    let (aliases, alias_spans) = lines(&written.aliases, findings);
    let (former_ids, former_spans) = ids(&written.former_ids, findings);
    let (categories, category_spans) = categories(written, findings);
    let (license, license_source) = tool_license(written, findings);
    let History { events, spans: event_spans, has_gaps } = event::history(&written.history, findings);
    let sources = written.sources.value().map_or_else(Vec::new, |written| self::sources(written, findings));
    let description = findings.line(description);
    let vendor = findings.line(written.vendor.given());
    let name = findings.line(name).unwrap_or_else(|| id.as_str().to_owned());
    let aliases = aliases.iter().map(String::as_str);
    let tool = Tool {
        texts: Texts::new(&name, description.as_deref(), vendor.as_deref(), aliases),
        former_ids: former_ids.into(),
        homepage: findings.parse(written.homepage.given(), Rule::BadAddress),
        repository: findings.parse(written.repository.given(), Rule::BadAddress),
        category_set: CategorySet::from_slice(&categories),
        categories: CategoryList::from_slice(&categories),
        release: written.released.given().and_then(|(released, span)| release(released, span, findings)),
        license,
        license_source,
        history: events.into(),
        successor: findings.id(written.successor.given()),
        sources: sources.into(),
        settled: settled(&written.settled, findings).into(),
        checked,
        ..Tool::blank(id)
    };
    let successor = written.successor.span().unwrap_or(TOP);
    let places = Places {
        tool: &tool,
        names: tool.aliases().collect(),
        aliases: &alias_spans,
        former_ids: &former_spans,
        categories: &category_spans,
        events: &event_spans,
        has_gaps,
        released: written.released.span().unwrap_or(TOP),
        checked: written.checked.span().unwrap_or(TOP),
        successor: successor.clone(),
    };
    tool.violations().iter().filter_map(|violation| places.fault(violation)).for_each(|fault| findings.fault(fault));
    warnings(&tool, written, &event_spans, findings);
    PlacedTool { tool, name: name_span, aliases: alias_spans, former_ids: former_spans, successor }
}

fn lines(written: &Field<Vec<Field<String>>>, findings: &mut Findings<'_>) -> (Vec<String>, Vec<Span>) {
    Findings::items(written).filter_map(|(text, span)| Some((findings.line(Some((text, span.clone())))?, span))).unzip()
}

fn ids(written: &Field<Vec<Field<String>>>, findings: &mut Findings<'_>) -> (Vec<ToolId>, Vec<Span>) {
    let id = |(text, span): Placed<&String>| Some((findings.id(Some((text, span.clone())))?, span));
    Findings::items(written).filter_map(id).unzip()
}

fn categories(written: &ToolFile, findings: &mut Findings<'_>) -> (Vec<Category>, Vec<Span>) {
    if let Some((list, span)) = findings.required(&written.categories, "categories", TOP)
        && list.is_empty()
    {
        findings.error(
            Rule::NoCategory,
            span,
            "the list is empty",
            "write at least one category, the primary one first",
        );
    }
    let category = |(word, span): Placed<&String>| {
        Some((findings.parse::<Category>(Some((word, span.clone())), Rule::UnknownCategory)?, span))
    };
    Findings::items(&written.categories).filter_map(category).unzip()
}

fn tool_license(written: &ToolFile, findings: &mut Findings<'_>) -> (License, Option<Source>) {
    let unknown = License::from(LicenseType::Private);
    let Some((LicenseFile { kind, spdx, source }, span)) = findings.required(&written.license, "license", TOP) else {
        return (unknown, None);
    };
    (license(findings, kind, spdx, span).unwrap_or(unknown), findings.source(source))
}

fn release(written: &ReleasedFile, span: Span, findings: &mut Findings<'_>) -> Option<Release> {
    let date = findings.required(&written.date, "date", span.clone());
    let date = findings.date(date);
    let event = findings.required(&written.event, "event", span);
    let event = findings.parse(event, Rule::UnknownEvent);
    let source = findings.source(&written.source);
    Some(Release { date: date?, event: event?, source })
}

fn sources(written: &SourcesFile, findings: &mut Findings<'_>) -> Vec<(Fact, Source)> {
    written.all().into_iter().filter_map(|(fact, source)| Some((fact, findings.source(source)?))).collect()
}

fn settled(written: &Field<Vec<Field<SettledFile>>>, findings: &mut Findings<'_>) -> Vec<Settled> {
    let one = |(written, span): Placed<&SettledFile>| {
        let finding = findings.required(&written.finding, "finding", span.clone());
        let finding = findings.parse(finding, Rule::UnknownFinding);
        let at = findings.required(&written.at, "at", span.clone());
        let at = findings.line(at);
        let because = findings.required(&written.because, "because", span);
        let because = findings.line(because);
        Some(Settled { finding: finding?, at: at?.into(), because: because?.into() })
    };
    Findings::items(written).filter_map(one).collect()
}
