//! The JSON Schemas of a catalog's files: an independent validator finds with them what the loader finds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mlops_catalog::Catalog;
use mlops_catalog::load::{FileKind, Loader, Rule};
use serde_json::{Value, json};

use crate::support::form::{complaints, is_stated};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog");
const PROBLEMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/problems");

/// The kind of a file whose path is given from the catalog's folder on.
fn kind(path: &str) -> Option<FileKind> {
    FileKind::all().find(|kind| match kind.files().split_once('*') {
        Some((before, after)) => path.starts_with(before) && path.ends_with(after),
        None => path == kind.files(),
    })
}

/// The YAML files below a folder, their paths from there on.
fn files(dir: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "yaml") {
                let path = entry.strip_prefix(dir).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(path, entry);
            }
        }
    }
    found
}

#[test]
fn schema_files_are_fresh() {
    let dir = Path::new(CATALOG).join("schema");
    let names = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let kinds = FileKind::all().map(|kind| format!("{kind}.schema.json"));
    assert_eq!(names.collect::<BTreeSet<_>>(), kinds.collect());
    for kind in FileKind::all() {
        let text = fs::read_to_string(dir.join(format!("{kind}.schema.json"))).unwrap();
        assert!(text == kind.schema(), "{kind}: run `cargo run --example bake`");
    }
}

#[test]
fn schema_is_valid_and_self_contained() {
    for kind in FileKind::all() {
        let schema: Value = serde_json::from_str(&kind.schema()).unwrap();
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{kind}");
        assert!(!kind.schema().contains("\"$ref\""), "{kind}");
        every_object_is_closed(&schema);
    }
}

/// An object names its fields, describes each, shows how it is written, and has no others.
fn every_object_is_closed(schema: &Value) {
    let none = serde_json::Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    assert!(schema["type"] != "object" || schema["additionalProperties"] == false, "{schema}");
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(properties.contains_key(name.as_str().unwrap()), "{name}");
    }
    for (name, property) in properties {
        let said = property["description"].as_str().unwrap_or_default();
        assert!(said.ends_with('.') && !said.contains('\n'), "{name}: {said}");
        let shown = ["examples", "oneOf", "properties", "items", "anyOf"];
        assert!(shown.iter().any(|key| property.get(key).is_some()), "{name}");
        for example in property["examples"].as_array().into_iter().flatten() {
            assert!(jsonschema::draft7::new(property).unwrap().is_valid(example), "{name}: {example}");
        }
    }
    let lists = schema["anyOf"].as_array().into_iter().flatten();
    properties.values().chain(schema.get("items")).chain(lists).for_each(every_object_is_closed);
}

#[test]
fn schema_holds_for_every_file_of_the_catalog() {
    for (path, file) in files(Path::new(CATALOG)) {
        let kind = kind(&path).unwrap_or_else(|| panic!("{path} is of no kind"));
        let text = fs::read(&file).unwrap();
        assert_eq!(complaints(kind, &text), [""; 0], "{path}");
        let first = String::from_utf8(text).unwrap().lines().next().unwrap().to_owned();
        let schema =
            first.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{path}: {first}"));
        let schema = file.parent().unwrap().join(schema).canonicalize().unwrap();
        assert_eq!(schema, Path::new(CATALOG).join(format!("schema/{kind}.schema.json")).canonicalize().unwrap());
    }
}

#[test]
fn schema_of_json_holds_for_the_catalog() {
    let schema: Value = serde_json::from_str(&Catalog::json_schema()).unwrap();
    assert_eq!(schema["title"], "Catalog");
    let definitions: Vec<&String> = schema["definitions"].as_object().unwrap().keys().collect();
    assert_eq!(definitions, ["CategoryInfo", "Tool", "License", "Event", "Settled"]);
    let schema = jsonschema::validator_for(&schema).unwrap();
    let value = serde_json::to_value(Catalog::embedded()).unwrap();
    let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    let eventful = Catalog::embedded().tools().position(|tool| !tool.history().is_empty()).unwrap();
    let refused = |pointer: &str, wrong: Value| {
        let mut broken = value.clone();
        *broken.pointer_mut(pointer).unwrap() = wrong;
        assert!(!schema.is_valid(&broken), "{pointer}");
        serde_json::from_value::<Catalog>(broken).is_err()
    };
    for (pointer, wrong) in [
        ("/version", json!(1)),
        ("/tools/0/id", json!("Not An Id")),
        ("/tools/0/name", json!(["a", "list"])),
        ("/tools/0/categories/0", json!("no-such-category")),
        ("/tools/0/license/type", json!("free")),
        ("/tools/0/released", json!("yesterday")),
        (&format!("/tools/{eventful}/history/0/event"), json!("exploded")),
        ("/tools/0/checked", json!(2026)),
        ("/categories/0/title", json!(null)),
    ] {
        assert!(refused(pointer, wrong), "{pointer}");
    }
    // What follows from the rest is not read.
    for (pointer, wrong) in
        [("/tools/0/status", json!("gone")), ("/tools/0/year", json!("2018")), ("/categories/0/stage", json!("x"))]
    {
        assert!(!refused(pointer, wrong), "{pointer}");
    }
}

#[test]
fn schema_refuses_fixtures_where_it_can_state_the_rule() {
    let mut folders: Vec<_> = fs::read_dir(PROBLEMS).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let inspection = Loader::new().today("2026-11-24".parse().unwrap()).load(folder.join("catalog"));
        // What other readers take for a number is a warning to the loader, and no text to a validator.
        let unquoted = inspection.warnings().iter().filter(|problem| problem.rule() == Rule::UnquotedText);
        let bad: BTreeSet<&str> = inspection.errors().iter().chain(unquoted).map(|problem| problem.file()).collect();
        let stated = inspection.errors().iter().filter(|problem| is_stated(problem.rule()));
        let stated: BTreeSet<&str> = stated.map(|problem| problem.file()).collect();
        let files = files(&folder.join("catalog"));
        let complained: BTreeSet<&str> = files
            .iter()
            .filter(|(path, file)| !complaints(kind(path).unwrap(), &fs::read(file).unwrap_or_default()).is_empty())
            .map(|(path, _)| path.as_str())
            .collect();
        assert!(stated.is_subset(&complained) && complained.is_subset(&bad), "{name}: {complained:?}");
        if let Ok(rule) = name.parse::<Rule>() {
            assert_eq!(!bad.is_empty() && complained == bad, is_stated(rule), "{name}");
        }
    }
}
