//! Changes of a catalog.

use std::fmt;

use super::{Bump, FactChange, InfoChange};
use crate::model::{Category, CategoryInfo, Tool};

/// A change between two catalogs.
///
/// ```
/// use mlops_catalog::diff::CatalogChange;
/// use mlops_catalog::{Catalog, Diff, Paper};
/// let printed = Paper::embedded().catalog();
/// for change in Diff::between(&printed, Catalog::embedded()).changes() {
///     if let CatalogChange::Changed { tool, facts } = change {
///         println!("{}: {} facts are not as printed", tool.name(), facts.len());
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "change", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum CatalogChange<'c> {
    /// A name or alias led to a tool, and leads to nothing or to another one.
    Redirected {
        /// The name, as the old catalog writes it.
        name: &'c str,
        /// The tool that it led to, as it was.
        #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
        from: &'c Tool,
        /// The tool that it leads to, as it is.
        #[cfg_attr(feature = "serde", serde(serialize_with = "optional_id"))]
        to: Option<&'c Tool>,
    },
    /// A tool was removed: its id finds nothing in the new catalog.
    Removed {
        /// The tool, as it was.
        tool: &'c Tool,
    },
    /// The tool's id changed; the old id still finds it.
    Renamed {
        /// The tool, as it was.
        #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
        from: &'c Tool,
        /// The tool, as it is.
        #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
        to: &'c Tool,
        /// What else changed.
        facts: Vec<FactChange<'c>>,
    },
    /// The tool was merged into one that already existed; the old id finds that tool.
    Merged {
        /// The tool that was merged, as it was.
        #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
        from: &'c Tool,
        /// The tool that it was merged into, as it is. Its own changes are separate.
        #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
        into: &'c Tool,
    },
    /// A tool was added.
    Added {
        /// The tool.
        tool: &'c Tool,
    },
    /// Facts of a tool changed.
    Changed {
        /// The tool, as it is.
        #[cfg_attr(feature = "serde", serde(rename = "id", serialize_with = "id"))]
        tool: &'c Tool,
        /// The changed facts; never empty.
        facts: Vec<FactChange<'c>>,
    },
    /// The new catalog does not describe a category.
    CategoryRemoved {
        /// The former description.
        info: &'c CategoryInfo,
    },
    /// A category was added.
    CategoryAdded {
        /// The description.
        info: &'c CategoryInfo,
    },
    /// The description of a category changed.
    CategoryChanged {
        /// The category.
        category: Category,
        /// The changed facts; never empty.
        facts: Vec<InfoChange<'c>>,
    },
}

impl CatalogChange<'_> {
    /// The place of its kind in a diff.
    pub(super) const fn order(&self) -> u8 {
        match self {
            Self::Redirected { .. } => 0,
            Self::Removed { .. } => 1,
            Self::Renamed { .. } => 2,
            Self::Merged { .. } => 3,
            Self::Added { .. } => 4,
            Self::Changed { .. } => 5,
            Self::CategoryRemoved { .. } => 6,
            Self::CategoryAdded { .. } => 7,
            Self::CategoryChanged { .. } => 8,
        }
    }

    /// Returns the version bump that this change alone requires.
    #[must_use]
    pub fn required_bump(&self) -> Bump {
        match self {
            Self::Redirected { .. } | Self::Removed { .. } | Self::CategoryRemoved { .. } => Bump::Major,
            Self::Renamed { .. } | Self::Merged { .. } | Self::Added { .. } | Self::CategoryAdded { .. } => Bump::Minor,
            Self::Changed { .. } | Self::CategoryChanged { .. } => Bump::Patch,
        }
    }
}

/// Writes the change in one line of plain words.
impl fmt::Display for CatalogChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirected { name, from, to: None } => {
                write!(f, "`{name}` found {} and finds nothing", Named(from))
            }
            Self::Redirected { name, from, to: Some(to) } => {
                write!(f, "`{name}` found {} and finds {}", Named(from), Named(to))
            }
            Self::Removed { tool } => write!(f, "{} is removed", Named(tool)),
            Self::Renamed { from, to, facts } => {
                write!(f, "{} is renamed to {}", Named(from), Named(to))?;
                facts.iter().try_for_each(|fact| write!(f, "; {fact}"))
            }
            Self::Merged { from, into } => write!(f, "{} is merged into {}", Named(from), Named(into)),
            Self::Added { tool } => write!(f, "{} is added", Named(tool)),
            Self::Changed { tool, facts } => write!(f, "{}: {}", Named(tool), itertools::join(facts, "; ")),
            Self::CategoryRemoved { info } => write!(f, "category `{}` is removed", info.category()),
            Self::CategoryAdded { info } => write!(f, "category `{}` is added", info.category()),
            Self::CategoryChanged { category, facts } => {
                write!(f, "category `{category}`: {}", itertools::join(facts, "; "))
            }
        }
    }
}

struct Named<'t>(&'t Tool);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (`{}`)", self.0.name(), self.0.id())
    }
}

#[cfg(feature = "serde")]
fn id<S: serde::Serializer>(tool: &Tool, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(tool.id(), serializer)
}

#[cfg(feature = "serde")]
fn optional_id<S: serde::Serializer>(tool: &Option<&Tool>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&tool.map(Tool::id), serializer)
}
