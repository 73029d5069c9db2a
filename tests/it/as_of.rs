//! The catalog as of a year, beside what loops over histories find.

use std::collections::BTreeSet;

use mlops_catalog::model::{Change, Event, Fact, Release, ReleaseEvent, Source, ToolBuilder};
use mlops_catalog::{Catalog, Expression, License, LicenseType, Status, Tool, tool};
use proptest::prelude::*;

use crate::support::built::{builder, catalog_of, year};
use crate::support::catalogs::catalog;

fn ids(catalog: &Catalog) -> BTreeSet<String> {
    catalog.tools().map(|tool| tool.id().to_string()).collect()
}

/// Whether a tool was released by then and is not in an end, where undated events count as past.
fn lived(tool: &Tool, year: u16) -> bool {
    let mut ended = false;
    for event in tool.history() {
        let past = match event.date() {
            Some(date) => date.year().get() <= year,
            None => true,
        };
        match event.change() {
            Change::Discontinued if past => ended = true,
            Change::Revived if past => ended = false,
            _ => {}
        }
    }
    tool.release_year().is_some_and(|released| released.get() <= year) && !ended
}

/// The dated events that were still to come; a tool is inactive two years after its last commit.
fn later(tool: &Tool, year: u16) -> Vec<&Event> {
    let happens = |event: &Event, dated: u16| if *event.change() == Change::Inactive { dated + 2 } else { dated };
    let is_later = |event: &Event| event.date().is_some_and(|date| happens(event, date.year().get()) > year);
    tool.history().iter().filter(|event| is_later(event)).collect()
}

/// How many dated events there were by then: a revival of a tool that was not inactive yet is none.
fn dated_by(tool: &Tool, year: u16) -> usize {
    let later = later(tool, year);
    let mut is_active = true;
    let mut count = 0;
    for event in tool.history().iter().filter(|event| !later.contains(event)) {
        match event.change() {
            Change::Revived if is_active => continue,
            Change::Revived => is_active = true,
            Change::Inactive | Change::Archived | Change::Discontinued => is_active = false,
            _ => {}
        }
        count += usize::from(event.date().is_some());
    }
    count
}

/// A catalog of tools released in 2015.
pub fn built(tools: impl IntoIterator<Item = ToolBuilder>) -> Catalog {
    let release = || Release::new("2015".parse().unwrap(), ReleaseEvent::Launch);
    catalog_of(tools.into_iter().map(|tool| tool.release(release())))
}

pub fn event(date: &str, change: Change) -> Event {
    Event::new(date.parse().ok(), change)
}

pub fn renamed(date: &str, from: &'static str) -> Event {
    event(date, Change::Renamed { from: from.into() })
}

pub fn names(tool: &Tool) -> Vec<&str> {
    std::iter::once(tool.name()).chain(tool.aliases()).collect()
}

