//! The JSON of a catalog: `{version, categories, tools}`.

use std::borrow::Cow;

use semver::Version;
use serde::de::Error as _;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Catalog;
use crate::model::{CategoryInfo, Tool};

impl Serialize for Catalog {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut catalog = serializer.serialize_struct("Catalog", 3)?;
        catalog.serialize_field("version", &self.version)?;
        catalog.serialize_field("categories", &self.categories)?;
        catalog.serialize_field("tools", &self.tools)?;
        catalog.end()
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Catalog"))]
#[serde(expecting = "a catalog")]
struct Written {
    /// The version of the data.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    version: Version,
    /// What the categories are.
    #[serde(default)]
    categories: Option<Vec<CategoryInfo>>,
    /// In order of id.
    tools: Vec<Tool>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Catalog {
    fn schema_name() -> Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

/// A catalog that is read obeys the rules of [`Catalog::from_tools`], or the error lists the conflicts. Without
/// `categories` it has the embedded catalog's descriptions.
impl<'de> Deserialize<'de> for Catalog {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { version, categories, tools } = Written::deserialize(deserializer)?;
        let catalog = Self::from_tools(version, tools).map_err(D::Error::custom)?;
        let Some(mut categories) = categories else { return Ok(catalog) };
        categories.sort();
        if let Some(twice) = categories.windows(2).find(|pair| pair[0].category == pair[1].category) {
            let message = format!("the category `{}` is described twice", twice[0].category);
            return Err(D::Error::custom(message));
        }
        Ok(Self { categories: Cow::Owned(categories), ..catalog })
    }
}
