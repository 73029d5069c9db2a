//! Whether a tool lives: its status and its life, from its history.

use super::word::words;
use super::{Change, Event, Tool, Year};

words! {
    "status";
    /// Whether a tool lives; it follows from the tool's history and is never stated.
    ///
    /// ```
    /// use mlops_catalog::Status;
    /// assert_eq!("archived".parse(), Ok(Status::Archived));
    /// assert_eq!(Status::Archived.to_string(), "archived");
    /// ```
    pub enum Status {
        /// Maintained or in service.
        Active,
        /// No commit for 24 months or more.
        Inactive,
        /// Its repository was made read-only by its owner.
        Archived,
        /// Its owner ended it.
        Discontinued,
    }
}

impl Tool {
    /// Whether it lives, from its history: the latest of inactive, archived, discontinued and revived; else active.
    #[must_use]
    pub fn status(&self) -> Status {
        status_after(self.history())
    }

    /// The status it had at the end of `year`, from what had happened by then.
    #[must_use]
    pub fn status_in(&self, year: Year) -> Status {
        status_after(self.history_in(year))
    }

    /// What had happened to it by the end of `year`, in the order of its history.
    ///
    /// An event without a date counts as past, unless it can only follow one that was still to come. `inactive`, which is
    /// dated by the last commit, happened two years later.
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

    /// The event that ended it: it was discontinued, and not revived since.
    ///
    /// An ended tool may have another status: what its owner ended can be archived afterwards.
    ///
    /// ```
    /// use mlops_catalog::{ChangeKind, tool};
    /// assert_eq!(tool::TORCHSERVE.end().map(|event| event.change().kind()), Some(ChangeKind::Discontinued));
    /// assert_eq!(tool::MLFLOW.end(), None);
    /// ```
    #[must_use]
    pub fn end(&self) -> Option<&Event> {
        end_after(self.history())
    }

    /// Whether it lived at the end of `year`: released by then, and not discontinued, or revived since.
    ///
    /// Archived and inactive tools live. A tool without a year of release is not known to have lived in any.
    ///
    /// ```
    /// use mlops_catalog::{Year, tool};
    /// let year = |number| Year::new(number).unwrap();
    /// assert!(!tool::MLFLOW.is_alive_in(year(2017)) && tool::MLFLOW.is_alive_in(year(2018)));
    /// // Discontinued in 2025, and archived later.
    /// assert!(tool::TORCHSERVE.is_alive_in(year(2024)) && !tool::TORCHSERVE.is_alive_in(year(2026)));
    /// ```
    #[must_use]
    pub fn is_alive_in(&self, year: Year) -> bool {
        self.year().is_some_and(|released| released <= year) && end_after(self.history_in(year)).is_none()
    }
}

/// Out of line, so that a query whose other conditions fail pays nothing for it.
#[inline(never)]
fn status_after<'t>(events: impl IntoIterator<Item = &'t Event>) -> Status {
    events.into_iter().filter_map(|event| event.change.status()).last().unwrap_or(Status::Active)
}

fn end_after<'t>(events: impl IntoIterator<Item = &'t Event>) -> Option<&'t Event> {
    let last = events.into_iter().filter(|event| event.change.turns_life()).last();
    last.filter(|event| event.change == Change::Discontinued)
}
