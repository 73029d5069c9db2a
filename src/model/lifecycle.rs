//! What became of a tool, from its history.

use super::history::{Change, Event};
use super::status::Status;
use super::tool::Tool;
use super::year::Year;

impl Tool {
    /// Returns the status: the latest of inactive, archived, discontinued and revived in the history, else active.
    #[must_use]
    pub fn status(&self) -> Status {
        status_after(self.history())
    }

    /// Returns the status at the end of `year`, from what had happened by then.
    #[must_use]
    pub fn status_in(&self, year: Year) -> Status {
        status_after(self.history_in(year))
    }

    /// Returns the events that had happened by the end of `year`, in the order of the history.
    ///
    /// An event without a date counts as past, unless it can only follow one that was still to come. `inactive` is dated
    /// by the last commit and takes effect two years later.
    ///
    /// ```
    /// use mlops_catalog::{Year, tool};
    /// let until_2023 = tool::SELDON_CORE.history_in(Year::new(2023).unwrap());
    /// assert!(until_2023.count() < tool::SELDON_CORE.history().len());
    /// ```
    pub fn history_in(&self, year: Year) -> impl Iterator<Item = &Event> {
        let mut status = Status::Active;
        self.history().iter().filter(move |event| {
            let had_happened = event.is_past_in(year) && event.change.can_follow(status);
            if had_happened {
                status = event.change.status().unwrap_or(status);
            }
            had_happened
        })
    }

    /// Returns the event with which the tool was discontinued, unless it was revived since.
    ///
    /// Such a tool may have another status than discontinued: a discontinued tool can be archived afterwards.
    ///
    /// ```
    /// use mlops_catalog::{model::ChangeKind, tool};
    /// assert_eq!(tool::TORCHSERVE.end().map(|event| event.change().kind()), Some(ChangeKind::Discontinued));
    /// assert_eq!(tool::MLFLOW.end(), None);
    /// ```
    #[must_use]
    pub fn end(&self) -> Option<&Event> {
        end_after(self.history())
    }

    /// Returns true if the tool was available at the end of `year`: released by then, and not discontinued, or revived
    /// since.
    ///
    /// Archived and inactive tools are available. A tool without a year of release is not known to have been available
    /// in any year.
    ///
    /// ```
    /// use mlops_catalog::{Year, tool};
    /// let year = |number| Year::new(number).unwrap();
    /// assert!(!tool::MLFLOW.is_available_in(year(2017)) && tool::MLFLOW.is_available_in(year(2018)));
    /// // Discontinued in 2025, and archived later.
    /// assert!(tool::TORCHSERVE.is_available_in(year(2024)) && !tool::TORCHSERVE.is_available_in(year(2026)));
    /// ```
    #[must_use]
    pub fn is_available_in(&self, year: Year) -> bool {
        self.release_year().is_some_and(|released| released <= year) && end_after(self.history_in(year)).is_none()
    }
}

/// The status that events leave behind.
///
/// Out of line, so that a query whose other conditions fail pays nothing for it.
#[inline(never)]
pub(crate) fn status_after<'t>(events: impl IntoIterator<Item = &'t Event>) -> Status {
    events.into_iter().filter_map(|event| event.change.status()).last().unwrap_or(Status::Active)
}

fn end_after<'t>(events: impl IntoIterator<Item = &'t Event>) -> Option<&'t Event> {
    let last = events.into_iter().filter(|event| event.change.turns_availability()).last();
    last.filter(|event| event.change == Change::Discontinued)
}
