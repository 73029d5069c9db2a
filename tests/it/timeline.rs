//! Lives year by year, beside what loops over histories find.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::model::{Change, Event, Release, ReleaseEvent};
use mlops_catalog::views::{LifespanYear, Lifespans};
use mlops_catalog::{Catalog, Category, LicenseType, Query, Selection, Tool, Year};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

const YEARS: std::ops::RangeInclusive<u16> = 2012..=2022;

fn ids(selection: &Selection<'_>) -> BTreeSet<String> {
    selection.iter().map(|tool| tool.id().to_string()).collect()
}

/// The ids that a walk through every history finds: what was released, began again, ended in a year, lives at its end.
#[derive(Default, Debug, PartialEq, Clone)]
struct Naive {
    born: BTreeSet<String>,
    revived: BTreeSet<String>,
    ended: BTreeSet<String>,
    alive: BTreeSet<String>,
}

impl From<&LifespanYear<'_>> for Naive {
    fn from(year: &LifespanYear<'_>) -> Self {
        let (born, revived, ended) = (ids(year.released()), ids(year.revived()), ids(year.discontinued()));
        Self { born, revived, ended, alive: ids(year.available()) }
    }
}

/// The end that still stands, and its year if that is known.
fn end(tool: &Tool) -> Option<Option<u16>> {
    let mut end = None;
    for event in tool.history() {
        match event.change() {
            Change::Discontinued => end = Some(event.date().map(|date| date.year().get())),
            Change::Revived => end = None,
            _ => {}
        }
    }
    end
}

fn naive(catalog: &Catalog) -> BTreeMap<u16, Naive> {
    let mut years: BTreeMap<u16, Naive> = YEARS.map(|year| (year, Naive::default())).collect();
    for tool in catalog.tools() {
        let Some(released) = tool.release_year().filter(|_| end(tool) != Some(None)) else { continue };
        // An undated event counts as past in every year: only an undated revival can be left here.
        let revived_somewhen =
            tool.history().iter().any(|event| event.date().is_none() && *event.change() == Change::Revived);
        let (mut ended, mut alive_before) = (false, false);
        for (&year, found) in &mut years {
            for event in tool.history() {
                if event.date().is_some_and(|date| date.year().get() == year) {
                    match event.change() {
                        Change::Discontinued => ended = !revived_somewhen,
                        Change::Revived => ended = false,
                        _ => {}
                    }
                }
            }
            let id = tool.id().to_string();
            let born = released.get() == year;
            let alive = released.get() <= year && !ended;
            if born {
                found.born.insert(id.clone());
            } else if alive && !alive_before {
                found.revived.insert(id.clone());
            }
            if (born || alive_before) && !alive {
                found.ended.insert(id.clone());
            }
            if alive {
                found.alive.insert(id);
            }
            alive_before = alive;
        }
    }
    years
}

