//! The texts of a catalog's files.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::load::format::version::SCHEMA;
use crate::model::{
    Address, Category, CategoryInfo, Change, ChangeKind, Date, Event, Fact, License, LicenseType, Release,
    ReleaseEvent, Settled, Source, Stage, Tool, ToolId,
};

/// The text of `catalog.yaml`.
pub(crate) fn versions(catalog: &Catalog) -> String {
    let versions = VersionsYaml { schema: SCHEMA.to_string(), version: catalog.version().to_string() };
    text("schema/catalog", &versions)
}

/// The text of `categories.yaml`.
pub(crate) fn categories(catalog: &Catalog) -> String {
    let categories: Vec<CategoryYaml<'_>> = catalog.categories().map(CategoryYaml::of).collect();
    text("schema/categories", &categories)
}

/// The text of a tool's file.
pub(crate) fn tool(tool: &Tool) -> String {
    text("../schema/tool", &ToolYaml::of(tool))
}

fn text(schema: &str, value: &impl Serialize) -> String {
    // Texts, numbers, lists and mappings with words as keys: nothing that YAML lacks.
    let yaml = serde_yaml::to_string(value).unwrap_or_default();
    format!("# yaml-language-server: $schema={schema}.schema.json\n{yaml}")
}

#[derive(Serialize)]
struct VersionsYaml {
    schema: String,
    version: String,
}

#[derive(Serialize)]
struct CategoryYaml<'c> {
    id: Category,
    title: &'c str,
    definition: &'c str,
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<u8>,
}

impl<'c> CategoryYaml<'c> {
    fn of(info: &'c CategoryInfo) -> Self {
        Self {
            id: info.category(),
            title: info.title(),
            definition: info.definition(),
            stage: info.stage(),
            table: info.table(),
        }
    }
}

#[derive(Serialize)]
struct ToolYaml<'t> {
    name: &'t str,
    #[serde(rename = "former-ids", skip_serializing_if = "Vec::is_empty")]
    former_ids: Vec<&'t ToolId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vendor: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'t Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'t Address>,
    categories: &'t [Category],
    #[serde(skip_serializing_if = "Option::is_none")]
    released: Option<ReleasedYaml<'t>>,
    license: LicenseYaml<'t>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<EventYaml<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<&'t ToolId>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sources: BTreeMap<&'static str, &'t Source>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    settled: &'t [Settled],
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<Date>,
}

#[derive(Serialize)]
struct ReleasedYaml<'t> {
    date: Date,
    event: ReleaseEvent,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

#[derive(Serialize)]
struct LicenseYaml<'t> {
    r#type: LicenseType,
    #[serde(skip_serializing_if = "Option::is_none")]
    spdx: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

#[derive(Serialize)]
struct EventYaml<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    event: ChangeKind,
    #[serde(flatten)]
    party: Option<Party<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

/// What belongs to one kind of event alone.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Party<'t> {
    By(&'t str),
    To(&'t str),
    From(Former<'t>),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Former<'t> {
    Name(&'t str),
    License(LicenseYaml<'t>),
}

impl<'t> ToolYaml<'t> {
    fn of(tool: &'t Tool) -> Self {
        // The other facts have their sources beside them.
        let elsewhere = [Fact::Released, Fact::License];
        let sources = Fact::all().filter(|fact| !elsewhere.contains(fact));
        Self {
            name: tool.name(),
            former_ids: tool.former_ids().collect(),
            aliases: tool.aliases().collect(),
            description: tool.description(),
            vendor: tool.vendor(),
            homepage: tool.homepage(),
            repository: tool.repository(),
            categories: tool.categories(),
            released: tool.release().map(ReleasedYaml::of),
            license: LicenseYaml::of(tool.license(), tool.source(Fact::License)),
            history: tool.history().iter().map(EventYaml::of).collect(),
            successor: tool.successor(),
            sources: sources.filter_map(|fact| Some((fact.as_str(), tool.source(fact)?))).collect(),
            settled: tool.settled(),
            checked: tool.checked(),
        }
    }
}

impl<'t> ReleasedYaml<'t> {
    fn of(release: &'t Release) -> Self {
        Self { date: release.date(), event: release.event(), source: release.source() }
    }
}

impl<'t> LicenseYaml<'t> {
    fn of(license: &'t License, source: Option<&'t Source>) -> Self {
        Self { r#type: license.license_type(), spdx: license.spdx().map(crate::model::Expression::as_str), source }
    }
}

impl<'t> EventYaml<'t> {
    fn of(event: &'t Event) -> Self {
        let party = match event.change() {
            Change::Acquired { by } => Some(Party::By(by)),
            Change::Donated { to } => Some(Party::To(to)),
            Change::Renamed { from } => Some(Party::From(Former::Name(from))),
            Change::Relicensed { from } => Some(Party::From(Former::License(LicenseYaml::of(from, None)))),
            _ => None,
        };
        Self { date: event.date(), event: event.change().kind(), party, source: event.source() }
    }
}
