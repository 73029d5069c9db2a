//! Random catalogs for the comparison with naive re-computations.

use mlops_catalog::model::{Change, Event, Release, ReleaseEvent, ToolBuilder};
use mlops_catalog::{Catalog, Category, Expression, License, LicenseType, Tool};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub fn license_type() -> impl Strategy<Value = LicenseType> {
    select(LicenseType::all().collect::<Vec<_>>())
}

fn license() -> impl Strategy<Value = License> {
    license_type().prop_map(|kind| match kind {
        LicenseType::OpenSource => License::open_source("MIT".parse::<Expression>().unwrap()),
        other => License::from(other),
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        select(vec![Change::Inactive, Change::Archived, Change::ClosedToNewCustomers]),
        // Lives turn more often than chance would have it.
        select(vec![Change::Discontinued, Change::Revived]),
        select(vec!["Somebody", "Nobody"]).prop_map(|by| Change::Acquired { by: by.into() }),
        Just(Change::Donated { to: "Foundation".into() }),
        // Names that other tools may have.
        select(vec!["a", "B", "Former", "former!", "c0"]).prop_map(|from| Change::Renamed { from: from.into() }),
        license().prop_map(|from| Change::Relicensed { from }),
    ]
}

/// Events in order of date, with years alone and with months, and without a date.
fn history() -> impl Strategy<Value = Vec<Event>> {
    let date = proptest::option::weighted(0.8, (2013u16..2021, proptest::option::of(1u8..=12)));
    proptest::collection::vec((date, change()), 0..6).prop_map(|mut events| {
        events.sort_by_key(|(date, _)| (date.is_none(), *date));
        let written = |(year, month): (u16, Option<u8>)| match month {
            Some(month) => format!("{year}-{month:02}"),
            None => year.to_string(),
        };
        let event =
            |(date, change): (Option<_>, _)| Event::new(date.map(|date| written(date).parse().unwrap()), change);
        events.into_iter().map(event).collect()
    })
}

fn tool() -> impl Strategy<Value = Tool> {
    let id = "[a-c][a-c0-2]{0,2}(-[7-9]{1,2})?";
    let categories = subsequence(Category::all().collect::<Vec<_>>(), 1..=4).prop_shuffle();
    let year = proptest::option::weighted(0.8, 2014u16..2020);
    let vendor = proptest::option::of(select(vec!["Somebody", "Else", "Äcme"]));
    let description = proptest::option::of(select(vec!["Serves models on Kubernetes.", "Éclairs, by some body else."]));
    let texts = (vendor, description);
    (id, categories, license(), year, texts, history()).prop_map(|(id, categories, license, year, texts, history)| {
        let (vendor, description) = texts;
        let builder = Tool::builder(id.parse().unwrap()).license(license);
        let builder = description.into_iter().fold(builder, |builder, text| builder.description(text));
        let builder = categories.into_iter().fold(builder, |builder, category| builder.category(category));
        let builder = vendor.into_iter().fold(builder, |builder, vendor| builder.vendor(vendor));
        let release = year.map(|year| Release::new(year.to_string().parse().unwrap(), ReleaseEvent::Launch));
        let builder = release.into_iter().fold(builder, |builder, release| builder.release(release));
        // An event that cannot follow those before it is left out.
        let builder = history.into_iter().fold(builder, |builder, event| {
            let longer = builder.clone().event(event);
            if longer.clone().build().is_ok() { longer } else { builder }
        });
        builder.build().unwrap()
    })
}

/// Tools with unique ids, some of which have a later one as their successor.
pub fn catalog() -> impl Strategy<Value = Catalog> {
    let successor = proptest::option::weighted(0.2, 1usize..5);
    proptest::collection::vec((tool(), successor), 0..30).prop_map(|mut tools| {
        tools.sort_by(|(a, _), (b, _)| a.id().cmp(b.id()));
        tools.dedup_by(|(a, _), (b, _)| a.id() == b.id());
        let ids: Vec<_> = tools.iter().map(|(tool, _)| tool.id().clone()).collect();
        let tools = tools.into_iter().enumerate().map(|(at, (tool, successor))| {
            match successor.and_then(|ahead| ids.get(at + ahead)) {
                Some(id) => ToolBuilder::from(tool).successor(id.clone()).build().unwrap(),
                None => tool,
            }
        });
        Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap()
    })
}
