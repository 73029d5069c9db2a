//! Random catalogs for the comparison with naive re-computations.

use mlops_catalog::{
    Catalog, Category, Change, Event, Expression, License, LicenseType, Query, Release, ReleaseEvent, Status, Tool,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub fn category() -> impl Strategy<Value = Category> {
    select(Category::all().collect::<Vec<_>>())
}

pub fn license_type() -> impl Strategy<Value = LicenseType> {
    select(LicenseType::all().collect::<Vec<_>>())
}

pub fn status() -> impl Strategy<Value = Status> {
    select(Status::all().collect::<Vec<_>>())
}

fn license() -> impl Strategy<Value = License> {
    license_type().prop_map(|kind| match kind {
        LicenseType::OpenSource => License::open_source(Expression::new("MIT").unwrap()),
        other => License::from(other),
    })
}

fn ending() -> impl Strategy<Value = Vec<Change>> {
    select(vec![
        vec![],
        vec![Change::Inactive],
        vec![Change::Archived],
        vec![Change::Discontinued],
        vec![Change::Discontinued, Change::Revived],
        vec![Change::Acquired { by: "Somebody".into() }],
    ])
}

fn tool() -> impl Strategy<Value = Tool> {
    let id = "[a-c][a-c0-2]{0,2}(-[a-b]{1,2})?";
    let categories = subsequence(Category::all().collect::<Vec<_>>(), 1..=4).prop_shuffle();
    let year = proptest::option::of(2014u16..2020);
    (id, categories, license(), year, ending()).prop_map(|(id, categories, license, year, ending)| {
        let builder = Tool::builder(id.parse().unwrap()).license(license);
        let builder = categories.into_iter().fold(builder, |builder, category| builder.category(category));
        let builder = ending.into_iter().fold(builder, |builder, change| builder.event(Event::new(None, change)));
        let release = year.map(|year| Release::new(year.to_string().parse().unwrap(), ReleaseEvent::Launch));
        release.into_iter().fold(builder, |builder, release| builder.released(release)).build().unwrap()
    })
}

pub fn catalog() -> impl Strategy<Value = Catalog> {
    proptest::collection::vec(tool(), 0..30).prop_map(|mut tools| {
        tools.sort_by(|a, b| a.id().cmp(b.id()));
        tools.dedup_by(|a, b| a.id() == b.id());
        Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap()
    })
}

/// A query, and the conditions that it was made of.
#[derive(Debug, Clone)]
pub struct Asked {
    pub query: Query,
    pub any: Vec<Category>,
    pub all: Vec<Category>,
    pub licenses: Vec<LicenseType>,
    pub statuses: Vec<Status>,
    pub years: Option<(u16, u16)>,
}

pub fn asked() -> impl Strategy<Value = Asked> {
    let some = |most| 0..=most;
    (
        proptest::collection::vec(category(), some(2)),
        proptest::collection::vec(category(), some(2)),
        proptest::collection::vec(license_type(), some(2)),
        proptest::collection::vec(status(), some(2)),
        proptest::option::of((2013u16..2021, 0u16..5)),
    )
        .prop_map(|(any, all, licenses, statuses, years)| {
            let years = years.map(|(first, more)| (first, first + more));
            let query = any.iter().fold(Query::new(), |query, &category| query.category(category));
            let query = query.all_categories(all.iter().copied());
            let query = licenses.iter().fold(query, |query, &license| query.license(license));
            let query = statuses.iter().fold(query, |query, &status| query.status(status));
            let query = years.into_iter().fold(query, |query, (first, last)| query.released(first..=last));
            Asked { query, any, all, licenses, statuses, years }
        })
}
