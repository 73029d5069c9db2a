//! Events of tools, beside loops over histories.

use std::collections::BTreeSet;

use mlops_catalog::model::{Change, ChangeKind, Event};
use mlops_catalog::views::ToolEvent;
use mlops_catalog::{Status, YearRange};
use proptest::prelude::*;

use crate::support::built::{builder, catalog_of, ids};
use crate::support::catalogs::catalog;

const KINDS: [ChangeKind; 3] = [ChangeKind::Acquired, ChangeKind::Donated, ChangeKind::Relicensed];

proptest! {
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
