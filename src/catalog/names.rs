//! Names as they are looked up, and the tools that they lead to.

use std::borrow::Cow;

use crate::model::{Tool, fold};

/// The number of a tool in a catalog: its place in the order of ids.
pub(crate) type Number = u32;

/// Every folded name once, with the number of the tool that it leads to; in order of name.
pub(crate) type Names = [(Cow<'static, str>, Number)];

/// The index of the tool that a name leads to.
pub(crate) fn owner(names: &Names, name: &str) -> Option<usize> {
    let folded = fold(name);
    let at = names.binary_search_by(|(known, _)| known.as_ref().cmp(&folded)).ok()?;
    Some(index(names[at].1))
}

/// The index of a number.
pub(crate) const fn index(number: Number) -> usize {
    number as usize
}

/// The number of an index.
pub(crate) fn number(index: usize) -> Number {
    // Each tool has a file, or was built: nobody has 4 billion of them.
    Number::try_from(index).unwrap_or(Number::MAX)
}

/// The names of tools in order of id.
///
/// A name that several tools claim belongs to the one whose id it is, else to one that is called so, else to one that
/// has it as a former id or alias; of equal claims the first in order of id counts.
pub(crate) fn names(tools: &[Tool]) -> Cow<'static, Names> {
    let claims = |(at, tool): (usize, &Tool)| {
        let strong = [(0, fold(tool.id().as_str())), (1, fold(tool.name()))];
        let former = tool.former_ids().map(|id| (2, fold(id.as_str())));
        let claims: Vec<_> =
            strong.into_iter().chain(former).chain(tool.aliases().map(|alias| (2, fold(alias)))).collect();
        claims.into_iter().map(move |(rank, name)| (name, rank, number(at)))
    };
    let mut claims: Vec<_> = tools.iter().enumerate().flat_map(claims).collect();
    claims.sort();
    claims.dedup_by(|(name, ..), (before, ..)| name == before);
    claims.into_iter().map(|(name, _, at)| (name.into(), at)).collect()
}
