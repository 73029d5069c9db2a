//! The catalog: tools in order of id, with unique names.

use std::borrow::Cow;
use std::fmt;

use semver::Version;

pub(crate) use categories::CATEGORIES;
pub use conflict::Conflict;
pub(crate) use conflict::unique_names;
pub(crate) use names::{Named, Names};
use names::{folded, number, sort};
pub use search::UnknownTool;

use crate::model::{Category, CategoryInfo, Tool, ToolId};

/// A versioned collection of tools. No two tools share an id, name or alias.
///
/// [`Catalog::embedded`] is the catalog of this crate, `Catalog::from_dir` (feature `yaml`) reads a directory of YAML
/// files, [`Catalog::from_tools`] takes tools of your own. Tools are in order of their ids.
///
/// ```
/// use mlops_catalog::Catalog;
/// let catalog = Catalog::embedded();
/// assert_eq!(catalog.get("mlflow").map(|tool| tool.name()), Some("MLflow"));
/// assert!(catalog.get("no-such-tool").is_none());
/// for tool in catalog {
///     println!("{tool}");
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Catalog {
    pub(crate) version: Version,
    pub(crate) categories: Cow<'static, [CategoryInfo]>,
    /// In order of id.
    pub(crate) tools: Cow<'static, [Tool]>,
    pub(crate) names: Cow<'static, Names>,
}

impl Catalog {
    /// Creates a catalog of your own tools, with the embedded catalog's descriptions of the categories.
    ///
    /// # Errors
    ///
    /// When two tools share an id, name or alias (as [`find`](Self::find) compares names), or when a successor is
    /// missing or part of a cycle. The error lists every conflict.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Category, Tool};
    /// let tool = Tool::builder("mine".parse()?).category(Category::ModelServing).build()?;
    /// let catalog = Catalog::from_tools("1.0.0".parse()?, [tool])?;
    /// assert_eq!(catalog.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_tools(version: Version, tools: impl IntoIterator<Item = Tool>) -> Result<Self, CatalogError> {
        let mut tools: Vec<Tool> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id.cmp(&b.id));
        let names = unique_names(&tools.iter().collect::<Vec<_>>()).map_err(|conflicts| CatalogError { conflicts })?;
        Ok(Self { version, categories: Cow::Borrowed(CATEGORIES), names, tools: tools.into() })
    }

    /// The catalog of tools that are known not to conflict.
    pub(crate) fn of_known_tools(version: Version, tools: impl IntoIterator<Item = Tool>) -> Self {
        let mut tools: Vec<Tool> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id.cmp(&b.id));
        let mut names = tools.iter().enumerate().flat_map(|(at, tool)| folded(tool, number(at))).collect();
        sort(&mut names, &tools);
        Self { version, categories: Cow::Borrowed(CATEGORIES), names: names.into(), tools: tools.into() }
    }

    /// Returns the data version. Removing an id is a major change, adding a tool or category a minor one, correcting a
    /// fact a patch.
    #[must_use]
    pub const fn version(&self) -> &Version {
        &self.version
    }

    /// Returns the number of tools.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tools.len()
    }

    /// Returns true if the catalog has no tool.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tools.is_empty()
    }

    /// Returns the tools, in order of id.
    pub fn tools(&self) -> std::slice::Iter<'_, Tool> {
        self.tools.iter()
    }

    /// Returns the tool with exactly this id. Use [`find`](Self::find) to look up names and aliases.
    #[must_use]
    pub fn get(&self, id: impl AsRef<str>) -> Option<&Tool> {
        ToolId::search(&self.tools, |tool| &tool.id, id.as_ref()).map(|at| &self.tools[at])
    }

    /// Returns the category descriptions, in the order of [`Category`].
    pub fn categories(&self) -> std::slice::Iter<'_, CategoryInfo> {
        self.categories.iter()
    }

    /// Returns the title of a category: `Feature stores`. A category without a description has its word as the title.
    #[must_use]
    pub fn title(&self, category: Category) -> &str {
        self.categories().find(|info| info.category() == category).map_or(category.as_str(), CategoryInfo::title)
    }
}

/// The version and the number of tools: all of them would fill a book.
impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = format_args!("{}", self.version);
        f.debug_struct("Catalog").field("version", &version).field("tools", &self.len()).finish_non_exhaustive()
    }
}

impl<'c> IntoIterator for &'c Catalog {
    type Item = &'c Tool;
    type IntoIter = std::slice::Iter<'c, Tool>;

    fn into_iter(self) -> Self::IntoIter {
        self.tools()
    }
}

/// The error returned by [`Catalog::from_tools`] when tools conflict.
///
/// ```
/// use mlops_catalog::{Catalog, Category, Tool};
/// let tool = |id: &str| Tool::builder(id.parse().unwrap()).alias("Same").category(Category::ModelServing).build().unwrap();
/// let error = Catalog::from_tools("1.0.0".parse().unwrap(), [tool("a"), tool("b")]).unwrap_err();
/// assert_eq!(error.to_string(), "the name `Same` of `b` is already used by `a`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogError {
    conflicts: Vec<Conflict>,
}

impl CatalogError {
    /// Returns what is wrong between the tools, in order of id; never empty.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&itertools::join(&self.conflicts, "; "))
    }
}

impl std::error::Error for CatalogError {}

#[rustfmt::skip]
mod categories;
mod conflict;
mod names;

// Methods are documented in the order of these modules: look-up first.
mod search;

mod related;

mod as_of;
#[cfg(feature = "serde")]
mod json;
