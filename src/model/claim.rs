//! What a catalog claims of a tool.

use std::fmt;

use super::history::Event;
use super::source::{Fact, Source};
use super::tool::Tool;

/// A statement about a tool that should have a source.
///
/// Name, vendor and categories are not claims: the tool's own pages show them.
///
/// ```
/// use mlops_catalog::model::{Claim, Fact};
/// use mlops_catalog::tool;
/// let (claim, source) = tool::SELDON_CORE.claims().next().unwrap();
/// assert_eq!(claim, Claim::Fact(Fact::Released));
/// assert!(source.is_some());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Claim<'t> {
    /// The first release, the license or the successor.
    Fact(Fact),
    /// An event of the history.
    Event(&'t Event),
}

impl Tool {
    /// Returns the claims with their sources: the first release if it is known, the license, the successor if there is
    /// one, and each event of the history, in that order.
    pub fn claims(&self) -> impl Iterator<Item = (Claim<'_>, Option<&Source>)> {
        let known = [
            (Fact::Released, self.release().is_some()),
            (Fact::License, true),
            (Fact::Successor, self.successor().is_some()),
        ];
        let facts =
            known.into_iter().filter(|(_, known)| *known).map(|(fact, _)| (Claim::Fact(fact), self.source(fact)));
        facts.chain(self.history().iter().map(|event| (Claim::Event(event), event.source())))
    }

    /// Returns the claims that have no source, in the same order.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// for tool in Catalog::embedded() {
    ///     let sourced = tool.claims().filter(|(_, source)| source.is_some()).count();
    ///     assert_eq!(sourced + tool.unsourced().count(), tool.claims().count());
    /// }
    /// ```
    pub fn unsourced(&self) -> impl Iterator<Item = Claim<'_>> {
        self.claims().filter(|(_, source)| source.is_none()).map(|(claim, _)| claim)
    }
}

impl fmt::Display for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(Fact::Released) => f.write_str("the first release"),
            Self::Fact(Fact::License) => f.write_str("the license"),
            Self::Fact(fact) => write!(f, "the {fact}"),
            Self::Event(event) => write!(f, "the event `{}`", event.change().kind()),
        }
    }
}
