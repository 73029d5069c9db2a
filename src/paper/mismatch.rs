//! Printed values beside the true ones.

use std::borrow::Cow;

use super::printed_type::PrintedType;
use crate::model::{Category, CategorySet, LicenseType, Year, words};

/// A printed value that differs from the catalog, with the true value.
///
/// ```
/// use mlops_catalog::paper::{Mismatch, PrintedFact};
/// let mismatch = Mismatch::Name { printed: "AutoFet", truth: "autofeat" };
/// assert_eq!(mismatch.fact(), PrintedFact::Name);
/// assert_eq!(mismatch.printed(), "AutoFet");
/// assert_eq!(mismatch.truth(), "autofeat");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mismatch<'p> {
    /// The license type differs; `non-free` means `private`.
    Type {
        /// As printed.
        printed: PrintedType,
        /// In the catalog.
        truth: LicenseType,
    },
    /// The year of the release differs.
    Year {
        /// As printed.
        printed: Year,
        /// In the catalog.
        truth: Year,
    },
    /// The catalog does not find the tool by the printed name.
    Name {
        /// As printed.
        printed: &'p str,
        /// In the catalog.
        truth: &'p str,
    },
    /// The tool does not belong to the category of the table.
    Category {
        /// The category of the table.
        printed: Category,
        /// The categories in the catalog.
        truth: CategorySet,
    },
    /// The tool is already in the table.
    Duplicate {
        /// The number of the row, counted from 1.
        row: usize,
        /// The number of the row that lists the tool first.
        first: usize,
    },
}

words! {
    "printed fact";
    /// The kind of fact in which a printed row differs from the catalog.
    ///
    /// ```
    /// assert_eq!(mlops_catalog::paper::PrintedFact::Year.as_str(), "year");
    /// ```
    #[non_exhaustive]
    pub enum PrintedFact {
        /// The license type.
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
    /// Returns the kind of fact that differs.
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

    /// Returns the printed value as text; for a duplicate, `row` and the number of the row.
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

    /// Returns the true value as text; for a duplicate, `row` and the number of the first row.
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
