//! The laws between the files of a catalog.

use std::collections::{BTreeMap, BTreeSet};

use semver::Version;

use super::error::Found;
use super::fault::{Fault, Span};
use super::field::Field;
use super::file::{CatalogFile, CategoryFile};
use super::place::Place;
use super::problem::Problem;
use super::report::Report;
use super::rule::Rule;
use super::text::SourceFile;
use super::tool::PlacedTool;
use crate::catalog::{Clash, clashes, fold};
use crate::model::nearest;
use crate::{Category, CategoryInfo, Tool, ToolId};

/// The version of the format that this crate reads, and every minor one before it.
const SCHEMA: Version = Version::new(1, 0, 0);

/// The version of the data that `catalog.yaml` states.
pub(super) fn version(written: &CatalogFile, report: &mut Report<'_>) -> Option<Version> {
    let schema = report.required(&written.schema, "schema", 0..0);
    let at = written.schema.span();
    let schema: Option<Version> = version_of(schema, report);
    if let (Some(schema), Some(at)) = (schema, at)
        && (schema.major != SCHEMA.major || schema.minor > SCHEMA.minor)
    {
        let wrong = format!(
            "this crate cannot read schema {schema}; it reads {}.0 to {}.{}",
            SCHEMA.major, SCHEMA.major, SCHEMA.minor
        );
        report.error(Rule::SchemaVersion, at, &wrong);
    }
    let version = report.required(&written.version, "version", 0..0);
    version_of(version, report)
}

fn version_of(given: Option<(&String, Span)>, report: &mut Report<'_>) -> Option<Version> {
    let (text, span) = given?;
    let wrong = || format!("`{}` is not a version; write one such as 1.0.0", crate::model::shorten(text));
    Version::parse(text).map_err(|_| report.error(Rule::BadVersion, span, &wrong())).ok()
}

/// What `categories.yaml` says of the categories, in the order of [`Category`].
pub(super) fn categories(written: &[Field<CategoryFile>], report: &mut Report<'_>) -> Vec<CategoryInfo> {
    let mut infos: Vec<(CategoryInfo, Span)> = Vec::new();
    for (written, span) in written.iter().filter_map(Field::given) {
        let id = report.required(&written.id, "id", span.clone());
        let at = written.id.span();
        let category = report.parse::<Category>(id, Rule::UnknownCategory);
        let title = report.required(&written.title, "title", span.clone());
        let title = report.line(title);
        let definition = report.required(&written.definition, "definition", span);
        let definition = report.line(definition);
        let (Some(category), Some(at)) = (category, at) else { continue };
        if let Some((_, first)) = infos.iter().find(|(info, _)| info.category == category) {
            let fault = Fault::new(Rule::RepeatedCategory, at, format!("`{category}` is described twice"));
            report.fault(fault.help("leave one of them out").also(first.clone(), "described first here"));
            continue;
        }
        let info = CategoryInfo {
            category,
            title: title.unwrap_or_default().into(),
            definition: definition.unwrap_or_default().into(),
            table: written.table.value().copied(),
        };
        infos.push((info, at));
    }
    let mut infos: Vec<CategoryInfo> = infos.into_iter().map(|(info, _)| info).collect();
    let missing: Vec<String> = Category::all()
        .filter(|category| infos.iter().all(|info| info.category != *category))
        .map(|category| format!("`{category}`"))
        .collect();
    // A list with faults has probably described what seems to be missing.
    if report.is_clean() && !missing.is_empty() {
        let wrong = format!("nothing describes {}; add an entry for each of them", missing.join(", "));
        report.error(Rule::MissingCategory, 0..0, &wrong);
    }
    infos.sort_by_key(|info| info.category);
    infos
}

/// A tool and the file it comes from.
pub(super) type Filed<'f> = (PlacedTool, &'f SourceFile);

/// Tells what is wrong between tools; `ids` are the ids of all tool files, the unreadable ones too.
pub(super) fn between(tools: &[Filed<'_>], ids: &BTreeSet<&str>, found: &mut Found) {
    let by_id: BTreeMap<&ToolId, &Filed<'_>> = tools.iter().map(|filed| (filed.0.tool.id(), filed)).collect();
    let plain: Vec<Tool> = tools.iter().map(|(placed, _)| placed.tool.clone()).collect();
    clashes(&plain).iter().filter_map(|clash| problem(clash, &by_id, ids)).for_each(|problem| found.push(problem));
}

fn problem(clash: &Clash, by_id: &BTreeMap<&ToolId, &Filed<'_>>, ids: &BTreeSet<&str>) -> Option<Problem> {
    let problem = match clash {
        Clash::Name { name, first, second } => {
            let (first, second) = (by_id.get(first)?, by_id.get(second)?);
            let message = format!("the name `{name}` belongs to `{}` already", first.0.tool.id());
            let help = "two tools never share a name, alias or id, in whatever case".to_owned();
            Problem::new(name_place(second, name), Rule::NameTaken, message, Some(help))
                .with(Some((name_place(first, name), "claimed first here")))
        }
        // A file that could not be read is there all the same.
        Clash::NoSuccessor { successor, .. } if ids.contains(successor.as_str()) => return None,
        Clash::NoSuccessor { tool, successor } => {
            let message = format!("no tool has the id `{successor}`");
            Problem::new(
                successor_place(by_id.get(tool)?),
                Rule::UnknownSuccessor,
                message,
                Some(nearest_id(successor, ids)),
            )
        }
        Clash::Cycle { tool } => {
            let help = "a successor came after what it replaces; one of them is wrong".to_owned();
            let place = successor_place(by_id.get(tool)?);
            Problem::new(place, Rule::SuccessorCycle, "the successors of this tool lead back to it", Some(help))
        }
    };
    Some(problem)
}

/// What to write instead of an id that no tool has.
pub(super) fn nearest_id(id: &ToolId, ids: &BTreeSet<&str>) -> String {
    match nearest(id.as_str(), ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write the id of a tool of this catalog, the stem of a file in `tools`".to_owned(),
    }
}

fn successor_place((placed, file): &Filed<'_>) -> Place {
    Place::new(file, placed.successor.clone())
}

/// Where a tool claims a name: its alias, its name, or, for its id, the start of its file.
fn name_place((placed, file): &Filed<'_>, name: &str) -> Place {
    let name = fold(name);
    let alias = placed.tool.aliases().position(|alias| fold(alias) == name);
    let span = match alias {
        Some(at) => placed.aliases[at].clone(),
        None if fold(placed.tool.name()) == name => placed.name.clone(),
        None => 0..0,
    };
    Place::new(file, span)
}
