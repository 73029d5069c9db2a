//! Messages about fields: empty, missing, misplaced, misspelt.

use std::collections::BTreeSet;

use mlops_catalog::load::FileKind;
use serde_json::Value;

use super::{TOOL, errors, errors_of, report};

/// Adds where a mapping can be in a file of that schema, as text before its field and after it.
fn mappings(schema: &Value, before: &str, after: &str, found: &mut Vec<(String, String, Value)>) {
    if schema["items"].is_object() {
        mappings(&schema["items"], &format!("{before}["), &format!("]{after}"), found);
    } else if let Some(fields) = schema["properties"].as_object() {
        for (name, field) in fields {
            mappings(field, &format!("{before}{{{name}: "), &format!("}}{after}"), found);
        }
        found.push((format!("{before}{{"), format!("}}{after}"), schema.clone()));
    }
}

/// `null`, `~` and nothing are one error; a field that is needed cannot be left out, any other can.
#[test]
fn messages_of_empty_fields_say_whether_they_are_needed() {
    let mut without_example = BTreeSet::new();
    for kind in FileKind::all() {
        let schema: Value = serde_json::from_str(&kind.schema()).unwrap();
        let path = kind.files().replace('*', "tool");
        let mut found = Vec::new();
        mappings(&schema, "", "", &mut found);
        assert!(!found.is_empty());
        for (before, after, mapping) in found {
            let is_required =
                |name: &str| mapping["required"].as_array().is_some_and(|list| list.contains(&name.into()));
            // Of an event, they are needed where they belong.
            let is_of_kind = |name: &str| before.starts_with("{history") && ["by", "from", "to"].contains(&name);
            for name in mapping["properties"].as_object().unwrap().keys() {
                let texts = ["", " null", " ~", " Null", " NULL"].map(|value| {
                    let text = format!("{before}{name}:{value}{after}\n");
                    let expected = format!("the field `{name}` has no value; ");
                    let said = errors_of(&path, &text);
                    let found: Vec<&String> = said.iter().filter(|said| said.starts_with(&expected)).collect();
                    assert_eq!(found.len(), 1, "{text}: {said:?}");
                    found[0].clone()
                });
                assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
                let can_be_left_out = texts[0].contains("leave the field out");
                assert_eq!(can_be_left_out, !is_required(name) && !is_of_kind(name), "{before}{name}: {}", texts[0]);
                match texts[0].split_once("such as `") {
                    Some((_, example)) => assert!(example.starts_with(&format!("{name}: ")), "{}", texts[0]),
                    None => _ = without_example.insert(name.clone()),
                }
            }
        }
    }
    // Their values are mappings or numbers, or mean different things in different places.
    let expected = "address at because category count doi event figure finding from history id license \
                    number options percent platforms released respondents rows settled source sources statement table \
                    tool venue year";
    assert_eq!(without_example.iter().map(String::as_str).collect::<Vec<_>>().join(" "), expected);
}

