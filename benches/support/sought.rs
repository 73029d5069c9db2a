//! What takes longer to find, beside hand-written loops that give the same.

use mlops_catalog::model::{ChangeKind, Event};
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Catalog, Query, Stage, Tool};

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
