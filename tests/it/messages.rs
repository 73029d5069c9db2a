//! What the loader says of mistakes that people make, so that a person without Rust knows what to do.

use std::collections::BTreeSet;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use mlops_catalog::load::{FileKind, Loader, Problem, Report, Rule};
use serde_json::Value;

const TOOL: &str = "name: Tool\ndescription: Serves.\ncategories: [model-serving]\nlicense: {type: private}\n\
                    checked: 2026-11-23\n";

fn load(text: &str, loader: Loader) -> Report {
    load_file("tools/tool.yaml", text, loader)
}

/// What the loader says of a catalog with one file of that text.
fn load_file(path: &str, text: &str, loader: Loader) -> Report {
    let dir = tempfile::tempdir().unwrap();
    for directory in ["tools", "paper"] {
        fs::create_dir(dir.path().join(directory)).unwrap();
    }
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.path().join(path), text).unwrap();
    loader.load(dir.path())
}

fn report(text: &str) -> Report {
    load(text, Loader::new().today("2026-11-24".parse().unwrap()))
}

/// Every error as `message; help`.
fn errors(text: &str) -> Vec<String> {
    errors_of("tools/tool.yaml", text)
}

fn errors_of(path: &str, text: &str) -> Vec<String> {
    let said = |problem: &Problem| format!("{}; {}", problem.message(), problem.help().unwrap_or_default());
    let report = load_file(path, text, Loader::new().today("2026-11-24".parse().unwrap()));
    report.errors().iter().map(said).collect()
}

/// The rules of every warning but those of missing sources.
fn warnings(text: &str) -> Vec<Rule> {
    let rules = report(text);
    rules.warnings().iter().map(Problem::rule).filter(|rule| *rule != Rule::Unsourced).collect()
}

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
    let expected = "address at authors because category count doi event figure finding former-ids from history id license \
                    number options percent platforms released respondents rows settled source sources statement table \
                    tool venue year";
    assert_eq!(without_example.iter().map(String::as_str).collect::<Vec<_>>().join(" "), expected);
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

/// The year that a table prints can be next year, and is a year.
#[test]
fn messages_of_printed_years() {
    let rows = "name: A, type: private, tool: tool";
    let said = |year: &str| {
        let text = format!("[{{number: 1, title: T, category: notebooks, rows: [{{{rows}, released: {year}}}]}}]\n");
        // The tool that the row means is not there.
        let mut said = errors_of("paper/tables.yaml", &text);
        said.retain(|said| !said.starts_with("no tool has the id"));
        said
    };
    assert_eq!(said("2027"), [""; 0]);
    for year in ["2028", "1949"] {
        assert_eq!(said(year), [format!("{year} is not a year from 1950 to 2027; write the year as printed")]);
    }
    for year in ["x", "218", "20l8", "20188"] {
        assert_eq!(said(year), [format!("`{year}` is not a year; write a year from 1950 on, such as 2018")]);
    }
}

/// What cannot be read is not missing, too.
#[test]
fn messages_of_expressions_that_are_no_text() {
    let text = TOOL.replace("{type: private}", "{type: open-source, spdx: [MIT]}");
    assert_eq!(errors(&text), ["expected text, found a list; "]);
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

/// Faults of dates at the edges of months, years and the calendar.
#[test]
fn messages_of_dates_at_the_edges() {
    let rule = |date: &str| {
        let text = TOOL.replace("2026-11-23", date);
        report(&text).errors().iter().map(Problem::rule).next()
    };
    for (date, expected) in [
        ("2024-02-29", None),
        ("2025-02-29", Some(Rule::BadDate)),
        ("2020-02-30", Some(Rule::BadDate)),
        ("2020-13-01", Some(Rule::BadDate)),
        ("2020-13", Some(Rule::BadDate)),
        ("2018-+6", Some(Rule::BadDate)),
        ("10000", Some(Rule::BadDate)),
        ("1949", Some(Rule::YearOutOfRange)),
        ("9999", Some(Rule::YearOutOfRange)),
        ("2026-11-24", None),
        ("2026-11-25", Some(Rule::FutureDate)),
        ("2026-12", Some(Rule::FutureDate)),
        ("2026", None),
        ("2027", Some(Rule::FutureDate)),
        ("2028", Some(Rule::YearOutOfRange)),
    ] {
        assert_eq!(rule(date), expected, "{date}");
    }
}

/// A day that has begun in the easternmost time zone is today; the one after it has begun nowhere.
#[test]
fn messages_count_days_as_they_begin_on_earth() {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + 14 * 3600;
    let day = |offset: u64| TOOL.replace("2026-11-23", &civil(seconds / 86_400 + offset));
    let rules = |text: &str| load(text, Loader::new()).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&day(0)), []);
    // Two days on, in case the clock goes on while this runs.
    assert_eq!(rules(&day(2)), [Rule::FutureDate]);
}

