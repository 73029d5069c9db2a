//! What the schemas say of values, against the types and the loader that read them.

use std::fs;

use itertools::Itertools as _;
use mlops_catalog::load::{FileKind, Loader, Problem, Rule};
use mlops_catalog::model::{Address, ChangeKind, Source};
use mlops_catalog::paper::{Doi, Exhibit, Percent};
use mlops_catalog::{Category, Date, Expression, LicenseType, Tool, ToolId, Year};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::form::{complaints, is_seen_by_schema};

/// A tool file with one more field, or another value of one.
fn tool_with(field: &str, value: Value) -> String {
    let mut tool = json!({
        "name": "Tool", "description": "Serves models.", "categories": ["model-serving"],
        "license": {"type": "private"}, "checked": "2026-11-23",
    });
    tool[field] = value;
    // JSON is YAML.
    tool.to_string()
}

fn is_tool(text: &str) -> bool {
    complaints(FileKind::Tool, text.as_bytes()).is_empty()
}

/// Fails unless the schema complains of exactly those tool files that break a law that a schema can state.
fn agree(tools: &[String]) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    for (at, text) in tools.iter().enumerate() {
        fs::write(dir.path().join(format!("tools/tool{at}.yaml")), text).unwrap();
    }
    let inspection = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    for (at, text) in tools.iter().enumerate() {
        let file = format!("tools/tool{at}.yaml");
        // Of ids, a schema knows those in the file: only the names of files are beyond it, and these are right.
        let is_seen = |problem: &Problem| problem.rule() == Rule::BadId || is_seen_by_schema(problem, text);
        let stated = |problem: &&Problem| problem.file() == file && is_seen(problem);
        let bad: Vec<String> = inspection.errors().iter().filter(stated).map(ToString::to_string).collect();
        let complaints = complaints(FileKind::Tool, text.as_bytes());
        assert_eq!(complaints.is_empty(), bad.is_empty(), "{text}\nschema: {complaints:#?}\nloader: {bad:#?}");
    }
}

#[test]
fn shapes_of_events_match_the_loader() {
    let former = ["", ", from: Name", ", from: {type: private}", ", from: {type: open-source}"];
    let events = ChangeKind::all().map(ChangeKind::as_str).chain(["sold"]);
    let fields = ["", ", by: Somebody"].into_iter().cartesian_product(former).cartesian_product(["", ", to: Somebody"]);
    let tools = events.cartesian_product(fields).map(|(event, ((by, from), to))| {
        let event: Value = serde_yaml::from_str(&format!("{{event: {event}{by}{from}{to}}}")).unwrap();
        tool_with("history", json!([event]))
    });
    agree(&tools.collect::<Vec<_>>());
}

#[test]
fn shapes_of_licenses_match_the_loader() {
    let words = LicenseType::all().map(LicenseType::as_str).chain(["free"]);
    let tools = words.cartesian_product([None, Some("MIT")]).flat_map(|(word, spdx)| {
        let mut license = json!({"type": word});
        if let Some(spdx) = spdx {
            license["spdx"] = spdx.into();
        }
        let event = json!({"event": "relicensed", "from": license});
        [tool_with("license", license), tool_with("history", json!([event]))]
    });
    agree(&tools.collect::<Vec<_>>());
}

#[test]
fn shapes_of_texts_refuse_hidden_characters() {
    let near = [0..0x100, 0x610..0x620, 0x2000..0x2070, 0xfef0..0xff00];
    let tools = near.into_iter().flatten().map(|character: u32| {
        let tool = tool_with("vendor", "aXb".into());
        tool.replace('X', &format!("\\u{character:04x}"))
    });
    agree(&tools.collect::<Vec<_>>());
}

#[test]
fn shapes_of_successors_match_the_loader() {
    agree(&["other", "Other", "other-", ""].map(|successor| tool_with("successor", successor.into())));
}

