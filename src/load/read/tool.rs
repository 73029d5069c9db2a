//! From a tool file as written to the tool it means.

use super::event;
use super::license::license;
use super::report::{Placed, Report};
use super::tool_rules::Places;
use super::warnings::warnings;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{LicenseFile, ReleasedFile, SourcesFile, ToolFile};
use crate::load::yaml::field::Field;
use crate::model::{Category, CategorySet, Fact, License, LicenseType, Release, Source, Tool, ToolId};

/// The start of a file: where a field of the file itself is missing.
const TOP: Span = 0..0;

/// A tool and the places in its file that laws between tools need.
pub(crate) struct PlacedTool {
    pub(crate) tool: Tool,
    pub(crate) name: Span,
    pub(crate) aliases: Vec<Span>,
    pub(crate) successor: Span,
}

/// The tool of a file; what is wrong with it is reported, and what cannot be read is left out of it.
///
/// It may break laws of one tool: those between tools are checked all the same.
pub(crate) fn tool(written: &ToolFile, id: ToolId, report: &mut Report<'_>) -> PlacedTool {
    let checked = report.required(&written.checked, "checked", TOP);
    let checked = report.date(checked);
    let name = report.required(&written.name, "name", TOP);
    let name_span = written.name.span().unwrap_or(TOP);
    let description = report.required(&written.description, "description", TOP);
    let (aliases, alias_spans) = lines(&written.aliases, report);
    let (categories, category_spans) = categories(written, report);
    let (license, license_source) = tool_license(written, report);
    let (history, event_spans) = event::history(&written.history, checked, report);
    let mut sources = written.sources.value().map_or_else(Vec::new, |written| self::sources(written, report));
    sources.extend(license_source.map(|source| (Fact::License, source)));
    sources.sort_by_key(|(fact, _)| *fact);
    let tool = Tool {
        aliases: aliases.into_iter().map(Into::into).collect::<Vec<_>>().into(),
        description: report.line(description).map(Into::into),
        vendor: report.line(written.vendor.given()).map(Into::into),
        homepage: report.parse(written.homepage.given(), Rule::BadAddress),
        repository: report.parse(written.repository.given(), Rule::BadAddress),
        category_set: CategorySet::of(&categories),
        categories: categories.into(),
        released: written.released.given().and_then(|(released, span)| release(released, span, report)),
        license,
        history: history.into(),
        successor: report.parse(written.successor.given(), Rule::BadId),
        sources: sources.into(),
        checked,
        ..Tool::blank(id)
    };
    let tool = match report.line(name) {
        Some(name) => Tool { name: name.into(), ..tool },
        None => tool,
    };
    let successor = written.successor.span().unwrap_or(TOP);
    let places = Places {
        tool: &tool,
        aliases: &alias_spans,
        categories: &category_spans,
        events: &event_spans,
        released: written.released.span().unwrap_or(TOP),
        successor: successor.clone(),
    };
    tool.faults().iter().filter_map(|fault| places.fault(fault)).for_each(|fault| report.fault(fault));
    warnings(&tool, written, &event_spans, report);
    PlacedTool { tool, name: name_span, aliases: alias_spans, successor }
}

fn lines(written: &Field<Vec<Field<String>>>, report: &mut Report<'_>) -> (Vec<String>, Vec<Span>) {
    Report::items(written).filter_map(|(text, span)| Some((report.line(Some((text, span.clone())))?, span))).unzip()
}

fn categories(written: &ToolFile, report: &mut Report<'_>) -> (Vec<Category>, Vec<Span>) {
    if let Some((list, span)) = report.required(&written.categories, "categories", TOP)
        && list.is_empty()
    {
        report.error(
            Rule::NoCategory,
            span,
            &"the list is empty; a tool has at least one category, the primary one first",
        );
    }
    let category = |(word, span): Placed<&String>| {
        Some((report.parse::<Category>(Some((word, span.clone())), Rule::UnknownCategory)?, span))
    };
    Report::items(&written.categories).filter_map(category).unzip()
}

fn tool_license(written: &ToolFile, report: &mut Report<'_>) -> (License, Option<Source>) {
    let unknown = License::from(LicenseType::Private);
    let Some((LicenseFile { kind, spdx, source }, span)) = report.required(&written.license, "license", TOP) else {
        return (unknown, None);
    };
    (license(report, kind, spdx, span).unwrap_or(unknown), report.source(source))
}

fn release(written: &ReleasedFile, span: Span, report: &mut Report<'_>) -> Option<Release> {
    let date = report.required(&written.date, "date", span.clone());
    let date = report.date(date);
    let event = report.required(&written.event, "event", span);
    let event = report.parse(event, Rule::UnknownEvent);
    let source = report.source(&written.source);
    Some(Release { date: date?, event: event?, source })
}

fn sources(written: &SourcesFile, report: &mut Report<'_>) -> Vec<(Fact, Source)> {
    written.all().into_iter().filter_map(|(fact, source)| Some((fact, report.source(source)?))).collect()
}