proptest! {
    #[test]
    fn life_matches_naive_walk_through_the_years(catalog in catalog()) {
        let all = catalog.all();
        let life = all.timeline().lifespans();
        let mut naive = naive(&catalog);
        naive.retain(|_, year| !(year.born.is_empty() && year.revived.is_empty() && year.ended.is_empty()));
        let found: BTreeMap<u16, Naive> = life.years().map(|year| (year.year().get(), year.into())).collect();
        prop_assert_eq!(found, naive);
        let years: Vec<Year> = life.years().map(LifespanYear::year).collect();
        prop_assert!(years.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn life_starts_once_or_is_undated(catalog in catalog()) {
        let all = catalog.all();
        let timeline = all.timeline();
        let life = timeline.lifespans();
        let undated: BTreeSet<String> =
            catalog.tools().filter(|tool| tool.release_year().is_none()).map(|tool| tool.id().to_string()).collect();
        let ended: BTreeSet<String> = catalog
            .tools()
            .filter(|tool| tool.release_year().is_some() && end(tool) == Some(None))
            .map(|tool| tool.id().to_string())
            .collect();
        prop_assert_eq!(ids(life.undated()), undated);
        prop_assert_eq!(ids(life.discontinued_undated()), ended);
        let born: usize = life.years().map(|year| year.released().len()).sum();
        prop_assert_eq!(born + life.undated().len() + life.discontinued_undated().len(), catalog.len());
        prop_assert_eq!(life.undated(), timeline.undated());
    }

    #[test]
    fn life_alive_is_the_catalog_as_of_that_year(catalog in catalog()) {
        let life = catalog.all().timeline().lifespans();
        let mut alive = BTreeSet::new();
        let mut years = life.years().peekable();
        for number in YEARS {
            let at = Year::new(number).unwrap();
            if let Some(year) = years.next_if(|year| year.year() == at) {
                alive = ids(year.available());
            }
            let then: BTreeSet<String> = catalog.as_of(at).tools().map(|tool| tool.id().to_string()).collect();
            prop_assert_eq!(&alive, &then, "{}", number);
        }
    }

    #[test]
    fn timeline_of_a_license_type_is_that_of_its_tools(catalog in catalog()) {
        let all = catalog.all();
        let timeline = all.timeline();
        let groups: Vec<(LicenseType, _)> = timeline.by_license_type().collect();
        prop_assert!(groups.iter().map(|(license, _)| *license).is_sorted_by(|a, b| a < b));
        let by_license: BTreeMap<LicenseType, _> = groups.into_iter().collect();
        for license in LicenseType::all() {
            let alone = catalog.select(&Query::new().license(license));
            match by_license.get(&license) {
                Some(timeline) => {
                    prop_assert_eq!(timeline, &alone.timeline());
                    prop_assert_eq!(timeline.lifespans(), alone.timeline().lifespans());
                }
                None => prop_assert!(alone.is_empty()),
            }
        }
    }

    #[test]
    fn timeline_matches_naive_counting(catalog in catalog()) {
        let mut naive: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        let mut undated = Vec::new();
        for tool in catalog.tools() {
            match tool.release_year() {
                Some(year) => naive.entry(year.get()).or_default().push(tool.id().to_string()),
                None => undated.push(tool.id().to_string()),
            }
        }
        let all = catalog.all();
        let timeline = all.timeline();
        let in_order = |tools: &Selection<'_>| tools.iter().map(|tool| tool.id().to_string()).collect::<Vec<_>>();
        let found: Vec<(u16, Vec<String>)> =
            timeline.years().map(|group| (group.year().get(), in_order(group.tools()))).collect();
        prop_assert_eq!(found, naive.clone().into_iter().collect::<Vec<_>>());
        prop_assert_eq!(in_order(timeline.undated()), undated);
        for group in timeline.years() {
            let until: usize = naive.range(..=group.year().get()).map(|(_, tools)| tools.len()).sum();
            prop_assert_eq!(group.cumulative(), until);
        }
    }

    #[test]
    fn timeline_of_a_category_is_that_of_its_tools(catalog in catalog()) {
        let all = catalog.all();
        let timeline = all.timeline();
        let by_category: BTreeMap<Category, _> = timeline.by_category().collect();
        for category in Category::all() {
            let alone = catalog.select(&Query::new().category(category));
            match by_category.get(&category) {
                Some(timeline) => prop_assert_eq!(timeline, &alone.timeline()),
                None => prop_assert!(alone.is_empty()),
            }
        }
    }
}

fn tool(id: &str, released: &str, events: &[(&str, Change)]) -> Tool {
    let builder = Tool::builder(id.parse().unwrap()).category(Category::ModelServing);
    let release = released.parse().ok().map(|date| Release::new(date, ReleaseEvent::Launch));
    let builder = release.into_iter().fold(builder, |builder, release| builder.release(release));
    let event = |(date, change): &(&str, Change)| Event::new(date.parse().ok(), change.clone());
    events.iter().map(event).fold(builder, |builder, event| builder.event(event)).build().unwrap()
}

/// A line for each year: the ids that were born, revived and ended, and how many were alive.
fn lines(life: &Lifespans<'_>) -> Vec<String> {
    let joined = |selection: &Selection<'_>| itertools::join(ids(selection), " ");
    let line = |year: &LifespanYear<'_>| {
        let [born, revived, ended] = [year.released(), year.revived(), year.discontinued()].map(joined);
        format!("{}: {born} | {revived} | {ended} | {}", year.year(), year.available().len())
    };
    life.years().map(line).collect()
}

#[test]
fn life_counts_ends_and_revivals() {
    use Change::{Archived, Discontinued, Revived};
    let tools = [
        tool("open", "2016-05", &[]),
        tool("archived", "2016", &[("2018", Archived)]),
        tool("ended", "2016", &[("2019", Discontinued), ("2020", Archived)]),
        tool("reborn", "2016", &[("2018-01", Discontinued), ("2020", Revived)]),
        tool("paused-within-a-year", "2016", &[("2018-01", Discontinued), ("2018-12", Revived)]),
        tool("one-summer", "2017", &[("2017", Discontinued)]),
        tool("ended-before-its-release", "2017", &[("2015", Discontinued)]),
        tool("ended-somewhen", "2016", &[("", Discontinued)]),
        tool("revived-somewhen", "2017", &[("2018", Discontinued), ("", Revived)]),
        tool("undated", "", &[("2019", Discontinued)]),
    ];
    let catalog = Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap();
    let life = catalog.all().timeline().lifespans();
    let expected = [
        "2016: archived ended open paused-within-a-year reborn |  |  | 5",
        "2017: ended-before-its-release one-summer revived-somewhen |  | ended-before-its-release one-summer | 6",
        "2018:  |  | reborn | 5",
        "2019:  |  | ended | 4",
        "2020:  | reborn |  | 5",
    ];
    assert_eq!(lines(&life), expected);
    assert_eq!(itertools::join(ids(life.undated()), " "), "undated");
    assert_eq!(itertools::join(ids(life.discontinued_undated()), " "), "ended-somewhen");
}

#[test]
fn timeline_and_life_have_json() {
    let tools = [
        tool("a", "2016", &[("2017", Change::Discontinued)]),
        tool("b", "2016", &[("", Change::Discontinued)]),
        tool("c", "", &[]),
    ];
    let catalog = Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap();
    let timeline = catalog.all().timeline();
    let one = |id: &str| serde_json::json!({"count": 1, "tools": [id]});
    let none = serde_json::json!({"count": 0, "tools": []});
    let releases = serde_json::json!({
        "years": [{"year": 2016, "count": 2, "cumulative": 2, "tools": ["a", "b"]}],
        "undated": one("c"),
    });
    assert_eq!(serde_json::to_value(&timeline).unwrap(), releases);
    let life = serde_json::json!({
        "years": [
            {"year": 2016, "born": one("a"), "revived": none, "ended": none, "alive": 1},
            {"year": 2017, "born": none, "revived": none, "ended": one("a"), "alive": 0},
        ],
        "undated": one("c"),
        "ended_undated": one("b"),
    });
    assert_eq!(serde_json::to_value(timeline.lifespans()).unwrap(), life);
}

#[test]
fn timeline_of_nothing_has_no_year() {
    let life = Selection::default().timeline().lifespans();
    assert_eq!(life.years().len(), 0);
    assert!(life.undated().is_empty() && life.discontinued_undated().is_empty());
}
