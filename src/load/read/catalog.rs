//! `catalog.yaml` and `categories.yaml` as written.

use semver::Version;

use super::report::Report;
use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::load::format::catalog::{CatalogFile, CategoryFile};
use crate::load::format::version::SCHEMA;
use crate::load::yaml::field::Field;
use crate::model::{Category, CategoryInfo};

/// The version of the data that `catalog.yaml` states.
pub(crate) fn version(written: &CatalogFile, report: &mut Report<'_>) -> Option<Version> {
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
pub(crate) fn categories(written: &[Field<CategoryFile>], report: &mut Report<'_>) -> Vec<CategoryInfo> {
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
