//! When tools were available, year by year.

use std::collections::BTreeSet;

use super::selection::Selection;
use super::timeline::Timeline;
use crate::model::{Tool, Year};

/// The availability of a selection's tools, year by year.
///
/// A tool is available from its release until it is discontinued, and again once it is revived; archived and inactive
/// tools are available. Only the end of a year counts: a tool that is discontinued and revived within one year stays
/// available, one that is released and discontinued within one year is both. Years in which nothing changes are left
/// out.
///
/// Tools without a year of release and tools without a date of their end are counted in no year. The tools available in
/// a year are those of [`Catalog::as_of`](crate::Catalog::as_of), with today's facts.
///
/// ```
/// let lifespans = mlops_catalog::Catalog::embedded().all().timeline().lifespans();
/// let mut available = 0;
/// for year in lifespans.years() {
///     available = available + year.released().len() + year.revived().len() - year.discontinued().len();
///     assert_eq!(year.available().len(), available);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Lifespans<'c> {
    years: Vec<LifespanYear<'c>>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    undated: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(rename = "ended_undated", serialize_with = "super::selection::counted"))]
    discontinued_undated: Selection<'c>,
}

/// A year in which tools were released, revived or discontinued.
///
/// ```
/// let lifespans = mlops_catalog::Catalog::embedded().all().timeline().lifespans();
/// let first = lifespans.years().next().unwrap();
/// assert_eq!(first.available(), &first.released().difference(first.discontinued()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LifespanYear<'c> {
    year: Year,
    #[cfg_attr(feature = "serde", serde(rename = "born", serialize_with = "super::selection::counted"))]
    released: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    revived: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(rename = "ended", serialize_with = "super::selection::counted"))]
    discontinued: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(rename = "alive", serialize_with = "super::selection::count"))]
    available: Selection<'c>,
}

impl<'c> Timeline<'c> {
    /// Returns when the same tools were available, year by year.
    #[must_use]
    pub fn lifespans(&self) -> Lifespans<'c> {
        Lifespans::new(&self.all)
    }
}

impl<'c> Lifespans<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let (dated, undated) = all.partition(|tool| tool.release_year().is_some());
        let has_undated_end = |tool: &Tool| tool.end().is_some_and(|end| end.date().is_none());
        let (discontinued_undated, known) = dated.partition(has_undated_end);
        let turns: BTreeSet<Year> = known.iter().flat_map(turns).collect();
        let mut before = Selection::default();
        let years = turns.into_iter().map(|year| {
            let group = LifespanYear::new(year, &known, &before);
            before = group.available.clone();
            group
        });
        Self { years: years.filter(|group| !group.is_idle()).collect(), undated, discontinued_undated }
    }

    /// Returns the years in which tools were released, revived or discontinued, in order.
    pub fn years(&self) -> impl ExactSizeIterator<Item = &LifespanYear<'c>> + DoubleEndedIterator {
        self.years.iter()
    }

    /// Returns the tools without a known year of release.
    #[must_use]
    pub fn undated(&self) -> &Selection<'c> {
        &self.undated
    }

    /// Returns the tools with a known year of release that were discontinued on an unknown date.
    #[must_use]
    pub fn discontinued_undated(&self) -> &Selection<'c> {
        &self.discontinued_undated
    }
}

/// The years in which a tool may have become available or have ceased to be.
fn turns(tool: &Tool) -> impl Iterator<Item = Year> {
    let turns = tool.history().iter().filter(|event| event.change().turns_availability());
    tool.release_year().into_iter().chain(turns.filter_map(|event| Some(event.date()?.year())))
}

impl<'c> LifespanYear<'c> {
    /// What happened to `tools` in a year, when those of `before` were available at its start.
    fn new(year: Year, tools: &Selection<'c>, before: &Selection<'c>) -> Self {
        let released = tools.filter(|tool| tool.release_year() == Some(year));
        let available = tools.filter(|tool| tool.is_available_in(year));
        let there = before.union(&released);
        let (revived, discontinued) = (available.difference(&there), there.difference(&available));
        Self { year, released, revived, discontinued, available }
    }

    fn is_idle(&self) -> bool {
        self.released.is_empty() && self.revived.is_empty() && self.discontinued.is_empty()
    }

    /// Returns the year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// Returns the tools released in this year.
    #[must_use]
    pub fn released(&self) -> &Selection<'c> {
        &self.released
    }

    /// Returns the tools that had been discontinued before and were available at the end of this year.
    #[must_use]
    pub fn revived(&self) -> &Selection<'c> {
        &self.revived
    }

    /// Returns the tools that were available before, or released in this year, and not available at its end.
    #[must_use]
    pub fn discontinued(&self) -> &Selection<'c> {
        &self.discontinued
    }

    /// Returns the tools that were available at the end of this year.
    #[must_use]
    pub fn available(&self) -> &Selection<'c> {
        &self.available
    }
}