/// The date of a day since 1970-01-01, counted up month by month.
fn civil(days: u64) -> String {
    let (mut year, mut month, mut left) = (1970, 1, days);
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if left < length {
            return format!("{year}-{month:02}-{:02}", left + 1);
        }
        left -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// The date is certain to be earlier, or it is no warning.
#[test]
fn messages_of_events_before_the_release() {
    let text = |released: &str, date: &str| {
        format!(
            "{TOOL}released: {{date: {released}, event: launch}}\nhistory: [{{date: {date}, event: acquired, by: Acme}}]\n"
        )
    };
    for (released, date, is_warned) in [
        ("2018-06-02", "2018-06-01", true),
        ("2018-06-01", "2018-06-01", false),
        ("2018-06", "2018", false),
        ("2018-06", "2018-05", true),
        ("2018", "2018-01-01", false),
        ("2019", "2018-12-31", true),
    ] {
        let found = warnings(&text(released, date));
        assert_eq!(found.contains(&Rule::BeforeRelease), is_warned, "{released}, {date}: {found:?}");
    }
}

/// Whoever fills a text with a word that says nothing is told so.
#[test]
fn messages_of_placeholders() {
    for word in ["TODO", "todo", "TBD", "N/A", "'none'", "None", "'-'", "'no'", "unknown", "'TODO: find out'"] {
        assert_eq!(warnings(&format!("{TOOL}vendor: {word}\n")), [Rule::Placeholder], "{word}");
        let renamed = format!("{TOOL}history: [{{event: renamed, from: {word}}}]\n");
        assert_eq!(warnings(&renamed), [Rule::Placeholder], "{word}");
    }
    for word in ["Nono", "Todoist", "N/A Labs", "A", "Nonesuch"] {
        assert_eq!(warnings(&format!("{TOOL}vendor: {word}\n")), [], "{word}");
    }
}

#[test]
fn messages_of_skeletons_show_the_first_comment() {
    let text = format!("# Mine.\n{TOOL}  #  by:\n# Also mine.\n#spdx:\n");
    let found = report(&text);
    let problem = found.warnings().iter().chain(found.errors().iter()).find(|of| of.rule() == Rule::SkeletonComment);
    let problem = problem.unwrap();
    assert_eq!(problem.message(), "comments of the skeleton are left in: 2 lines");
    assert_eq!(text[problem.location().span()], *"#  by:");
}

/// The last owner of a history is the vendor, with or without what foundations are called.
#[test]
fn messages_of_vendors_that_the_history_names() {
    let rules = |vendor: &str, owner: &str| {
        let text = format!("{TOOL}vendor: {vendor}\nhistory: [{{date: 2020, event: acquired, by: {owner}}}]\n");
        warnings(&text)
    };
    assert_eq!(rules("LF AI & Data", "LF AI & Data Foundation"), []);
    assert_eq!(rules("LF AI & Data Foundation", "LF AI & Data"), []);
    assert_eq!(rules("Acme", "acme"), []);
    assert_eq!(rules("Acme", "Other"), [Rule::FormerVendor]);
}

#[test]
fn messages_of_comments_that_take_text_along() {
    for (line, is_warned) in [
        ("vendor: Acme #1", true),
        ("vendor: Acme #", true),
        ("vendor: Acme   #!", true),
        ("vendor: Acme # a note", false),
        ("vendor: Acme#1", false),
        ("vendor: 'Acme' #1", false),
        ("vendor: Acme\n#comment", false),
        ("homepage: https://example.org/a #top", true),
        ("aliases: [Other] #x", false),
        ("aliases:\n  - Other #x", true),
    ] {
        let expected: &[Rule] = if is_warned { &[Rule::SwallowedText] } else { &[] };
        assert_eq!(warnings(&format!("{TOOL}{line}\n")), expected, "{line}");
    }
}

/// A byte order mark begins a file; within it, or written with an escape, it is hidden.
#[test]
fn messages_of_byte_order_marks() {
    let rules = |text: &str| report(text).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&format!("\u{feff}{TOOL}")), []);
    for vendor in ["\u{feff}Acme", "\"\\uFEFFAcme\"", "\"\\uFEFF\"", "Ac\u{feff}me"] {
        assert_eq!(rules(&format!("{TOOL}vendor: {vendor}\n")), [Rule::ForbiddenCharacter], "{vendor:?}");
    }
}

