//! Questions, beside what loops find.

use std::collections::BTreeMap;

use mlops_catalog::model::{Change, Event};
use mlops_catalog::views::{Order, SortKey};
use mlops_catalog::{Expression, License, LicenseType, Status};
use proptest::prelude::*;

use crate::support::built::{builder, catalog_of, ids};
use crate::support::catalogs::catalog;

proptest! {
    #[test]
    fn successors_are_followed_to_the_end(catalog in catalog()) {
        for tool in catalog.tools() {
            let mut naive = Vec::new();
            let mut next = tool.successor();
            while let Some(id) = next {
                naive.push(id.as_str());
                next = catalog.get(id.as_str()).unwrap().successor();
            }
            prop_assert_eq!(ids(catalog.successors(tool)), naive);
        }
    }

    #[test]
    fn owners_match_naive_counting(catalog in catalog()) {
        let mut naive: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for tool in catalog.tools() {
            naive.entry(tool.vendor().unwrap_or("")).or_default().push(tool.id().as_str());
        }
        let unknown = naive.remove("").unwrap_or_default();
        let mut naive: Vec<_> = naive.into_iter().collect();
        // Stable: of equal numbers the order of names stays.
        naive.sort_by_key(|(_, tools)| std::cmp::Reverse(tools.len()));
        let owners = catalog.all().vendors();
        let found: Vec<_> = owners.iter().map(|owner| (owner.name(), ids(owner.tools()))).collect();
        prop_assert_eq!(found, naive);
        prop_assert_eq!(ids(owners.unknown()), unknown);
    }

    #[test]
    fn alternatives_match_naive_filter(catalog in catalog()) {
        for tool in catalog.tools() {
            for is_open in [true, false] {
                let mut naive = Vec::new();
                for (place, other) in catalog.all().sorted(SortKey::Name, Order::Ascending).into_iter().enumerate() {
                    let wanted = (other.license_type() == LicenseType::OpenSource) == is_open;
                    let same = other.categories()[0] == tool.categories()[0] && other.status() == Status::Active;
                    if other.id() != tool.id() && same && wanted {
                        let shared = other.categories().iter().filter(|of| tool.categories().contains(of)).count();
                        naive.push((usize::MAX - shared, place, other.id().as_str()));
                    }
                }
                naive.sort();
                let found = if is_open { catalog.alternatives(tool) } else { catalog.other_alternatives(tool) };
                prop_assert_eq!(ids(found), naive.into_iter().map(|(_, _, id)| id).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn predecessors_are_those_that_name_the_tool(catalog in catalog()) {
        for tool in catalog.tools() {
            for other in catalog.tools() {
                let is_predecessor = catalog.predecessors(tool).contains(&other);
                prop_assert_eq!(is_predecessor, catalog.successors(other).first() == Some(&tool));
            }
        }
    }
}

#[test]
fn related_tools_of_another_catalog_can_be_asked_about() {
    let ours = catalog_of([builder("b").successor("c".parse().unwrap()), builder("c")]);
    let theirs = catalog_of([builder("a").successor("b".parse().unwrap()), builder("b")]);
    assert_eq!(ids(ours.successors(theirs.get("a").unwrap())), ["b", "c"]);
    assert!(theirs.successors(ours.get("b").unwrap()).is_empty());
    let open = License::open_source("MIT".parse::<Expression>().unwrap());
    let others = catalog_of([builder("x").license(open.clone()), builder("a").license(open)]);
    assert_eq!(ids(others.alternatives(theirs.get("a").unwrap())), ["x"]);
}

#[test]
fn related_json_of_owners_and_events() {
    let event = Event::new("2016".parse().ok(), Change::Donated { to: "F".into() });
    let catalog = catalog_of([builder("a").name("A!").vendor("V").event(event), builder("b")]);
    let all = catalog.all();
    let owners = serde_json::json!({
        "owners": [{
            "vendor": "V",
            "count": 1,
            "tools": ["a"],
            "owned": [{
                "tool": "a",
                "name": "A!",
                "released": null,
                "transfer": {"date": "2016", "event": "donated", "to": "F", "source": null},
            }],
        }],
        "unknown": {"count": 1, "tools": ["b"]},
    });
    assert_eq!(serde_json::to_value(all.vendors()).unwrap(), owners);
    let events = serde_json::json!([
        {"tool": "a", "name": "A!", "date": "2016", "event": "donated", "to": "F", "source": null},
    ]);
    assert_eq!(serde_json::to_value(all.events()).unwrap(), events);
}

#[test]
fn related_json_of_a_change_has_both_sides() {
    let open = License::open_source("MIT".parse::<Expression>().unwrap());
    let tool = builder("a")
        .name("New")
        .event(Event::new("2016".parse().ok(), Change::Relicensed { from: open.clone() }))
        .event(Event::new("2017".parse().ok(), Change::Renamed { from: "Old".into() }))
        .event(Event::new("2018".parse().ok(), Change::Relicensed { from: LicenseType::Private.into() }))
        .license(LicenseType::Public);
    let catalog = catalog_of([tool]);
    let (mit, kind) = (
        serde_json::json!({"type": "open-source", "spdx": "MIT"}),
        |kind: &str| serde_json::json!({"type": kind, "spdx": null}),
    );
    let events = serde_json::json!([
        {"tool": "a", "name": "New", "date": "2016", "event": "relicensed", "from": mit, "source": null, "to": kind("private")},
        {"tool": "a", "name": "New", "date": "2017", "event": "renamed", "from": "Old", "source": null, "to": "New"},
        {"tool": "a", "name": "New", "date": "2018", "event": "relicensed", "from": kind("private"), "source": null, "to": kind("public")},
    ]);
    assert_eq!(serde_json::to_value(catalog.all().events()).unwrap(), events);
    let texts: Vec<String> = catalog.all().events().iter().map(|found| found.to_string()).collect();
    assert_eq!(
        texts,
        [
            "2016: relicensed from open-source (MIT) to private",
            "2017: renamed from Old to New",
            "2018: relicensed from private to public"
        ]
    );
    let tool = catalog.get("a").unwrap();
    assert_eq!(tool.renamed_from("old!").map(|found| found.name_after()), Some("New"));
    assert_eq!(tool.renamed_from("New"), None);
}
