//! The command `events`.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::{Catalog, Category, LicenseType, Query, tool};
use serde_json::Value;

use crate::support::command::{command, json, stdout};
use crate::support::own::directory;

#[test]
fn events_json_is_what_the_selection_finds() {
    let catalog = Catalog::embedded();
    let serving = catalog.select(&Query::new().category(Category::ModelServing));
    let value = |line: &str| json(&format!("events {line} --format json"));
    let of = |events: mlops_catalog::views::Events<'_>| serde_json::to_value(events).unwrap();
    assert_eq!(value(""), of(catalog.all().events()));
    assert_eq!(value("model-serving --kind archived"), of(serving.events().of_kinds([ChangeKind::Archived])));
    let kinds = [ChangeKind::Acquired, ChangeKind::Donated];
    assert_eq!(value("--kind acquired,donated"), of(catalog.all().events().of_kinds(kinds)));
    // Undated events come last.
    let of_kinds = catalog.all().events().of_kinds(kinds);
    let dated = of(of_kinds.in_years(2023..=2025));
    let undated = of(of_kinds.undated());
    let both: Vec<Value> = [dated, undated].into_iter().flat_map(|of| of.as_array().unwrap().clone()).collect();
    assert_eq!(value("--kind acquired --kind donated --years 2023..=2025"), Value::from(both));
    let closed = catalog.all().events().of_kinds([ChangeKind::Relicensed]).filter(|found| {
        found.license_before().license_type() == LicenseType::OpenSource
            && found.license_after().license_type() == LicenseType::SourceAvailable
    });
    assert!(!closed.is_empty());
    assert_eq!(value("--from open-source --to source-available"), of(closed));
}

#[test]
fn events_table_counts_the_undated_apart() {
    let dir = directory(
        "name: Tool\n\
         description: Does something.\n\
         categories: [notebooks]\n\
         license: {type: private}\n\
         history:\n  \
           - {date: 2019, event: acquired, by: Somebody}\n  \
           - {date: 2021, event: donated, to: Somewhere}\n  \
           - {event: donated, to: Elsewhere}\n\
         checked: 2026-01-01\n",
    );
    let table = |line: &str| {
        let output = command(&format!("events {line} --catalog")).arg(dir.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let undated = "Without a date, in no range of years: 1 event\n  Tool: undated: donated to Elsewhere\n";
    let some = table("--years 2020..");
    assert!(
        some.contains("2021") && !some.contains("2019") && some.ends_with(&format!("\n\n1 event\n{undated}")),
        "{some}"
    );
    let none = "None of 1 tool has an event `donated` in `2020`.\n";
    assert_eq!(table("--kind donated --years 2020"), format!("{none}{undated}"));
    assert_eq!(table("--kind acquired --years 2020"), none.replace("donated", "acquired"));
    let all = table("");
    assert!(all.contains(" undated  Tool  donated to Elsewhere\n\n3 events\n"), "{all}");
    let seldon = stdout("events --query seldon --kind relicensed");
    let relicensed = tool::SELDON_CORE.events().find(|found| found.event().change().kind() == ChangeKind::Relicensed);
    let text = relicensed.unwrap().to_string();
    let (date, what) = text.split_once(": ").unwrap();
    assert!(seldon.lines().any(|line| line.contains(date) && line.contains(&what[..60])), "{seldon}");
}

#[test]
fn events_say_what_is_empty() {
    for (line, nothing) in [
        ("events --query vendor:Nobody", "No tool matches.\n"),
        ("events --query feast --kind archived,revived", "None of 1 tool has an event `archived` or `revived`.\n"),
        ("events --query feast --kind archived --years 2024", "None of 1 tool has an event `archived` in `2024`.\n"),
        ("events --query feast --to MIT", "None of 1 tool has an event to MIT.\n"),
    ] {
        assert_eq!(stdout(line), nothing);
    }
}
