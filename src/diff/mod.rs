//! What changed between two catalogs.

mod bump;
mod change;
mod changed;
mod fact;
mod info;
mod lookups;

use std::collections::BTreeSet;

use itertools::{EitherOrBoth, Itertools as _};
use semver::Version;

pub use bump::{Bump, VersionTooLow};
pub use change::CatalogChange;
pub use changed::Changed;
pub use fact::FactChange;
pub use info::InfoChange;
use lookups::{heir, redirected};

use crate::catalog::Catalog;
use crate::model::{CategoryInfo, Tool};

/// The changes between two catalogs.
///
/// An id that the new catalog has no more, but finds a tool by, was renamed to that tool's id; when the old catalog had
/// that tool too, the two were merged. Several ids may have become one. An id that finds nothing was removed. A name or
/// alias that led to a tool and now leads to nothing or to another one is redirected. The changes say all that differs but
/// for the versions: made to the old catalog, they give the new one.
///
/// ```
/// use mlops_catalog::diff::Bump;
/// use mlops_catalog::{Catalog, Category, Diff, Tool};
/// let tool = |id: &str| Tool::builder(id.parse().unwrap()).category(Category::ModelServing);
/// let old = Catalog::from_tools("1.0.0".parse()?, [tool("seldon").build()?])?;
/// let new = Catalog::from_tools("1.1.0".parse()?, [tool("seldon-core").alias("Seldon").build()?])?;
/// let diff = Diff::between(&old, &new);
/// let changes: Vec<String> = diff.changes().map(ToString::to_string).collect();
/// assert_eq!(
///     changes,
///     ["seldon (`seldon`) is renamed to seldon-core (`seldon-core`); name: seldon → seldon-core; aliases: none → Seldon"]
/// );
/// assert_eq!(diff.required_bump(), Bump::Minor);
/// assert_eq!(diff.check_version(), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff<'c> {
    old_version: &'c Version,
    new_version: &'c Version,
    changes: Vec<CatalogChange<'c>>,
}

impl<'c> Diff<'c> {
    /// Compares two catalogs.
    #[must_use]
    pub fn between(old: &'c Catalog, new: &'c Catalog) -> Self {
        let mut changes = redirected(old, new);
        changes.extend(tool_changes(old, new));
        changes.extend(category_changes(old, new));
        // Stable: what is of one kind stays in order of id or category.
        changes.sort_by_key(CatalogChange::order);
        Self { old_version: old.version(), new_version: new.version(), changes }
    }

    /// The changes: names redirected; tools removed, renamed, merged, added, changed; then categories removed, added, changed. Tools of
    /// one kind stand in order of id, of the old one where there are two; categories in the order of
    /// [`Category`](crate::Category).
    pub fn changes(&self) -> impl ExactSizeIterator<Item = &CatalogChange<'c>> + DoubleEndedIterator {
        self.changes.iter()
    }

    /// Returns true if nothing but the version changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns the version of the old catalog.
    #[must_use]
    pub fn old_version(&self) -> &'c Version {
        self.old_version
    }

    /// Returns the version of the new catalog.
    #[must_use]
    pub fn new_version(&self) -> &'c Version {
        self.new_version
    }

    /// Returns the version bump that the changes require: the greatest that any of them requires.
    #[must_use]
    pub fn required_bump(&self) -> Bump {
        self.changes().map(CatalogChange::required_bump).max().unwrap_or(Bump::Nothing)
    }

    /// Returns the lowest version that the new catalog may be released as.
    #[must_use]
    pub fn least_version(&self) -> Version {
        self.required_bump().next(self.old_version)
    }

    /// Checks that the version of the new catalog is high enough, like [`Bump::check`].
    ///
    /// # Errors
    ///
    /// Returns an error with the lowest allowed version if it is not.
    pub fn check_version(&self) -> Result<(), VersionTooLow> {
        self.required_bump().check(self.old_version, self.new_version)
    }
}

fn tool_changes<'c>(old: &'c Catalog, new: &'c Catalog) -> Vec<CatalogChange<'c>> {
    let pairs = old.tools().merge_join_by(new.tools(), |from, to| from.id().cmp(to.id()));
    let mut changes: Vec<_> = pairs
        .filter_map(|pair| match pair {
            EitherOrBoth::Left(tool) => Some(gone(tool, old, new)),
            EitherOrBoth::Right(tool) => Some(CatalogChange::Added { tool }),
            EitherOrBoth::Both(from, tool) => {
                let facts = FactChange::between(from, tool);
                (!facts.is_empty()).then_some(CatalogChange::Changed { tool, facts })
            }
        })
        .collect();
    let renamed: BTreeSet<_> = changes
        .iter()
        .filter_map(|change| match change {
            CatalogChange::Renamed { to, .. } => Some(to.id()),
            _ => None,
        })
        .collect();
    changes.retain(|change| !matches!(change, CatalogChange::Added { tool } if renamed.contains(tool.id())));
    changes
}

/// What became of a tool whose id the new catalog has no more.
fn gone<'c>(tool: &'c Tool, old: &Catalog, new: &'c Catalog) -> CatalogChange<'c> {
    match heir(tool, new) {
        None => CatalogChange::Removed { tool },
        Some(into) if old.get(into.id()).is_some() => CatalogChange::Merged { from: tool, into },
        Some(to) => CatalogChange::Renamed { from: tool, to, facts: FactChange::between(tool, to) },
    }
}

fn category_changes<'c>(old: &'c Catalog, new: &'c Catalog) -> impl Iterator<Item = CatalogChange<'c>> {
    let by_category = |from: &&CategoryInfo, to: &&CategoryInfo| from.category().cmp(&to.category());
    old.categories().merge_join_by(new.categories(), by_category).filter_map(|pair| match pair {
        EitherOrBoth::Left(info) => Some(CatalogChange::CategoryRemoved { info }),
        EitherOrBoth::Right(info) => Some(CatalogChange::CategoryAdded { info }),
        EitherOrBoth::Both(from, to) => {
            let facts = InfoChange::between(from, to);
            (!facts.is_empty()).then_some(CatalogChange::CategoryChanged { category: to.category(), facts })
        }
    })
}

#[cfg(feature = "serde")]
impl serde::Serialize for Diff<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut diff = serializer.serialize_struct("Diff", 5)?;
        diff.serialize_field("old_version", self.old_version)?;
        diff.serialize_field("new_version", self.new_version)?;
        diff.serialize_field("required_bump", &self.required_bump())?;
        diff.serialize_field("least_version", &self.least_version())?;
        diff.serialize_field("changes", &self.changes)?;
        diff.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No reader gives a catalog that does not describe every category of the crate.
    #[test]
    fn a_category_that_only_one_side_describes_is_removed_or_added() {
        let all = Catalog::embedded();
        let mut fewer = all.clone();
        fewer.categories.to_mut().retain(|info| info.category().as_str() != "feature-stores");
        for (old, new, text, bump) in [
            (all, &fewer, "category `feature-stores` is removed", Bump::Major),
            (&fewer, all, "category `feature-stores` is added", Bump::Minor),
        ] {
            let diff = Diff::between(old, new);
            assert_eq!(diff.changes().map(ToString::to_string).collect_vec(), [text]);
            assert_eq!(diff.required_bump(), bump);
        }
    }
}
