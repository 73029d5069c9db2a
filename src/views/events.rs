//! Events of many tools in one order.

use std::fmt;

use super::selection::Selection;
use crate::model::{Change, ChangeKind, Date, Event, License, Status, Tool, fold, status_after};
use crate::query::YearRange;

impl<'c> Selection<'c> {
    /// Returns the events of the tools, in order of the first day that a date can mean, then of id; undated events last.
    ///
    /// ```
    /// use mlops_catalog::model::ChangeKind;
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// for found in all.events().of_kinds([ChangeKind::Acquired]).in_years(2023..) {
    ///     println!("{}: {}", found.tool(), found.event());
    /// }
    /// ```
    #[must_use]
    pub fn events(&self) -> Events<'c> {
        let mut events: Vec<_> = self.iter().flat_map(Tool::events).collect();
        // Stable: events of one date stay in order of id and history.
        events.sort_by_cached_key(|found| {
            let date = found.event().date();
            (date.is_none(), date.map(Date::first_day))
        });
        Events { events }
    }
}

/// Events of tools, in order of date.
///
/// The order is that of the first day that a date can mean, then of id; undated events come last.
///
/// ```
/// let events = mlops_catalog::Catalog::embedded().all().events();
/// let (dated, undated) = (events.in_years(..), events.undated());
/// assert_eq!(dated.len() + undated.len(), events.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Events<'c> {
    events: Vec<ToolEvent<'c>>,
}

impl<'c> Events<'c> {
    /// Returns the events in order.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'_, ToolEvent<'c>>> {
        self.events.iter().copied()
    }

    /// Returns the number of events.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Returns true if there is no event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Returns the events of any of these kinds.
    #[must_use]
    pub fn of_kinds(&self, kinds: impl IntoIterator<Item = ChangeKind>) -> Self {
        let kinds: Vec<ChangeKind> = kinds.into_iter().collect();
        self.filter(|found| kinds.contains(&found.event().change().kind()))
    }

    /// Returns the events dated in these years; an undated event is in no range.
    #[must_use]
    pub fn in_years(&self, years: impl Into<YearRange>) -> Self {
        let years = years.into();
        self.filter(|found| found.event().date().is_some_and(|date| years.contains(date.year())))
    }

    /// Returns the events without a date.
    #[must_use]
    pub fn undated(&self) -> Self {
        self.filter(|found| found.event().date().is_none())
    }

    /// Returns the events for which `wanted` returns true.
    ///
    /// ```
    /// use mlops_catalog::model::ChangeKind;
    /// use mlops_catalog::{Catalog, LicenseType};
    /// let relicensed = Catalog::embedded().all().events().of_kinds([ChangeKind::Relicensed]);
    /// let closed = relicensed.filter(|found| {
    ///     found.license_before().license_type() == LicenseType::OpenSource
    ///         && found.license_after().license_type() != LicenseType::OpenSource
    /// });
    /// assert!(closed.len() < relicensed.len());
    /// ```
    #[must_use]
    pub fn filter(&self, wanted: impl FnMut(&ToolEvent<'c>) -> bool) -> Self {
        Self { events: self.iter().filter(wanted).collect() }
    }
}

impl<'c> IntoIterator for Events<'c> {
    type Item = ToolEvent<'c>;
    type IntoIter = std::vec::IntoIter<ToolEvent<'c>>;

    fn into_iter(self) -> Self::IntoIter {
        self.events.into_iter()
    }
}

impl<'e, 'c> IntoIterator for &'e Events<'c> {
    type Item = ToolEvent<'c>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'e, ToolEvent<'c>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Tool {
    /// Returns the events of the history, each with what it changed.
    ///
    /// ```
    /// use mlops_catalog::model::ChangeKind;
    /// use mlops_catalog::tool;
    /// for found in tool::SELDON_CORE.events().filter(|found| found.event().change().kind() == ChangeKind::Relicensed) {
    ///     println!("from {} to {}", found.license_before(), found.license_after());
    /// }
    /// ```
    pub fn events(&self) -> impl ExactSizeIterator<Item = ToolEvent<'_>> + DoubleEndedIterator {
        (0..self.history().len()).map(|at| ToolEvent { tool: self, at })
    }

    /// Returns the event by which the tool gave up a name, compared as [`Catalog::find`](crate::Catalog::find) compares
    /// names; the last one, if it gave it up several times.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// let renamed = tool::KSERVE.renamed_from("KFServing").unwrap();
    /// assert_eq!((renamed.name_before(), renamed.name_after()), ("KFServing", "KServe"));
    /// ```
    #[must_use]
    pub fn renamed_from(&self, name: &str) -> Option<ToolEvent<'_>> {
        let name = fold(name);
        self.events().rfind(|found| match found.event().change() {
            Change::Renamed { from } => fold(from) == name,
            _ => false,
        })
    }
}

