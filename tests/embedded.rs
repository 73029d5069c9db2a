//! The baked catalog: what it costs, and that it is the catalog of the files.

use std::path::Path;
use std::process::Command;

use mlops_catalog::{Catalog, Category, Paper, tool};

/// The catalog's folder.
fn dir() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))
}

#[test]
fn opening_and_looking_up_allocate_nothing() {
    let measured = allocation_counter::measure(|| {
        let catalog = std::hint::black_box(Catalog::embedded());
        assert!(catalog.tool("mlflow").is_some());
        assert!(catalog.tools().any(|tool| tool.is_in(Category::FeatureStores)));
        let paper = std::hint::black_box(Paper::embedded());
        assert!(paper.table(6).is_some() && paper.question("table-12").is_some() && paper.reference(30).is_some());
        assert!(paper.cases().flat_map(|case| case.platforms()).any(|platform| platform.tool().is_some()));
    });
    assert_eq!(measured.count_total, 0);
}

#[test]
fn a_constant_is_the_tool_of_the_catalog() {
    assert!(std::ptr::eq(tool::MLFLOW, Catalog::embedded().tool("mlflow").unwrap()));
}

#[test]
fn the_embedded_catalog_is_that_of_the_files() {
    let from_dir = Catalog::from_dir(dir()).unwrap_or_else(|error| panic!("{error}"));
    assert!(&from_dir == Catalog::embedded(), "run `cargo run --example bake`");
    assert!(&Paper::from_dir(dir()).unwrap() == Paper::embedded(), "run `cargo run --example bake`");
}

#[test]
fn baking_again_changes_nothing() {
    let mut bake = std::env::current_exe().unwrap();
    bake.pop();
    bake.pop();
    let bake = bake.join("examples").join(format!("bake{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(&bake).arg("--check").output().expect("run `cargo build --examples` first");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_name_leads_to_its_tool_alone() {
    let catalog = Catalog::embedded();
    for tool in catalog.tools() {
        for name in [tool.id().as_str(), tool.name()].into_iter().chain(tool.aliases()) {
            assert_eq!(catalog.find(name), Some(tool), "{name}");
            assert_eq!(catalog.find(&name.to_uppercase()), Some(tool), "{name}");
        }
    }
}

#[test]
fn every_category_is_described_in_order() {
    let described: Vec<Category> = Catalog::embedded().categories().map(|info| info.category()).collect();
    assert_eq!(described, Category::all().collect::<Vec<_>>());
}
