//! When tools lived: births and ends, year by year.

use std::collections::BTreeSet;

use super::selection::Selection;
use super::timeline::Timeline;
use crate::model::{Tool, Year};

/// The lives of a selection's tools, year by year.
///
/// A tool lives from its release on; it ends when it is discontinued, not when it is archived or inactive, and lives
/// again when it is revived. Only the end of a year counts: a tool that ended and was revived within one year lived on,
/// one that was released and ended within one year was born and ended in it. A tool without an end is alive to this day.
/// Years in which nothing begins or ends are left out.
///
/// Tools whose year of release or whose end is not known stand apart and count in no year. The tools alive in a year are
/// those of [`Catalog::as_of`](crate::Catalog::as_of), with what is true of them today.
///
/// ```
/// let life = mlops_catalog::Catalog::embedded().all().timeline().life();
/// let mut alive = 0;
/// for year in life.years() {
///     alive = alive + year.born().len() + year.revived().len() - year.ended().len();
///     assert_eq!(year.alive().len(), alive);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Life<'c> {
    years: Vec<LifeYear<'c>>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    undated: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    ended_undated: Selection<'c>,
}

/// A year in which tools began or ended.
///
/// ```
/// let life = mlops_catalog::Catalog::embedded().all().timeline().life();
/// let first = life.years().next().unwrap();
/// assert_eq!(first.alive(), &first.born().difference(first.ended()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LifeYear<'c> {
    year: Year,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    born: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    revived: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    ended: Selection<'c>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::count"))]
    alive: Selection<'c>,
}

impl<'c> Timeline<'c> {
    /// Births and ends of the same tools, year by year.
    #[must_use]
    pub fn life(&self) -> Life<'c> {
        Life::new(&self.all)
    }
}

impl<'c> Life<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let (dated, undated): (Vec<&Tool>, Vec<&Tool>) = all.iter().partition(|tool| tool.year().is_some());
        let has_undated_end = |tool: &&Tool| tool.end().is_some_and(|end| end.date().is_none());
        let (ended_undated, known): (Vec<&Tool>, Vec<&Tool>) = dated.into_iter().partition(has_undated_end);
        let known = Selection::in_order(known);
        let turns: BTreeSet<Year> = known.iter().flat_map(turns).collect();
        let mut before = Selection::default();
        let years = turns.into_iter().map(|year| {
            let group = LifeYear::new(year, &known, &before);
            before = group.alive.clone();
            group
        });
        Self {
            years: years.filter(|group| !group.is_idle()).collect(),
            undated: Selection::in_order(undated),
            ended_undated: Selection::in_order(ended_undated),
        }
    }

    /// The years in which tools began or ended, in order.
    pub fn years(&self) -> impl ExactSizeIterator<Item = &LifeYear<'c>> + DoubleEndedIterator {
        self.years.iter()
    }

    /// The tools whose year of release is not known.
    #[must_use]
    pub fn undated(&self) -> &Selection<'c> {
        &self.undated
    }

    /// The tools that are known to have ended, but not when; those without a year of release are not among them.
    #[must_use]
    pub fn ended_undated(&self) -> &Selection<'c> {
        &self.ended_undated
    }
}

/// The years in which a tool may have begun or ended.
fn turns(tool: &Tool) -> impl Iterator<Item = Year> {
    let turns = tool.history().iter().filter(|event| event.change().turns_life());
    tool.year().into_iter().chain(turns.filter_map(|event| Some(event.date()?.year())))
}

impl<'c> LifeYear<'c> {
    /// What became of `tools` in a year, when those of `before` were alive at its start.
    fn new(year: Year, tools: &Selection<'c>, before: &Selection<'c>) -> Self {
        let born = tools.only(|tool| tool.year() == Some(year));
        let alive = tools.only(|tool| tool.is_alive_in(year));
        let there = before.union(&born);
        Self { year, revived: alive.difference(&there), ended: there.difference(&alive), born, alive }
    }

    fn is_idle(&self) -> bool {
        self.born.is_empty() && self.revived.is_empty() && self.ended.is_empty()
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// The tools released in it.
    #[must_use]
    pub fn born(&self) -> &Selection<'c> {
        &self.born
    }

    /// The tools that had ended before it and lived at its end.
    #[must_use]
    pub fn revived(&self) -> &Selection<'c> {
        &self.revived
    }

    /// The tools that had lived before it, or were born in it, and did not live at its end.
    #[must_use]
    pub fn ended(&self) -> &Selection<'c> {
        &self.ended
    }

    /// The tools that lived at its end.
    #[must_use]
    pub fn alive(&self) -> &Selection<'c> {
        &self.alive
    }
}