/// An event and the tool to which it happened, before and after it.
///
/// What was before an event is what the first such event from then on changed, or what is today.
///
/// ```
/// for found in mlops_catalog::Catalog::embedded().all().events() {
///     assert!(found.tool().history().contains(found.event()));
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToolEvent<'c> {
    tool: &'c Tool,
    /// The place in the history.
    at: usize,
}

impl<'c> ToolEvent<'c> {
    /// Returns the tool.
    #[must_use]
    pub fn tool(&self) -> &'c Tool {
        self.tool
    }

    /// Returns what happened.
    #[must_use]
    pub fn event(&self) -> &'c Event {
        &self.tool.history()[self.at]
    }

    /// Returns the license until the event.
    #[must_use]
    pub fn license_before(&self) -> &'c License {
        self.license_from(self.at)
    }

    /// Returns the license from the event on.
    #[must_use]
    pub fn license_after(&self) -> &'c License {
        self.license_from(self.at + 1)
    }

    /// Returns the name until the event.
    #[must_use]
    pub fn name_before(&self) -> &'c str {
        self.name_from(self.at)
    }

    /// Returns the name from the event on.
    #[must_use]
    pub fn name_after(&self) -> &'c str {
        self.name_from(self.at + 1)
    }

    /// Returns the status until the event.
    #[must_use]
    pub fn status_before(&self) -> Status {
        status_after(&self.tool.history()[..self.at])
    }

    /// Returns the status from the event on.
    #[must_use]
    pub fn status_after(&self) -> Status {
        status_after(&self.tool.history()[..=self.at])
    }

    /// The license before the events from that place on.
    fn license_from(&self, at: usize) -> &'c License {
        let former = |event: &'c Event| match event.change() {
            Change::Relicensed { from } => Some(from),
            _ => None,
        };
        self.tool.history()[at..].iter().find_map(former).unwrap_or(self.tool.license())
    }

    /// The name before the events from that place on.
    fn name_from(&self, at: usize) -> &'c str {
        let former = |event: &'c Event| match event.change() {
            Change::Renamed { from } => Some(from.as_ref()),
            _ => None,
        };
        self.tool.history()[at..].iter().find_map(former).unwrap_or(self.tool.name())
    }
}

/// `2024-01-16: relicensed from open-source (Apache-2.0) to source-available (BUSL-1.1)`: what happened, with what a
/// changed license or name became.
impl fmt::Display for ToolEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.event().fmt(f)?;
        match self.event().change() {
            Change::Relicensed { .. } => write!(f, " to {}", self.license_after()),
            Change::Renamed { .. } => write!(f, " to {}", self.name_after()),
            _ => Ok(()),
        }
    }
}

/// `{tool, name, date, event, by | from | to, source}`; a changed license or name has both `from` and `to`.
#[cfg(feature = "serde")]
impl serde::Serialize for ToolEvent<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(untagged)]
        enum To<'c> {
            License(&'c License),
            Name(&'c str),
        }

        #[derive(serde::Serialize)]
        struct Written<'c> {
            tool: &'c crate::model::ToolId,
            name: &'c str,
            #[serde(flatten)]
            event: &'c Event,
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<To<'c>>,
        }
        let to = match self.event().change() {
            Change::Relicensed { .. } => Some(To::License(self.license_after())),
            Change::Renamed { .. } => Some(To::Name(self.name_after())),
            _ => None,
        };
        Written { tool: self.tool.id(), name: self.tool.name(), event: self.event(), to }.serialize(serializer)
    }
}
