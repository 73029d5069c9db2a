//! Licenses: the texts that the repository had, at the source, at the first release, since then, and has today.

use jiff::civil::Date as Day;
use mlops_catalog::load::Part;
use mlops_catalog::model::{Change, Fact, Finding};
use mlops_catalog::{Date, License, Tool};

use crate::verify::address::Remote;
use crate::verify::case::{Case, Claim};
use crate::verify::citation::{Commit, FileAt, Found as Seen, Revision, Shown, What};
use crate::verify::git::GitError;
use crate::verify::license_files::{State, origins, states};
use crate::verify::licenses::{Ids, ids_of, named, stated};
use crate::verify::moment::{Moment, days_of};
use crate::verify::repository::Repository;
use crate::verify::verdict::{Found, Kind, Outcome, Verdict, short};

const LICENSE: Part = Part::Fact(Fact::License);

/// What became of every claim about the license.
pub fn outcomes(case: &Case<'_>) -> Vec<Outcome> {
    let mut outcomes = vec![Outcome { kind: Kind::CitedLicense, verdict: or_unseen(case, cited(case)) }];
    // Only a license that SPDX knows can be told from its text.
    if !stated(case.tool).any(|license| license.spdx().is_some()) {
        return outcomes;
    }
    let Some((remote, repository)) = case.own() else {
        let kinds = [Kind::LicenseToday, Kind::LicenseAtRelease, Kind::LicenseChanges];
        outcomes.extend(kinds.map(Outcome::unseen));
        return outcomes;
    };
    match History::read(case, remote, repository).and_then(|history| history.outcomes()) {
        Ok(of_history) => outcomes.extend(of_history),
        Err(error) => case.copies.failed(remote, &error),
    }
    outcomes
}

fn or_unseen(case: &Case<'_>, verdict: Result<Verdict, GitError>) -> Verdict {
    verdict.unwrap_or_else(|error| {
        if let Some(remote) = &case.remote {
            case.copies.failed(remote, &error);
        }
        Verdict::Unseen
    })
}

/// The license that a tool is stated to have had at the end of a day; none if a change has no date.
fn stated_on(tool: &Tool, day: Day) -> Option<&License> {
    for event in tool.history() {
        let Change::Relicensed { from } = event.change() else { continue };
        if days_of(event.date()?).0 > day {
            return Some(from);
        }
    }
    Some(tool.license())
}

fn ids(license: &License) -> Option<Ids> {
    license.spdx().map(|expression| ids_of(expression.as_str()))
}

/// Whether the file that is cited for the license has its text.
fn cited(case: &Case<'_>) -> Result<Verdict, GitError> {
    let claim = case.cited.iter().find(|cited| matches!(cited.claim, Claim::Fact(Fact::License)));
    let (Some(Shown { remote, repository, what }), Some(stated)) =
        (claim.and_then(|cited| cited.shown.as_ref()), ids(case.tool.license()))
    else {
        return Ok(Verdict::Unseen);
    };
    let (state, at) = match what {
        What::Path(FileAt { revision, path, id: Some(id) }) if is_own(revision) => {
            (State::of_file(path, id).unwrap_or_default(), path.as_str())
        }
        What::Commit(Commit { name, found: Seen::Own { id, .. } }) => (State::at(repository, id)?, name.as_str()),
        What::Tag { name, tag: Some(tag) } => match &tag.commit {
            Some(commit) => (State::at(repository, commit)?, name.as_str()),
            None => return Ok(Verdict::Unseen),
        },
        _ => return Ok(Verdict::Unseen),
    };
    case.copies.learn(remote, repository, [&state], case.licenses)?;
    let recognised = state.recognised(case.licenses);
    Ok(match recognised.is(&stated) {
        Some(true) => Verdict::Proven,
        None => Verdict::Unseen,
        Some(false) => {
            let message = format!("the license at the source is {}", named(&recognised.main));
            let help = "write the license that it shows, or a source that shows this one";
            Found::new(Finding::CitedLicense, LICENSE, at, message, help).verdict()
        }
    })
}

/// Whether it is of the makers.
fn is_own(revision: &Revision) -> bool {
    match revision {
        Revision::Commit(commit) => matches!(commit.found, Seen::Own { .. }),
        Revision::Tag(_) | Revision::Branch(_) => true,
        Revision::Unknown(_) => false,
    }
}

/// The license files of a tool's own repository, all of them learnt.
struct History<'c> {
    case: &'c Case<'c>,
    repository: &'c Repository,
    states: Vec<State>,
    /// The files at the tag of the first release, if that is its source.
    tagged: Option<State>,
}

impl<'c> History<'c> {
    fn read(case: &'c Case<'c>, remote: &Remote, repository: &'c Repository) -> Result<Self, GitError> {
        let states = states(repository)?;
        let released = case.cited.iter().find(|cited| matches!(cited.claim, Claim::Released(..)));
        let commit = match released.and_then(|cited| cited.shown.as_ref()) {
            Some(Shown { remote: of, what: What::Tag { tag: Some(tag), .. }, .. }) if of == remote => {
                tag.commit.as_ref()
            }
            _ => None,
        };
        let tagged = commit.map(|commit| State::at(repository, commit)).transpose()?;
        case.copies.learn(remote, repository, states.iter().chain(&tagged), case.licenses)?;
        Ok(Self { case, repository, states, tagged })
    }

