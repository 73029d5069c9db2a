//! The JSON of a tool.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::address::Address;
use super::builder::ToolBuilder;
use super::category::Category;
use super::category_list::CategoryList;
use super::date::Date;
use super::history::Event;
use super::id::ToolId;
use super::license::License;
use super::release::{Release, ReleaseEvent};
use super::settled::Settled;
use super::source::{Fact, Source};
use super::tool::Tool;

/// The keys are those of the tool's file but for the release, which is `released` (its date) and `released_event`, and
/// all sources, which are in `sources`. `year` and `status` are derived; they are ignored when a tool is read.
impl Serialize for Tool {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sources: BTreeMap<_, _> =
            Fact::all().filter_map(|fact| Some((fact.as_str(), self.source(fact)?))).collect();
        let mut tool = serializer.serialize_struct("Tool", 19)?;
        tool.serialize_field("id", &self.id)?;
        tool.serialize_field("former_ids", &self.former_ids)?;
        tool.serialize_field("name", self.name())?;
        tool.serialize_field("aliases", &self.aliases().collect::<Vec<_>>())?;
        tool.serialize_field("description", &self.description())?;
        tool.serialize_field("vendor", &self.vendor())?;
        tool.serialize_field("homepage", &self.homepage)?;
        tool.serialize_field("repository", &self.repository)?;
        tool.serialize_field("categories", self.categories())?;
        tool.serialize_field("license", &self.license)?;
        tool.serialize_field("released", &self.release_date())?;
        tool.serialize_field("released_event", &self.release().map(Release::event))?;
        tool.serialize_field("year", &self.release_year())?;
        tool.serialize_field("status", &self.status())?;
        tool.serialize_field("successor", &self.successor)?;
        tool.serialize_field("history", &self.history)?;
        tool.serialize_field("sources", &sources)?;
        tool.serialize_field("settled", &self.settled)?;
        tool.serialize_field("checked", &self.checked)?;
        tool.end()
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Tool"))]
#[serde(expecting = "a tool")]
struct Written {
    id: ToolId,
    #[serde(default)]
    former_ids: Vec<ToolId>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    vendor: Option<String>,
    #[serde(default)]
    homepage: Option<Address>,
    #[serde(default)]
    repository: Option<Address>,
    categories: Vec<Category>,
    license: License,
    #[serde(default)]
    released: Option<Date>,
    #[serde(default)]
    released_event: Option<ReleaseEvent>,
    #[serde(default)]
    successor: Option<ToolId>,
    #[serde(default)]
    history: Vec<Event>,
    #[serde(default)]
    sources: BTreeMap<Fact, Source>,
    #[serde(default)]
    settled: Vec<Settled>,
    #[serde(default)]
    checked: Option<Date>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Tool {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

/// A tool that is read obeys the rules of [`ToolViolation`](super::ToolViolation), or the error lists those it breaks.
impl<'de> Deserialize<'de> for Tool {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut written = Written::deserialize(deserializer)?;
        let release_source = written.sources.remove(&Fact::Released);
        let license_source = written.sources.remove(&Fact::License);
        let release = match (written.released, written.released_event) {
            (Some(date), Some(event)) => Some(Release { date, event, source: release_source }),
            (None, None) => None,
            _ => return Err(D::Error::custom("`released` and `released_event` must be given together")),
        };
        let tool = Self {
            former_ids: written.former_ids.into(),
            homepage: written.homepage,
            repository: written.repository,
            category_set: written.categories.iter().copied().collect(),
            categories: CategoryList::from_slice(&written.categories),
            release,
            license: written.license,
            license_source,
            history: written.history.into(),
            successor: written.successor,
            sources: written.sources.into_iter().collect::<Vec<_>>().into(),
            settled: written.settled.into(),
            checked: written.checked,
            ..Self::blank(written.id)
        };
        let builder = ToolBuilder::from(tool);
        let builder = written.name.into_iter().fold(builder, ToolBuilder::name);
        let builder = written.aliases.into_iter().fold(builder, ToolBuilder::alias);
        let builder = written.description.into_iter().fold(builder, ToolBuilder::description);
        let builder = written.vendor.into_iter().fold(builder, ToolBuilder::vendor);
        builder.build().map_err(D::Error::custom)
    }
}
