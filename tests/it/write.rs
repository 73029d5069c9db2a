//! A catalog that is written is read back equal, and no file is overwritten.

use std::fs;

use mlops_catalog::load::{Rule, WriteError};
use mlops_catalog::{Catalog, Category, LicenseType, Paper, Tool};
use proptest::prelude::*;

use crate::support::catalogs;

fn written_and_read(catalog: &Catalog) -> Result<Catalog, WriteError> {
    let dir = tempfile::tempdir().unwrap();
    catalog.write_dir(dir.path())?;
    Ok(Catalog::from_dir(dir.path()).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn write_round_trips_the_embedded_catalog() {
    assert!(&written_and_read(Catalog::embedded()).unwrap() == Catalog::embedded());
}

#[test]
fn write_quotes_texts_that_yaml_reads_otherwise() {
    let texts =
        ["2018", "yes", "null", "~", "1.0", "a: b", "# h", "- d", "'", "\"", "x #y", "Ünïcode 中", "{m}", "&n", "0x10"];
    let tools = texts.iter().enumerate().map(|(at, text)| {
        let builder = Tool::builder(format!("tool-{at}").parse().unwrap()).name(*text).description(*text).vendor(*text);
        let builder = builder.category(Category::ModelServing).license(LicenseType::Private);
        builder.checked("2026-11-23".parse().unwrap()).build().unwrap()
    });
    let catalog = Catalog::from_tools("1.2.3".parse().unwrap(), tools).unwrap();
    assert_eq!(written_and_read(&catalog).unwrap(), catalog);
}

#[test]
fn write_refuses_what_could_not_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let error = Paper::embedded().catalog().write_dir(dir.path()).unwrap_err();
    let WriteError::Unreadable(error) = error else { panic!("{error}") };
    assert!(error.problems().iter().any(|problem| problem.rule() == Rule::MissingField));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn write_overwrites_nothing() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("catalog.yaml"), "mine").unwrap();
    let error = Catalog::embedded().write_dir(dir.path()).unwrap_err();
    assert!(matches!(error, WriteError::NotEmpty(_)), "{error}");
    assert_eq!(fs::read_to_string(dir.path().join("catalog.yaml")).unwrap(), "mine");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn write_round_trips_any_catalog(catalog in catalogs::catalog()) {
        // Random tools have no description and no day of a check, which files need.
        let tools = catalog.tools().map(|tool| {
            let builder = mlops_catalog::model::ToolBuilder::from(tool.clone()).description("Serves models.");
            builder.checked("2026-11-23".parse().unwrap()).build().unwrap()
        });
        let catalog = Catalog::from_tools(catalog.version().clone(), tools).unwrap();
        prop_assert_eq!(written_and_read(&catalog).unwrap(), catalog);
    }
}
