//! Builder, loader and JSON obey one set of rules.

use std::error::Error;
use std::fs;
use std::path::Path;

use mlops_catalog::load::{LoadError, Loader, WriteError};
use mlops_catalog::model::{Address, Change, Event, ToolBuilder, ToolViolation};
use mlops_catalog::{Catalog, Category, License, LicenseType, Status, Tool};

fn builder() -> ToolBuilder {
    Tool::builder("tool".parse().unwrap()).category(Category::ModelServing)
}

fn load(dir: &Path, tool: &str) -> Result<Catalog, LoadError> {
    fs::create_dir_all(dir.join("tools")).unwrap();
    fs::write(dir.join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.join("tools/tool.yaml"), tool).unwrap();
    Catalog::from_dir(dir)
}

fn broken(built: ToolBuilder) -> Vec<String> {
    built.build().unwrap_err().violations().iter().map(ToString::to_string).collect()
}

#[test]
fn builder_refuses_what_the_loader_refuses() {
    let open = |spdx: &str| License::open_source(spdx.parse().unwrap());
    let relicensed = |from: License| Event::new("2020".parse().ok(), Change::Relicensed { from });
    let inactive = Event::new("2025".parse().ok(), Change::Inactive);
    let checked = "2026-11-23".parse().unwrap();
    for (built, license, history, rule, text) in [
        (
            builder().license(LicenseType::OpenSource),
            "{type: open-source}",
            "",
            "missing-expression",
            "an open-source license needs an SPDX expression",
        ),
        (
            builder().license(open("BUSL-1.1")),
            "{type: open-source, spdx: BUSL-1.1}",
            "",
            "not-free",
            "`BUSL-1.1` is neither OSI-approved nor FSF-free",
        ),
        (
            builder().license(open("Apach-2.0")),
            "{type: open-source, spdx: Apach-2.0}",
            "",
            "bad-expression",
            "`Apach-2.0` is not an SPDX license expression; did you mean `Apache-2.0`?",
        ),
        (
            builder().license(open("LicenseRef-mine")),
            "{type: open-source, spdx: LicenseRef-mine}",
            "",
            "not-free",
            "`LicenseRef-mine` is neither OSI-approved nor FSF-free",
        ),
        (
            builder().event(relicensed(LicenseType::OpenSource.into())),
            "{type: private}",
            "{date: 2020, event: relicensed, from: {type: open-source}}",
            "missing-expression",
            "an open-source license needs an SPDX expression",
        ),
        (
            builder().checked("2026-11".parse().unwrap()),
            "{type: private}\nchecked: 2026-11",
            "",
            "bad-date",
            "`checked` is a month or a year, not a day",
        ),
        (
            builder().event(inactive).checked(checked),
            "{type: private}",
            "{date: 2025, event: inactive}",
            "not-yet-inactive",
            "event 1 of the history: the last commit is less than 24 months before `checked`",
        ),
    ] {
        assert_eq!(broken(built), [text]);
        let dir = tempfile::tempdir().unwrap();
        let history = if history.is_empty() { String::new() } else { format!("history:\n  - {history}\n") };
        let checked = if license.contains("checked") { "" } else { "checked: 2026-11-23\n" };
        let tool = format!(
            "name: Tool\ndescription: Serves models.\ncategories: [model-serving]\nlicense: {license}\n{history}{checked}"
        );
        let error = load(dir.path(), &tool).unwrap_err();
        let rules: Vec<&str> = error.problems().iter().map(|problem| problem.rule().as_str()).collect();
        assert_eq!(rules, [rule], "{error}");
    }
}

#[test]
fn builder_folds_aliases_before_it_compares_them() {
    let error = builder().alias("Azure ML").alias("AzureML").build().unwrap_err();
    assert_eq!(error.violations(), [ToolViolation::RepeatedAlias { at: 1, first: 0 }]);
}

#[test]
fn builder_refuses_former_ids_that_are_no_other_ids() {
    let id = |id: &str| id.parse().unwrap();
    let error = builder().former_id(id("old")).former_id(id("tool")).former_id(id("old")).build().unwrap_err();
    let repeated = |at, first| ToolViolation::RepeatedFormerId { at, first };
    assert_eq!(error.violations(), [repeated(1, None), repeated(2, Some(0))]);
    let text = "tool `tool`: former id 2 is the tool's id; former id 3 is listed twice";
    assert_eq!(error.to_string(), text);
}

