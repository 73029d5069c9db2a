//! Events of many tools in one order.

use super::selection::Selection;
use crate::model::{Change, Event, Tool};
use crate::query::YearRange;

impl<'c> Selection<'c> {
    /// Which tools changed hands or licence in these years: what was acquired, donated or relicensed, in order of date,
    /// then of id.
    ///
    /// A date that is part of another comes first: 2016, 2016-05, 2016-05-02. An event without a date is in no range.
    ///
    /// ```
    /// for found in mlops_catalog::Catalog::embedded().all().changed_hands(2023..) {
    ///     println!("{}: {}", found.tool().name(), found.event());
    /// }
    /// ```
    #[must_use]
    pub fn changed_hands(&self, years: impl Into<YearRange>) -> Vec<ToolEvent<'c>> {
        let years = years.into();
        let events = self.iter().flat_map(|tool| tool.history().iter().map(move |event| ToolEvent { tool, event }));
        let mut found: Vec<_> = events
            .filter(|found| is_asked_for(found.event.change()))
            .filter_map(|found| Some((found.event.date()?, found)))
            .filter(|(date, _)| years.contains(date.year()))
            .collect();
        // Stable: of one date, the order of ids and histories stays.
        found.sort_by_key(|(date, _)| (date.year(), date.month(), date.day()));
        found.into_iter().map(|(_, found)| found).collect()
    }
}

fn is_asked_for(change: &Change) -> bool {
    matches!(change, Change::Acquired { .. } | Change::Donated { .. } | Change::Relicensed { .. })
}

/// An event of a history, and the tool to which it happened.
///
/// ```
/// let found = &mlops_catalog::Catalog::embedded().all().changed_hands(..)[0];
/// assert!(found.tool().history().contains(found.event()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToolEvent<'c> {
    tool: &'c Tool,
    event: &'c Event,
}

impl<'c> ToolEvent<'c> {
    /// The tool.
    #[must_use]
    pub fn tool(&self) -> &'c Tool {
        self.tool
    }

    /// What happened to it.
    #[must_use]
    pub fn event(&self) -> &'c Event {
        self.event
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ToolEvent<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Written<'c> {
            tool: &'c crate::model::ToolId,
            name: &'c str,
            #[serde(flatten)]
            event: &'c Event,
        }
        Written { tool: self.tool.id(), name: self.tool.name(), event: self.event }.serialize(serializer)
    }
}
