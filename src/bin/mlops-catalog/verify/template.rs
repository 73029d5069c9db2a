//! Where copies of repositories are: a path or an address with holes for owner and name.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::address::Remote;
use super::repository::day_of;

/// A path or an address in which `{host}`, `{owner}` and `{name}` are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Template {
    /// Directories of this machine.
    Directories(String),
    /// What git can clone: `https://` or `file://`.
    Remotes(String),
}

/// A template that cannot lead to a repository.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTemplate {
    #[error(
        "`{{name}}` is missing in `{0}`; write it where the name of a repository belongs, and `{{owner}}` where its owner does"
    )]
    NoName(String),
    #[error("`{0}` is neither an https:// nor a file:// address; write one, or a directory")]
    Scheme(String),
}

impl FromStr for Template {
    type Err = BadTemplate;

    fn from_str(text: &str) -> Result<Self, BadTemplate> {
        if !text.contains("{name}") {
            return Err(BadTemplate::NoName(text.to_owned()));
        }
        match text.split_once("://") {
            None => Ok(Self::Directories(text.to_owned())),
            Some(("https" | "file", _)) => Ok(Self::Remotes(text.to_owned())),
            Some(_) => Err(BadTemplate::Scheme(text.to_owned())),
        }
    }
}

/// The template with a repository's host, owner and name.
pub fn filled(template: &str, remote: &Remote) -> String {
    template.replace("{host}", &remote.host).replace("{owner}", &remote.owner).replace("{name}", &remote.name)
}

/// The git directory that a template of directories leads to: the directory itself, or else the newest one below it.
pub fn directory(template: &str, remote: &Remote) -> Option<PathBuf> {
    // `DIR/{owner}+{name}/…` says that it is somewhere below.
    let template = template.trim_end_matches('/');
    let template = template.strip_suffix("/…").or_else(|| template.strip_suffix("/...")).unwrap_or(template);
    let root = PathBuf::from(filled(template, remote));
    if is_git(&root) {
        return Some(root);
    }
    let mut found = Vec::new();
    below(&root, DEEPEST, &mut found);
    found.into_iter().max_by_key(|dir| (day_of(dir), dir.clone()))
}

/// How many directories lie between a template's and a git directory at most.
const DEEPEST: usize = 3;

fn below(dir: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        let path = entry.path();
        if is_git(&path) {
            found.push(path);
        } else if depth > 1 {
            below(&path, depth - 1, found);
        }
    }
}

fn is_git(dir: &Path) -> bool {
    dir.join("HEAD").is_file() && dir.join("objects").is_dir()
}
