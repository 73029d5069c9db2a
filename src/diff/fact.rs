//! Facts of a tool that changed.

use std::fmt;

use itertools::Itertools as _;

use super::changed::{Changed, or_none};
use crate::model::{Address, Category, Date, Event, Fact, License, ReleaseEvent, Settled, Source, Tool, ToolId};

/// A changed fact of a tool. The order is that of the fields in a tool's file.
///
/// `Display` writes `vendor: none → LF AI & Data`; with `{:#}`, each value is on its own line.
///
/// ```
/// use mlops_catalog::diff::CatalogChange;
/// use mlops_catalog::{Catalog, Category, Diff, Tool};
/// let tool = || Tool::builder("mine".parse().unwrap()).category(Category::ModelServing);
/// let old = Catalog::from_tools("1.0.0".parse()?, [tool().build()?])?;
/// let new = Catalog::from_tools("1.0.1".parse()?, [tool().category(Category::FeatureStores).build()?])?;
/// let diff = Diff::between(&old, &new);
/// let Some(CatalogChange::Changed { facts, .. }) = diff.changes().next() else { panic!() };
/// assert_eq!(facts[0].to_string(), "categories: model-serving → model-serving, feature-stores");
/// assert_eq!(format!("{:#}", facts[0]), "categories:\n  model-serving\n  → model-serving, feature-stores");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "fact", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum FactChange<'c> {
    /// The former ids.
    FormerIds(Changed<Vec<&'c ToolId>>),
    /// The name.
    Name(Changed<&'c str>),
    /// The aliases, or their order.
    Aliases(Changed<Vec<&'c str>>),
    /// The description.
    Description(Changed<Option<&'c str>>),
    /// The vendor.
    Vendor(Changed<Option<&'c str>>),
    /// The homepage.
    Homepage(Changed<Option<&'c Address>>),
    /// The URL of the source-code repository.
    Repository(Changed<Option<&'c Address>>),
    /// The categories, or their order.
    Categories(Changed<&'c [Category]>),
    /// The date of the first release.
    Released(Changed<Option<Date>>),
    /// The event that the release date refers to.
    ReleasedEvent(Changed<Option<ReleaseEvent>>),
    /// The license.
    License(Changed<&'c License>),
    /// The history: its events, their order or their sources. `Display` writes only the events that differ.
    History(Changed<&'c [Event]>),
    /// The successor.
    Successor(Changed<Option<&'c ToolId>>),
    /// The source of a fact.
    Source {
        /// The fact.
        of: Fact,
        /// The source.
        #[cfg_attr(feature = "serde", serde(flatten))]
        source: Changed<Option<&'c Source>>,
    },
    /// What a person has settled.
    Settled(Changed<&'c [Settled]>),
    /// The day on which the facts were last checked.
    Checked(Changed<Option<Date>>),
}

impl<'c> FactChange<'c> {
    /// All that differs between two tools but for their ids.
    pub(super) fn between(from: &'c Tool, to: &'c Tool) -> Vec<Self> {
        let event = |tool: &'c Tool| tool.release().map(|release| release.event());
        let facts = [
            Changed::between(from.former_ids().collect(), to.former_ids().collect()).map(Self::FormerIds),
            Changed::between(from.name(), to.name()).map(Self::Name),
            Changed::between(from.aliases().collect(), to.aliases().collect()).map(Self::Aliases),
            Changed::between(from.description(), to.description()).map(Self::Description),
            Changed::between(from.vendor(), to.vendor()).map(Self::Vendor),
            Changed::between(from.homepage(), to.homepage()).map(Self::Homepage),
            Changed::between(from.repository(), to.repository()).map(Self::Repository),
            Changed::between(from.categories(), to.categories()).map(Self::Categories),
            Changed::between(from.release_date(), to.release_date()).map(Self::Released),
            Changed::between(event(from), event(to)).map(Self::ReleasedEvent),
            Changed::between(from.license(), to.license()).map(Self::License),
            Changed::between(from.history(), to.history()).map(Self::History),
            Changed::between(from.successor(), to.successor()).map(Self::Successor),
        ];
        let sources = Fact::all().filter_map(|of| {
            let source = Changed::between(from.source(of), to.source(of))?;
            Some(Self::Source { of, source })
        });
        let checked = Changed::between(from.checked(), to.checked()).map(Self::Checked);
        let settled = Changed::between(from.settled(), to.settled()).map(Self::Settled);
        facts.into_iter().flatten().chain(sources).chain(settled).chain(checked).collect()
    }
}

impl fmt::Display for FactChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FormerIds(ids) => ids.write(f, "former ids", |ids| list(ids, ", ")),
            Self::Name(name) => name.write(f, "name", ToString::to_string),
            Self::Aliases(aliases) => aliases.write(f, "aliases", |aliases| list(aliases, ", ")),
            Self::Description(description) => description.write(f, "description", or_none),
            Self::Vendor(vendor) => vendor.write(f, "vendor", or_none),
            Self::Homepage(page) => page.write(f, "homepage", or_none),
            Self::Repository(page) => page.write(f, "repository", or_none),
            Self::Categories(categories) => categories.write(f, "categories", |categories| list(categories, ", ")),
            Self::Released(date) => date.write(f, "released", or_none),
            Self::ReleasedEvent(event) => event.write(f, "released event", or_none),
            Self::License(license) => license.write(f, "license", ToString::to_string),
            Self::History(history) => differing(history).write(f, "history", |events| list(events, " and ")),
            Self::Successor(successor) => successor.write(f, "successor", or_none),
            Self::Source { of, source } => source.write(f, format_args!("source of {of}"), or_none),
            Self::Settled(settled) => settled.write(f, "settled", |settled| list(settled, "; ")),
            Self::Checked(date) => date.write(f, "checked", or_none),
        }
    }
}

/// The events that only one side has; all events where only their order differs.
fn differing<'c>(history: &Changed<&'c [Event]>) -> Changed<Vec<String>> {
    let only = |events: &'c [Event], others: &[Event]| {
        events.iter().filter(|event| !others.contains(event)).map(sourced).collect_vec()
    };
    let all = |events: &'c [Event]| events.iter().map(sourced).collect_vec();
    let (old, new) = (*history.before(), *history.after());
    Changed::between(only(old, new), only(new, old)).unwrap_or(Changed { before: all(old), after: all(new) })
}

fn sourced(event: &Event) -> String {
    match event.source() {
        Some(source) => format!("{event}, source {source}"),
        None => event.to_string(),
    }
}

fn list<T: fmt::Display>(items: &[T], separator: &str) -> String {
    or_none(&(!items.is_empty()).then(|| items.iter().join(separator)))
}
