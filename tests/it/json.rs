//! The keys of the JSON are those that the documentation of the crate lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mlops_catalog::model::Event;
use mlops_catalog::paper::Exhibit;
use mlops_catalog::{Catalog, Diff, Paper, Query, Tool, tool};
use serde::Serialize;
use serde_json::Value;

use crate::support::ROOT;

fn json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// A value of each documented type, by its name.
fn values() -> BTreeMap<&'static str, Value> {
    let (catalog, paper) = (Catalog::embedded(), Paper::embedded());
    let all = catalog.all();
    let (timeline, overlap, vendors) = (all.timeline(), all.overlap(), all.vendors());
    let lifespans = timeline.lifespans();
    let first = |value: Value| value[0].clone();
    let relicensed = tool::SELDON_CORE.history().iter().find(|event| json(event)["event"] == "relicensed").unwrap();
    let question = paper.question(Exhibit::Table(12)).unwrap();
    BTreeMap::from([
        ("Catalog", json(catalog)),
        ("CategoryInfo", json(catalog.categories().next())),
        ("Tool", json(tool::SELDON_CORE)),
        ("License", json(tool::SELDON_CORE.license())),
        ("Event", json(relicensed)),
        ("Selection", first(json(catalog.select(&Query::new())))),
        ("Timeline", json(&timeline)),
        ("YearGroup", json(timeline.years().next())),
        ("Lifespans", json(&lifespans)),
        ("LifespanYear", json(lifespans.years().next())),
        ("Overlap", json(&overlap)),
        ("PairOverlap", json(overlap.pairs().next())),
        ("Combination", json(overlap.combinations().next())),
        ("Vendors", json(&vendors)),
        ("Vendor", first(json(&vendors)["owners"].clone())),
        ("ToolEvent", first(json(all.events()))),
        ("Diff", json(Diff::between(catalog, catalog))),
        ("Table", json(paper.table(6))),
        ("Row", json(paper.table(6).unwrap().rows().next())),
        ("Question", json(question)),
        ("AnswerOption", json(question.options().next())),
        ("Case", json(paper.cases().next())),
        ("Platform", json(paper.cases().next().unwrap().platforms().next())),
        ("Reference", json(paper.reference(26))),
        ("Ranked", first(json(paper.usage(catalog).ranking()))),
        ("Erratum", first(json(paper.errata(catalog)))),
    ])
}

/// The type and the keys of a row such as ``| [`License`] | `{type, spdx}` |``.
fn documented(line: &str) -> Option<(&str, &str)> {
    let (name, shape) = line.strip_prefix("//! | [`")?.split_once("`]")?;
    Some((name, shape.split_once(" | ")?.1))
}

#[test]
fn json_keys_are_documented() {
    let text = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let mut values = values();
    for (name, shape) in text.lines().filter_map(documented) {
        let value = values.remove(name).unwrap_or_else(|| panic!("{name} has no value here"));
        let found: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let keys = shape.strip_prefix("`{").and_then(|rest| rest.split_once("}`"));
        match (name, keys) {
            ("Selection", _) => assert!(shape.starts_with("a list of tools") && found.contains("id")),
            // The keys of its kind, or of the event that it has, come to those that are listed.
            ("Event" | "ToolEvent", Some((keys, _))) => assert!(keys.split(", ").all(|key| found.contains(key))),
            (_, Some((keys, _))) => assert_eq!(found, keys.split(", ").collect(), "{name}"),
            (_, None) => panic!("{name}: {shape}"),
        }
    }
    assert!(values.is_empty(), "{:?} have no shape in the documentation", values.keys());
}

#[test]
fn json_of_another_type_is_refused_in_plain_words() {
    let said = |error: serde_json::Error| error.to_string().split(" at line").next().unwrap().to_owned();
    assert_eq!(said(serde_json::from_str::<Tool>("[]").unwrap_err()), "invalid length 0, expected a tool");
    assert_eq!(said(serde_json::from_str::<Tool>("1").unwrap_err()), "invalid type: integer `1`, expected a tool");
    assert_eq!(said(serde_json::from_str::<Catalog>("[]").unwrap_err()), "invalid length 0, expected a catalog");
    assert_eq!(said(serde_json::from_str::<Event>("[]").unwrap_err()), "invalid length 1, expected an event");
    let renamed = r#"{"event": "renamed", "from": 1}"#;
    assert_eq!(said(serde_json::from_str::<Event>(renamed).unwrap_err()), "`from` is a name or a license");
}
