//! Events of many tools in one order.

use super::selection::Selection;
use crate::model::{ChangeKind, Event, Tool};
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
        let event = |tool: &'c Tool| tool.history().iter().map(move |event| ToolEvent { tool, event });
        let mut events: Vec<_> = self.iter().flat_map(event).collect();
        // Stable: events of one date stay in order of id and history.
        events.sort_by_key(|found| match found.event.date() {
            Some(date) => (0, Some(date.first_day())),
            None => (1, None),
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
        self.filter(|found| kinds.contains(&found.event.change().kind()))
    }

    /// Returns the events dated in these years; an undated event is in no range.
    #[must_use]
    pub fn in_years(&self, years: impl Into<YearRange>) -> Self {
        let years = years.into();
        self.filter(|found| found.event.date().is_some_and(|date| years.contains(date.year())))
    }

    /// Returns the events without a date.
    #[must_use]
    pub fn undated(&self) -> Self {
        self.filter(|found| found.event.date().is_none())
    }

    fn filter(&self, wanted: impl Fn(&ToolEvent<'_>) -> bool) -> Self {
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

/// An event and the tool to which it happened.
///
/// ```
/// for found in mlops_catalog::Catalog::embedded().all().events() {
///     assert!(found.tool().history().contains(found.event()));
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToolEvent<'c> {
    tool: &'c Tool,
    event: &'c Event,
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