/// What a message advises leads to no other error.
#[test]
fn messages_of_other_types_say_what_to_write() {
    const ALIASES: &str = "expected a list, found a mapping; write one such as `aliases: [Seldon]`";
    for (field, message) in [
        ("aliases: {}", ALIASES),
        ("aliases: {Other: true}", ALIASES),
        ("aliases: Other", "expected a list, found `Other`; put it in brackets: `[Other]`"),
        ("former-ids: {}", "expected a list, found a mapping; write one such as `former-ids: [old-name]`"),
        ("history: {}", "expected a list, found a mapping; begin each item with a dash: `- field: …`"),
        ("history: {event: x}", "expected a list, found a mapping; begin each item with a dash: `- event: …`"),
        ("settled: late", "expected a list, found `late`; begin each item with a dash: `- field: …`"),
        (
            "settled: [late]",
            "expected a mapping of fields, found `late`; write a mapping of its fields: finding, at, because",
        ),
        (
            "history: [archived]",
            "expected a mapping of fields, found `archived`; write a mapping of its fields: date, event, by, from, to, source",
        ),
        (
            "released: [2018]",
            "expected a mapping of fields, found a list; write one such as `released: {date: 2018-01-03, event: first-tag}`",
        ),
        ("vendor: [Acme]", "expected text, found a list; write one such as `vendor: Seldon`"),
        ("successor: {id: other}", "expected text, found a mapping; write one such as `successor: seldon-core`"),
        ("history: [{date: 2018}]", "the field `event` is missing; add `event: …`"),
        ("sources: {license: a b}", "unknown field `license`; its source stands beside it: `license: {…, source: …}`"),
        (
            "sources: {released: a b}",
            "unknown field `released`; its source stands beside it: `released: {…, source: …}`",
        ),
        ("vendor: ''", "the text is empty; write it, or leave it out where it is not required"),
    ] {
        assert_eq!(errors(&format!("{TOOL}{field}\n")), [message]);
    }
}

#[test]
fn messages_of_items_without_a_value_offer_quotes() {
    for (item, help) in [
        ("null", "if it is a text, put it in quotes: `'null'`"),
        ("~", "if it is a text, put it in quotes: `'~'`"),
        ("Null", "if it is a text, put it in quotes: `'Null'`"),
    ] {
        let expected = vec![format!("the item has no value; {help}")];
        assert_eq!(errors(&format!("{TOOL}aliases: [Other, {item}]\n")), expected);
        assert_eq!(errors(&format!("{TOOL}aliases:\n  - Other\n  - {item}\n")), expected);
    }
    let nothing = errors(&format!("{TOOL}aliases:\n  - Other\n  -\n"));
    assert_eq!(nothing, ["the item has no value; write one, or delete the comma or dash before it"]);
}

#[test]
fn messages_name_the_field_that_is_meant() {
    for (field, help) in [
        ("status: active", "the status is derived from `history`; write what happened there, and leave this out"),
        ("owner: Acme", "did you mean `vendor`?"),
        ("url: https://example.org", "did you mean `homepage`?"),
        ("Website: https://example.org", "did you mean `homepage`?"),
        ("repo: https://example.org", "did you mean `repository`?"),
        ("repo-url: https://example.org", "did you mean `repository`?"),
        ("year: 2018", "the year is derived from `released`; leave this out"),
        ("id: tool", "the id is the name of the file, without `.yaml`; leave this out"),
        ("category: model-serving", "did you mean `categories`?"),
        ("vendr: Acme", "did you mean `vendor`?"),
    ] {
        let name = field.split(':').next().unwrap();
        assert_eq!(errors(&format!("{TOOL}{field}\n")), [format!("unknown field `{name}`; {help}")]);
    }
}

/// In brackets a field without the space is a key without a value.
#[test]
fn messages_of_fields_without_a_space_in_brackets_show_it() {
    let said = errors(&format!("{TOOL}released: {{event:first-tag, date: 2018}}\n"));
    assert!(said.contains(
        &"unknown field `event:first-tag`; write `event: first-tag`, with a space after the colon".to_owned()
    ));
}

