//! Questions that people ask of the landscape.

use std::cmp::Reverse;

use crate::{Catalog, Change, Event, LicenseType, Query, Selection, Status, Tool, YearRange};

impl Catalog {
    /// What replaced a tool: its successor, the successor of that, and so on to the last.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// let replaced_by = Catalog::embedded().successors(tool::SNORKEL);
    /// assert_eq!(replaced_by[0].id(), "snorkel-flow");
    /// assert!(Catalog::embedded().successors(tool::MLFLOW).is_empty());
    /// ```
    #[must_use]
    pub fn successors(&self, tool: &Tool) -> Vec<&Tool> {
        let next = |tool: &Tool| self.tool(tool.successor()?.as_str());
        std::iter::successors(next(tool), |tool| next(tool)).collect()
    }

    /// What could be used in place of a tool: the other open-source tools of its primary category that are active; those
    /// that share the most categories with it come first, then those in order of id.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, LicenseType, tool};
    /// let alternatives = Catalog::embedded().alternatives(tool::NEPTUNE_AI);
    /// assert!(alternatives.contains(&tool::AIM));
    /// assert!(alternatives.iter().all(|tool| tool.license_type() == LicenseType::OpenSource));
    /// ```
    #[must_use]
    pub fn alternatives(&self, tool: &Tool) -> Vec<&Tool> {
        let category = tool.primary_category();
        let query = Query::new().category(category).license(LicenseType::OpenSource).status(Status::Active);
        let is_other = |other: &&Tool| other.primary_category() == category && other.id() != tool.id();
        let mut others: Vec<&Tool> = self.select(&query).iter().filter(is_other).collect();
        // Stable: of equal numbers the order of ids stays.
        others.sort_by_key(|other| Reverse(other.category_set().intersection(tool.category_set()).len()));
        others
    }
}

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

    /// The tools that belong to the most categories, then in order of id: at least `count` of them and every further one
    /// that belongs to as many categories as the last; fewer when fewer belong to several categories at all.
    ///
    /// ```
    /// let most = mlops_catalog::Catalog::embedded().all().most_connected(3);
    /// assert!(most.is_sorted_by_key(|tool| std::cmp::Reverse(tool.categories().len())));
    /// ```
    #[must_use]
    pub fn most_connected(&self, count: usize) -> Vec<&'c Tool> {
        let mut tools: Vec<&Tool> = self.iter().filter(|tool| tool.categories().len() > 1).collect();
        // Stable: of equal numbers the order of ids stays.
        tools.sort_by_key(|tool| Reverse(tool.categories().len()));
        let Some(last) = count.checked_sub(1) else { return Vec::new() };
        if let Some(least) = tools.get(last).map(|tool| tool.categories().len()) {
            tools.retain(|tool| tool.categories().len() >= least);
        }
        tools
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
            tool: &'c crate::ToolId,
            name: &'c str,
            #[serde(flatten)]
            event: &'c Event,
        }
        Written { tool: self.tool.id(), name: self.tool.name(), event: self.event }.serialize(serializer)
    }
}