proptest! {
    #[test]
    fn as_of_keeps_the_tools_available_then(catalog in catalog(), at in 2012u16..2022) {
        let then = catalog.as_of(year(at));
        let naive: BTreeSet<String> =
            catalog.tools().filter(|tool| lived(tool, at)).map(|tool| tool.id().to_string()).collect();
        prop_assert_eq!(ids(&then), naive);
        prop_assert_eq!(then.version(), catalog.version());
        prop_assert!(then.categories().eq(catalog.categories()));
        prop_assert_eq!(&catalog.as_of(year(at)), &then, "the same twice");
    }

    #[test]
    fn as_of_gives_each_tool_as_it_was(catalog in catalog(), at in 2012u16..2022) {
        let then = catalog.as_of(year(at));
        for past in then.tools() {
            let today = catalog.get(past.id().as_str()).unwrap();
            let later = later(today, at);
            let first = |find: fn(&Change) -> Option<String>| later.iter().find_map(|event| find(event.change()));
            let name = first(|change| match change {
                Change::Renamed { from } => Some(from.to_string()),
                _ => None,
            });
            prop_assert_eq!(past.name(), name.as_deref().unwrap_or(today.name()));
            let license = first(|change| match change {
                Change::Relicensed { from } => Some(from.to_string()),
                _ => None,
            });
            prop_assert_eq!(past.license().to_string(), license.unwrap_or(today.license().to_string()));
            let sold = later.iter().any(|event| matches!(event.change(), Change::Acquired { .. } | Change::Donated { .. }));
            prop_assert_eq!(past.vendor(), if sold { None } else { today.vendor() });
            prop_assert_eq!(past.status(), today.status_in(year(at)));
            let dated = |tool: &Tool| tool.history().iter().filter(|event| event.date().is_some()).count();
            prop_assert_eq!(dated(past), dated_by(today, at));
            prop_assert!(past.history().iter().all(|event| today.history().contains(event) && !later.contains(&event)));
            prop_assert_eq!((past.release_date(), past.categories()), (today.release_date(), today.categories()));
            // Every law of one tool holds.
            prop_assert_eq!(ToolBuilder::from(past.clone()).build(), Ok(past.clone()));
        }
    }

    #[test]
    fn as_of_keeps_successors_of_that_time(catalog in catalog(), at in 2012u16..2022) {
        let then = catalog.as_of(year(at));
        for past in then.tools() {
            let today = catalog.get(past.id().as_str()).unwrap();
            let turned = later(today, at).iter().any(|event| event.change().status().is_some());
            let there = today.successor().filter(|id| then.get(id.as_str()).is_some());
            prop_assert_eq!(past.successor(), there.filter(|_| !turned));
        }
    }

    #[test]
    fn as_of_a_year_later_lacks_only_discontinued_tools(catalog in catalog(), at in 2012u16..2022) {
        let (before, after) = (catalog.as_of(year(at)), catalog.as_of(year(at + 1)));
        let events_of_the_year = |id: &str, wanted: Change| {
            let tool = catalog.get(id).unwrap();
            let is_it = |event: &Event| event.date().is_some_and(|date| date.year().get() == at + 1) && *event.change() == wanted;
            tool.history().iter().any(is_it)
        };
        for gone in &ids(&before) - &ids(&after) {
            prop_assert!(events_of_the_year(&gone, Change::Discontinued), "{}", gone);
        }
        for new in &ids(&after) - &ids(&before) {
            let released = catalog.get(&new).unwrap().release_year() == Some(year(at + 1));
            prop_assert!(released || events_of_the_year(&new, Change::Revived), "{}", new);
        }
    }

    #[test]
    fn as_of_the_last_year_is_today_without_discontinued_tools(catalog in catalog()) {
        let then = catalog.as_of(year(9999));
        let left: Vec<&Tool> = catalog.tools().filter(|tool| lived(tool, 9999)).collect();
        prop_assert_eq!(then.len(), left.len());
        for (past, today) in then.tools().zip(left) {
            let gone = today.successor().filter(|id| then.get(id.as_str()).is_none());
            prop_assert_eq!(past.successor(), today.successor().filter(|_| gone.is_none()));
            if gone.is_none() {
                prop_assert_eq!(past, today);
            }
        }
    }

    #[test]
    fn as_of_twice_is_as_of_once(catalog in catalog(), at in 2012u16..2022, more in 0u16..4) {
        let once = catalog.as_of(year(at));
        let twice = catalog.as_of(year(at + more)).as_of(year(at));
        let both: BTreeSet<String> = &ids(&once) & &ids(&catalog.as_of(year(at + more)));
        prop_assert_eq!(ids(&twice), both);
        for past in twice.tools() {
            let direct = once.get(past.id().as_str()).unwrap();
            prop_assert_eq!(past.name(), direct.name());
            prop_assert_eq!(past.vendor(), direct.vendor());
            prop_assert_eq!(past.license(), direct.license());
            // An undated event can be lost: between an end and a revival it cannot have happened yet.
            let dated = |tool: &Tool| tool.history().iter().filter(|event| event.date().is_some()).cloned().collect::<Vec<_>>();
            prop_assert_eq!(dated(past), dated(direct));
        }
        prop_assert_eq!(&once.as_of(year(at)), &once);
    }
}

