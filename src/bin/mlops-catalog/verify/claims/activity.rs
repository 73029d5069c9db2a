//! Activity: the last commit on any branch against what the history says.

use mlops_catalog::Status;
use mlops_catalog::load::Part;
use mlops_catalog::model::{Change, Event, Finding};

use crate::verify::case::Case;
use crate::verify::moment::{Moment, is_long_before};
use crate::verify::verdict::{Found, Kind, Outcome, Verdict, short};

/// Whether the tool is as active as its repository.
pub fn outcome(case: &Case<'_>) -> Option<Outcome> {
    case.tool.repository()?;
    let last = case.own().map(|(remote, repository)| {
        let last = repository.last_commit().unwrap_or_else(|error| {
            case.copies.failed(remote, &error);
            None
        });
        (repository, last)
    });
    let Some((repository, Some((commit, last)))) = last else { return Some(Outcome::unseen(Kind::LastCommit)) };
    let is_over = is_long_before(last.utc(), repository.day);
    let stated = case.tool.history().iter().enumerate().rev().find(|(_, event)| event.change() == &Change::Inactive);
    let verdict = match (case.tool.status(), stated) {
        (Status::Active, _) if is_over => {
            let message = format!("the last commit is of {last}, 24 months or more before {}", repository.day);
            let help = "see whether a package, a release or a merged request is younger; else add the event `inactive`";
            Found::new(Finding::UnstatedInactivity, Part::Repository, &commit, message, help).verdict()
        }
        (Status::Active, _) => Verdict::Proven,
        (_, Some((at, event))) => inactivity(at, event, (&commit, last), is_over),
        // Archived or discontinued: by a notice, whatever was committed.
        (_, None) => Verdict::Unseen,
    };
    Some(Outcome { kind: Kind::LastCommit, verdict })
}

fn inactivity(at: usize, event: &Event, (commit, last): (&str, Moment), is_over: bool) -> Verdict {
    let Some(date) = event.date() else { return Verdict::Unseen };
    if last.is_after(date) {
        let message = format!("the last commit is {} of {last}, not of {date}", short(commit));
        let help = if is_over {
            "write that date and that commit"
        } else {
            "write that date; if it is less than 24 months ago, the tool is active"
        };
        return Found::new(Finding::LaterCommit, Part::Event(at), commit, message, help).verdict();
    }
    // Younger than 24 months after the last commit, a copy does not show that none followed.
    if is_over && last.is_on(date) { Verdict::Proven } else { Verdict::Unseen }
}
