//! The files of a catalog as they are written: every field may be absent or unreadable.

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::de::TEXT_OR_STRUCT;
use super::field::Field;
use crate::Fact;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CatalogFile {
    pub(super) schema: Field<String>,
    pub(super) version: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CategoryFile {
    pub(super) id: Field<String>,
    pub(super) title: Field<String>,
    pub(super) definition: Field<String>,
    pub(super) table: Field<u8>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ToolFile {
    pub(super) name: Field<String>,
    pub(super) aliases: Field<Vec<Field<String>>>,
    pub(super) description: Field<String>,
    pub(super) vendor: Field<String>,
    pub(super) homepage: Field<String>,
    pub(super) repository: Field<String>,
    pub(super) categories: Field<Vec<Field<String>>>,
    pub(super) released: Field<ReleasedFile>,
    pub(super) license: Field<LicenseFile>,
    pub(super) history: Field<Vec<Field<EventFile>>>,
    pub(super) successor: Field<String>,
    pub(super) sources: Field<SourcesFile>,
    pub(super) checked: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ReleasedFile {
    pub(super) date: Field<String>,
    pub(super) event: Field<String>,
    pub(super) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct LicenseFile {
    #[serde(rename = "type")]
    pub(super) kind: Field<String>,
    pub(super) spdx: Field<String>,
    pub(super) source: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct EventFile {
    pub(super) date: Field<String>,
    pub(super) event: Field<String>,
    pub(super) by: Field<String>,
    pub(super) from: Field<FormerFile>,
    pub(super) to: Field<String>,
    pub(super) source: Field<String>,
}

/// What an event changed: a name, or a licence.
pub(super) enum FormerFile {
    Name(String),
    License(FormerLicenseFile),
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct FormerLicenseFile {
    #[serde(rename = "type")]
    pub(super) kind: Field<String>,
    pub(super) spdx: Field<String>,
}

/// The sources of facts that are written as plain values.
#[derive(Default, Deserialize)]
#[serde(default, rename = "$facts")]
pub(super) struct SourcesFile {
    pub(super) name: Field<String>,
    pub(super) vendor: Field<String>,
    pub(super) categories: Field<String>,
    pub(super) successor: Field<String>,
}

impl SourcesFile {
    pub(super) fn all(&self) -> [(Fact, &Field<String>); 4] {
        let Self { name, vendor, categories, successor } = self;
        [(Fact::Name, name), (Fact::Vendor, vendor), (Fact::Categories, categories), (Fact::Successor, successor)]
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct TableFile {
    pub(super) number: Field<u8>,
    pub(super) title: Field<String>,
    pub(super) category: Field<String>,
    pub(super) rows: Field<Vec<Field<RowFile>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RowFile {
    pub(super) name: Field<String>,
    #[serde(rename = "type")]
    pub(super) kind: Field<String>,
    pub(super) released: Field<String>,
    pub(super) tool: Field<String>,
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
