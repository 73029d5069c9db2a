//! What a catalog claims of a tool and should evidence.

use std::fmt;

use super::{Event, Fact, Source, Tool};

/// Something that is claimed of a tool and that its file should give a source for.
///
/// Name, vendor and categories are none: the tool's own pages show them.
///
/// ```
/// use mlops_catalog::{Claim, Fact, tool};
/// let (claim, source) = tool::SELDON_CORE.claims().next().unwrap();
/// assert_eq!(claim, Claim::Fact(Fact::Released));
/// assert!(source.is_some());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Claim<'t> {
    /// The first release, the licence or the successor.
    Fact(Fact),
    /// An event of the history.
    Event(&'t Event),
}

impl Tool {
    /// What is claimed of it, each with its source if there is one: the first release if it is known, the licence, the
    /// successor if there is one, and each event of the history.
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
}

impl fmt::Display for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(Fact::Released) => f.write_str("the first release"),
            Self::Fact(Fact::License) => f.write_str("the licence"),
            Self::Fact(fact) => write!(f, "the {fact}"),
            Self::Event(event) => write!(f, "the event `{}`", event.change().kind()),
        }
    }
}
