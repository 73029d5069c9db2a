//! The way back: of a thousand mutilated tool files, the schema refuses those that the loader refuses, and no others, but
//! for what a schema cannot know.

use std::fs;

use mlops_catalog::load::{FileKind, Loader, Problem, Rule};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::support::form::{complaints, is_seen_by_schema};

/// Values that are right somewhere and wrong elsewhere.
const VALUES: &[&str] = &[
    "Acme",
    "''",
    "' x'",
    "~",
    "null",
    "[]",
    "{}",
    "[a, b]",
    "[a, a]",
    "[null]",
    "{type: private}",
    "1.10",
    "0x1F",
    "NO",
    "true",
    "2018",
    "2018-02-30",
    "2024-02-29",
    "2025-02-29",
    "1949",
    "2018-13",
    "model-serving",
    "[model-serving, model-serving]",
    "https://example.org",
    "https://example.org:80",
    "http://example.org",
    "www.example.org",
    "example.org, 2018",
    "A book, 2018",
    "TODO",
    "con",
    "My Tool",
    "MIT",
    "GPL-3.0",
    "MIT or Apache-2.0",
    "LicenseRef-",
    "\"a\\u200bb\"",
    "\"\\U0001F469\\u200d\\U0001F4BB\"",
    "\"a\\ufeff\"",
    "\"a\\tb\"",
    "archived",
    "open-source",
    "{date: 2018, event: launch}",
    "[{event: archived}]",
    "[{event: renamed}]",
    "[{event: renamed, from: 2018}]",
    "[{event: relicensed, from: {type: open-source}}]",
    "{name: word}",
    "{name: two words}",
    "{vendor: 'ftp://example.org'}",
    "- x",
    "x: y",
    "[a,,b]",
    "é",
    "'münchen'",
    "https://münchen.de",
    ".inf",
    "12:30",
];

const FIELDS: &[&str] = &[
    "name",
    "former-ids",
    "aliases",
    "description",
    "vendor",
    "homepage",
    "repository",
    "categories",
    "released",
    "license",
    "history",
    "successor",
    "sources",
    "checked",
    "status",
    "url",
];

/// A change to the lines of a file.
#[derive(Debug, Clone)]
enum Mutation {
    Set(&'static str, &'static str),
    Delete(Index),
    Double(Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        6 => (select(FIELDS), select(VALUES)).prop_map(|(field, value)| Mutation::Set(field, value)),
        1 => any::<Index>().prop_map(Mutation::Delete),
        1 => any::<Index>().prop_map(Mutation::Double),
    ]
}

fn mutate(lines: &mut Vec<String>, mutation: &Mutation) {
    match mutation {
        Mutation::Set(field, value) => {
            lines.retain(|line| !line.starts_with(&format!("{field}:")));
            lines.push(format!("{field}: {value}"));
        }
        Mutation::Delete(at) if !lines.is_empty() => {
            lines.remove(at.index(lines.len()));
        }
        Mutation::Double(at) if !lines.is_empty() => {
            let line = lines[at.index(lines.len())].clone();
            lines.push(line);
        }
        _ => {}
    }
}

fn tool() -> Vec<String> {
    [
        "name: Tool",
        "description: Serves models.",
        "vendor: Acme",
        "categories: [model-serving]",
        "released: {date: 2018-01-03, event: launch, source: https://example.org/news}",
        "license: {type: open-source, spdx: MIT, source: https://example.org/license}",
        "history: [{date: 2019-05, event: acquired, by: Acme, source: 'A book, 2020'}]",
        "checked: 2026-11-23",
    ]
    .map(str::to_owned)
    .into()
}

/// What another reader of YAML makes of a text may be no text at all.
fn is_misread(problem: &Problem) -> bool {
    problem.rule() == Rule::UnquotedText
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn agreement_of_schema_and_loader(mutations in vec(mutation(), 1..4)) {
        let mut lines = tool();
        mutations.iter().for_each(|mutation| mutate(&mut lines, mutation));
        let text = lines.join("\n") + "\n";
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("tools")).unwrap();
        fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
        fs::write(dir.path().join("tools/tool.yaml"), &text).unwrap();
        let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
        let complaints = complaints(FileKind::Tool, text.as_bytes());
        // The ids within a file are seen by a schema, its own name is not.
        let is_seen = |problem: &&Problem| problem.rule() == Rule::BadId || is_seen_by_schema(problem, &text);
        let seen: Vec<String> = report.errors().iter().filter(is_seen).map(ToString::to_string).collect();
        // A validator is given what another reader makes of the text.
        if serde_yaml::from_str::<Value>(&text).is_ok() {
            prop_assert!(seen.is_empty() || !complaints.is_empty(), "{}\nthe schema is silent: {:#?}", text, seen);
        }
        let refused = !report.errors().is_empty() || report.warnings().iter().any(is_misread);
        prop_assert!(refused || complaints.is_empty(), "{}\nthe loader is silent: {:#?}", text, complaints);
    }

    /// A plain text that another reader takes for something else is a warning.
    #[test]
    fn agreement_of_plain_texts(text in "[-+.0-9a-fxobnyNYTFRUEA:_eE]{1,6}|[0-9]{1,3}[.:_eE-][0-9]{1,3}|true|no|Off|\\.inf|\\.NaN|0x[0-9A-F]{1,3}|0o?[0-7]{1,3}") {
        let file = tool().join("\n").replace("vendor: Acme", &format!("vendor: {text}")) + "\n";
        let Ok(theirs) = serde_yaml::from_str::<Value>(&file) else { return Ok(()) };
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("tools")).unwrap();
        fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
        fs::write(dir.path().join("tools/tool.yaml"), &file).unwrap();
        let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
        let warned = report.warnings().iter().any(is_misread) || !report.errors().is_empty();
        prop_assert!(warned || theirs["vendor"] == json!(text), "{}: {:?}", text, theirs["vendor"]);
    }
}
