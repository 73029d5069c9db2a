//! Names as they are looked up, and the tools that they lead to.

use std::borrow::Cow;

use crate::model::{Tool, ToolId, fold};

/// Every folded name once, with the id of the tool that it leads to; in order of name.
pub(crate) type Names = [(Cow<'static, str>, ToolId)];

/// The id of the tool that a name leads to.
pub(crate) fn owner<'n>(names: &'n Names, name: &str) -> Option<&'n ToolId> {
    let folded = fold(name);
    let at = names.binary_search_by(|(known, _)| known.as_ref().cmp(&folded)).ok()?;
    Some(&names[at].1)
}

/// The names of tools.
///
/// A name that several tools claim belongs to the one whose id it is, else to one that is called so, else to one that
/// has it as a former id or alias; of equal claims the first in order of id counts.
pub(crate) fn names(tools: &[Tool]) -> Cow<'static, Names> {
    let claims = |tool: &Tool| {
        let strong = [(0, fold(tool.id().as_str())), (1, fold(tool.name()))];
        let former = tool.former_ids().map(|id| (2, fold(id.as_str())));
        let id = tool.id().clone();
        let claims: Vec<_> =
            strong.into_iter().chain(former).chain(tool.aliases().map(|alias| (2, fold(alias)))).collect();
        claims.into_iter().map(move |(rank, name)| (name, rank, id.clone()))
    };
    let mut claims: Vec<_> = tools.iter().flat_map(claims).collect();
    claims.sort();
    claims.dedup_by(|(name, ..), (before, ..)| name == before);
    claims.into_iter().map(|(name, _, id)| (name.into(), id)).collect()
}
