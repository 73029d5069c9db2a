//! Sets of tools.

use std::ops::{BitAnd, BitOr, Sub};

use itertools::{EitherOrBoth, Itertools as _};

use crate::catalog::Catalog;
use crate::model::{Tool, ToolId};
use crate::query::Query;

impl Catalog {
    /// Returns the tools that match a query, in order of id.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection<'_> {
        let matches = query.matcher();
        // `collect` calls the filter as a function and takes twice the time.
        let mut tools = Vec::new();
        for tool in self.tools() {
            if matches(tool) {
                tools.push(tool);
            }
        }
        Selection::in_order(tools)
    }

    /// Returns every tool, in order of id.
    #[must_use]
    pub fn all(&self) -> Selection<'_> {
        Selection::in_order(self.tools().collect())
    }
}

/// A set of tools borrowed from a catalog, ordered by id.
///
/// Set operations compare ids. Of a tool in both operands, the one of the left operand is kept. `|`, `&` and `-` are the
/// operators for [`union`](Self::union), [`intersection`](Self::intersection) and [`difference`](Self::difference).
///
/// ```
/// use mlops_catalog::{Catalog, Category, LicenseType, Query};
/// let catalog = Catalog::embedded();
/// let stores = catalog.select(&Query::new().category(Category::FeatureStores));
/// let open = catalog.select(&Query::new().license(LicenseType::OpenSource));
/// assert_eq!((&stores & &open).len() + (&stores - &open).len(), stores.len());
/// for tool in stores {
///     println!("{tool}");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Selection<'c> {
    tools: Vec<&'c Tool>,
}

impl<'c> Selection<'c> {
    /// The set of tools that are in order of id already, each once.
    pub(crate) fn in_order(tools: Vec<&'c Tool>) -> Self {
        Self { tools }
    }

    /// Returns the tools, in order of id.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'_, &'c Tool>> {
        self.tools.iter().copied()
    }

    /// Returns the number of tools.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tools.len()
    }

    /// Returns true if the set is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tools.is_empty()
    }

    /// Returns true if the set has the tool with this id.
    #[must_use]
    pub fn contains(&self, id: impl AsRef<str>) -> bool {
        ToolId::search(&self.tools, |tool| tool.id(), id.as_ref()).is_some()
    }

    /// Returns the tools in `self` or `other`.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.merge(other, |pair| Some(pair.reduce(|left, _| left)))
    }

    /// Returns the tools in `self` and `other`, as they are in `self`.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.merge(other, |pair| pair.both().map(|(left, _)| left))
    }

    /// Returns the tools in `self` that are not in `other`.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.merge(other, |pair| match pair {
            EitherOrBoth::Left(tool) => Some(tool),
            _ => None,
        })
    }

    /// Returns the tools in `self` or `other`, but not in both.
    #[must_use]
    pub fn symmetric_difference(&self, other: &Self) -> Self {
        self.merge(other, |pair| match pair {
            EitherOrBoth::Left(tool) | EitherOrBoth::Right(tool) => Some(tool),
            EitherOrBoth::Both(..) => None,
        })
    }

    /// Returns the tools for which `wanted` returns true.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// let several = all.filter(|tool| tool.categories().len() > 1);
    /// assert!(several.len() < all.len());
    /// ```
    #[must_use]
    pub fn filter(&self, wanted: impl FnMut(&'c Tool) -> bool) -> Self {
        self.partition(wanted).0
    }

    /// Returns the tools for which `wanted` returns true, and the others.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// let (dated, undated) = all.partition(|tool| tool.release().is_some());
    /// assert_eq!(&dated | &undated, all);
    /// ```
    #[must_use]
    pub fn partition(&self, mut wanted: impl FnMut(&'c Tool) -> bool) -> (Self, Self) {
        let (wanted, others) = self.iter().partition(|tool| wanted(tool));
        (Self::in_order(wanted), Self::in_order(others))
    }

    fn merge(&self, other: &Self, keep: impl Fn(EitherOrBoth<&'c Tool>) -> Option<&'c Tool>) -> Self {
        let tools = self.iter().merge_join_by(other.iter(), |left, right| left.id().cmp(right.id())).filter_map(keep);
        Self::in_order(tools.collect())
    }
}

impl<'c> BitOr for &Selection<'c> {
    type Output = Selection<'c>;

    fn bitor(self, other: Self) -> Selection<'c> {
        self.union(other)
    }
}

impl<'c> BitAnd for &Selection<'c> {
    type Output = Selection<'c>;

    fn bitand(self, other: Self) -> Selection<'c> {
        self.intersection(other)
    }
}

impl<'c> Sub for &Selection<'c> {
    type Output = Selection<'c>;

    fn sub(self, other: Self) -> Selection<'c> {
        self.difference(other)
    }
}

/// The set of those tools, in whatever order they come; of tools with one id the first is kept.
impl<'c> FromIterator<&'c Tool> for Selection<'c> {
    fn from_iter<I: IntoIterator<Item = &'c Tool>>(tools: I) -> Self {
        let mut tools: Vec<_> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id().cmp(b.id()));
        tools.dedup_by(|a, b| a.id() == b.id());
        Self { tools }
    }
}

/// Adds tools; of tools with one id the first is kept.
impl<'c> Extend<&'c Tool> for Selection<'c> {
    fn extend<I: IntoIterator<Item = &'c Tool>>(&mut self, tools: I) {
        let others = tools.into_iter().collect();
        *self = self.union(&others);
    }
}

impl<'s, 'c> IntoIterator for &'s Selection<'c> {
    type Item = &'c Tool;
    type IntoIter = std::iter::Copied<std::slice::Iter<'s, &'c Tool>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'c> IntoIterator for Selection<'c> {
    type Item = &'c Tool;
    type IntoIter = std::vec::IntoIter<&'c Tool>;

    fn into_iter(self) -> Self::IntoIter {
        self.tools.into_iter()
    }
}

/// The tools as a list, in order of id.
#[cfg(feature = "serde")]
impl serde::Serialize for Selection<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "serde")]
mod json {
    use serde::ser::{Serialize as _, SerializeStruct as _, Serializer};

    use super::Selection;
    use crate::model::{Tool, ToolId};

    /// How many tools, and which.
    pub(in crate::views) fn counted<S: Serializer>(
        selection: &Selection<'_>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut counted = serializer.serialize_struct("Counted", 2)?;
        counted.serialize_field("count", &selection.len())?;
        counted.serialize_field("tools", &ids(selection))?;
        counted.end()
    }

    /// How many tools.
    pub(in crate::views) fn count<S: Serializer>(selection: &Selection<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        selection.len().serialize(serializer)
    }

    pub(in crate::views) fn ids<'c>(selection: &Selection<'c>) -> Vec<&'c ToolId> {
        selection.iter().map(Tool::id).collect()
    }
}
#[cfg(feature = "serde")]
pub(super) use json::{count, counted, ids};
