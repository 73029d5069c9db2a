//! What a catalog finds by the ids, names and aliases of an older one.

use std::collections::BTreeMap;

use super::CatalogChange;
use crate::catalog::Catalog;
use crate::model::{Tool, ToolId, fold};

/// What became of a tool: the tool of its id, or the one that has its id among its names.
pub(super) fn heir<'c>(tool: &Tool, new: &'c Catalog) -> Option<&'c Tool> {
    // An old id is written among the names of the new tool; a name that is only folded like it is no claim to it.
    let id = tool.id().as_str();
    new.get(id).or_else(|| new.find(id).filter(|found| writes(found, id)))
}

/// Whether a tool has a text among its names, in whatever case.
fn writes(tool: &Tool, text: &str) -> bool {
    tool.names().any(|name| name.to_lowercase() == text)
}

/// The names of the old catalog that no longer lead to the tool that they led to, or to what became of it; in order of the
/// old tool, then of its names. A tool that is gone takes its names with it, unless they lead to another one.
pub(super) fn redirected<'c>(old: &'c Catalog, new: &'c Catalog) -> Vec<CatalogChange<'c>> {
    old.tools().flat_map(|tool| of_tool(tool, new)).collect()
}

fn of_tool<'c>(tool: &'c Tool, new: &'c Catalog) -> Vec<CatalogChange<'c>> {
    let heir = heir(tool, new);
    let mut lost: BTreeMap<String, CatalogChange<'c>> = BTreeMap::new();
    let mut order = Vec::new();
    for name in tool.names() {
        let found = new.find(name);
        let leads_on = found.is_some() && found.map(Tool::id) == heir.map(Tool::id);
        let is_kept = match found {
            // The removal of the tool says it.
            None => heir.is_none(),
            Some(found) => leads_on && keeps_ids(found, name),
        };
        if !is_kept {
            let change = CatalogChange::Redirected { name, from: tool, to: found.filter(|_| !leads_on) };
            if lost.insert(fold(name), change).is_none() {
                order.push(fold(name));
            }
        }
    }
    order.iter().filter_map(|name| lost.remove(name)).collect()
}

/// Whether a name that has the form of an id is still written as one: the tool of a former id is found by nothing less.
fn keeps_ids(tool: &Tool, name: &str) -> bool {
    name.parse::<ToolId>().is_err() || writes(tool, name)
}
