//! Sources: is what they name there, does it stay, and is it of that date?

use mlops_catalog::model::{Finding, Source};

use crate::verify::case::{Case, Cited};
use crate::verify::citation::{Commit, FileAt, Found as Seen, Revision, Shown, What};
use crate::verify::moment::days_of;
use crate::verify::repository::{Repository, Tag};
use crate::verify::verdict::{Found, Kind, Outcome, Verdict, short};

const LOOK: &str = "look at it again; name one that shows the fact";

/// Of each source: whether what it names is there.
pub fn outcomes(case: &Case<'_>) -> Vec<Outcome> {
    case.cited.iter().map(|cited| outcome(case, cited)).collect()
}

fn outcome(case: &Case<'_>, cited: &Cited<'_>) -> Outcome {
    let Some(source) = cited.source else { return Outcome::unseen(Kind::Unsourced) };
    let Some(Shown { repository, what, .. }) = &cited.shown else { return Outcome::unseen(kind_of(source)) };
    let (kind, verdict) = match what {
        What::Tag { name, tag } => (Kind::CitedTag, tag_verdict(case, cited, repository, name, tag.as_ref())),
        What::Commit(commit) => (Kind::CitedCommit, commit_verdict(case, cited, repository, commit)),
        What::Path(file) => (Kind::CitedFile, file_verdict(case, cited, repository, file)),
    };
    Outcome { kind, verdict }
}

/// What a source would show if there were a copy of its repository.
fn kind_of(source: &Source) -> Kind {
    use crate::verify::address::{Cited, Target};
    let Source::Address(address) = source else { return Kind::Page };
    match Cited::of(address.as_str()).map(|cited| cited.target) {
        Some(Target::Tag(_)) => Kind::CitedTag,
        Some(Target::Commit(_)) => Kind::CitedCommit,
        Some(Target::Path(_)) => Kind::CitedFile,
        Some(Target::Page) | None => Kind::Page,
    }
}

/// What is not in a copy may be younger than the copy: only what is dated before it must be there.
fn must_be_there(case: &Case<'_>, cited: &Cited<'_>, repository: &Repository) -> bool {
    let known = cited.claim.date().filter(|_| cited.claim.is_of_commit()).or(case.tool.checked());
    !repository.is_shallow && known.is_some_and(|date| days_of(date).1 < repository.day)
}

fn missing(
    case: &Case<'_>,
    cited: &Cited<'_>,
    repository: &Repository,
    finding: Finding,
    at: &str,
    what: &str,
) -> Verdict {
    if !must_be_there(case, cited, repository) {
        return Verdict::Unseen;
    }
    let message = format!("the repository has no {what} `{at}`");
    Found::new(finding, cited.source_part, at, message, LOOK).verdict()
}

fn tag_verdict(case: &Case<'_>, cited: &Cited<'_>, repository: &Repository, name: &str, tag: Option<&Tag>) -> Verdict {
    let Some(tag) = tag else { return missing(case, cited, repository, Finding::MissingTag, name, "tag") };
    let (Some(date), Some(made)) = (cited.claim.date(), tag.made) else { return Verdict::Proven };
    let times = [Some(made), tag.committed];
    if times.iter().flatten().any(|time| time.is_on(date)) {
        return Verdict::Proven;
    }
    let message = format!("the tag `{name}` is of {made}, not of {date}");
    let (finding, help) = if cited.claim.is_of_commit() {
        (Finding::TagDate, "write its date, or name what happened on that date")
    } else {
        (Finding::EventDate, "see whether the tag states the date of the event, or name a source that does")
    };
    Found::new(finding, cited.part, name, message, help).verdict()
}

fn commit_verdict(case: &Case<'_>, cited: &Cited<'_>, repository: &Repository, commit: &Commit) -> Verdict {
    let (id, time) = match &commit.found {
        Seen::Missing => {
            return missing(case, cited, repository, Finding::MissingCommit, &commit.name, "commit");
        }
        Seen::Foreign => return foreign(cited, commit),
        Seen::Own { id, time } => (id, *time),
    };
    let (Some(date), Some(time)) = (cited.claim.date(), time) else { return Verdict::Proven };
    if time.is_on(date) {
        return Verdict::Proven;
    }
    let message = format!("the commit {} is of {time}, not of {date}", short(id));
    let (finding, help) = if cited.claim.is_of_commit() {
        (Finding::CommitDate, "write its date, or name the commit of that date")
    } else {
        (Finding::EventDate, "see whether the commit states the date of the event, or name a source that does")
    };
    Found::new(finding, cited.part, &commit.name, message, help).verdict()
}

fn foreign(cited: &Cited<'_>, commit: &Commit) -> Verdict {
    let at = short(&commit.name);
    let message = format!("no branch and no tag leads to the commit {at}: anyone can bring one with a pull request");
    let help = "name a commit of the makers' branches that shows the fact";
    Found::new(Finding::ForeignCommit, cited.source_part, &commit.name, message, help).verdict()
}

fn file_verdict(case: &Case<'_>, cited: &Cited<'_>, repository: &Repository, file: &FileAt) -> Verdict {
    let at = match &file.revision {
        Revision::Commit(commit) => match &commit.found {
            Seen::Missing => {
                return missing(case, cited, repository, Finding::MissingCommit, &commit.name, "commit");
            }
            Seen::Foreign => return foreign(cited, commit),
            Seen::Own { id, .. } => short(id).to_owned(),
        },
        Revision::Unknown(name) => {
            return missing(case, cited, repository, Finding::MissingTag, name, "tag or branch");
        }
        Revision::Tag(name) | Revision::Branch(name) => format!("`{name}`"),
    };
    if file.id.is_none() {
        // A branch moves on: what it lacks in an old copy may be there now.
        if matches!(file.revision, Revision::Branch(_)) && !must_be_there(case, cited, repository) {
            return Verdict::Unseen;
        }
        let message = format!("there is no `{}` at {at}", file.path);
        return Found::new(Finding::MissingFile, cited.source_part, &file.path, message, LOOK).verdict();
    }
    if let Revision::Branch(name) = &file.revision {
        let message = format!("`{name}` is a branch: the page changes as soon as somebody commits");
        let help = "name the same file at a commit; GitHub's key `y` does it";
        return Found::new(Finding::MovingSource, cited.source_part, &file.path, message, help).verdict();
    }
    Verdict::Proven
}
