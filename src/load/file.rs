//! The files of a catalog as they are written: every field may be absent or unreadable.
//!
//! What is said of a field here is what people read of it: in their editors, which have it from the JSON Schema, in
//! `catalog/README.md` and in the skeleton of a new tool file.

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::de::TEXT_OR_STRUCT;
use super::field::Field;
#[cfg(feature = "schema")]
use super::{law, shape};
use crate::model::Fact;

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["schema", "version"])))]
pub(super) struct CatalogFile {
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(with = "shape::FormatVersion"))]
    pub(super) schema: Field<String>,
    /// The version of the data. It is raised at a release, not by a pull request.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Version"))]
    pub(super) version: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "title", "definition"])))]
pub(super) struct CategoryFile {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Category"))]
    pub(super) id: Field<String>,
    /// Its name for people.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) title: Field<String>,
    /// What belongs to it, in one sentence.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) definition: Field<String>,
    /// The number of the paper's table that lists its tools.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(super) table: Field<u8>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(
    feature = "schema",
    schemars(extend("required" = ["name", "description", "categories", "license", "checked"]))
)]
pub(super) struct ToolFile {
    /// Its name, as its makers spell it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) name: Field<String>,
    /// Other names it is looked for by. No two tools share a name, whatever its case, accents, blanks and
    /// punctuation.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Line>"))]
    pub(super) aliases: Field<Vec<Field<String>>>,
    /// What it does, in one plain sentence of at most 120 characters.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) description: Field<String>,
    /// The plain name of who owns or maintains it today. Former owners are history.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) vendor: Field<String>,
    /// Its own page.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(super) homepage: Field<String>,
    /// Its own source code, not that of a client.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(super) repository: Field<String>,
    /// What it is for: at least one category, the primary one first.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Category>", extend("minItems" = 1)))]
    pub(super) categories: Field<Vec<Field<String>>>,
    /// Its first public release.
    pub(super) released: Field<ReleasedFile>,
    /// Its licence today. Former licences are history.
    pub(super) license: Field<LicenseFile>,
    /// What happened to it, in order of date, undated events last. Its status follows from this: the latest of
    /// inactive, archived, discontinued and revived, else active.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [[{"date": "2024-01-16", "event": "archived"}]])))]
    pub(super) history: Field<Vec<Field<EventFile>>>,
    /// The id of the tool that took its place.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(super) successor: Field<String>,
    /// Where facts can be seen that are written as plain values.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"vendor": "https://example.org/about"}])))]
    pub(super) sources: Field<SourcesFile>,
    /// The day on which the facts were last checked.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(super) checked: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["date", "event"])))]
pub(super) struct ReleasedFile {
    /// When it was, as far as that is known.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(super) date: Field<String>,
    /// What the date is the date of.
    #[cfg_attr(feature = "schema", schemars(with = "shape::ReleaseEvent"))]
    pub(super) event: Field<String>,
    /// Where the date can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["type"]), transform = law::of_licenses))]
pub(super) struct LicenseFile {
    /// How the tool may be used.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::LicenseType"))]
    pub(super) kind: Field<String>,
    /// SPDX's expression for the licence. Open-source tools have one, public and private ones have none.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Expression"))]
    pub(super) spdx: Field<String>,
    /// Where the licence can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["event"]), transform = law::of_events))]
pub(super) struct EventFile {
    /// When it happened, as far as that is known; of `inactive`, the date of the last commit.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(super) date: Field<String>,
    /// What happened.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Event"))]
    pub(super) event: Field<String>,
    /// The buyer: for `acquired`, and only there.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) by: Field<String>,
    /// The name or the licence until then: for `renamed` and `relicensed`, and only there.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"type": "open-source", "spdx": "Apache-2.0"}])))]
    pub(super) from: Field<FormerFile>,
    /// The foundation: for `donated`, and only there.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(super) to: Field<String>,
    /// Where the event can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) source: Field<String>,
}

/// What an event changed: a name, or a licence.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub(super) enum FormerFile {
    Name(#[cfg_attr(feature = "schema", schemars(with = "shape::Line"))] String),
    License(FormerLicenseFile),
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["type"]), transform = law::of_licenses))]
pub(super) struct FormerLicenseFile {
    /// How the tool could be used.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::LicenseType"))]
    pub(super) kind: Field<String>,
    /// SPDX's expression for the licence. Open-source tools have one, public and private ones have none.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Expression"))]
    pub(super) spdx: Field<String>,
}

/// The sources of facts that are written as plain values.
#[derive(Default, Deserialize)]
#[serde(default, rename = "$facts")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub(super) struct SourcesFile {
    /// Where the name can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) name: Field<String>,
    /// Where the owner can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) vendor: Field<String>,
    /// Where it can be seen what the tool is for.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) categories: Field<String>,
    /// Where the successor can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(super) successor: Field<String>,
}

impl SourcesFile {
    pub(super) fn all(&self) -> [(Fact, &Field<String>); 4] {
        let Self { name, vendor, categories, successor } = self;
        [(Fact::Name, name), (Fact::Vendor, vendor), (Fact::Categories, categories), (Fact::Successor, successor)]
    }
}

impl<'de> Deserialize<'de> for FormerFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Former;

        impl<'de> Visitor<'de> for Former {
            type Value = FormerFile;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a name or a licence")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<FormerFile, E> {
                Ok(FormerFile::Name(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FormerFile, A::Error> {
                FormerLicenseFile::deserialize(MapAccessDeserializer::new(map)).map(FormerFile::License)
            }
        }

        deserializer.deserialize_struct(TEXT_OR_STRUCT, &["type", "spdx"], Former)
    }
}
