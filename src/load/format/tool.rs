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
    /// Its name, as its makers spell it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) name: Field<String>,
    /// Ids that the tool had before; they are looked up like aliases.
    #[serde(rename = "former-ids")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Id>", extend("examples" = [["old-name"]])))]
    pub(crate) former_ids: Field<Vec<Field<String>>>,
    /// Other names it is looked for by. No two tools share a name, whatever its case, accents, blanks and
    /// punctuation.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Line>"))]
    pub(crate) aliases: Field<Vec<Field<String>>>,
    /// What it does, in one plain sentence of at most 120 characters.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) description: Field<String>,
    /// The plain name of who owns or maintains it today. Former owners are history.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) vendor: Field<String>,
    /// Its own page.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(crate) homepage: Field<String>,
    /// Its own source code, not that of a client.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Address"))]
    pub(crate) repository: Field<String>,
    /// What it is for: at least one category, the primary one first.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Set<shape::Category>", extend("minItems" = 1)))]
    pub(crate) categories: Field<Vec<Field<String>>>,
    /// Its first public release.
    pub(crate) released: Field<ReleasedFile>,
    /// Its license today. Former licenses are history.
    pub(crate) license: Field<LicenseFile>,
    /// What happened to it, in order of date, undated events last. Its status follows from this: the latest of
    /// inactive, archived, discontinued and revived, else active.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [[{"date": "2024-01-16", "event": "archived"}]])))]
    pub(crate) history: Field<Vec<Field<EventFile>>>,
    /// The id of the tool that took its place.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(crate) successor: Field<String>,
    /// Where facts can be seen that are written as plain values.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"vendor": "https://example.org/about"}])))]
    pub(crate) sources: Field<SourcesFile>,
    /// What `verify` finds against the facts and a person has settled: they are right all the same.
    pub(crate) settled: Field<Vec<Field<SettledFile>>>,
    /// The day on which the facts were last checked.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(crate) checked: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["date", "event"])))]
pub(crate) struct ReleasedFile {
    /// When it was, as far as that is known.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(crate) date: Field<String>,
    /// What the date is the date of.
    #[cfg_attr(feature = "schema", schemars(with = "shape::ReleaseEvent"))]
    pub(crate) event: Field<String>,
    /// Where the date can be seen.
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
    /// Where the license can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["event"]), transform = conditions::of_events))]
pub(crate) struct EventFile {
    /// When it happened, as far as that is known; of `inactive`, the date of the last commit.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Date"))]
    pub(crate) date: Field<String>,
    /// What happened.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Event"))]
    pub(crate) event: Field<String>,
    /// The buyer: for `acquired`, and only there.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) by: Field<String>,
    /// The name or the license until then: for `renamed` and `relicensed`, and only there.
    #[cfg_attr(feature = "schema", schemars(extend("examples" = [{"type": "open-source", "spdx": "Apache-2.0"}])))]
    pub(crate) from: Field<FormerFile>,
    /// The foundation: for `donated`, and only there.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) to: Field<String>,
    /// Where the event can be seen.
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
    /// Where the name can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) name: Field<String>,
    /// Where the owner can be seen.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) vendor: Field<String>,
    /// Where it can be seen what the tool is for.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Source"))]
    pub(crate) categories: Field<String>,
    /// Where the successor can be seen.
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
