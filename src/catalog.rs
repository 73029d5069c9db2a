//! The catalog: tools in id order, with unique names.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use semver::Version;

use crate::model::{Category, CategoryInfo, Tool, ToolId};
use crate::search::{Names, fold, names};
use crate::{Query, Selection, embedded};

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
    /// The catalog that is baked into the crate: statics, so that opening it does no work and allocates nothing.
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &embedded::CATALOG
    }

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
        Ok(Self { version, categories: embedded::CATALOG.categories.clone(), names, tools: tools.into() })
    }

    /// The catalog of tools that are known not to clash.
    pub(crate) fn of_known_tools(version: Version, tools: impl IntoIterator<Item = Tool>) -> Self {
        let mut tools: Vec<Tool> = tools.into_iter().collect();
        tools.sort_by(|a, b| a.id.cmp(&b.id));
        let categories = embedded::CATALOG.categories.clone();
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

/// What each name of tools in order of id leads to, or what is wrong between them, in order of id.
pub(crate) fn unique_names(tools: &[&Tool]) -> Result<Cow<'static, Names>, Vec<Clash>> {
    let mut clashes = Vec::new();
    let mut owners: BTreeMap<String, &Tool> = BTreeMap::new();
    for (at, &tool) in tools.iter().enumerate() {
        if at > 0 && tools[at - 1].id == tool.id {
            clashes.push(Clash::Name { name: tool.id.to_string(), first: tool.id.clone(), second: tool.id.clone() });
            continue;
        }
        for name in tool.names() {
            let owner = *owners.entry(fold(name)).or_insert(tool);
            if owner.id != tool.id {
                clashes.push(Clash::Name { name: name.to_owned(), first: owner.id.clone(), second: tool.id.clone() });
            }
        }
    }
    clashes.extend(successor_clashes(tools));
    if clashes.is_empty() {
        Ok(owners.into_iter().map(|(name, tool)| (name.into(), tool.id.clone())).collect())
    } else {
        Err(clashes)
    }
}

fn successor_clashes(tools: &[&Tool]) -> Vec<Clash> {
    let circular = in_circles(tools);
    let clash = |&tool: &&Tool| match &tool.successor {
        Some(successor) if by_id(tools, successor).is_none() => {
            Some(Clash::NoSuccessor { tool: tool.id.clone(), successor: successor.clone() })
        }
        // Being its own successor is a fault of the tool alone.
        Some(successor) if *successor != tool.id && circular.contains(tool.id.as_str()) => {
            Some(Clash::Cycle { tool: tool.id.clone() })
        }
        _ => None,
    };
    tools.iter().filter_map(clash).collect()
}

fn by_id<'t>(tools: &[&'t Tool], id: &ToolId) -> Option<&'t Tool> {
    tools.binary_search_by(|tool| tool.id.cmp(id)).ok().map(|at| tools[at])
}

/// The ids of the tools whose successors lead back to them; every tool is visited once.
fn in_circles<'t>(tools: &[&'t Tool]) -> BTreeSet<&'t str> {
    let mut circular = BTreeSet::new();
    // Each visited tool, with the tool from which the walk that came to it began.
    let mut visited: BTreeMap<&str, &str> = BTreeMap::new();
    let next = |tool: &&'t Tool| by_id(tools, tool.successor.as_ref()?);
    for &start in tools.iter().filter(|tool| tool.successor.is_some()) {
        if visited.contains_key(start.id.as_str()) {
            continue;
        }
        let walk = std::iter::successors(Some(start), next);
        let end = walk.into_iter().find(|tool| {
            let known = visited.contains_key(tool.id.as_str());
            visited.entry(tool.id.as_str()).or_insert(start.id.as_str());
            known
        });
        // A walk that comes back to its own steps has gone round a circle.
        let Some(end) = end.filter(|end| visited[end.id.as_str()] == start.id.as_str()) else { continue };
        for tool in std::iter::successors(Some(end), next) {
            if !circular.insert(tool.id.as_str()) {
                break;
            }
        }
    }
    circular
}

/// Something wrong between the tools of a catalog.
///
/// ```
/// use mlops_catalog::{Catalog, Category, Clash, Tool};
/// let tool = |id: &str| Tool::builder(id.parse().unwrap()).alias("Same").category(Category::ModelServing).build().unwrap();
/// let error = Catalog::from_tools("1.0.0".parse().unwrap(), [tool("a"), tool("b")]).unwrap_err();
/// assert!(matches!(error.clashes(), [Clash::Name { .. }]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Clash {
    /// Two tools claim one id, name or alias, as [`Catalog::find`] folds names.
    #[error("`{second}` claims the name `{name}`, which `{first}` has")]
    Name {
        /// The name, as the second tool writes it.
        name: String,
        /// The tool that has it.
        first: ToolId,
        /// The tool that claims it too.
        second: ToolId,
    },
    /// A successor is no tool of the catalog.
    #[error("the successor of `{tool}`, `{successor}`, is no tool of this catalog")]
    NoSuccessor {
        /// The tool.
        tool: ToolId,
        /// Its successor.
        successor: ToolId,
    },
    /// The successors of a tool lead back to it.
    #[error("the successors of `{tool}` lead back to it")]
    Cycle {
        /// The tool.
        tool: ToolId,
    },
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
