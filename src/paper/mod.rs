//! The survey paper as printed: its tables of tools, survey, company cases and references.

mod answer_option;
mod base;
mod cases;
mod catalog;
mod discrepancy;
mod errata;
mod exhibit;
mod mismatch;
mod percent;
mod printed_type;
mod references;
mod survey;
mod tables;
mod usage;

use std::borrow::Cow;

pub use answer_option::AnswerOption;
pub use cases::{Case, Platform, Role};
pub use discrepancy::Discrepancy;
pub use errata::Erratum;
pub use exhibit::Exhibit;
pub use mismatch::{Mismatch, PrintedFact};
pub use percent::Percent;
pub use printed_type::PrintedType;
pub use references::{Doi, Reference};
pub use survey::{Answers, Figure, Question};
pub use tables::{Row, Table};
pub use usage::{Ranked, Usage};

/// The survey paper that the catalog started from, as printed.
///
/// The paper is *Challenges and Experiences of Iranian Developers with MLOps at Enterprise* by M. Heydari and Z. Rezvani.
/// Its misprints are kept; [`Paper::errata`] lists where it differs from a catalog, and
/// [`Question::discrepancies`] where its numbers disagree.
///
/// ```
/// use mlops_catalog::Paper;
/// let table = Paper::embedded().table(6).unwrap();
/// assert_eq!(table.title(), "Hyperparameter optimization");
/// // The paper prints Optuna twice, with two years.
/// let optuna = table.rows().filter(|row| row.name() == "Optuna");
/// assert_eq!(optuna.count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub(crate) tables: Cow<'static, [Table]>,
    pub(crate) survey: Cow<'static, [Question]>,
    pub(crate) cases: Cow<'static, [Case]>,
    pub(crate) references: Cow<'static, [Reference]>,
}

impl Paper {
    /// Returns the tables of tools, ordered by number.
    pub fn tables(&self) -> impl ExactSizeIterator<Item = &Table> {
        self.tables.iter()
    }

    /// Returns the table of tools with the paper's number, 1 to 9.
    #[must_use]
    pub fn table(&self, number: u8) -> Option<&Table> {
        self.tables().find(|table| table.number() == number)
    }
}
