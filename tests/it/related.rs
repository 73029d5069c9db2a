//! Questions, beside what loops find.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::model::{Change, ChangeKind, Event, Release, ReleaseEvent, ToolBuilder};
use mlops_catalog::views::{Absence, Order, PairOverlap, SortKey, ToolEvent};
use mlops_catalog::{
    Catalog, Category, Date, Expression, License, LicenseType, Query, Selection, Stage, Status, Tool, Year, YearRange,
};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

fn ids<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> Vec<&'t str> {
    tools.into_iter().map(|tool| tool.id().as_str()).collect()
}

/// What is compared of a name of the random tools.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('ä', "a").chars().filter(|c| c.is_alphanumeric()).collect()
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
            for is_open in [true, false] {
                let mut naive = Vec::new();
                for other in catalog.tools() {
                    let wanted = (other.license_type() == LicenseType::OpenSource) == is_open;
                    let same = other.categories()[0] == tool.categories()[0] && other.status() == Status::Active;
                    if other.id() != tool.id() && same && wanted {
                        let shared = other.categories().iter().filter(|of| tool.categories().contains(of)).count();
                        naive.push((usize::MAX - shared, other.id().as_str()));
                    }
                }
                naive.sort();
                let found = if is_open { catalog.alternatives(tool) } else { catalog.other_alternatives(tool) };
                prop_assert_eq!(ids(found), naive.into_iter().map(|(_, id)| id).collect::<Vec<_>>());
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

    #[test]
    fn events_know_what_was_before_and_after(catalog in catalog()) {
        for tool in catalog.tools() {
            // From the first event on, as it went.
            let (mut license, mut name, mut status) = (tool.license(), tool.name(), Status::Active);
            for event in tool.history().iter().rev() {
                match event.change() {
                    Change::Relicensed { from } => license = from,
                    Change::Renamed { from } => name = from,
                    _ => {}
                }
            }
            for found in tool.events() {
                prop_assert_eq!((found.license_before(), found.name_before(), found.status_before()), (license, name, status));
                (license, name, status) = (found.license_after(), found.name_after(), found.status_after());
                match found.event().change() {
                    Change::Relicensed { .. } => prop_assert_eq!(found.name_before(), name),
                    Change::Renamed { .. } => prop_assert_eq!(found.license_before(), license),
                    change => prop_assert_eq!(change.status().unwrap_or(found.status_before()), status),
                }
            }
            prop_assert_eq!((license, name, status), (tool.license(), tool.name(), tool.status()));
            let mut transfers = tool.history().iter().filter(|event| {
                matches!(event.change(), Change::Acquired { .. } | Change::Donated { .. })
            });
            prop_assert_eq!(tool.last_transfer(), transfers.next_back());
        }
    }

    #[test]
    fn sorted_matches_naive_order(catalog in catalog()) {
        for by in SortKey::all() {
            // What is not known is after everything that is.
            let key = |tool: &Tool| -> Option<String> {
                let day = |date: Date| { let (year, month, day) = date.first_day(); format!("{year}-{month:02}-{day:02}") };
                match by {
                    SortKey::Name => Some(plain(tool.name())),
                    SortKey::Released => tool.release_date().map(day),
                    SortKey::Checked => tool.checked().map(day),
                    SortKey::Category => {
                        Some(format!("{:03}", Category::all().position(|of| of == tool.primary_category()).unwrap()))
                    }
                    SortKey::Vendor => tool.vendor().map(plain),
                    _ => Some(format!("{:03}", Status::all().position(|of| of == tool.status()).unwrap())),
                }
            };
            let mut naive: Vec<&Tool> = catalog.tools().collect();
            naive.sort_by_key(|tool| (key(tool).is_none(), key(tool)));
            let all = catalog.all();
            let found = all.sorted(by, Order::Ascending);
            let keys = |tools: &[&Tool]| tools.iter().map(|tool| key(tool)).collect::<Vec<_>>();
            prop_assert_eq!(keys(&found), keys(&naive), "{}", by);
            let down = all.sorted(by, Order::Descending);
            let known = |tools: &[&Tool]| keys(tools).into_iter().flatten().collect::<Vec<_>>();
            let mut turned = known(&found);
            turned.reverse();
            prop_assert_eq!(known(&down), turned);
            prop_assert!(keys(&down).is_sorted_by_key(|key| key.is_none()));
            for tools in [found, down] {
                prop_assert_eq!(tools.iter().copied().collect::<Selection<'_>>(), all.clone());
                for pair in tools.windows(2).filter(|pair| key(pair[0]) == key(pair[1])) {
                    prop_assert!(plain(pair[0].name()) <= plain(pair[1].name()));
                }
            }
        }
    }

    #[test]
    fn groups_have_their_tools(catalog in catalog()) {
        let all = catalog.all();
        prop_assert_eq!(all.by_category().len(), Category::all().len());
        for (category, tools) in all.by_category() {
            prop_assert_eq!(tools, all.filter(|tool| tool.categories().contains(&category)));
        }
        prop_assert!(all.by_stage().map(|(stage, _)| stage).eq(Stage::all()));
        for (stage, tools) in all.by_stage() {
            let naive = all.filter(|tool| tool.categories().iter().any(|category| category.stage() == stage));
            prop_assert_eq!(&tools, &naive);
            prop_assert_eq!(tools, catalog.select(&Query::new().stage(stage)));
            let timeline = all.timeline();
            let of_stage = timeline.by_stage().find(|(of, _)| *of == stage).map(|(_, timeline)| timeline);
            prop_assert_eq!(of_stage, (!naive.is_empty()).then(|| naive.timeline()));
        }
        let timeline = all.timeline();
        let by_vendor: Vec<_> = timeline.by_vendor().map(|(name, timeline)| (name.to_owned(), timeline)).collect();
        let vendors = all.vendors();
        let naive: Vec<_> = vendors.iter().map(|of| (of.name().to_owned(), of.tools().timeline())).collect();
        prop_assert_eq!(by_vendor, naive);
    }

    #[test]
    fn absent_tools_are_those_that_a_year_leaves_out(catalog in catalog(), year in 2012u16..2022) {
        let year = Year::new(year).unwrap();
        let then = catalog.as_of(year);
        for tool in catalog.tools() {
            let reason = tool.absence_in(year);
            prop_assert_eq!(reason.is_none(), then.get(tool.id()).is_some());
            for of in Absence::all() {
                prop_assert_eq!(catalog.absent_in(year, of).contains(tool.id()), reason == Some(of));
            }
            match reason {
                Some(Absence::ReleasedLater) => prop_assert!(tool.release_year().unwrap() > year),
                Some(Absence::ReleaseUndated) => prop_assert_eq!(tool.release_year(), None),
                Some(Absence::EndUndated) => prop_assert_eq!(tool.end().unwrap().date(), None),
                _ => prop_assert!(tool.release_year().unwrap() <= year),
            }
        }
    }

    #[test]
    fn strongest_pairs_are_all_that_share(catalog in catalog()) {
        let all = catalog.all();
        let overlap = all.overlap();
        let strongest = overlap.strongest_pairs();
        let strength = |pair: &PairOverlap<'_>| (pair.tools().len(), pair.jaccard());
        let is_in_order = strongest.is_sorted_by(|a, b| {
            strength(a) > strength(b) || strength(a) == strength(b) && a.categories() < b.categories()
        });
        prop_assert!(is_in_order);
        let mut pairs: Vec<_> = strongest.iter().map(|pair| pair.categories()).collect();
        pairs.sort();
        let naive: Vec<_> =
            overlap.pairs().filter(|pair| !pair.tools().is_empty()).map(|pair| pair.categories()).collect();
        prop_assert_eq!(pairs, naive);
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

#[test]
fn absence_says_why_a_tool_is_left_out() {
    let tool = |released: Option<&str>, ends: &[Option<&str>]| {
        let release = released.map(|date| Release::new(date.parse().unwrap(), ReleaseEvent::Launch));
        let builder = Tool::builder("tool".parse().unwrap()).category(Category::ModelServing);
        let builder = release.into_iter().fold(builder, ToolBuilder::release);
        let end = |date: &Option<&str>| Event::new(date.map(|date| date.parse().unwrap()), Change::Discontinued);
        ends.iter().map(end).fold(builder, ToolBuilder::event).build().unwrap()
    };
    let absence = |tool: &Tool| tool.absence_in(Year::new(2020).unwrap());
    assert_eq!(absence(&tool(Some("2015"), &[])), None);
    assert_eq!(absence(&tool(Some("2015"), &[Some("2021")])), None);
    assert_eq!(absence(&tool(Some("2015"), &[Some("2018")])), Some(Absence::Discontinued));
    assert_eq!(absence(&tool(Some("2015"), &[None])), Some(Absence::EndUndated));
    assert_eq!(absence(&tool(Some("2021"), &[None])), Some(Absence::ReleasedLater));
    assert_eq!(absence(&tool(None, &[Some("2018")])), Some(Absence::ReleaseUndated));
}
