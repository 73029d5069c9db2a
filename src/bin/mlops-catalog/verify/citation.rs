//! What the sources of a tool show in the repositories that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mlops_catalog::model::Source;

use super::address::{Cited, Remote, Target};
use super::copies::Copies;
use super::git::GitError;
use super::moment::Moment;
use super::object::Object;
use super::repository::{Repository, Tag};

/// What a source shows, and the copy of the repository in which it was looked for.
#[derive(Debug, Clone)]
pub struct Shown {
    pub remote: Remote,
    pub repository: Arc<Repository>,
    pub what: What,
}

/// What a source names, as it is in a copy of its repository.
#[derive(Debug, Clone)]
pub enum What {
    Tag { name: String, tag: Option<Tag> },
    Commit(Commit),
    Path(FileAt),
}

/// A commit that is cited.
#[derive(Debug, Clone)]
pub struct Commit {
    /// As it is cited.
    pub name: String,
    pub found: Found,
}

/// What a copy knows of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Missing,
    /// No branch and no tag leads to it.
    Foreign,
    Own {
        id: String,
        time: Option<Moment>,
    },
}

/// A file or a directory that is cited.
#[derive(Debug, Clone)]
pub struct FileAt {
    pub revision: Revision,
    pub path: String,
    /// None if it is not there.
    pub id: Option<String>,
}

/// At what a file is cited.
#[derive(Debug, Clone)]
pub enum Revision {
    Commit(Commit),
    Tag(String),
    /// It shows something else as soon as somebody commits.
    Branch(String),
    /// A name that is no commit and that no branch and no tag has.
    Unknown(String),
}

/// What each of the sources shows; none for pages, citations in words and repositories without a copy.
pub fn shown(sources: &[&Source], copies: &Copies) -> Vec<Option<Shown>> {
    let mut by_remote: BTreeMap<Remote, Vec<(usize, Target)>> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        if let Source::Address(address) = source
            && let Some(Cited { remote, target }) = Cited::of(address.as_str())
            && target != Target::Page
        {
            by_remote.entry(remote).or_default().push((at, target));
        }
    }
    let mut shown = vec![None; sources.len()];
    for (remote, targets) in by_remote {
        let Some(repository) = copies.of(&remote) else { continue };
        let (places, targets): (Vec<usize>, Vec<Target>) = targets.into_iter().unzip();
        match whats(&repository, &targets) {
            Ok(whats) => {
                for (at, what) in places.into_iter().zip(whats) {
                    shown[at] = Some(Shown { remote: remote.clone(), repository: repository.clone(), what });
                }
            }
            Err(error) => copies.failed(&remote, &error),
        }
    }
    shown
}

/// What each target is in a repository: two runs of git for all of them.
fn whats(repository: &Repository, targets: &[Target]) -> Result<Vec<What>, GitError> {
    let parts: Vec<Part> = targets.iter().map(|target| Part::of(target, repository)).collect();
    let names: Vec<String> = parts.iter().flat_map(Part::names).collect();
    let mut objects = repository.objects(&names)?.into_iter();
    let answers: Vec<Vec<Option<Object>>> =
        parts.iter().map(|part| objects.by_ref().take(part.names().count()).collect()).collect();
    let commits = answers.iter().flatten().filter_map(|object| match object {
        Some(Object::Commit { id, .. }) => Some(id.clone()),
        _ => None,
    });
    let foreign = repository.foreign(&commits.collect())?;
    Ok(parts.into_iter().zip(answers).map(|(part, answers)| part.what(answers, repository, &foreign)).collect())
}

/// A target, its revision told from its path.
enum Part {
    Tag(String),
    Commit(String),
    Path { revision: Revision, start: String, path: String },
}

impl Part {
    fn of(target: &Target, repository: &Repository) -> Self {
        match target {
            Target::Tag(name) => Self::Tag(name.clone()),
            Target::Commit(name) if is_commit(name) => Self::Commit(name.clone()),
            // The name of a branch stands for its last commit.
            Target::Commit(text) | Target::Path(text) => {
                let (revision, start, path) = revision(text, repository);
                Self::Path { revision, start, path }
            }
            Target::Page => Self::Tag(String::new()),
        }
    }

    /// What git is asked for.
    fn names(&self) -> impl Iterator<Item = String> {
        let names = match self {
            Self::Tag(_) => vec![],
            Self::Commit(name) => vec![format!("{name}^{{commit}}")],
            Self::Path { start, path, .. } => {
                let above = path.rsplit_once('/').map_or("", |(above, _)| above);
                vec![format!("{start}^{{commit}}"), format!("{start}:{above}")]
            }
        };
        names.into_iter()
    }

    fn what(self, answers: Vec<Option<Object>>, repository: &Repository, foreign: &BTreeSet<String>) -> What {
        let mut answers = answers.into_iter();
        let mut commit = |name: String| Commit { name, found: found(answers.next().flatten(), foreign) };
        match self {
            Self::Tag(name) => What::Tag { tag: repository.tag(&name).cloned(), name },
            Self::Commit(name) => What::Commit(commit(name)),
            Self::Path { revision, start, path } => {
                let at = commit(start);
                let revision = if let Revision::Commit(_) = revision { Revision::Commit(at) } else { revision };
                let name = path.rsplit('/').next().unwrap_or_default();
                let id = match answers.next().flatten() {
                    Some(Object::Directory(_)) if name.is_empty() => Some(String::new()),
                    Some(Object::Directory(entries)) => {
                        entries.into_iter().find(|entry| entry.name == name).map(|entry| entry.id)
                    }
                    _ => None,
                };
                What::Path(FileAt { revision, path, id })
            }
        }
    }
}

fn found(object: Option<Object>, foreign: &BTreeSet<String>) -> Found {
    match object {
        Some(Object::Commit { id, .. }) if foreign.contains(&id) => Found::Foreign,
        Some(Object::Commit { id, time }) => Found::Own { id, time },
        _ => Found::Missing,
    }
}

/// The revision of `revision/path`, what git calls it, and the path.
fn revision(text: &str, repository: &Repository) -> (Revision, String, String) {
    let (first, rest) = text.split_once('/').unwrap_or((text, ""));
    if is_commit(first) {
        let commit = Commit { name: first.to_owned(), found: Found::Missing };
        return (Revision::Commit(commit), first.to_owned(), rest.to_owned());
    }
    // The longest name: `release/1` is not the file `1` on a branch `release`.
    let ends = text.match_indices('/').map(|(at, _)| at).chain([text.len()]);
    let named = ends.rev().find_map(|end| {
        let (name, path) = (&text[..end], text[end..].trim_start_matches('/'));
        if let Some(commit) = repository.tag(name).and_then(|tag| tag.commit.clone()) {
            return Some((Revision::Tag(name.to_owned()), commit, path.to_owned()));
        }
        let commit = match name {
            "HEAD" => repository.head.clone(),
            _ => repository.branch(name).map(|branch| branch.commit.clone()),
        };
        Some((Revision::Branch(name.to_owned()), commit?, path.to_owned()))
    });
    named.unwrap_or_else(|| (Revision::Unknown(first.to_owned()), first.to_owned(), rest.to_owned()))
}

/// Whether a name is that of a commit, or the beginning of it.
fn is_commit(name: &str) -> bool {
    (7..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}
