//! The survey paper, as printed.

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

/// The survey paper that the catalog starts from, as printed.
///
/// *Challenges and Experiences of Iranian Developers with MLOps at Enterprise*, M. Heydari and Z. Rezvani. Nothing in
/// it is corrected; what is true stands in [`Catalog::embedded`](crate::Catalog::embedded).
///
/// ```
/// use mlops_catalog::Paper;
/// let table = Paper::embedded().table(6).unwrap();
/// assert_eq!(table.title(), "Hyperparameter optimization");
/// // Printed twice, with two years.
/// assert_eq!(table.rows().filter(|row| row.name() == "Optuna").count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub(crate) tables: Cow<'static, [Table]>,
    pub(crate) survey: Cow<'static, [Question]>,
    pub(crate) cases: Cow<'static, [Case]>,
    pub(crate) references: Cow<'static, [Reference]>,
}

impl Paper {
    /// Its tables of tools, in the order of their numbers.
    pub fn tables(&self) -> impl ExactSizeIterator<Item = &Table> {
        self.tables.iter()
    }

    /// The table of tools of that number, as the paper counts: 1 to 9.
    #[must_use]
    pub fn table(&self, number: u8) -> Option<&Table> {
        self.tables().find(|table| table.number() == number)
    }
}
