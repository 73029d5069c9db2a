//! The catalog: tools in id order, with unique names.

mod as_of;
#[rustfmt::skip]
mod categories;
mod conflict;
mod names;
mod related;
mod search;

use std::borrow::Cow;
use std::fmt;

use semver::Version;

pub(crate) use categories::CATEGORIES;
pub use conflict::Clash;
pub(crate) use conflict::unique_names;
pub(crate) use names::Names;
#[cfg(feature = "yaml")]
pub(crate) use names::fold;
use names::names;
pub use search::UnknownTool;

use crate::model::{Category, CategoryInfo, Tool, ToolId};

/// A set of tools with unique names, at a version.
///
/// Tools stand in order of their ids.
///
/// ```
/// use mlops_catalog::Catalog;
/// let catalog = Catalog::embedded();
/// assert_eq!(catalog.tool("mlflow").unwrap().name(), "MLflow");
/// assert!(catalog.tool("no-such-tool").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    pub(crate) version: Version,
    pub(crate) categories: Cow<'static, [CategoryInfo]>,
    /// In order of id.
    pub(crate) tools: Cow<'static, [Tool]>,
    pub(crate) names: Cow<'static, Names>,
}

impl Catalog {
    /// A catalog of your own tools, with the embedded catalog's descriptions of the categories.
    ///
    /// # Errors
    ///
    /// When two tools claim one id, name or alias, as [`find`](Self::find) folds names, or when a successor is missing
    /// or leads back.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Category, LicenseType, Tool};
    /// let tool = Tool::builder("mine".parse()?).category(Category::ModelServing).license(LicenseType::Private).build()?;
    /// let catalog = Catalog::from_tools("1.0.0".parse()?, [tool])?;
    /// assert_eq!(catalog.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_tools(version: Version, tools: impl IntoIterator<Item = Tool>) -> Result<Self, CatalogError> {
        let mut tools: Vec<Tool> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id.cmp(&b.id));
        let names = unique_names(&tools.iter().collect::<Vec<_>>()).map_err(|clashes| CatalogError { clashes })?;
        Ok(Self { version, categories: Cow::Borrowed(CATEGORIES), names, tools: tools.into() })
    }

    /// The catalog of tools that are known not to clash.
    pub(crate) fn of_known_tools(version: Version, tools: impl IntoIterator<Item = Tool>) -> Self {
        let mut tools: Vec<Tool> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id.cmp(&b.id));
        let categories = Cow::Borrowed(CATEGORIES);
        Self { version, categories, names: names(&tools), tools: tools.into() }
    }

    /// The version of the data: an id removed is a major step, a tool or category added a minor one, a fact
    /// corrected a patch.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// How many tools it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tools.len()
    }

    /// Whether it has no tool.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tools.is_empty()
    }

    /// Its tools, in order of id.
    pub fn tools(&self) -> impl ExactSizeIterator<Item = &Tool> + DoubleEndedIterator {
        self.tools.iter()
    }

    /// What it says of the categories, in the order of [`Category`].
    pub fn categories(&self) -> impl ExactSizeIterator<Item = &CategoryInfo> {
        self.categories.iter()
    }

    /// The title of a category: `Feature stores`.
    #[must_use]
    pub fn title(&self, category: Category) -> &str {
        self.categories().find(|info| info.category() == category).map_or(category.id(), CategoryInfo::title)
    }

    /// The tool of that id; exactly that: no name, no alias, no other case. [`find`](Self::find) is not so strict.
    #[must_use]
    pub fn tool(&self, id: &str) -> Option<&Tool> {
        ToolId::search(&self.tools, |tool| &tool.id, id).map(|at| &self.tools[at])
    }
}

/// Tools that do not make a catalog.
///
/// ```
/// use mlops_catalog::{Catalog, Category, Tool};
/// let tool = |id: &str| Tool::builder(id.parse().unwrap()).alias("Same").category(Category::ModelServing).build().unwrap();
/// let error = Catalog::from_tools("1.0.0".parse().unwrap(), [tool("a"), tool("b")]).unwrap_err();
/// assert_eq!(error.to_string(), "`b` claims the name `Same`, which `a` has");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogError {
    clashes: Vec<Clash>,
}

impl CatalogError {
    /// What is wrong between them, in order of id; at least one.
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&itertools::join(&self.clashes, "; "))
    }
}

impl std::error::Error for CatalogError {}