/// An emoji may be several characters that nobody sees alone.
#[test]
fn messages_let_emoji_through() {
    for (vendor, is_refused) in [
        ("👩\u{200d}💻", false),
        ("❤\u{fe0f} Labs", false),
        ("1\u{fe0f}\u{20e3}", false),
        ("Ac\u{200d}me", true),
        ("Acme\u{fe0f}", true),
        ("🏴\u{e0067}\u{e007f}", true),
        ("\u{200c}Acme", true),
        ("Ac\u{ad}me", true),
        ("\u{3164}", true),
        ("\u{ffa0}x", true),
        ("x\u{115f}", true),
        ("x\u{2061}y", true),
        ("x\u{206a}y", true),
        ("x\u{fff9}y", true),
    ] {
        let found = report(&format!("{TOOL}vendor: {vendor}\n"));
        let rules: Vec<Rule> = found.errors().iter().map(Problem::rule).collect();
        assert_eq!(!rules.is_empty(), is_refused, "{vendor:?}");
        assert!(rules.iter().all(|rule| *rule == Rule::ForbiddenCharacter), "{rules:?}");
    }
}

/// No text grows with what is wrong.
#[test]
fn messages_do_not_grow_with_their_input() {
    let long = "x".repeat(50_000);
    for line in [
        format!("vendor: [{long}]"),
        format!("{long}: 1"),
        format!("homepage: {long}"),
        format!("homepage: https://{long}"),
        format!("homepage: https://example.org:{long}"),
        format!("homepage: https://é{long}.org"),
        format!("homepage: www.{long}.org/"),
        format!("successor: {long}"),
        format!("successor: {}", "A b ".repeat(10_000)),
        format!("sources: {{vendor: {long}}}"),
        format!("history: [{{event: {long}}}]"),
        format!("released: {{date: {}, event: launch}}", "9".repeat(50_000)),
        format!("vendor: {}", "9".repeat(50_000)),
        format!("vendor: a #{long}"),
        format!("aliases: ['{long}', '{long}!']"),
    ] {
        let text = format!("{TOOL}{line}\n");
        let found = report(&text);
        assert!(found.errors().count() + found.warnings().count() > 0, "{}", &line[..20]);
        for problem in found.errors().iter().chain(found.warnings().iter()) {
            let length = problem.to_string().len();
            assert!(length < 1_000, "{}: {length}", &line[..20]);
        }
    }
    for spdx in
        [long.clone(), "MIT or ".repeat(8_000) + "MIT", format!("MIT WITH {long}"), format!("GPL-2.0-only+{long}")]
    {
        let text = TOOL.replace("{type: private}", &format!("{{type: open-source, spdx: {spdx}}}"));
        let found = errors(&text);
        assert!(!found.is_empty() && found.iter().all(|said| said.len() < 1_000), "{}", &spdx[..20]);
    }
}

