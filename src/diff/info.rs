//! Changed descriptions of categories.

use std::fmt;

use super::changed::{Changed, or_none};
use crate::model::CategoryInfo;

/// A changed fact in the description of a category.
///
/// `Display` writes `title: Feature stores → Stores of features`; with `{:#}`, each value is on its own line.
///
/// ```
/// use mlops_catalog::diff::{CatalogChange, InfoChange};
/// use mlops_catalog::Diff;
/// fn new_titles<'d>(diff: &'d Diff<'_>) -> impl Iterator<Item = &'d str> {
///     let facts = diff.changes().filter_map(|change| match change {
///         CatalogChange::CategoryChanged { facts, .. } => Some(facts),
///         _ => None,
///     });
///     facts.flatten().filter_map(|fact| match fact {
///         InfoChange::Title(title) => Some(*title.after()),
///         _ => None,
///     })
/// }
/// let catalog = mlops_catalog::Catalog::embedded();
/// assert_eq!(new_titles(&Diff::between(catalog, catalog)).count(), 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "fact", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum InfoChange<'c> {
    /// The title.
    Title(Changed<&'c str>),
    /// The definition.
    Definition(Changed<&'c str>),
    /// The number of the paper's table that lists its tools.
    Table(Changed<Option<u8>>),
}

impl<'c> InfoChange<'c> {
    /// All that differs between two descriptions of a category.
    pub(super) fn between(from: &'c CategoryInfo, to: &'c CategoryInfo) -> Vec<Self> {
        let facts = [
            Changed::between(from.title(), to.title()).map(Self::Title),
            Changed::between(from.definition(), to.definition()).map(Self::Definition),
            Changed::between(from.table(), to.table()).map(Self::Table),
        ];
        facts.into_iter().flatten().collect()
    }
}

impl fmt::Display for InfoChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(title) => title.write(f, "title", ToString::to_string),
            Self::Definition(definition) => definition.write(f, "definition", ToString::to_string),
            Self::Table(table) => table.write(f, "table", or_none),
        }
    }
}
