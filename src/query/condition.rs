//! A condition of a query, as it is written.

use std::fmt;

use super::event::EventFilter;
use super::license::LicenseFilter;
use super::phrase::Phrase;
use super::words::is_operator;
use super::years::YearRange;
use crate::model::{Category, CategorySet, Stage, Status, Tool, words};

words! {
    "query key";
    /// The keys of a parsed query.
    pub(super) enum Key {
        /// Categories.
        Category,
        /// Stages of work.
        Stage,
        /// License types and identifiers.
        License,
        /// Statuses.
        Status,
        /// Years of release.
        Released,
        /// Vendors.
        Vendor,
        /// Events of the history.
        Event,
        /// Whether facts have sources.
        Source,
    }
}

words! {
    "word for sources";
    /// The values of the key `source`.
    pub(super) enum SourceWord {
        /// A fact has no source.
        Missing,
    }
}

impl SourceWord {
    pub(super) fn matches(self, tool: &Tool) -> bool {
        match self {
            Self::Missing => tool.unsourced().next().is_some(),
        }
    }
}

/// The categories of each stage.
const CATEGORIES: [CategorySet; Stage::ALL.len()] = {
    let mut sets = [CategorySet::EMPTY; Stage::ALL.len()];
    let mut at = 0;
    while at < Category::ALL.len() {
        let category = Category::ALL[at];
        let stage = category.stage() as usize;
        sets[stage] = sets[stage].with(category);
        at += 1;
    }
    sets
};

/// Whether a tool has a category of that stage.
pub(super) fn is_of(stage: Stage, tool: &Tool) -> bool {
    !tool.category_set().intersection(CATEGORIES[stage as usize]).is_empty()
}

/// One value of one key, or a phrase.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Condition {
    Category(Category),
    /// All of them; never empty.
    Categories(CategorySet),
    Stage(Stage),
    License(LicenseFilter),
    Status(Status),
    Released(YearRange),
    Vendor(Phrase),
    Event(EventFilter),
    Source(SourceWord),
    Phrase(Phrase),
}

impl Condition {
    pub(super) fn matches(&self, tool: &Tool) -> bool {
        match self {
            Self::Category(category) => tool.is_in(*category),
            Self::Categories(all) => tool.category_set().is_superset(*all),
            Self::Stage(stage) => is_of(*stage, tool),
            Self::License(license) => license.matches(tool.license()),
            Self::Status(status) => tool.status() == *status,
            Self::Released(years) => tool.release_year().is_some_and(|year| years.contains(year)),
            Self::Vendor(vendor) => tool.vendor().is_some_and(|name| vendor.is(name)),
            Self::Event(event) => event.matches(tool),
            Self::Source(word) => word.matches(tool),
            Self::Phrase(phrase) => phrase.is_in(tool),
        }
    }
}

/// The condition as it is parsed: the same condition comes back.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |f: &mut fmt::Formatter<'_>, key: Key, value: &dyn fmt::Display| write!(f, "{key}:{value}");
        match self {
            Self::Category(category) => pair(f, Key::Category, category),
            Self::Categories(all) => {
                let all: Vec<Category> = all.iter().collect();
                // A set of one has no `+` of its own; named twice, it is still a set of one.
                let twice = if all.len() == 1 { 2 } else { 1 };
                let names = all.iter().cycle().take(all.len() * twice);
                pair(f, Key::Category, &itertools::join(names, "+"))
            }
            Self::Stage(stage) => pair(f, Key::Stage, stage),
            Self::License(license) => pair(f, Key::License, license),
            Self::Status(status) => pair(f, Key::Status, status),
            Self::Released(years) => pair(f, Key::Released, years),
            Self::Vendor(vendor) => pair(f, Key::Vendor, &Written(vendor.as_str(), &[','])),
            Self::Event(event) => pair(f, Key::Event, event),
            Self::Source(word) => pair(f, Key::Source, word),
            Self::Phrase(phrase) => Written(phrase.as_str(), &[':']).fmt(f),
        }
    }
}

/// A text as it is written in a query: in quotation marks if it has one of these characters, or another that would be
/// read as something else.
struct Written<'t>(&'t str, &'t [char]);

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text, special) = self;
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\\') || special.contains(&c);
        if !text.starts_with('-') && !text.contains(ends) && !is_operator(text) {
            return f.write_str(text);
        }
        write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
