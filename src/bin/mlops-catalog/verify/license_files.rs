//! The license files of a repository, through its history.

use std::collections::BTreeMap;

use super::git::{GitError, git};
use super::licenses::{Ids, Licenses};
use super::moment::Moment;
use super::object::{Entry, Object};
use super::repository::Repository;

/// The license files at the root of a repository, from a commit on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    pub commit: String,
    pub time: Option<Moment>,
    /// The ids of the files, by name.
    files: BTreeMap<String, String>,
}

/// The licenses of a state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Of the files that speak for the whole repository: `LICENSE`, `COPYING`.
    pub main: Ids,
    /// Of those that may speak for a part, such as `LICENSE-MIT`.
    pub others: Ids,
}

impl Recognised {
    /// Whether the texts are those of an expression; none if nothing can be said of them.
    pub fn is(&self, stated: &Ids) -> Option<bool> {
        let meets = |ids: &Ids| ids.intersection(stated).next().is_some();
        match (meets(&self.main) || meets(&self.others), self.main.is_empty()) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        }
    }
}

/// The names of license files, for git.
const PATHS: [&str; 4] =
    [":(glob,icase)LICENSE*", ":(glob,icase)LICENCE*", ":(glob,icase)COPYING*", ":(glob,icase)UNLICENSE*"];

/// The states of the license files along the branch that visitors see, the first one first.
pub fn states(repository: &Repository) -> Result<Vec<State>, GitError> {
    let mut states: Vec<State> = Vec::new();
    let first_parents = ["--first-parent", "--diff-merges=first-parent"];
    for line in log(repository, &first_parents)?.lines() {
        if let Some((commit, time)) = commit_of(line) {
            let files = states.last().map(|before| before.files.clone()).unwrap_or_default();
            states.push(State { commit: commit.to_owned(), time: Moment::parse(time), files });
        } else if let (Some(state), Some((name, id))) = (states.last_mut(), changed(line)) {
            match id {
                Some(id) => state.files.insert(name, id),
                None => state.files.remove(&name),
            };
        }
    }
    Ok(states)
}

/// The commits that brought the files of a state, those of merged branches too: a merge is later than what it merges.
pub fn origins(repository: &Repository, of: &State) -> Result<Vec<(String, Moment)>, GitError> {
    let (mut commits, mut last) = (Vec::new(), None);
    for line in log(repository, &[])?.lines() {
        if let Some((commit, time)) = commit_of(line) {
            last = Moment::parse(time).map(|time| (commit.to_owned(), time));
        } else if let Some((name, Some(id))) = changed(line)
            && of.files.get(&name) == Some(&id)
        {
            commits.extend(last.clone());
        }
    }
    Ok(commits)
}

/// The changes of license files, the first one first.
fn log(repository: &Repository, which: &[&str]) -> Result<String, GitError> {
    const LOG: [&str; 14] = [
        "log",
        "--root",
        "--raw",
        "--no-renames",
        "--no-abbrev",
        "--no-ext-diff",
        "--no-textconv",
        "--no-mailmap",
        "--no-notes",
        "--no-decorate",
        "--no-color",
        "--date=raw",
        "--format=commit %H %cd",
        "--reverse",
    ];
    let Some(head) = &repository.head else { return Ok(String::new()) };
    let listed = git(repository.dir(), &[LOG.as_slice(), which, &[head, "--"], &PATHS].concat(), b"")?;
    Ok(String::from_utf8_lossy(&listed).into_owned())
}

/// The commit and its time in `commit <id> 1514973600 +0100`.
fn commit_of(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("commit ")?.split_once(' ')
}

/// The name and, unless it was deleted, the id in `:100644 100644 <id> <id> M<tab>LICENSE`.
fn changed(line: &str) -> Option<(String, Option<String>)> {
    let (about, name) = line.strip_prefix(':')?.split_once('\t')?;
    let words: Vec<&str> = about.split(' ').collect();
    let [_, mode, _, id, _] = words.as_slice() else { return None };
    let is_file = mode.starts_with("100");
    (!name.contains('/')).then(|| (name.to_owned(), is_file.then(|| (*id).to_owned())))
}

impl State {
    /// The license files of a directory.
    pub fn of_directory(commit: &str, entries: &[Entry]) -> Self {
        let files = entries.iter().filter(|entry| !entry.is_directory && is_license(&entry.name));
        let files = files.map(|entry| (entry.name.clone(), entry.id.clone())).collect();
        Self { commit: commit.to_owned(), time: None, files }
    }

    /// One file that speaks for all.
    pub fn of_file(path: &str, id: &str) -> Option<Self> {
        let name = path.rsplit('/').next().filter(|name| is_license(name))?;
        let files = [(name.to_owned(), id.to_owned())].into();
        Some(Self { files, ..Self::default() })
    }

    /// Those at a commit.
    pub fn at(repository: &Repository, commit: &str) -> Result<Self, GitError> {
        let directory = repository.objects(&[format!("{commit}^{{tree}}")])?.pop().flatten();
        Ok(match directory {
            Some(Object::Directory(entries)) => Self::of_directory(commit, &entries),
            _ => Self::default(),
        })
    }

    pub fn files(&self) -> impl Iterator<Item = &String> {
        self.files.values()
    }

    /// What its files are; they have been learnt.
    pub fn recognised(&self, licenses: &Licenses) -> Recognised {
        let mut recognised = Recognised::default();
        for (name, id) in &self.files {
            let of = if is_main(name) { &mut recognised.main } else { &mut recognised.others };
            of.extend(licenses.known(id).unwrap_or_default());
        }
        recognised
    }
}

fn is_license(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"].iter().any(|start| name.starts_with(start))
}

/// Whether a file speaks for the whole repository: nothing but an ending follows the word.
fn is_main(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let stem = name.split_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let ending = &name[stem.len()..];
    matches!(stem, "LICENSE" | "LICENCE" | "COPYING" | "UNLICENSE") && matches!(ending, "" | ".TXT" | ".MD" | ".RST")
}