/// Text that is nearly a value, with what no file may hold left out.
fn text() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "https://", "http://", "a", "B-2", "-", ".", "org", "/", "?", "#", " ", "é", "x y", "<", "MIT", "OR", "+", "(",
        "\u{a0}", "\u{3000}", "\"", "^", "`", "|", ":",
    ];
    let parts = proptest::collection::vec(select(PARTS), 0..8).prop_map(|parts| parts.concat());
    prop_oneof![parts, "[a-z0-9-]{1,70}", "https://[a-z.-]{1,8}[/?#:@a-z]{0,4}", "\\PC{0,6}"]
        .prop_filter("beyond a pattern", |text| text.chars().all(|c| !matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')))
}

proptest! {
    #[test]
    fn shapes_of_texts_match_their_types(text in text()) {
        let value = Value::from(text.as_str());
        let line = || Tool::builder("tool".parse().unwrap()).category(Category::ModelServing);
        let is_line = line().name(&text).build().is_ok();
        prop_assert_eq!(is_tool(&tool_with("vendor", value.clone())), is_line);
        prop_assert_eq!(is_tool(&tool_with("aliases", json!([value]))), is_line);
        prop_assert_eq!(is_tool(&tool_with("homepage", value.clone())), text.parse::<Address>().is_ok());
        prop_assert_eq!(is_tool(&tool_with("successor", value.clone())), text.parse::<ToolId>().is_ok());
        prop_assert_eq!(is_tool(&tool_with("sources", json!({"name": value}))), is_line && text.parse::<Source>().is_ok());
        let license = json!({"type": "open-source", "spdx": value});
        prop_assert_eq!(is_tool(&tool_with("license", license)), text.parse::<Expression>().is_ok());
    }

    #[test]
    fn shapes_of_dates_match_their_type(text in "(19[45][0-9]|20[0-9]{2}|[0-9]{1,5})(-[0-9]{1,2}|-[01][0-9]|-[01][0-9]-[0-3][0-9])?(-| )?") {
        // Whether a year has a 29th of February is more than a pattern can tell.
        prop_assume!(!text.ends_with("-02-29"));
        let is_date = text.parse::<Date>().is_ok();
        let released = |date: Value| is_tool(&tool_with("released", json!({"date": date, "event": "launch"})));
        prop_assert_eq!(released(text.as_str().into()), is_date, "{}", text);
        let is_day = text.parse::<Date>().is_ok_and(|date| date.day().is_some());
        prop_assert_eq!(is_tool(&tool_with("checked", text.as_str().into())), is_day, "{}", text);
        if let Some(number) = text.parse::<u32>().ok().filter(|number| number.to_string() == text) {
            prop_assert_eq!(released(number.into()), is_date);
        }
        let row = json!([{"number": 1, "title": "T", "category": "model-serving", "rows": [{"name": "N", "type": "non-free", "released": text, "tool": "n"}]}]);
        prop_assert_eq!(complaints(FileKind::Tables, row.to_string().as_bytes()).is_empty(), text.parse::<Year>().is_ok());
    }

    #[test]
    fn shapes_of_printed_values_match_their_types(
        percent in "[0-9]{1,4}(\\.[0-9]{1,3})?|\\.5|5\\.|-1",
        exhibit in "(table|figure|Table)-[0-9]{1,3}|table",
        doi in "10\\.[0-9]{0,4}(\\.[0-9x]{0,2})?/?[a-z0-9/.é ]{0,3}",
    ) {
        let follows = |kind, value: Value| complaints(kind, json!([value]).to_string().as_bytes()).is_empty();
        let question = |id: &str, percent: &str| {
            json!({"id": id, "caption": "C", "answers": "one", "options": [{"label": "L", "percent": percent}]})
        };
        prop_assert_eq!(follows(FileKind::Survey, question("table-1", &percent)), percent.parse::<Percent>().is_ok());
        prop_assert_eq!(follows(FileKind::Survey, question(&exhibit, "50")), exhibit.parse::<Exhibit>().is_ok());
        let reference = json!({"number": 1, "title": "T", "doi": doi});
        prop_assert_eq!(follows(FileKind::References, reference), doi.parse::<Doi>().is_ok(), "{}", doi);
    }

    #[test]
    fn shapes_of_versions_match_their_type(text in "(0|1|01|12)(\\.(0|1|01|12)){1,3}(-[a-z0-9]{1,3}|\\+[a-z0-9]{1,3})?") {
        let is_version = semver::Version::parse(&text);
        let file = json!({"schema": "1.0.0", "version": text});
        prop_assert_eq!(complaints(FileKind::Catalog, file.to_string().as_bytes()).is_empty(), is_version.is_ok());
        let file = json!({"schema": text, "version": "1.0.0"});
        let is_read = is_version.is_ok_and(|version| version.major == 1 && version.minor <= 1);
        prop_assert_eq!(complaints(FileKind::Catalog, file.to_string().as_bytes()).is_empty(), is_read);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn shapes_of_faulty_files_match_the_loader(tools in proptest::collection::vec(tool(), 20)) {
        agree(&tools);
    }
}

/// A tool file in which every field may be absent or wrong.
fn tool() -> impl Strategy<Value = String> {
    let field = |name: &'static str, values: &'static [&'static str]| {
        (proptest::bool::weighted(0.8), select(values))
            .prop_map(move |(given, value)| if given { format!("{name}: {value}\n") } else { String::new() })
    };
    let fields = [
        field("name", &["Tool", "Tool", "[Tool]", "''", "' Tool'", ""]),
        field("aliases", &["[]", "[A, B]", "[A, [B]]", "A", "{A: B}"]),
        field("description", &["Serves models.", "Serves models.", "\"a\\tb\"", "{a: b}"]),
        field("homepage", &["https://example.org", "http://example.org", "example.org"]),
        field("categories", &["[model-serving]", "[model-serving, feature-stores]", "[]", "[model-servin]", "[[]]"]),
        field(
            "released",
            &["{date: 2018, event: launch}", "{date: 2018-02-30, event: launch}", "{event: launch}", "2018"],
        ),
        field(
            "license",
            &["{type: public}", "{type: open-source, spdx: MIT}", "{type: open-source}", "{spdx: MIT}", "private"],
        ),
        field(
            "history",
            &["[]", "[{event: archived}]", "[{event: acquired}]", "[{date: '2018', event: archived, by: X}]", "{}"],
        ),
        field("successor", &["other", "Other", "[other]"]),
        field("sources", &["{}", "{name: A book}", "{name: 'ftp://x y'}", "{vendr: A book}", "A book"]),
        field("checked", &["2026-11-23", "2026-11-23", "2026", "23.11.2026", "1949-12-31"]),
        field("color", &["red"]),
    ];
    fields.into_iter().collect::<Vec<_>>().prop_map(|fields| fields.concat() + "\n")
}
