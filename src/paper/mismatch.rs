//! What is printed of a tool beside what is true.

use std::borrow::Cow;

use crate::model::{Category, CategorySet, LicenseType, Year};
use crate::model::{UnknownWord, words};

/// What is printed, and what is true.
///
/// ```
/// use mlops_catalog::{Mismatch, PrintedFact};
/// let mismatch = Mismatch::Name { printed: "AutoFet", truth: "autofeat" };
/// assert_eq!(mismatch.fact(), PrintedFact::Name);
/// assert_eq!((mismatch.printed().as_ref(), mismatch.truth().as_ref()), ("AutoFet", "autofeat"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(
    name(PrintedFact),
    doc = "The word for what a row prints otherwise.\n\n```\nassert_eq!(mlops_catalog::PrintedFact::Year.id(), \"year\");\n```",
    derive(PartialOrd, Ord, Hash),
    derive(strum::Display, strum::EnumString, strum::VariantNames, strum::VariantArray),
    strum(serialize_all = "kebab-case"),
    strum(parse_err_ty = UnknownWord, parse_err_fn = PrintedFact::unknown),
    non_exhaustive
)]
#[non_exhaustive]
pub enum Mismatch<'p> {
    /// The type of its licence; `non-free` means `private`.
    #[strum_discriminants(doc = "The type of its licence.")]
    Type {
        /// As printed.
        printed: LicenseType,
        /// In the catalog.
        truth: LicenseType,
    },
    /// The year of its release.
    #[strum_discriminants(doc = "The year of its release.")]
    Year {
        /// As printed.
        printed: Year,
        /// In the catalog.
        truth: Year,
    },
    /// A name by which the catalog does not find the tool: a misprint.
    #[strum_discriminants(doc = "A name by which the tool is not found.")]
    Name {
        /// As printed.
        printed: &'p str,
        /// In the catalog.
        truth: &'p str,
    },
    /// A category that the tool does not belong to.
    #[strum_discriminants(doc = "A category that the tool does not belong to.")]
    Category {
        /// The category of the table.
        printed: Category,
        /// The categories in the catalog.
        truth: CategorySet,
    },
    /// A tool that stands in the table already.
    #[strum_discriminants(doc = "A tool that stands in the table already.")]
    Duplicate {
        /// The row, from 1.
        row: usize,
        /// The row in which the tool stands first, from 1.
        first: usize,
    },
}

words!(PrintedFact, "printed fact");

impl Mismatch<'_> {
    /// Which fact it is about.
    #[must_use]
    pub fn fact(&self) -> PrintedFact {
        PrintedFact::from(self)
    }

    /// What is printed, as a word; of a double row, its place.
    #[must_use]
    pub fn printed(&self) -> Cow<'_, str> {
        match self {
            Self::Type { printed, .. } => printed.id().into(),
            Self::Year { printed, .. } => printed.to_string().into(),
            Self::Name { printed, .. } => (*printed).into(),
            Self::Category { printed, .. } => printed.id().into(),
            Self::Duplicate { row, .. } => format!("row {row}").into(),
        }
    }

    /// What is true, as a word; of a double row, the place of the first.
    #[must_use]
    pub fn truth(&self) -> Cow<'_, str> {
        match self {
            Self::Type { truth, .. } => truth.id().into(),
            Self::Year { truth, .. } => truth.to_string().into(),
            Self::Name { truth, .. } => (*truth).into(),
            Self::Category { truth, .. } => truth.to_string().into(),
            Self::Duplicate { first, .. } => format!("row {first}").into(),
        }
    }
}
