//! The catalog as the script reads it: what follows from other facts is left out, and so is what is not known. The
//! descriptions are in the tables for readers without script, from which the script takes them: they are a sixth of the
//! page.

use std::collections::BTreeMap;

use mlops_catalog::model::{Change, Event, Fact, ReleaseEvent, Source};
use mlops_catalog::paper::Question;
use mlops_catalog::{Catalog, Category, Date, Expression, License, Paper, Stage, Tool};
use serde::Serialize;

use super::layout::{METRICS, Metrics};
use super::{Site, words};

/// The list by which the crate reads queries.
const SPDX_IDENTIFIERS: &str = include_str!("../../../query/spdx_identifiers.txt");

/// Everything that the script knows.
#[derive(Serialize)]
pub struct Data<'c> {
    checked: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'c str>,
    layout: &'static Metrics,
    stages: Vec<StageData>,
    categories: Vec<CategoryData<'c>>,
    tools: Vec<ToolData<'c>>,
    errata: Vec<ErratumData>,
    survey: Vec<QuestionData<'static>>,
    /// SPDX's list of identifiers, for queries.
    licenses: String,
}

#[derive(Serialize)]
struct StageData {
    id: Stage,
    title: String,
}

#[derive(Serialize)]
struct CategoryData<'c> {
    id: Category,
    title: &'c str,
    definition: &'c str,
    stage: Stage,
}

#[derive(Serialize)]
struct ToolData<'c> {
    id: &'c str,
    name: &'c str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vendor: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'c str>,
    categories: &'c [Category],
    license: LicenseData<'c>,
    #[serde(skip_serializing_if = "Option::is_none")]
    released: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<ReleaseEvent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<&'c str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<EventData<'c>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sources: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<Date>,
}

#[derive(Serialize)]
struct LicenseData<'c> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    spdx: Option<&'c str>,
}

#[derive(Serialize, Default)]
struct EventData<'c> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<FromData<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum FromData<'c> {
    Name(&'c str),
    License(LicenseData<'c>),
}

#[derive(Serialize)]
struct ErratumData {
    tool: String,
    table: u8,
    row: usize,
    fact: String,
    printed: String,
    r#true: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

#[derive(Serialize)]
struct QuestionData<'p> {
    caption: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'p str>,
    options: Vec<OptionData<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

#[derive(Serialize)]
struct OptionData<'p> {
    label: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<String>,
}

impl<'c> Data<'c> {
    pub fn new(site: &'c Site<'c>) -> Self {
        let catalog = site.catalog;
        let stages: std::collections::BTreeSet<Stage> =
            catalog.categories().map(|info| info.category().stage()).collect();
        Self {
            checked: site.today,
            repository: site.repository.as_deref(),
            layout: &METRICS,
            stages: stages.into_iter().map(|id| StageData { id, title: words::stage(id) }).collect(),
            categories: categories(catalog),
            tools: catalog.tools().map(|tool| ToolData::new(tool, site.today)).collect(),
            errata: errata(site),
            licenses: SPDX_IDENTIFIERS.lines().collect::<Vec<_>>().join(" "),
            survey: Paper::embedded().survey().map(QuestionData::new).collect(),
        }
    }
}

fn categories(catalog: &Catalog) -> Vec<CategoryData<'_>> {
    catalog
        .categories()
        .map(|info| CategoryData {
            id: info.category(),
            title: info.title(),
            definition: info.definition(),
            stage: info.category().stage(),
        })
        .collect()
}

fn errata(site: &Site<'_>) -> Vec<ErratumData> {
    let data = |erratum: &mlops_catalog::paper::Erratum<'_>| ErratumData {
        tool: erratum.tool().to_string(),
        table: erratum.table(),
        row: erratum.row(),
        fact: erratum.mismatch().fact().to_string(),
        printed: erratum.mismatch().printed().into_owned(),
        r#true: erratum.mismatch().truth().into_owned(),
        source: erratum.source().map(ToString::to_string),
    };
    site.errata().iter().map(data).collect()
}

impl<'c> ToolData<'c> {
    fn new(tool: &'c Tool, today: Date) -> Self {
        let repository = tool.repository().map(|address| address.as_str());
        let source = |source: &Source| shortened(source, repository);
        let sources = Fact::all().filter_map(|fact| Some((fact.as_str(), source(tool.source(fact)?)))).collect();
        Self {
            id: tool.id().as_str(),
            name: tool.name(),
            aliases: tool.aliases().collect(),
            vendor: tool.vendor(),
            homepage: tool.homepage().map(|address| address.as_str()),
            repository,
            categories: tool.categories(),
            license: LicenseData::new(tool.license()),
            released: tool.release_date(),
            event: tool.release().map(mlops_catalog::model::Release::event),
            successor: tool.successor().map(|id| id.as_str()),
            history: tool.history().iter().map(|event| EventData::new(event, source)).collect(),
            sources,
            checked: tool.checked().filter(|date| *date != today),
        }
    }
}

/// Most sources are in the tool's own repository; its address is `~` there.
fn shortened(source: &Source, repository: Option<&str>) -> String {
    let within = |repository| source.as_str().strip_prefix(repository).filter(|rest: &&str| rest.starts_with('/'));
    match repository.and_then(within) {
        Some(rest) => format!("~{rest}"),
        None => source.to_string(),
    }
}

impl<'c> LicenseData<'c> {
    fn new(license: &'c License) -> Self {
        Self { r#type: license.license_type().as_str(), spdx: license.spdx().map(Expression::as_str) }
    }
}

impl<'c> EventData<'c> {
    fn new(event: &'c Event, source: impl Fn(&Source) -> String) -> Self {
        let mut data = Self {
            date: event.date(),
            event: event.change().kind().as_str(),
            source: event.source().map(source),
            ..Self::default()
        };
        match event.change() {
            Change::Acquired { by } => data.by = Some(by),
            Change::Donated { to } => data.to = Some(to),
            Change::Renamed { from } => data.from = Some(FromData::Name(from)),
            Change::Relicensed { from } => data.from = Some(FromData::License(LicenseData::new(from))),
            _ => {}
        }
        data
    }
}

impl QuestionData<'static> {
    fn new(question: &'static Question) -> Self {
        let option = |choice: &'static mlops_catalog::paper::AnswerOption| OptionData {
            label: choice.label(),
            count: choice.count(),
            percent: choice.percent().map(|percent| percent.to_string()),
        };
        Self {
            caption: question.caption(),
            statement: question.statement(),
            options: question.options().map(option).collect(),
            notes: question.discrepancies().iter().map(ToString::to_string).collect(),
        }
    }
}

/// The data as JSON that may stand in a `script` element.
pub fn json(site: &Site<'_>) -> Result<String, serde_json::Error> {
    Ok(embeddable(&serde_json::to_string(&Data::new(site))?))
}

/// JSON in which nothing can end the element around it: `<` is only ever part of a text.
pub fn embeddable(json: &str) -> String {
    json.replace('<', "\\u003c")
}
