//! Tools and catalogs that a test spells out, and the ids of tools.

use mlops_catalog::model::ToolBuilder;
use mlops_catalog::{Catalog, Category, Tool, Year};

pub fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

/// A tool of which only the id and a category are known.
pub fn builder(id: &str) -> ToolBuilder {
    Tool::builder(id.parse().unwrap()).category(Category::ModelServing)
}

pub fn catalog_of(tools: impl IntoIterator<Item = ToolBuilder>) -> Catalog {
    Catalog::from_tools("1.0.0".parse().unwrap(), tools.into_iter().map(|tool| tool.build().unwrap())).unwrap()
}

pub fn ids<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> Vec<&'t str> {
    tools.into_iter().map(|tool| tool.id().as_str()).collect()
}
