//! The catalog's files, read by another road: serde_yaml's values against the JSON of the loaded catalog.

use std::fs;
use std::path::Path;

use mlops_catalog::Catalog;
use mlops_catalog::load::FileKind;
use mlops_catalog::model::CategoryInfo;
use serde_json::{Value, json};

fn yaml(path: &Path) -> Value {
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// serde_yaml reads `2018` as a number; in a catalog it is a date.
fn text(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.to_string().into(),
        other => other.clone(),
    }
}

fn or(value: &Value, absent: Value) -> Value {
    if value.is_null() { absent } else { value.clone() }
}

fn license(written: &Value) -> Value {
    json!({"type": written["type"], "spdx": written["spdx"]})
}

fn event(written: &Value) -> Value {
    let mut event = written.clone();
    event["date"] = text(&written["date"]);
    event["source"] = written["source"].clone();
    if written["event"] == "relicensed" {
        event["from"] = license(&written["from"]);
    }
    event
}

#[test]
fn files_of_tools_match_their_json() {
    let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog"));
    let catalog = Catalog::from_dir(dir).unwrap();
    let files = fs::read_dir(dir.join("tools")).unwrap().count();
    assert_eq!(files, catalog.len());
    for tool in catalog.tools() {
        let written = yaml(&dir.join(format!("tools/{}.yaml", tool.id())));
        let found = serde_json::to_value(tool).unwrap();
        for field in ["name", "description", "vendor", "homepage", "repository", "categories", "successor", "checked"] {
            assert_eq!(found[field], written[field], "{}: {field}", tool.id());
        }
        assert_eq!(found["aliases"], or(&written["aliases"], json!([])));
        assert_eq!(found["license"], license(&written["license"]));
        assert_eq!(found["released"], text(&written["released"]["date"]));
        assert_eq!(found["released_event"], written["released"]["event"]);
        let history: Vec<Value> = written["history"].as_array().into_iter().flatten().map(event).collect();
        assert_eq!(found["history"], Value::from(history), "{}", tool.id());
        let mut sources = or(&written["sources"], json!({}));
        for fact in ["released", "license"] {
            if let source @ Value::String(_) = &written[fact]["source"] {
                sources[fact] = source.clone();
            }
        }
        assert_eq!(found["sources"], sources, "{}", tool.id());
    }
}

#[test]
fn files_of_the_catalog_match_what_is_loaded() {
    let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog"));
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.version().to_string(), yaml(&dir.join("catalog.yaml"))["version"]);
    let written = yaml(&dir.join("categories.yaml"));
    let info = |info: &CategoryInfo| {
        let (id, title, definition) = (info.category(), info.title(), info.definition());
        json!({"id": id, "title": title, "definition": definition, "stage": info.stage(), "table": info.table()})
    };
    assert_eq!(printed(catalog.categories().map(info).collect()), written);
}

/// What an editor shows of a category is what the catalog says of it.
#[test]
fn files_give_a_category_one_definition() {
    let schema: Value = serde_json::from_str(&FileKind::Categories.schema()).unwrap();
    let words = schema["items"]["properties"]["id"]["oneOf"].as_array().unwrap().clone();
    let word = |info: &CategoryInfo| json!({"const": info.category(), "description": info.definition()});
    assert_eq!(Catalog::embedded().categories().map(word).collect::<Vec<_>>(), words);
}

/// JSON without what is not printed: nulls, empty lists and what is computed.
fn printed(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let is_printed =
                |(name, value): &(String, Value)| !value.is_null() && *value != json!([]) && name != "discrepancies";
            fields.into_iter().filter(is_printed).map(|(name, value)| (name, printed(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(printed).collect(),
        other => other,
    }
}

#[test]
fn files_of_the_paper_match_what_is_loaded() {
    let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog"));
    let paper = mlops_catalog::Paper::from_dir(dir).unwrap();
    let found = [
        ("tables", json!(paper.tables().collect::<Vec<_>>())),
        ("survey", json!(paper.survey().collect::<Vec<_>>())),
        ("cases", json!(paper.cases().collect::<Vec<_>>())),
        ("references", json!(paper.references().collect::<Vec<_>>())),
    ];
    for (name, found) in found {
        assert_eq!(printed(found), yaml(&dir.join(format!("paper/{name}.yaml"))), "{name}");
    }
}

#[test]
fn files_name_commits_by_hash() {
    let addresses = |tool: &mlops_catalog::Tool| -> Vec<String> {
        let facts = mlops_catalog::model::Fact::all().filter_map(|fact| tool.source(fact));
        facts.chain(tool.history().iter().filter_map(|event| event.source())).map(ToString::to_string).collect()
    };
    for address in Catalog::embedded().tools().flat_map(addresses) {
        let Some((_, hash)) = address.split_once("/commit/") else { continue };
        let is_hash = hash.len() >= 7 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(is_hash, "{address}");
    }
}
