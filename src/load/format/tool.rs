//! `tools/<id>.yaml` as written.

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

#[cfg(feature = "schema")]
use super::{conditions, shape};
use crate::load::yaml::field::{Field, TEXT_OR_STRUCT};
use crate::model::Fact;

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(
    feature = "schema",
    schemars(extend("required" = ["name", "description", "categories", "license", "checked"]))
)]
pub(crate) struct ToolFile {
    /// The name, as its makers spell it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) name: Field<String>,
    /// Ids that the tool had before; they are looked up like aliases.
    #[serde(rename = "former-ids")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Id>", extend("examples" = [["old-name"]])))]
    pub(crate) former_ids: Field<Vec<Field<String>>>,
    /// Other names of the tool. No two tools share a name; case, accents, spaces and punctuation are ignored.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Line>"))]
    pub(crate) aliases: Field<Vec<Field<String>>>,
    /// One plain sentence that says what the tool does, with at most 120 characters.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) description: Field<String>,
    /// The name of the current owner or maintainer. Former owners belong in `history`.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) vendor: Field<String>,
    /// The homepage of the tool.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(crate) homepage: Field<String>,
    /// The repository of the tool's own source code, not of a client.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(crate) repository: Field<String>,
    /// The categories, the primary one first; at least one.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Category>", extend("minItems" = 1)))]
    pub(crate) categories: Field<Vec<Field<String>>>,
    /// The first public release.
    pub(crate) released: Field<ReleasedFile>,
    /// The current license. Former licenses belong in `history`.
    pub(crate) license: Field<LicenseFile>,
    /// What happened to the tool, ordered by date, undated events last. The latest of inactive, archived,
    /// discontinued and revived is the status, or else active.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [[{"date": "2024-01-16", "event": "archived"}]])))]
    pub(crate) history: Field<Vec<Field<EventFile>>>,
    /// The id of the tool that replaced this one.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(crate) successor: Field<String>,
    /// The sources of facts that have no `source` of their own.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"vendor": "https://example.org/about"}])))]
    pub(crate) sources: Field<SourcesFile>,
    /// What `verify` finds against the facts and a person has settled: they are right all the same.
    pub(crate) settled: Field<Vec<Field<SettledFile>>>,
    /// The day on which the facts were last checked.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Day"))]
    pub(crate) checked: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["date", "event"])))]
pub(crate) struct ReleasedFile {
    /// The date of the release, as precise as it is known.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(crate) date: Field<String>,
    /// The kind of event that the date refers to.
    #[cfg_attr(feature = "schema", schemars(with = "shape::ReleaseEvent"))]
    pub(crate) event: Field<String>,
    /// The source of the date.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["type"]), transform = conditions::of_licenses))]
pub(crate) struct LicenseFile {
    /// How the tool may be used.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::LicenseType"))]
    pub(crate) kind: Field<String>,
    /// SPDX's expression for the license. Open-source tools have one, public and private ones have none.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Expression"))]
    pub(crate) spdx: Field<String>,
    /// The source of the license.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["event"]), transform = conditions::of_events))]
pub(crate) struct EventFile {
    /// The date of the event, as precise as it is known; for `inactive`, the date of the last commit.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(crate) date: Field<String>,
    /// The kind of event.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Event"))]
    pub(crate) event: Field<String>,
    /// The buyer, only for `acquired`.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) by: Field<String>,
    /// The former name or license, only for `renamed` and `relicensed`.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"type": "open-source", "spdx": "Apache-2.0"}])))]
    pub(crate) from: Field<FormerFile>,
    /// The foundation, only for `donated`.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) to: Field<String>,
    /// The source of the event.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) source: Field<String>,
}

/// What an event changed: a name, or a license.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub(crate) enum FormerFile {
    Name(#[cfg_attr(feature = "schema", schemars(with = "shape::Line"))] String),
    License(FormerLicenseFile),
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["type"]), transform = conditions::of_licenses))]
pub(crate) struct FormerLicenseFile {
    /// How the tool could be used.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::LicenseType"))]
    pub(crate) kind: Field<String>,
    /// SPDX's expression for the license. Open-source tools have one, public and private ones have none.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Expression"))]
    pub(crate) spdx: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["finding", "at", "because"])))]
pub(crate) struct SettledFile {
    /// What was found.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Finding"))]
    pub(crate) finding: Field<String>,
    /// Where it was found, as `verify` says: the name of a tag, a commit, a file.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["v0.0.1"])))]
    pub(crate) at: Field<String>,
    /// Why the fact is right all the same.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "shape::Line", extend("examples" = ["It is a tag of the project that this one was forked from."]))
    )]
    pub(crate) because: Field<String>,
}

/// The sources of facts that are written as plain values.
#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub(crate) struct SourcesFile {
    /// The source of the name.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) name: Field<String>,
    /// The source of the vendor.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) vendor: Field<String>,
    /// The source of the categories.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) categories: Field<String>,
    /// The source of the successor.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) successor: Field<String>,
}

impl SourcesFile {
    pub(crate) fn all(&self) -> [(Fact, &Field<String>); 4] {
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
                f.write_str("a name or a license")
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
