//! Random queries, beside the conditions that they are made of.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Category, LicenseType, Query, Stage, Status};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::catalogs::license_type;

fn category() -> impl Strategy<Value = Category> {
    select(Category::all().collect::<Vec<_>>())
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::all().collect::<Vec<_>>())
}

fn years() -> impl Strategy<Value = (u16, u16)> {
    (2013u16..2021, 0u16..5).prop_map(|(first, more)| (first, first + more))
}

/// The conditions that a query was made of.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    pub any: Vec<Category>,
    pub all: Vec<Category>,
    pub licenses: Vec<LicenseType>,
    pub statuses: Vec<Status>,
    pub years: Option<(u16, u16)>,
    pub stages: Vec<Stage>,
    /// Identifiers and families of them.
    pub spdx: Vec<&'static str>,
    pub vendors: Vec<String>,
    pub events: Vec<(ChangeKind, Option<(u16, u16)>)>,
    pub is_source_missing: bool,
    pub texts: Vec<String>,
}

impl Conditions {
    fn query(&self) -> Query {
        let query = self.any.iter().fold(Query::new(), |query, &category| query.category(category));
        let query = query.all_categories(self.all.iter().copied());
        let query = self.licenses.iter().fold(query, |query, &license| query.license(license));
        let query = self.statuses.iter().fold(query, |query, &status| query.status(status));
        let query = self.years.into_iter().fold(query, |query, (first, last)| query.released(first..=last));
        let query = self.stages.iter().fold(query, |query, &stage| query.stage(stage));
        let spdx = self.spdx.iter().map(|id| id.parse::<LicenseFilter>().unwrap());
        let query = spdx.fold(query, Query::license);
        let query = self.vendors.iter().fold(query, Query::vendor);
        let query = self.events.iter().fold(query, |query, &(kind, years)| match years {
            Some((first, last)) => query.event_in(kind, first..=last),
            None => query.event(kind),
        });
        let query = if self.is_source_missing { query.source_missing() } else { query };
        self.texts.iter().fold(query, Query::text)
    }
}

/// A query, what it requires and what it excludes.
#[derive(Debug, Clone)]
pub struct Asked {
    pub query: Query,
    pub required: Conditions,
    pub excluded: Conditions,
}

/// One or two of them, now and then: of few conditions random tools match some.
fn few<S: Strategy>(of: S) -> impl Strategy<Value = Vec<S::Value>> {
    proptest::option::weighted(0.25, vec(of, 1..=2)).prop_map(Option::unwrap_or_default)
}

fn conditions(text: &BoxedStrategy<String>) -> impl Strategy<Value = Conditions> + use<> {
    let kind = select(ChangeKind::all().collect::<Vec<_>>());
    let of_today = (
        few(category()),
        few(category()),
        few(license_type()),
        few(status()),
        proptest::option::weighted(0.2, years()),
        few(select(Stage::all().collect::<Vec<_>>())),
    );
    let more = (
        few(select(vec!["MIT", "apache-2.0", "AGPL", "LicenseRef-own"])),
        few(text.clone()),
        few((kind, proptest::option::of(years()))),
        proptest::bool::weighted(0.1),
        few(text.clone()),
    );
    (of_today, more).prop_map(|((any, all, licenses, statuses, years, stages), more)| {
        let (spdx, vendors, events, is_source_missing, texts) = more;
        Conditions { any, all, licenses, statuses, years, stages, spdx, vendors, events, is_source_missing, texts }
    })
}

fn asked_with(text: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = Asked> {
    let text = text.boxed();
    (conditions(&text), conditions(&text)).prop_map(|(required, excluded)| {
        let query = required.query().excluding(excluded.query());
        Asked { query, required, excluded }
    })
}

/// A query of words that random tools have.
pub fn asked() -> impl Strategy<Value = Asked> {
    let words = ["Somebody", "ÉLSE", "acme", "kubernetes", "on Kubernetes!", "serves models", "b"];
    asked_with(select(words.map(str::to_owned).to_vec()))
}

/// A query of whatever text.
pub fn asked_anything() -> impl Strategy<Value = Asked> {
    asked_with("AND|OR|NOT|([ -~]|\\PC|[\"\\\\ :,+-]|\n){0,8}")
}
