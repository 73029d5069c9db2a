//! What is printed of a tool beside what is true.

use std::borrow::Cow;

use super::printed_type::PrintedType;
use crate::model::{Category, CategorySet, LicenseType, Year, words};

/// What is printed, and what is true.
///
/// ```
/// use mlops_catalog::paper::{Mismatch, PrintedFact};
/// let mismatch = Mismatch::Name { printed: "AutoFet", truth: "autofeat" };
/// assert_eq!(mismatch.fact(), PrintedFact::Name);
/// assert_eq!((mismatch.printed().as_ref(), mismatch.truth().as_ref()), ("AutoFet", "autofeat"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mismatch<'p> {
    /// The type of its license; `non-free` means `private`.
    Type {
        /// As printed.
        printed: PrintedType,
        /// In the catalog.
        truth: LicenseType,
    },
    /// The year of its release.
    Year {
        /// As printed.
        printed: Year,
        /// In the catalog.
        truth: Year,
    },
    /// A name by which the catalog does not find the tool: a misprint.
    Name {
        /// As printed.
        printed: &'p str,
        /// In the catalog.
        truth: &'p str,
    },
    /// A category that the tool does not belong to.
    Category {
        /// The category of the table.
        printed: Category,
        /// The categories in the catalog.
        truth: CategorySet,
    },
    /// A tool that stands in the table already.
    Duplicate {
        /// The row, from 1.
        row: usize,
        /// The row in which the tool stands first, from 1.
        first: usize,
    },
}

words! {
    "printed fact";
    /// The fact that a row prints otherwise than the catalog.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::paper::PrintedFact::Year.as_str(), "year");
    /// ```
    #[non_exhaustive]
    pub enum PrintedFact {
        /// The type of the license.
        Type,
        /// The year of the release.
        Year,
        /// A name by which the tool is not found.
        Name,
        /// A category that the tool does not belong to.
        Category,
        /// A tool that the table lists twice.
        Duplicate,
    }
}

impl Mismatch<'_> {
    /// Returns the fact that is printed otherwise.
    #[must_use]
    pub const fn fact(&self) -> PrintedFact {
        match self {
            Self::Type { .. } => PrintedFact::Type,
            Self::Year { .. } => PrintedFact::Year,
            Self::Name { .. } => PrintedFact::Name,
            Self::Category { .. } => PrintedFact::Category,
            Self::Duplicate { .. } => PrintedFact::Duplicate,
        }
    }

    /// What is printed, as a word; of a double row, its place.
    #[must_use]
    pub fn printed(&self) -> Cow<'_, str> {
        match self {
            Self::Type { printed, .. } => printed.as_str().into(),
            Self::Year { printed, .. } => printed.to_string().into(),
            Self::Name { printed, .. } => (*printed).into(),
            Self::Category { printed, .. } => printed.as_str().into(),
            Self::Duplicate { row, .. } => format!("row {row}").into(),
        }
    }

    /// What is true, as a word; of a double row, the place of the first.
    #[must_use]
    pub fn truth(&self) -> Cow<'_, str> {
        match self {
            Self::Type { truth, .. } => truth.as_str().into(),
            Self::Year { truth, .. } => truth.to_string().into(),
            Self::Name { truth, .. } => (*truth).into(),
            Self::Category { truth, .. } => truth.to_string().into(),
            Self::Duplicate { first, .. } => format!("row {first}").into(),
        }
    }
}
