//! A value before and after.

use std::fmt;

/// A value that differs between the old and the new catalog.
///
/// ```
/// use mlops_catalog::diff::{CatalogChange, FactChange};
/// use mlops_catalog::{Catalog, Category, Diff, Tool};
/// let tool = || Tool::builder("mine".parse().unwrap()).category(Category::ModelServing);
/// let old = Catalog::from_tools("1.0.0".parse()?, [tool().build()?])?;
/// let new = Catalog::from_tools("1.0.1".parse()?, [tool().vendor("Me").build()?])?;
/// let diff = Diff::between(&old, &new);
/// let Some(CatalogChange::Changed { facts, .. }) = diff.changes().next() else { panic!() };
/// let [FactChange::Vendor(vendor)] = facts.as_slice() else { panic!() };
/// assert_eq!((*vendor.before(), *vendor.after()), (None, Some("Me")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Changed<T> {
    #[cfg_attr(feature = "serde", serde(rename = "from"))]
    pub(super) before: T,
    #[cfg_attr(feature = "serde", serde(rename = "to"))]
    pub(super) after: T,
}

impl<T> Changed<T> {
    /// Returns the value in the old catalog.
    #[must_use]
    pub const fn before(&self) -> &T {
        &self.before
    }

    /// Returns the value in the new catalog.
    #[must_use]
    pub const fn after(&self) -> &T {
        &self.after
    }

    /// Both values, if they differ.
    pub(super) fn between(before: T, after: T) -> Option<Self>
    where
        T: PartialEq,
    {
        (before != after).then_some(Self { before, after })
    }

    /// `label: from → to`; in the alternate form each value on a line of its own.
    pub(super) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: impl fmt::Display,
        shown: impl Fn(&T) -> String,
    ) -> fmt::Result {
        let (old, new) = (shown(&self.before), shown(&self.after));
        if f.alternate() { write!(f, "{label}:\n  {old}\n  → {new}") } else { write!(f, "{label}: {old} → {new}") }
    }
}

/// The value as text, or that there is none.
pub(super) fn or_none<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string)
}
