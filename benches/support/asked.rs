//! What is asked of a catalog, each beside a hand-written loop that gives the same: no more and no less.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use mlops_catalog::{
    Catalog, Category, CategorySet, LicenseType, Overlap, Query, Selection, Status, Timeline, Tool, Year,
};

/// Four conditions: a category, a type of license, a status and a range of years.
pub fn query() -> Query {
    let query = Query::new().category(Category::ModelServing).license(LicenseType::OpenSource);
    query.status(Status::Active).released(2016..=2020)
}

pub fn filtered(catalog: &Catalog) -> Vec<&Tool> {
    let mut found = Vec::new();
    for tool in catalog.tools() {
        if tool.is_in(Category::ModelServing)
            && tool.license_type() == LicenseType::OpenSource
            && tool.status() == Status::Active
            && tool.release_year().is_some_and(|year| (2016..=2020).contains(&year.get()))
        {
            found.push(tool);
        }
    }
    found
}

/// The tools of each year with the number of those until then, and the tools without a year.
pub type Years<'c> = (Vec<(Year, Vec<&'c Tool>, usize)>, Vec<&'c Tool>);

pub fn years(catalog: &Catalog) -> Years<'_> {
    let (mut by_year, mut undated) = (BTreeMap::<Year, Vec<&Tool>>::new(), Vec::new());
    for tool in catalog.tools() {
        match tool.release_year() {
            Some(year) => by_year.entry(year).or_default().push(tool),
            None => undated.push(tool),
        }
    }
    let mut until = 0;
    let mut years = Vec::with_capacity(by_year.len());
    for (year, tools) in by_year {
        until += tools.len();
        years.push((year, tools, until));
    }
    (years, undated)
}

pub fn same_years(timeline: &Timeline<'_>, (years, undated): &Years<'_>) -> bool {
    let theirs = years.iter().map(|(year, tools, until)| (*year, tools.as_slice(), *until));
    let ours = timeline.years().map(|group| (group.year(), group.tools(), group.cumulative()));
    same(timeline.undated(), undated)
        && years.len() == timeline.years().len()
        && ours.zip(theirs).all(|(a, b)| a.0 == b.0 && same(a.1, b.1) && a.2 == b.2)
}

/// The tools of each category, and those of each exact set of categories, the most frequent first.
pub type PairOverlap<'c> = (Vec<Vec<&'c Tool>>, Vec<(CategorySet, Vec<&'c Tool>)>);

pub fn shared(catalog: &Catalog) -> PairOverlap<'_> {
    let mut by_category = vec![Vec::new(); Category::all().len()];
    let mut by_set = BTreeMap::<CategorySet, Vec<&Tool>>::new();
    for tool in catalog.tools() {
        for category in tool.categories() {
            by_category[*category as usize].push(tool);
        }
        by_set.entry(tool.category_set()).or_default().push(tool);
    }
    let mut sets: Vec<_> = by_set.into_iter().collect();
    sets.sort_by_cached_key(|(set, tools)| (Reverse(tools.len()), set.iter().collect::<Vec<_>>()));
    (by_category, sets)
}

pub fn same_shared(overlap: &Overlap<'_>, (by_category, sets): &PairOverlap<'_>) -> bool {
    let ours = overlap.combinations().map(|combination| (combination.categories(), combination.tools()));
    Category::all().zip(by_category).all(|(category, tools)| same(overlap.category(category), tools))
        && sets.len() == overlap.combinations().len()
        && ours.zip(sets).all(|(ours, (set, tools))| ours.0 == *set && same(ours.1, tools))
}

/// Whether a selection has exactly those tools, in that order.
pub fn same(selection: &Selection<'_>, tools: &[&Tool]) -> bool {
    selection.len() == tools.len() && selection.iter().zip(tools).all(|(a, b)| std::ptr::eq(a, *b))
}
