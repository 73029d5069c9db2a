//! What tools cannot have together: names of which two are one, and successors that lead nowhere or back.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::names::{Names, fold};
use crate::model::{Tool, ToolId};

/// What each name of tools in order of id leads to, or what is wrong between them, in order of id.
pub(crate) fn unique_names(tools: &[&Tool]) -> Result<Cow<'static, Names>, Vec<Clash>> {
    let mut found: Vec<(usize, Clash)> = Vec::new();
    let mut owners: BTreeMap<String, &Tool> = BTreeMap::new();
    // An id is the strongest claim, then a name: whoever takes it as an alias is wrong.
    for rank in [Rank::Id, Rank::Name, Rank::Alias] {
        for (at, &tool) in tools.iter().enumerate() {
            let is_double = at > 0 && tools[at - 1].id == tool.id;
            if is_double && rank == Rank::Id {
                let name = tool.id.to_string();
                found.push((at, Clash::Name { name, first: tool.id.clone(), second: tool.id.clone() }));
            }
            for name in rank.names(tool).filter(|_| !is_double) {
                let owner = *owners.entry(fold(name)).or_insert(tool);
                if owner.id != tool.id {
                    let (first, second) = (owner.id.clone(), tool.id.clone());
                    found.push((at, Clash::Name { name: name.to_owned(), first, second }));
                }
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut clashes: Vec<Clash> = found.into_iter().map(|(_, clash)| clash).collect();
    clashes.extend(successor_clashes(tools));
    if clashes.is_empty() {
        Ok(owners.into_iter().map(|(name, tool)| (name.into(), tool.id.clone())).collect())
    } else {
        Err(clashes)
    }
}

/// How strong the claim to a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Id,
    Name,
    Alias,
}

impl Rank {
    fn names(self, tool: &Tool) -> impl Iterator<Item = &str> {
        let id = (self == Self::Id).then(|| tool.id.as_str());
        let name = (self == Self::Name).then(|| tool.name());
        let aliases = (self == Self::Alias).then(|| tool.aliases());
        id.into_iter().chain(name).chain(aliases.into_iter().flatten())
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
    /// Two tools claim one id, name or alias, as [`Catalog::find`](crate::Catalog::find) folds names.
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
