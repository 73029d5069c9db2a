//! A value before and after.

use std::fmt;

/// A value in the old catalog and in the new one; the two differ.
///
/// ```
/// use mlops_catalog::{Catalog, CatalogChange, Category, Diff, FactChange, Tool};
/// let tool = || Tool::builder("mine".parse().unwrap()).category(Category::ModelServing);
/// let old = Catalog::from_tools("1.0.0".parse()?, [tool().build()?])?;
/// let new = Catalog::from_tools("1.0.1".parse()?, [tool().vendor("Me").build()?])?;
/// let diff = Diff::between(&old, &new);
/// let Some(CatalogChange::Changed { facts, .. }) = diff.changes().next() else { panic!() };
/// let [FactChange::Vendor(vendor)] = facts.as_slice() else { panic!() };
/// assert_eq!((*vendor.from(), *vendor.to()), (None, Some("Me")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FromTo<T> {
    pub(super) from: T,
    pub(super) to: T,
}

impl<T> FromTo<T> {
    /// The value in the old catalog.
    #[must_use]
    pub fn from(&self) -> &T {
        &self.from
    }

    /// The value in the new catalog.
    #[must_use]
    pub fn to(&self) -> &T {
        &self.to
    }

    /// Both values, if they differ.
    pub(super) fn between(from: T, to: T) -> Option<Self>
    where
        T: PartialEq,
    {
        (from != to).then_some(Self { from, to })
    }

    /// `label: from → to`; in the alternate form each value on a line of its own.
    pub(super) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: impl fmt::Display,
        shown: impl Fn(&T) -> String,
    ) -> fmt::Result {
        let (from, to) = (shown(&self.from), shown(&self.to));
        if f.alternate() { write!(f, "{label}:\n  {from}\n  → {to}") } else { write!(f, "{label}: {from} → {to}") }
    }
}

/// The value as text, or that there is none.
pub(super) fn or_none<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string)
}