/// The rules of a history, and of what its own file cannot say.
#[test]
fn messages_of_histories() {
    let rules = |events: &str| {
        let found = report(&format!("{TOOL}history:\n{events}"));
        found.errors().iter().map(|problem| (problem.rule(), problem.line())).collect::<Vec<_>>()
    };
    for (events, expected) in [
        ("  - {event: archived}\n  - {date: 2020, event: revived}\n", &[(Rule::EventOrder, 8)][..]),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: archived}\n", &[(Rule::EventCannotFollow, 8)]),
        (
            "  - {date: 2020, event: discontinued}\n  - {date: 2021, event: discontinued}\n",
            &[(Rule::EventCannotFollow, 8)],
        ),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: inactive}\n", &[(Rule::EventCannotFollow, 8)]),
        ("  - {date: 2020, event: revived}\n", &[(Rule::EventCannotFollow, 7)]),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: discontinued}\n", &[]),
        ("  - {date: 2020, event: discontinued}\n  - {date: 2021, event: archived}\n", &[]),
        ("  - {date: 2021, event: archived}\n  - {date: 2020, event: revived}\n", &[(Rule::EventOrder, 8)]),
        ("  - {date: 2016-05, event: archived}\n  - {date: 2016-05-01, event: revived}\n", &[]),
        ("  - {date: 2020, event: archived}\n  - {event: revived}\n", &[]),
        ("  - {date: 2024-11-23, event: inactive}\n", &[]),
        ("  - {date: 2024-11-24, event: inactive}\n", &[(Rule::NotYetInactive, 7)]),
    ] {
        assert_eq!(rules(events), expected, "{events}");
    }
    // 24 months before a 29th of February is the 28th.
    let leap = |date: &str| {
        let text =
            TOOL.replace("2026-11-23", "2024-02-29") + &format!("history: [{{date: {date}, event: inactive}}]\n");
        report(&text).errors().iter().map(Problem::rule).collect::<Vec<_>>()
    };
    assert_eq!((leap("2022-02-28"), leap("2022-03-01")), (vec![], vec![Rule::NotYetInactive]));
}

#[test]
fn messages_of_a_successor_whose_file_cannot_be_read() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.path().join("tools/tool.yaml"), format!("{TOOL}successor: next\n")).unwrap();
    fs::write(dir.path().join("tools/next.yaml"), "name: [\n").unwrap();
    let found = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let rules: Vec<Rule> = found.errors().iter().map(Problem::rule).collect();
    assert_eq!(rules, [Rule::Syntax]);
}

#[test]
fn messages_of_descriptions_begin_after_120_characters() {
    let text = |length: usize| TOOL.replace("Serves.", &"é".repeat(length));
    assert_eq!((warnings(&text(120)), warnings(&text(121))), (vec![], vec![Rule::LongDescription]));
}

#[test]
fn messages_of_nested_keys_and_of_what_follows_a_forbidden_character() {
    let rules = |text: &str| report(text).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&format!("{TOOL}sources: {{[vendor]: x}}\n")), [Rule::YamlFeature]);
    assert_eq!(rules(&format!("{TOOL}sources:\n  ? {{a: b}}\n  : x\n")), [Rule::YamlFeature]);
    // Each forbidden character is found, and nothing else is said of a file that hides something.
    let hidden = format!("{TOOL}vendor: a\u{200b}b\ncolor: red\nhomepage: https://a\u{2060}b.org\n");
    assert_eq!(rules(&hidden), [Rule::ForbiddenCharacter, Rule::ForbiddenCharacter]);
}

/// Nobody else says of a license of one's own that it is free.
#[test]
fn messages_of_licenses_of_ones_own() {
    let rules = |license: &str| {
        report(&TOOL.replace("{type: private}", license)).errors().iter().map(Problem::rule).collect::<Vec<_>>()
    };
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x}"), [Rule::NotFree]);
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x AND MIT}"), [Rule::NotFree]);
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x OR MIT}"), []);
    assert_eq!(rules("{type: source-available, spdx: LicenseRef-x}"), []);
    for nameless in ["LicenseRef-", "LicenseRef--", "MIT OR LicenseRef-", "DocumentRef-:LicenseRef-x", "AdditionRef-"] {
        assert_eq!(
            rules(&format!("{{type: source-available, spdx: {nameless}}}")),
            [Rule::BadExpression],
            "{nameless}"
        );
    }
}

/// What is wrong with an expression is underlined in its text, within quotes too.
#[test]
fn messages_underline_the_part_of_an_expression() {
    let place = |written: &str| {
        let text = TOOL.replace("{type: private}", &format!("{{type: open-source, spdx: {written}}}"));
        let found = report(&text);
        let place = found.errors().iter().next().unwrap().location().span();
        text[place].to_owned()
    };
    for (written, wrong) in [
        ("MIT OR Apach-2.0", "Apach-2.0"),
        ("'MIT OR Apach-2.0'", "Apach-2.0"),
        ("\"MIT OR Apach-2.0\"", "Apach-2.0"),
        ("\"MIT OR \\u0041pach-2.0\"", "\"MIT OR \\u0041pach-2.0\""),
        ("(MIT", "("),
        ("MIT or Apache-2.0", "or"),
    ] {
        assert_eq!(place(written), wrong, "{written}");
    }
}
