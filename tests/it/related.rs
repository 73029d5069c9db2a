//! Questions, beside what loops find.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::model::{Change, ChangeKind, Event, ToolBuilder};
use mlops_catalog::views::ToolEvent;
use mlops_catalog::{Catalog, Category, Expression, License, LicenseType, Status, Tool, YearRange};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

fn ids<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> Vec<&'t str> {
    tools.into_iter().map(|tool| tool.id().as_str()).collect()
}

const KINDS: [ChangeKind; 3] = [ChangeKind::Acquired, ChangeKind::Donated, ChangeKind::Relicensed];

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
    fn events_match_naive_filter(catalog in catalog(), first in 2012u16..2022, more in 0u16..5) {
        let mut naive = BTreeSet::new();
        for tool in catalog.tools() {
            for (at, event) in tool.history().iter().enumerate() {
                let asked = KINDS.contains(&event.change().kind());
                if let Some(date) = event.date().filter(|date| (first..=first + more).contains(&date.year().get())) && asked {
                    naive.insert((date.first_day(), tool.id().as_str(), at));
                }
            }
        }
        let all = catalog.all();
        let place = |found: &ToolEvent<'_>| found.tool().history().iter().position(|event| std::ptr::eq(event, found.event()));
        let found: Vec<_> = all.events().of_kinds(KINDS).in_years(first..=first + more).into_iter()
            .map(|of| (of.event().date().unwrap().first_day(), of.tool().id().as_str(), place(&of).unwrap()))
            .collect();
        prop_assert_eq!(found, naive.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn alternatives_match_naive_filter(catalog in catalog()) {
        for tool in catalog.tools() {
            let mut naive = Vec::new();
            for other in catalog.tools() {
                let open = other.license_type() == LicenseType::OpenSource && other.status() == Status::Active;
                if other.id() != tool.id() && other.categories()[0] == tool.categories()[0] && open {
                    let shared = other.categories().iter().filter(|category| tool.categories().contains(category)).count();
                    naive.push((usize::MAX - shared, other.id().as_str()));
                }
            }
            naive.sort();
            prop_assert_eq!(ids(catalog.alternatives(tool)), naive.into_iter().map(|(_, id)| id).collect::<Vec<_>>());
        }
    }

    #[test]
    fn most_connected_matches_naive_ranking(catalog in catalog(), count in 0usize..12) {
        let mut naive: Vec<&Tool> = catalog.tools().filter(|tool| tool.categories().len() >= 2).collect();
        naive.sort_by(|a, b| b.categories().len().cmp(&a.categories().len()).then(a.id().cmp(b.id())));
        let mut kept = naive.len().min(count);
        while kept > 0 && kept < naive.len() && naive[kept].categories().len() == naive[kept - 1].categories().len() {
            kept += 1;
        }
        prop_assert_eq!(ids(catalog.all().broadest(count)), ids(naive[..kept].iter().copied()));
    }
}

fn builder(id: &str) -> ToolBuilder {
    Tool::builder(id.parse().unwrap()).category(Category::ModelServing)
}

fn catalog_of(tools: impl IntoIterator<Item = ToolBuilder>) -> Catalog {
    Catalog::from_tools("1.0.0".parse().unwrap(), tools.into_iter().map(|tool| tool.build().unwrap())).unwrap()
}

#[test]
fn events_are_in_order_of_the_first_day() {
    let event = |date: &str| Event::new(date.parse().ok(), Change::Acquired { by: "X".into() });
    let catalog = catalog_of([
        builder("a").event(event("2016-05-02")),
        builder("b").event(event("2016-05")).event(event("")),
        builder("c").event(event("2016")),
        builder("d").event(event("2016-04-30")),
        builder("e").event(event("2016-05")),
        builder("f").event(event("2017")),
    ]);
    let all = catalog.all();
    let found =
        |years: &str| ids(all.events().in_years(years.parse::<YearRange>().unwrap()).iter().map(|found| found.tool()));
    assert_eq!(found("2016"), ["c", "d", "b", "e", "a"]);
    assert_eq!(found(".."), ["c", "d", "b", "e", "a", "f"], "an event without a date is in no range");
    assert_eq!(found("2018.."), Vec::<&str>::new());
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
        "owners": [{"vendor": "V", "count": 1, "tools": ["a"]}],
        "unknown": {"count": 1, "tools": ["b"]},
    });
    assert_eq!(serde_json::to_value(all.vendors()).unwrap(), owners);
    let events = serde_json::json!([
        {"tool": "a", "name": "A!", "date": "2016", "event": "donated", "to": "F", "source": null},
    ]);
    assert_eq!(serde_json::to_value(all.events()).unwrap(), events);
}
