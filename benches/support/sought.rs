//! What takes longer to find, beside hand-written loops that give the same.

use std::cmp::Reverse;

use mlops_catalog::model::{ChangeKind, Event};
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Catalog, LicenseType, Query, Stage, Status, Tool};

/// Conditions of the keys that take longer: a license by its identifier, an event in a year, and what is excluded.
pub fn longer_query() -> Query {
    let archived = Query::new().event_in(ChangeKind::Archived, 2024);
    let agpl: LicenseFilter = "Apache-2.0".parse().unwrap_or_else(|error| panic!("{error}"));
    Query::new().license(agpl).stage(Stage::Serving).excluding(archived)
}

pub fn longer_filtered(catalog: &Catalog) -> Vec<&Tool> {
    let mut found = Vec::new();
    for tool in catalog.tools() {
        if tool
            .spdx()
            .is_some_and(|spdx| spdx.as_str().split([' ', '(', ')']).any(|id| id.eq_ignore_ascii_case("Apache-2.0")))
            && tool.categories().iter().any(|category| category.stage() == Stage::Serving)
            && !tool.history().iter().any(|event| {
                event.change().kind() == ChangeKind::Archived
                    && event.date().is_some_and(|date| date.year().get() == 2024)
            })
        {
            found.push(tool);
        }
    }
    found
}

/// A tool, and its texts in small letters.
pub type Lowered<'c> = (&'c Tool, Vec<String>);

pub fn lowered(catalog: &Catalog) -> Vec<Lowered<'_>> {
    let lowered = |tool: &Tool| {
        let texts = [Some(tool.name()), tool.description(), tool.vendor()].into_iter().flatten();
        texts.chain(tool.aliases()).map(str::to_lowercase).collect()
    };
    catalog.tools().map(|tool| (tool, lowered(tool))).collect()
}

pub fn searched<'c>(lowered: &[Lowered<'c>], words: &[&str]) -> Vec<&'c Tool> {
    let has = |texts: &[String], word: &str| texts.iter().any(|text| text.contains(word));
    let has_all = |(_, texts): &&Lowered<'c>| words.iter().all(|word| has(texts, word));
    lowered.iter().filter(has_all).map(|(tool, _)| *tool).collect()
}

/// The events of a kind in some years, in order of the first day.
pub fn happened(catalog: &Catalog) -> Vec<&Event> {
    let mut found = Vec::new();
    for tool in catalog.tools() {
        for event in tool.history() {
            if let Some(date) = event.date()
                && event.change().kind() == ChangeKind::Acquired
                && date.year().get() >= 2023
            {
                found.push((date.first_day(), event));
            }
        }
    }
    found.sort_by_key(|(day, _)| *day);
    found.into_iter().map(|(_, event)| event).collect()
}

/// The tools that a tool replaced, and what can be used in its place: open-source tools, and others.
pub type Related<'c> = [Vec<&'c Tool>; 3];

/// As `show` asks for them.
pub fn related<'c>(catalog: &'c Catalog, tool: &Tool) -> Related<'c> {
    [catalog.predecessors(tool), catalog.alternatives(tool), catalog.other_alternatives(tool)]
}

pub fn related_by_hand<'c>(catalog: &'c Catalog, tool: &Tool) -> Related<'c> {
    let [mut replaced, mut open, mut others] = Related::default();
    for other in catalog.tools() {
        if other.successor() == Some(tool.id()) {
            replaced.push(other);
        }
        if other.primary_category() == tool.primary_category()
            && other.status() == Status::Active
            && other.id() != tool.id()
        {
            if other.license_type() == LicenseType::OpenSource { open.push(other) } else { others.push(other) }
        }
    }
    for found in [&mut open, &mut others] {
        found.sort_by_key(|other| Reverse(other.category_set().intersection(tool.category_set()).len()));
    }
    [replaced, open, others]
}
