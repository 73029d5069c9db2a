//! Conflicts between tools: shared names, successors that are missing or form a cycle.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::names::{Named, Names, number};
use crate::model::{Tool, ToolId, fold, shorten};

/// What each name of tools in order of id leads to, or what is wrong between them, in order of id.
pub(crate) fn unique_names(tools: &[&Tool]) -> Result<Cow<'static, Names>, Vec<Conflict>> {
    let mut found: Vec<(usize, Conflict)> = Vec::new();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    // An id is the strongest claim, then a name: a tool that takes it as an alias is wrong.
    for rank in [Rank::Id, Rank::Name, Rank::Alias] {
        for (at, &tool) in tools.iter().enumerate() {
            let is_double = at > 0 && tools[at - 1].id == tool.id;
            if is_double && rank == Rank::Id {
                let name = tool.id.to_string();
                found.push((at, Conflict::Name { name, first: tool.id.clone(), second: tool.id.clone() }));
            }
            for name in rank.names(tool).filter(|_| !is_double) {
                let owner = tools[*owners.entry(fold(name)).or_insert(at)];
                if owner.id != tool.id {
                    let (first, second) = (owner.id.clone(), tool.id.clone());
                    found.push((at, Conflict::Name { name: name.to_owned(), first, second }));
                }
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut conflicts: Vec<Conflict> = found.into_iter().map(|(_, conflict)| conflict).collect();
    conflicts.extend(successor_conflicts(tools));
    if conflicts.is_empty() {
        Ok(owners.into_iter().map(|(name, at)| Named::new(name, number(at))).collect())
    } else {
        Err(conflicts)
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
        let others = (self == Self::Alias).then(|| tool.former_ids().map(ToolId::as_str).chain(tool.aliases()));
        id.into_iter().chain(name).chain(others.into_iter().flatten())
    }
}

fn successor_conflicts(tools: &[&Tool]) -> Vec<Conflict> {
    let circular = in_circles(tools);
    let conflict = |&tool: &&Tool| match &tool.successor {
        Some(successor) if by_id(tools, successor).is_none() => {
            Some(Conflict::NoSuccessor { tool: tool.id.clone(), successor: successor.clone() })
        }
        // A tool that is its own successor breaks a rule of its own.
        Some(successor) if *successor != tool.id && circular.contains(tool.id.as_str()) => {
            Some(Conflict::Cycle { tool: tool.id.clone() })
        }
        _ => None,
    };
    tools.iter().filter_map(conflict).collect()
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

/// A rule that tools break together: shared names, missing or circular successors.
///
/// ```
/// use mlops_catalog::{Catalog, Category, Conflict, Tool};
/// let tool = |id: &str| Tool::builder(id.parse().unwrap()).alias("Same").category(Category::ModelServing).build().unwrap();
/// let error = Catalog::from_tools("1.0.0".parse().unwrap(), [tool("a"), tool("b")]).unwrap_err();
/// assert!(matches!(error.conflicts(), [Conflict::Name { .. }]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Conflict {
    /// Two tools share an id, former id, name or alias, as [`Catalog::find`](crate::Catalog::find) compares names.
    #[error("the name `{}` of `{second}` is already used by `{first}`", shorten(name))]
    Name {
        /// The name, as the second tool writes it.
        name: String,
        /// The tool that it belongs to.
        first: ToolId,
        /// The tool that uses it, too.
        second: ToolId,
    },
    /// A successor is missing from the catalog.
    #[error("the successor `{successor}` of `{tool}` is not in this catalog")]
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
