//! What the landscape of a year leaves out.

use super::selection::Selection;
use crate::catalog::Catalog;
use crate::model::{Tool, Year, words};

words! {
    "reason";
    /// Why a tool is not part of the landscape at the end of a year.
    ///
    /// ```
    /// use mlops_catalog::views::Absence;
    /// use mlops_catalog::{Year, tool};
    /// assert_eq!(tool::MLFLOW.absence_in(Year::new(2017)?), Some(Absence::ReleasedLater));
    /// assert_eq!(tool::MLFLOW.absence_in(Year::new(2018)?), None);
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    #[non_exhaustive]
    pub enum Absence {
        /// It was released in a later year.
        ReleasedLater,
        /// It had been discontinued.
        Discontinued,
        /// The year of its release is not known.
        ReleaseUndated,
        /// It was discontinued in a year that is not known.
        EndUndated,
    }
}

impl Tool {
    /// Returns why the tool is not part of the landscape at the end of `year`, or `None` if it is: the opposite of
    /// [`is_available_in`](Self::is_available_in).
    #[must_use]
    pub fn absence_in(&self, year: Year) -> Option<Absence> {
        if self.is_available_in(year) {
            return None;
        }
        Some(match (self.release_year(), self.end()) {
            (None, _) => Absence::ReleaseUndated,
            (Some(released), _) if released > year => Absence::ReleasedLater,
            (_, Some(end)) if end.date().is_none() => Absence::EndUndated,
            _ => Absence::Discontinued,
        })
    }
}

impl Catalog {
    /// Returns the tools that [`as_of`](Self::as_of) leaves out for this reason, as they are today.
    ///
    /// ```
    /// use mlops_catalog::views::Absence;
    /// use mlops_catalog::{Catalog, Year};
    /// let (catalog, year) = (Catalog::embedded(), Year::new(2020)?);
    /// let absent: usize = Absence::all().map(|reason| catalog.absent_in(year, reason).len()).sum();
    /// assert_eq!(catalog.as_of(year).len() + absent, catalog.len());
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    #[must_use]
    pub fn absent_in(&self, year: Year, reason: Absence) -> Selection<'_> {
        self.all().filter(|tool| tool.absence_in(year) == Some(reason))
    }
}
