//! `catalog.yaml` and `categories.yaml` as written.

use semver::Version;

use super::findings::Findings;
use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::load::format::catalog::{CatalogFile, CategoryFile};
use crate::load::format::version::SCHEMA;
use crate::load::yaml::field::Field;
use crate::model::{Category, CategoryInfo, Stage, shorten};

/// The version of the data that `catalog.yaml` states.
pub(crate) fn version(written: &CatalogFile, findings: &mut Findings<'_>) -> Option<Version> {
    let schema = findings.required(&written.schema, "schema", 0..0);
    let at = written.schema.span();
    let schema: Option<Version> = version_of(schema, findings);
    if let (Some(schema), Some(at)) = (schema, at)
        && (schema.major != SCHEMA.major || schema.minor > SCHEMA.minor)
    {
        let help = format!("it reads {}.0 to {}.{}", SCHEMA.major, SCHEMA.major, SCHEMA.minor);
        findings.error(Rule::SchemaVersion, at, format!("this crate cannot read schema {schema}"), help);
    }
    let version = findings.required(&written.version, "version", 0..0);
    version_of(version, findings)
}

fn version_of(given: Option<(&String, Span)>, findings: &mut Findings<'_>) -> Option<Version> {
    let (text, span) = given?;
    let message = || format!("`{}` is not a version", shorten(text));
    let version = Version::parse(text);
    version.map_err(|_| findings.error(Rule::BadVersion, span, message(), "write one such as 1.0.0")).ok()
}

/// What `categories.yaml` says of the categories, in the order of [`Category`].
pub(crate) fn categories(written: &[Field<CategoryFile>], findings: &mut Findings<'_>) -> Vec<CategoryInfo> {
    let mut infos: Vec<(CategoryInfo, Span)> = Vec::new();
    for (written, span) in written.iter().filter_map(Field::given) {
        let id = findings.required(&written.id, "id", span.clone());
        let at = written.id.span();
        let category = findings.parse::<Category>(id, Rule::UnknownCategory);
        let title = findings.required(&written.title, "title", span.clone());
        let title = findings.line(title);
        let definition = findings.required(&written.definition, "definition", span);
        let definition = findings.line(definition);
        let stage = findings.parse::<Stage>(written.stage.given(), Rule::WrongStage);
        let (Some(category), Some(at)) = (category, at) else { continue };
        if let (Some(stage), Some(at)) = (stage, written.stage.span())
            && stage != category.stage()
        {
            let message = format!("`{category}` does not belong to the stage `{stage}`");
            findings.error(Rule::WrongStage, at, message, format!("write `stage: {}`", category.stage()));
        }
        if let Some((_, first)) = infos.iter().find(|(info, _)| info.category == category) {
            let fault = Fault::new(Rule::RepeatedCategory, at, format!("`{category}` is described twice"));
            findings.fault(fault.help("leave one of them out").also(first.clone(), "described first here"));
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
    if findings.is_clean() && !missing.is_empty() {
        let message = format!("nothing describes {}", missing.join(", "));
        findings.error(Rule::MissingCategory, 0..0, message, "add an entry for each of them");
    }
    infos.sort_by_key(|info| info.category);
    infos
}
