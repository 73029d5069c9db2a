//! What a query gives: tools of a catalog, as a set.

use itertools::{EitherOrBoth, Itertools as _};

use crate::catalog::Catalog;
use crate::model::{Tool, ToolId};
use crate::query::Query;

/// A set of tools, in order of id, without an id twice.
///
/// Set algebra goes by id; of a tool that both sides have, the left side's stays.
///
/// ```
/// use mlops_catalog::{Catalog, Category, LicenseType, Query};
/// let catalog = Catalog::embedded();
/// let stores = catalog.select(&Query::new().category(Category::FeatureStores));
/// let open = catalog.select(&Query::new().license(LicenseType::OpenSource));
/// let both = stores.intersection(&open);
/// assert_eq!(both.len() + stores.difference(&open).len(), stores.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection<'c> {
    tools: Vec<&'c Tool>,
}

impl Catalog {
    /// The tools that a query asks for, in order of id.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection<'_> {
        // `collect` calls the filter as a function and takes twice the time.
        let mut tools = Vec::new();
        tools.extend(self.tools().filter(|tool| query.matches(tool)));
        Selection::in_order(tools)
    }

    /// Every tool, in order of id.
    #[must_use]
    pub fn all(&self) -> Selection<'_> {
        Selection::in_order(self.tools().collect())
    }
}

impl<'c> Selection<'c> {
    /// The set of tools that are in order of id already, none twice.
    pub(crate) fn in_order(tools: Vec<&'c Tool>) -> Self {
        Self { tools }
    }

    /// Those of the tools that are wanted.
    pub(crate) fn only(&self, wanted: impl Fn(&Tool) -> bool) -> Self {
        Self::in_order(self.iter().filter(|tool| wanted(tool)).collect())
    }

    /// The tools, in order of id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'c Tool> + DoubleEndedIterator {
        self.tools.iter().copied()
    }

    /// How many tools there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tools.len()
    }

    /// Whether there is no tool.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tools.is_empty()
    }

    /// Whether the tool of that id is among them.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        ToolId::search(&self.tools, |tool| tool.id(), id).is_some()
    }

    /// The tools of either side.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.merge(other, |pair| Some(pair.reduce(|left, _| left)))
    }

    /// The tools of both sides, as the left side has them.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.merge(other, |pair| pair.both().map(|(left, _)| left))
    }

    /// The tools of the left side that the right side has not.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.merge(other, |pair| match pair {
            EitherOrBoth::Left(tool) => Some(tool),
            _ => None,
        })
    }

    fn merge(&self, other: &Self, keep: impl Fn(EitherOrBoth<&'c Tool>) -> Option<&'c Tool>) -> Self {
        let tools = self.iter().merge_join_by(other.iter(), |left, right| left.id().cmp(right.id())).filter_map(keep);
        Self::in_order(tools.collect())
    }
}

/// The set of those tools, whatever their order; of an id that comes twice, the first stays.
impl<'c> FromIterator<&'c Tool> for Selection<'c> {
    fn from_iter<I: IntoIterator<Item = &'c Tool>>(tools: I) -> Self {
        let mut tools: Vec<_> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id().cmp(b.id()));
        tools.dedup_by(|a, b| a.id() == b.id());
        Self { tools }
    }
}

impl<'s, 'c> IntoIterator for &'s Selection<'c> {
    type Item = &'c Tool;
    type IntoIter = std::iter::Copied<std::slice::Iter<'s, &'c Tool>>;

    fn into_iter(self) -> Self::IntoIter {
        self.tools.iter().copied()
    }
}

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
