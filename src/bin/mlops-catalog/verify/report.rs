//! What was found, at its place in the catalog.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use mlops_catalog::load::{Location, Locations, Part, Remark, RenderStyle, Severity};
use serde::Serialize;
use strum::VariantArray as _;

use super::Verified;
use super::address::Remote;
use super::copies::Failure;
use super::verdict::{Kind, Verdict};

/// What is said of a settled finding that occurs no longer.
const OVER: &str = "settled-no-longer-found";

/// Everything that was found, and how much was looked at.
#[derive(Debug, Serialize)]
pub struct Findings {
    /// The catalog's directory, as it was named.
    pub dir: String,
    /// The number of tools.
    pub tools: usize,
    pub problems: Vec<Problem>,
    /// What became of the claims, by kind of evidence.
    pub summary: BTreeMap<&'static str, Counts>,
    /// The repositories that could not be looked at, or not whole, and why; no reason where there is no copy.
    pub failures: BTreeMap<String, Option<String>>,
}

/// Something against a claim, at its place; in order of place.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    #[serde(flatten)]
    pub location: Location,
    pub level: Severity,
    pub rule: &'static str,
    /// Where in the repository, as `settled` names it.
    pub at: Option<String>,
    pub message: String,
    pub help: String,
}

/// How many claims came to what.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub proven: usize,
    pub contradicted: usize,
    pub weak: usize,
    pub settled: usize,
    pub unseen: usize,
}

impl Findings {
    /// What was found of these tools, in a catalog directory.
    pub fn of(dir: &Path, verified: &[Verified<'_>], failures: BTreeMap<Remote, Failure>) -> Self {
        let kinds = Kind::VARIANTS.iter().map(|kind| (<&str>::from(kind), Counts::default()));
        let mut summary: BTreeMap<&'static str, Counts> = kinds.collect();
        let mut problems = Vec::new();
        for Verified { tool, outcomes, over } in verified {
            for outcome in outcomes {
                summary.entry(<&str>::from(outcome.kind)).or_default().add(&outcome.verdict);
            }
            let has_found = outcomes.iter().any(|outcome| matches!(outcome.verdict, Verdict::Found(_)));
            // The file was read a moment ago, with the catalog.
            let Some(locations) = (has_found || !over.is_empty()).then(|| Locations::of(dir, tool.id())).flatten()
            else {
                continue;
            };
            problems.extend(outcomes.iter().filter_map(|outcome| problem(&outcome.verdict, &locations)));
            problems.extend(over.iter().map(|at| no_longer(&locations.of_part(Part::Settled(*at)))));
        }
        problems.sort_by(|a: &Problem, b| a.order().cmp(&b.order()));
        let failures = failures.into_iter().map(|(remote, failure)| {
            let error = if let Failure::Error(error) = failure { Some(error) } else { None };
            (remote.address(), error)
        });
        let dir = dir.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        Self { dir, tools: verified.len(), problems, summary, failures: failures.collect() }
    }

    /// The problems of a level.
    pub fn of_level(&self, level: Severity) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |problem| problem.level == level)
    }

    /// The number of problems of a level.
    pub fn count(&self, level: Severity) -> usize {
        self.of_level(level).count()
    }

    /// What became of the claims of a kind.
    pub fn of_kind(&self, kind: Kind) -> Counts {
        self.summary.get(<&str>::from(kind)).copied().unwrap_or_default()
    }

    /// The repositories that could not be looked at, or not whole, and why.
    pub fn errors(&self) -> impl Iterator<Item = (&str, &str)> {
        self.failures.iter().filter_map(|(repository, error)| Some((repository.as_str(), error.as_deref()?)))
    }

    /// The repositories without a copy.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.failures.iter().filter(|(_, error)| error.is_none()).map(|(repository, _)| repository.as_str())
    }

    /// What became of all claims.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for counts in self.summary.values() {
            total.proven += counts.proven;
            total.contradicted += counts.contradicted;
            total.weak += counts.weak;
            total.settled += counts.settled;
            total.unseen += counts.unseen;
        }
        total
    }
}

fn problem(verdict: &Verdict, locations: &Locations) -> Option<Problem> {
    let Verdict::Found(found) = verdict else { return None };
    Some(Problem {
        location: locations.of_part(found.part),
        level: if found.finding.is_contradiction() { Severity::Error } else { Severity::Warning },
        rule: found.finding.as_str(),
        at: Some(found.at.clone()),
        message: found.message.clone(),
        help: found.help.clone(),
    })
}

fn no_longer(location: &Location) -> Problem {
    Problem {
        location: location.clone(),
        level: Severity::Warning,
        rule: OVER,
        at: None,
        message: "this is not found any more".to_owned(),
        help: "delete the entry".to_owned(),
    }
}

/// One line: `file:line:column: message; help [rule]`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { location, message, help, rule, .. } = self;
        let start = location.start();
        write!(f, "{}:{start}: {message}; {help} [{rule}]", location.file())
    }
}

impl Problem {
    /// As people read it; `dir` is written before the name of the file.
    pub fn render(&self, dir: &str, style: RenderStyle) -> String {
        self.remark().render(&self.location, dir, style)
    }

    fn order(&self) -> (&str, usize, &str, &str) {
        (self.location.file(), self.location.span().start, self.rule, &self.message)
    }

    fn remark(&self) -> Remark<'_> {
        Remark { severity: self.level, code: self.rule, message: &self.message, help: Some(&self.help) }
    }
}

impl Counts {
    fn add(&mut self, verdict: &Verdict) {
        let count = match verdict {
            Verdict::Proven => &mut self.proven,
            Verdict::Found(found) if found.finding.is_contradiction() => &mut self.contradicted,
            Verdict::Found(_) => &mut self.weak,
            Verdict::Settled => &mut self.settled,
            Verdict::Unseen => &mut self.unseen,
        };
        *count += 1;
    }
}
