//! Names as they are looked up, and the tools that they lead to.

use std::cmp::Ordering;

use crate::model::{Key, Tool, fold};

/// The number of a tool in a catalog: its place in the order of ids.
pub(crate) type Number = u32;

/// A folded name and the number of a tool that is called so.
pub(crate) type Named = (Key, Number);

/// Every folded name of every tool, in order of name. Of tools with one name, the one that it leads to is the first.
pub(crate) type Names = [Named];

/// The index of the tool that a name leads to.
pub(crate) fn owner(names: &Names, name: &str) -> Option<usize> {
    let at = Key::search(names, |(known, _)| known, &fold(name))?;
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

/// The folded names of a tool, some of them twice.
pub(super) fn folded(tool: &Tool, number: Number) -> impl Iterator<Item = Named> {
    tool.names().map(move |name| (fold(name).into(), number))
}

/// Puts the names of tools in order of id into the order of [`Names`].
///
/// A name that several tools claim belongs to the one whose id it is, else to one that is called so, else to one that
/// has it as a former id or alias; of equal claims the first in order of id counts.
pub(super) fn sort(names: &mut Vec<Named>, tools: &[Tool]) {
    names.sort_by(|(name, a), (other, b)| {
        let claim = |number: &Number| {
            let tool = &tools[index(*number)];
            [tool.id().as_str(), tool.name()].iter().position(|strong| fold(strong) == name.as_str()).unwrap_or(2)
        };
        let of_one_name = || if a == b { Ordering::Equal } else { claim(a).cmp(&claim(b)).then(a.cmp(b)) };
        name.cmp(other).then_with(of_one_name)
    });
    names.dedup();
}
