//! The first release: is it the earliest that tags and commits show?

use mlops_catalog::Date;
use mlops_catalog::load::Part;
use mlops_catalog::model::{Fact, Finding, ReleaseEvent};

use crate::verify::case::{Case, Claim};
use crate::verify::citation::{Commit, Found as Seen, What};
use crate::verify::git::GitError;
use crate::verify::moment::Moment;
use crate::verify::object::Object;
use crate::verify::repository::Repository;
use crate::verify::verdict::{Found, Kind, Outcome, Verdict, short};

const RELEASED: Part = Part::Fact(Fact::Released);

/// Whether a tag is older than the release, and whether a first commit is one.
pub fn outcomes(case: &Case<'_>) -> Vec<Outcome> {
    let Some(release) = case.tool.release() else { return Vec::new() };
    let (date, event) = (release.date(), release.event());
    let mut outcomes = vec![match &case.repository {
        Some(repository) => Outcome { kind: Kind::EarlierTags, verdict: tags(repository, date, event) },
        None => Outcome::unseen(Kind::EarlierTags),
    }];
    if event == ReleaseEvent::FirstCommit {
        let verdict = first_commit(case).unwrap_or_else(|error| {
            if let Some(remote) = &case.remote {
                case.copies.failed(remote, &error);
            }
            Verdict::Unseen
        });
        outcomes.push(Outcome { kind: Kind::FirstCommit, verdict });
    }
    outcomes
}

fn tags(repository: &Repository, date: Date, event: ReleaseEvent) -> Verdict {
    let releases = repository.tags().filter(|(name, _)| has_version(name));
    let mut releases: Vec<(Moment, &str)> = releases.filter_map(|(name, tag)| Some((tag.made?, name))).collect();
    releases.sort();
    let Some((first, name)) = releases.first() else { return Verdict::Unseen };
    let earlier = releases.iter().filter(|(made, _)| made.is_before(date)).count();
    if earlier > 0 {
        let others = match earlier - 1 {
            0 => String::new(),
            1 => ", and one more is older, too".to_owned(),
            more => format!(", and {more} more are older, too"),
        };
        let message = format!("the tag `{name}` is of {first}, before the first release of {date}{others}");
        let help = "write the earliest release; if it is a tag of something else, settle it with `settled`";
        return Found::new(Finding::EarlierTag, RELEASED, name, message, help).verdict();
    }
    if matches!(event, ReleaseEvent::FirstCommit | ReleaseEvent::Founding) {
        let message = format!("there is the tag `{name}` of {first}, so that `{event}` is not the first release");
        let help = "write the first tag, package or announcement; `first-commit` and `founding` are for tools \
                    without any";
        return Found::new(Finding::UnstatedTag, RELEASED, name, message, help).verdict();
    }
    Verdict::Proven
}

/// Whether the name of a tag has a version: a number at its beginning, or after a sign or a word for versions. `latest`,
/// `before-the-move` and `py3-test` are those of no release.
fn has_version(name: &str) -> bool {
    const WORDS: [&str; 9] = ["v", "ver", "version", "r", "rel", "release", "alpha", "beta", "rc"];
    let name = name.to_ascii_lowercase();
    let mut parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|part| {
        let word = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let before = &part[..part.len() - word.len()];
        word.starts_with(|c: char| c.is_ascii_digit()) && (before.is_empty() || WORDS.contains(&before))
    })
}

/// Whether the first commit is the first one, and has source in it.
fn first_commit(case: &Case<'_>) -> Result<Verdict, GitError> {
    let Some(repository) = case.repository.as_deref().filter(|copy| !copy.is_shallow) else {
        return Ok(Verdict::Unseen);
    };
    let cited = case.cited.iter().find(|cited| matches!(cited.claim, Claim::Released(..)));
    let Some((date, shown)) = cited.and_then(|cited| cited.claim.date().zip(cited.shown.as_ref())) else {
        return Ok(Verdict::Unseen);
    };
    let What::Commit(Commit { name, found: Seen::Own { id, .. } }) = &shown.what else { return Ok(Verdict::Unseen) };
    if !has_source(&shown.repository, id)? {
        let message = format!("the commit {} has no source yet, so that it is not the first of the tool", short(id));
        let help = "name the first commit that has some, or an announcement or package";
        return Ok(Found::new(Finding::NoSourceYet, RELEASED, name, message, help).verdict());
    }
    let Some((first, made)) = repository.first_commit()? else { return Ok(Verdict::Unseen) };
    // An earlier one without source is not the tool's first.
    if made.is_before(date) && has_source(repository, &first)? {
        let message = format!("the commit {} is of {made}, before the first one of {date}", short(&first));
        let help = "write the first commit that has the tool's own source; if this one has not, settle it with \
                    `settled`";
        return Ok(Found::new(Finding::EarlierCommit, RELEASED, &first, message, help).verdict());
    }
    Ok(Verdict::Proven)
}

/// Whether there is more at a commit than what a forge puts into a new repository.
fn has_source(repository: &Repository, commit: &str) -> Result<bool, GitError> {
    const NEW: [&str; 7] = ["README", "LICENSE", "LICENCE", "COPYING", "CONTRIBUTING", "CODE_OF_CONDUCT", "CODEOWNERS"];
    let directory = repository.objects(&[format!("{commit}^{{tree}}")])?.pop().flatten();
    let Some(Object::Directory(entries)) = directory else { return Ok(true) };
    Ok(entries.iter().any(|entry| {
        let name = entry.name.to_ascii_uppercase();
        !name.starts_with('.') && !NEW.iter().any(|new| name.starts_with(new))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_from_other_names() {
        let names = [
            "v0.1",
            "1.0.0",
            "release-0.1",
            "rel1.0",
            "engine@v0.1.1",
            "hamilton-1.1",
            "v_01",
            "tool/v2",
            "V1",
            "2024.09.0",
            "alpha-0.0.1",
            "v.0.1.2",
            "fedml_v0.6_before",
        ];
        for name in names {
            assert!(has_version(name), "{name}");
        }
        for name in ["latest", "nightly", "before-the-move", "py3_dev", "CNTKVideoTaggingTool", "v-alpha", ""] {
            assert!(!has_version(name), "{name}");
        }
    }
}