#[test]
fn report_hands_out_no_tool_that_breaks_rules() {
    let dir = tempfile::tempdir().unwrap();
    let tool = "name: Mine\ndescription: X.\ncategories: [nope]\nlicense: {type: private}\nchecked: 2026-11-23\n";
    load(dir.path(), tool).unwrap_err();
    let report = Loader::new().load(dir.path());
    assert!(report.catalog().is_none() && report.paper().is_none());
    assert_eq!(report.taken("mine").map(|(id, name)| (id.as_str(), name)), Some(("tool", "Mine")));
}

#[test]
fn former_ids_lead_to_the_tool() {
    let dir = tempfile::tempdir().unwrap();
    let tool = "name: Mine\nformer-ids: [old-one]\ndescription: X.\ncategories: [model-serving]\n\
                license: {type: private}\nchecked: 2026-11-23\n";
    let catalog = load(dir.path(), tool).unwrap();
    assert_eq!(catalog.find("Old One").map(|tool| tool.id().as_str()), Some("tool"));
    assert!(catalog.get("old-one").is_none());
    assert_eq!(catalog.suggest("old-onee")[0].name(), "Mine");
    let clash = Catalog::from_tools(
        "1.0.0".parse().unwrap(),
        [
            builder().former_id("b".parse().unwrap()).build().unwrap(),
            Tool::builder("b".parse().unwrap()).category(Category::ModelServing).build().unwrap(),
        ],
    );
    assert_eq!(clash.unwrap_err().to_string(), "the name `b` of `tool` is already used by `b`");
}

#[test]
fn write_error_says_its_source_once() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = Catalog::embedded().write_dir(file.join("below")).unwrap_err();
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
    let source = error.source().unwrap().to_string();
    assert!(!error.to_string().contains(&source), "{error}: {source}");
}

/// What a builder is given is what its tool has.
#[test]
fn builder_gives_its_tool_every_fact() {
    let address = |text: &str| text.parse::<Address>().unwrap();
    let built = builder().alias("One").alias("Two").homepage(address("https://example.org"));
    let tool =
        built.repository(address("https://example.com/a")).checked("2026-11-23".parse().unwrap()).build().unwrap();
    assert_eq!(tool.homepage(), Some(&address("https://example.org")));
    assert_eq!(tool.repository(), Some(&address("https://example.com/a")));
    assert_eq!(tool.checked(), "2026-11-23".parse().ok());
    let mut aliases = tool.aliases();
    assert_eq!((aliases.len(), aliases.next(), aliases.len()), (2, Some("One"), 1));
    let unsourced: Vec<_> = tool.claims().filter(|(_, source)| source.is_none()).map(|(claim, _)| claim).collect();
    assert_eq!(tool.unsourced().collect::<Vec<_>>(), unsourced);
    assert!(!unsourced.is_empty());
}

/// The status is that of the last event that changes it.
#[test]
fn builder_derives_the_status() {
    let status = |changes: &[Change]| {
        let events = changes.iter().map(|change| Event::new("2020".parse().ok(), change.clone()));
        events.fold(builder(), ToolBuilder::event).build().unwrap().status()
    };
    assert_eq!(status(&[]), Status::Active);
    assert_eq!(status(&[Change::Inactive]), Status::Inactive);
    assert_eq!(status(&[Change::ClosedToNewCustomers]), Status::Active);
    assert_eq!(status(&[Change::Inactive, Change::Archived]), Status::Archived);
    assert_eq!(status(&[Change::Archived, Change::Discontinued]), Status::Discontinued);
    assert_eq!(status(&[Change::Archived, Change::Revived]), Status::Active);
    assert_eq!(status(&[Change::Archived, Change::Acquired { by: "A".into() }]), Status::Archived);
}

#[test]
fn history_rejects_texts_of_several_lines() {
    for change in [
        Change::Renamed { from: "".into() },
        Change::Acquired { by: " x".into() },
        Change::Donated { to: "a\nb".into() },
    ] {
        let tool = builder().event(Event::new(None, change));
        assert!(tool.build().unwrap_err().to_string().contains("` in `history` must be one non-empty line"));
    }
}

#[test]
fn builder_names_the_field_and_the_category() {
    let tool = builder().vendor("a\u{7}b").alias("").category(Category::ModelServing);
    let line = "must be one non-empty line without leading or trailing whitespace or characters that nobody sees";
    let expected = format!(
        "tool `tool`: `a\u{fffd}b` in `vendor` {line}; `` in `aliases` {line}; the category `model-serving` is listed twice"
    );
    assert_eq!(tool.build().unwrap_err().to_string(), expected);
}