#[test]
fn as_of_gives_license_name_and_sources_before_later_changes() {
    let source: Source = "https://example.org/change".parse().unwrap();
    let today: Source = "https://example.org/today".parse().unwrap();
    let mit = License::open_source("MIT".parse::<Expression>().unwrap());
    let apache = License::open_source("Apache-2.0".parse::<Expression>().unwrap());
    let tool = builder("x")
        .name("Third")
        .alias("Second!")
        .alias("Ex")
        .license(LicenseType::Private)
        .source(Fact::License, today.clone())
        .source(Fact::Name, today.clone())
        .event(event("2017", Change::Relicensed { from: mit.clone() }))
        .event(renamed("2018-05", "First").with_source(source.clone()))
        .event(event("2019", Change::Relicensed { from: apache.clone() }).with_source(source.clone()))
        .event(renamed("2020", "Second"));
    let catalog = built([tool]);
    let then = |at| catalog.as_of(year(at)).get("x").unwrap().clone();
    assert_eq!(names(&then(2016)), ["First", "Second", "Third", "Ex"]);
    assert_eq!(names(&then(2018)), ["Second", "Third", "Ex"]);
    assert_eq!(names(&then(2020)), ["Third", "Second!", "Ex"]);
    assert_eq!(then(2016).license(), &mit);
    assert_eq!(then(2017).license(), &apache);
    assert_eq!(then(2019).license(), &License::from(LicenseType::Private));
    // An unsourced change leaves what was before it unsourced.
    assert_eq!(then(2016).source(Fact::License), None);
    assert_eq!(then(2018).source(Fact::License), Some(&source));
    assert_eq!(then(2019).source(Fact::License), Some(&today));
    assert_eq!(then(2017).source(Fact::Name), Some(&source));
    assert_eq!(then(2019).source(Fact::Name), None);
    assert_eq!(then(2020), *catalog.get("x").unwrap());
    assert_eq!(catalog.as_of(year(2016)).find("third").unwrap().name(), "First");
}

#[test]
fn as_of_follows_discontinuations_and_revivals() {
    let catalog = built([
        builder("ended").event(event("2018", Change::Discontinued)),
        builder("ended-somewhen").event(event("", Change::Discontinued)),
        builder("ended-then-archived")
            .event(event("2018", Change::Discontinued))
            .event(event("2020", Change::Archived)),
        builder("archived").event(event("2016", Change::Archived)),
        builder("revived").event(event("2016", Change::Discontinued)).event(event("2018", Change::Revived)),
        builder("revived-somewhen").event(event("2017", Change::Discontinued)).event(event("", Change::Revived)),
    ]);
    let then = |at| ids(&catalog.as_of(year(at))).into_iter().collect::<Vec<_>>();
    assert_eq!(then(2014), Vec::<String>::new());
    assert_eq!(then(2015), ["archived", "ended", "ended-then-archived", "revived", "revived-somewhen"]);
    assert_eq!(then(2017), ["archived", "ended", "ended-then-archived", "revived-somewhen"]);
    assert_eq!(then(2019), ["archived", "revived", "revived-somewhen"]);
    let early = catalog.as_of(year(2015));
    assert_eq!(early.get("archived").unwrap().status(), Status::Active);
    // It cannot have been revived before it ended.
    assert!(early.get("revived-somewhen").unwrap().history().is_empty());
}

#[test]
fn as_of_2020_has_the_names_and_owners_of_2020() {
    let then = Catalog::embedded().as_of(year(2020));
    let kserve = then.find("kserve").unwrap();
    assert_eq!((kserve.id(), kserve.name()), (tool::KSERVE.id(), "KFServing"));
    assert_eq!(then.find("kfserving"), Some(kserve));
    assert_eq!(then.get("kserve").unwrap().vendor(), None);
    assert!(then.find("whylabs").is_none_or(|whylabs| whylabs.license_type() == LicenseType::Private));
}

#[test]
fn as_of_2019_snorkel_has_no_successor_yet() {
    let then = Catalog::embedded().as_of(year(2019));
    let snorkel = then.get("snorkel").unwrap();
    assert_eq!((snorkel.status(), snorkel.successor()), (Status::Active, None));
    assert!(tool::SNORKEL.successor().is_some());
}

#[test]
fn as_of_makes_a_tool_inactive_two_years_after_its_last_commit() {
    let inactive = |builder: ToolBuilder| builder.event(event("2018-03", Change::Inactive));
    let catalog = built([inactive(builder("a"))]);
    let status = |at| catalog.as_of(year(at)).get("a").unwrap().status();
    assert_eq!([2017, 2018, 2019].map(status), [Status::Active; 3]);
    assert_eq!([2020, 2021].map(status), [Status::Inactive; 2]);
}