#[test]
fn messages_name_the_field_that_is_meant_in_a_mapping() {
    for (mapping, field, meant) in [
        ("released: {date: 2018, event: launch, F}", "when: 2018", "date"),
        ("released: {date: 2018, event: launch, F}", "What: launch", "event"),
        ("released: {date: 2018, event: launch, F}", "ref: x", "source"),
        ("history: [{event: archived, F}]", "year: 2018", "date"),
        ("history: [{event: archived, F}]", "change: archived", "event"),
        ("history: [{event: acquired, by: A, F}]", "buyer: B", "by"),
        ("history: [{event: renamed, from: A, F}]", "old: B", "from"),
        ("history: [{event: donated, to: A, F}]", "foundation: B", "to"),
        ("sources: {vendor: https://example.org/a, F}", "vendr: x", "vendor"),
    ] {
        let name = field.split(':').next().unwrap();
        let said = errors(&format!("{TOOL}{}\n", mapping.replace('F', field)));
        assert_eq!(said, [format!("unknown field `{name}`; did you mean `{meant}`?")]);
    }
    let license = |field: &str| errors(&TOOL.replace("{type: private}", &format!("{{type: private, {field}}}")));
    assert_eq!(license("licence: MIT"), ["unknown field `licence`; did you mean `spdx`?"]);
    assert_eq!(license("url: x"), ["unknown field `url`; did you mean `source`?"]);
    for (field, help) in [
        ("since: 2018", "did you mean `released`? write `released: {date: 2018-01-03, event: first-tag}`"),
        ("archived: 2020", "it belongs to `history`: write `history: [{date: 2024-01-16, event: archived}]`"),
        ("citation: x", "a source is written beside the fact that it shows, or in `sources: {vendor: …}`"),
    ] {
        let name = field.split(':').next().unwrap();
        assert_eq!(errors(&format!("{TOOL}{field}\n")), [format!("unknown field `{name}`; {help}")]);
    }
}

#[test]
fn messages_of_missing_fields_end_with_their_line() {
    let place = |text: &str| {
        let found = report(text);
        let problem = found.errors().iter().next().unwrap();
        (problem.message().to_owned(), text[problem.location().span()].to_owned())
    };
    let history = format!("{TOOL}history:\n  - date: 2020\n    source: https://example.org/a\n");
    assert_eq!(place(&history), ("the field `event` is missing".to_owned(), "date: 2020".to_owned()));
    let last = format!("{TOOL}released: {{date: 2020}}");
    assert_eq!(place(&last), ("the field `event` is missing".to_owned(), "{date: 2020}".to_owned()));
}

#[test]
fn messages_of_misplaced_fields_say_where_they_belong() {
    let text = TOOL.replace("license: {type: private}", "license:\ntype: open-source\nspdx: MIT");
    let said = errors(&text).join("\n");
    assert!(
        said.contains("the field `license` has no value; write its fields below it, indented by two spaces"),
        "{said}"
    );
    assert_eq!(said.matches("it belongs to `license`: indent it by two spaces below `license:`").count(), 2, "{said}");
    let text = format!("{TOOL}history:\n  date: 2020\n  event: archived\n");
    assert_eq!(errors(&text), ["expected a list, found a mapping; begin each item with a dash: `- date: …`"]);
}

#[test]
fn messages_of_words_name_the_one_that_is_meant() {
    for (word, meant) in [
        ("proprietary", "private"),
        ("Proprietary", "private"),
        ("commercial", "private"),
        ("closed source", "private"),
        ("public cloud", "public"),
        ("oss", "open-source"),
        ("opensource", "open-source"),
        ("fair-code", "source-available"),
    ] {
        let text = TOOL.replace("{type: private}", &format!("{{type: {word}}}"));
        assert_eq!(errors(&text), [format!("unknown license type `{word}`; did you mean `{meant}`?")]);
    }
    let said = errors(&format!("{TOOL}successor: MLflow\n"));
    assert!(said.len() == 1 && said[0].ends_with("; did you mean `mlflow`?"), "{said:?}");
}

/// A known word or field that is listed can be written.
#[test]
fn messages_list_no_word_that_is_refused() {
    let said = errors(&TOOL.replace("{type: private}", "{type: xyzzy}"));
    let words = said[0].split("known: ").nth(1).unwrap().to_owned();
    for word in words.split(", ") {
        let spdx = if word == "open-source" { ", spdx: MIT" } else { "" };
        assert_eq!(errors(&TOOL.replace("{type: private}", &format!("{{type: {word}{spdx}}}"))), [""; 0], "{word}");
    }
}
