//! `catalog.yaml` and `categories.yaml` as written.

use serde::Deserialize;

#[cfg(feature = "schema")]
use super::shape;
use crate::load::yaml::field::Field;

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["schema", "version"])))]
pub(crate) struct CatalogFile {
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(with = "shape::FormatVersion"))]
    pub(crate) schema: Field<String>,
    /// The version of the data. It is raised at a release, not by a pull request.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Version"))]
    pub(crate) version: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "title", "definition"])))]
#[cfg_attr(feature = "schema", schemars(transform = super::conditions::of_categories))]
pub(crate) struct CategoryFile {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Category"))]
    pub(crate) id: Field<String>,
    /// The title, for people.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) title: Field<String>,
    /// One sentence that says what belongs to the category.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) definition: Field<String>,
    /// The stage of work that it belongs to.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Stage"))]
    pub(crate) stage: Field<String>,
    /// The number of the paper's table that lists its tools.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(crate) table: Field<u8>,
}