    fn outcomes(&self) -> Result<Vec<Outcome>, GitError> {
        let mut outcomes = vec![Outcome { kind: Kind::LicenseToday, verdict: self.today() }];
        if let Some(release) = self.case.tool.release() {
            let day = days_of(release.date()).1;
            outcomes.push(Outcome { kind: Kind::LicenseAtRelease, verdict: self.at_release(day) });
            let changes = self.changes(day)?;
            outcomes.extend(changes.into_iter().map(|verdict| Outcome { kind: Kind::LicenseChanges, verdict }));
        }
        Ok(outcomes)
    }

    /// The files on the day on which the copy was made.
    fn today(&self) -> Verdict {
        let Some(state) = self.states.last() else { return Verdict::Unseen };
        let recognised = state.recognised(self.case.licenses);
        let stated = stated_on(self.case.tool, self.repository.day).and_then(ids);
        match stated.and_then(|stated| recognised.is(&stated)) {
            Some(true) => Verdict::Proven,
            None => Verdict::Unseen,
            Some(false) => {
                let since = state.time.map(|time| format!(" since {time}")).unwrap_or_default();
                let message = format!(
                    "the license of the repository is {}{since}, by the commit {}",
                    named(&recognised.main),
                    short(&state.commit)
                );
                let help = "write that license, and the change as the event `relicensed`";
                Found::new(Finding::LicenseToday, LICENSE, &state.commit, message, help).verdict()
            }
        }
    }

    fn at_release(&self, day: Day) -> Verdict {
        let before = || self.states.iter().rev().find(|state| is_by(state.time, day));
        let Some(state) = self.tagged.as_ref().or_else(before) else { return Verdict::Unseen };
        let recognised = state.recognised(self.case.licenses);
        let stated = stated_on(self.case.tool, day).and_then(ids);
        match stated.and_then(|stated| recognised.is(&stated)) {
            Some(true) => Verdict::Proven,
            None => Verdict::Unseen,
            Some(false) => {
                let message = format!(
                    "at the first release the license was {}, at the commit {}",
                    named(&recognised.main),
                    short(&state.commit)
                );
                let help = "add the event `relicensed` with that license as `from`";
                let part = Part::Fact(Fact::Released);
                Found::new(Finding::LicenseAtRelease, part, &state.commit, message, help).verdict()
            }
        }
    }

    /// Every change of the license after the release.
    fn changes(&self, released: Day) -> Result<Vec<Verdict>, GitError> {
        let mut before = Ids::new();
        let mut changes = Vec::new();
        for state in &self.states {
            let now = state.recognised(self.case.licenses).main;
            if now.is_empty() {
                continue;
            }
            if !before.is_empty() && before.is_disjoint(&now) && !is_by(state.time, released) {
                changes.push(self.change(&before, &now, state)?);
            }
            before = now;
        }
        Ok(match (changes.is_empty(), before.is_empty()) {
            (true, false) => vec![Verdict::Proven],
            (true, true) => vec![Verdict::Unseen],
            (false, _) => changes,
        })
    }

    /// A change against the events of the history.
    fn change(&self, before: &Ids, now: &Ids, state: &State) -> Result<Verdict, GitError> {
        let mut times = origins(self.repository, state)?;
        times.extend(state.time.map(|time| (state.commit.clone(), time)));
        let Some((commit, time)) = times.iter().min_by_key(|(_, time)| *time) else { return Ok(Verdict::Unseen) };
        let events = self.case.tool.history().iter().enumerate().filter_map(|(at, event)| match event.change() {
            Change::Relicensed { from } => Some((at, event.date(), ids(from))),
            _ => None,
        });
        let is_before = |from: &Option<Ids>| from.as_ref().is_none_or(|from| !from.is_disjoint(before));
        let stated: Vec<(usize, Option<Date>)> =
            events.filter(|(.., from)| is_before(from)).map(|(at, date, _)| (at, date)).collect();
        let is_on = |date: Option<Date>| date.is_none_or(|date| times.iter().any(|(_, time)| time.is_on(date)));
        let change = format!(
            "the license changed from {} to {} on {time}, by the commit {}",
            named(before),
            named(now),
            short(commit)
        );
        Ok(match stated.first() {
            _ if stated.iter().any(|(_, date)| is_on(*date)) => Verdict::Proven,
            Some((at, Some(date))) => {
                let help =
                    "write the date of the change; if it came into force on another day, settle it with `settled`";
                let message = format!("{change}, not on {date}");
                Found::new(Finding::RelicensingDate, Part::Event(*at), commit, message, help).verdict()
            }
            _ => {
                let message = format!("{change}, and the history does not state it");
                let help = "add the event `relicensed` with that date";
                Found::new(Finding::UnstatedRelicensing, LICENSE, commit, message, help).verdict()
            }
        })
    }
}

/// Whether something had happened at the end of a day.
fn is_by(time: Option<Moment>, day: Day) -> bool {
    time.is_some_and(|time| time.utc() <= day)
}
