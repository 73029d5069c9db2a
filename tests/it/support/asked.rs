//! Random queries, beside the conditions that they are made of.

use mlops_catalog::{Category, LicenseType, Query, Status};
use proptest::prelude::*;
use proptest::sample::select;

use super::catalogs::license_type;

fn category() -> impl Strategy<Value = Category> {
    select(Category::all().collect::<Vec<_>>())
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::all().collect::<Vec<_>>())
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
