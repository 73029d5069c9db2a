//! Names as they are looked up, and the tools that they lead to.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::model::{Start, Tool, fold, search};

/// The number of a tool in a catalog: its place in the order of ids.
pub(crate) type Number = u32;

/// A folded name and the number of a tool that is called so. Small, since every program has all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The first four bytes: they decide most comparisons without a look at the text.
    start: u32,
    number: Number,
    name: Cow<'static, str>,
}

impl Named {
    pub(crate) const fn of_static(name: &'static str, number: Number) -> Self {
        Self { start: Start::of(name).half(), number, name: Cow::Borrowed(name) }
    }

    pub(super) fn new(name: String, number: Number) -> Self {
        Self { start: Start::of(&name).half(), number, name: name.into() }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The index of the tool.
    pub(super) const fn index(&self) -> usize {
        self.number as usize
    }

    /// The same name, of the tool with another number.
    pub(super) fn renumbered(&self, number: Number) -> Self {
        Self { number, ..self.clone() }
    }

    /// What names are ordered by.
    fn order(&self) -> (u32, &Cow<'static, str>) {
        (self.start, &self.name)
    }
}

/// Every folded name of every tool, in order of name. Of tools with one name, the one that it leads to is the first.
pub(crate) type Names = [Named];

/// The index of the tool that a name leads to.
pub(crate) fn owner(names: &Names, name: &str) -> Option<usize> {
    let name = fold(name);
    Some(names[search(names, (Start::of(&name).half(), &name), Named::order)?].index())
}

/// The number of an index.
pub(crate) fn number(index: usize) -> Number {
    // Each tool has a file, or was built: nobody has 4 billion of them.
    Number::try_from(index).unwrap_or(Number::MAX)
}

/// The folded names of a tool, some of them twice.
pub(super) fn folded(tool: &Tool, number: Number) -> impl Iterator<Item = Named> {
    tool.names().map(move |name| Named::new(fold(name), number))
}

/// Puts the names of tools in order of id into the order of [`Names`].
///
/// A name that several tools claim belongs to the one whose id it is, else to one that is called so, else to one that
/// has it as a former id or alias; of equal claims the first in order of id counts.
pub(super) fn sort(names: &mut Vec<Named>, tools: &[Tool]) {
    let claim = |named: &Named| {
        let tool = &tools[named.index()];
        [tool.id().as_str(), tool.name()].iter().position(|strong| fold(strong) == named.name()).unwrap_or(2)
    };
    names.sort_by(|a, b| {
        let of_one_name = || {
            let is_one_tool = a.number == b.number;
            if is_one_tool { Ordering::Equal } else { claim(a).cmp(&claim(b)).then(a.number.cmp(&b.number)) }
        };
        a.order().cmp(&b.order()).then_with(of_one_name)
    });
    names.dedup();
}
