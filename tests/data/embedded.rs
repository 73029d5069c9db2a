//! The baked catalog: that it is the catalog of the files.

use std::path::Path;

use mlops_catalog::load::Loader;
use mlops_catalog::{Catalog, Category, Paper, tool};

use crate::ROOT;

#[test]
fn embedded_constants_are_tools_of_the_catalog() {
    assert!(std::ptr::eq(tool::MLFLOW, Catalog::embedded().get("mlflow").unwrap()));
}

#[test]
fn embedded_catalog_equals_the_files() {
    let dir = Path::new(ROOT).join("catalog");
    let from_dir = Catalog::from_dir(&dir).unwrap_or_else(|error| panic!("{error}"));
    assert!(&from_dir == Catalog::embedded(), "run `cargo run --example bake`");
    assert!(&Paper::from_dir(&dir).unwrap() == Paper::embedded(), "run `cargo run --example bake`");
    let report = Loader::new().load(&dir);
    assert!(report.catalog() == Some(Catalog::embedded()) && report.paper() == Some(Paper::embedded()));
}

#[test]
fn embedded_names_find_their_tool() {
    let catalog = Catalog::embedded();
    for tool in catalog.tools() {
        for name in [tool.id().as_str(), tool.name()].into_iter().chain(tool.aliases()) {
            assert_eq!(catalog.find(name), Some(tool), "{name}");
            assert_eq!(catalog.find(&name.to_uppercase()), Some(tool), "{name}");
        }
    }
}

#[test]
fn embedded_categories_are_described_in_order() {
    let described: Vec<Category> = Catalog::embedded().categories().map(|info| info.category()).collect();
    assert_eq!(described, Category::all().collect::<Vec<_>>());
    for info in Catalog::embedded().categories() {
        assert_eq!(format!("{info:>80}|"), format!("{:>80}|", info.title()));
    }
}
