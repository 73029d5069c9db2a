//! A tool and what is at hand to verify it: its claims, and copies of the repositories that it names.

use std::sync::Arc;

use mlops_catalog::load::Part;
use mlops_catalog::model::{Change, Event, Fact, Source};
use mlops_catalog::{Date, Tool};

use super::address::Remote;
use super::citation::{Shown, shown};
use super::copies::Copies;
use super::licenses::Licenses;
use super::repository::Repository;

/// A tool, and what is at hand to verify it.
pub struct Case<'c> {
    pub tool: &'c Tool,
    pub copies: &'c Copies,
    pub licenses: &'c Licenses,
    /// Its own repository.
    pub remote: Option<Remote>,
    pub repository: Option<Arc<Repository>>,
    pub cited: Vec<Cited<'c>>,
}

/// A claim of a tool, and what its source shows.
pub struct Cited<'c> {
    pub claim: Claim<'c>,
    /// Where the claim is in the file of the tool.
    pub part: Part,
    pub source_part: Part,
    pub source: Option<&'c Source>,
    pub shown: Option<Shown>,
}

/// What a source is to show.
#[derive(Debug, Clone, Copy)]
pub enum Claim<'c> {
    Fact(Fact),
    Released(Date),
    Event(&'c Event),
}

impl Claim<'_> {
    /// The date that the source is to show.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Fact(_) => None,
            Self::Released(date) => Some(*date),
            Self::Event(event) => event.date(),
        }
    }

    /// Whether it is the cited commit itself that happened at that date.
    pub fn is_of_commit(&self) -> bool {
        match self {
            Self::Fact(_) => false,
            Self::Released(..) => true,
            Self::Event(event) => matches!(event.change(), Change::Inactive | Change::Relicensed { .. }),
        }
    }
}

impl std::fmt::Display for Claim<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fact(Fact::License) => f.write_str("the license"),
            Self::Fact(fact) => write!(f, "the {fact}"),
            Self::Released(..) => f.write_str("the first release"),
            Self::Event(event) => write!(f, "the event `{}`", event.change().kind()),
        }
    }
}

impl<'c> Case<'c> {
    pub fn of(tool: &'c Tool, copies: &'c Copies, licenses: &'c Licenses) -> Self {
        let remote = tool.repository().and_then(|address| Remote::of(address.as_str()));
        let repository = remote.as_ref().and_then(|remote| copies.of(remote)).filter(|copy| !copy.is_empty());
        let mut cited = claims(tool);
        let sources: Vec<&Source> = cited.iter().filter_map(|cited| cited.source).collect();
        let mut shown = shown(&sources, copies).into_iter();
        for cited in cited.iter_mut().filter(|cited| cited.source.is_some()) {
            cited.shown = shown.next().flatten();
        }
        Self { tool, copies, licenses, remote, repository, cited }
    }

    /// Its own repository, with what it is called.
    pub fn own(&self) -> Option<(&Remote, &Repository)> {
        self.remote.as_ref().zip(self.repository.as_deref())
    }
}

/// What a tool claims, each with its source.
fn claims(tool: &Tool) -> Vec<Cited<'_>> {
    let cited = |claim, part, source_part, source| Cited { claim, part, source_part, source, shown: None };
    let facts = [Fact::Name, Fact::Vendor, Fact::Categories, Fact::License, Fact::Successor].into_iter();
    // Name, vendor and categories need no source; those that they have must show them.
    let facts = facts.filter(|fact| tool.source(*fact).is_some() || *fact == Fact::License);
    let facts = facts.map(|of| cited(Claim::Fact(of), Part::Fact(of), Part::Source(of), tool.source(of)));
    let released = tool.release().map(|release| {
        let claim = Claim::Released(release.date());
        cited(claim, Part::Fact(Fact::Released), Part::Source(Fact::Released), release.source())
    });
    let events = tool.history().iter().enumerate();
    let events =
        events.map(|(at, event)| cited(Claim::Event(event), Part::Event(at), Part::EventSource(at), event.source()));
    facts.chain(released).chain(events).collect()
}
