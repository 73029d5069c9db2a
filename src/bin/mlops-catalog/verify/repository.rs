//! A copy of a repository: its branches and tags, and the day on which it was made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use itertools::Itertools as _;
use jiff::civil::Date as Day;

use super::git::{GitError, git};
use super::moment::Moment;
use super::object::Object;
use super::objects::objects;

/// A copy of a repository, as it was on a day.
#[derive(Debug)]
pub struct Repository {
    dir: PathBuf,
    /// The day on which the copy was made: what happened later cannot be seen in it.
    pub day: Day,
    /// Whether the copy lacks the beginning of the history.
    pub is_shallow: bool,
    branches: BTreeMap<String, Branch>,
    tags: BTreeMap<String, Tag>,
    /// The last commit of the branch that visitors see.
    pub head: Option<String>,
}

/// The last commit of a branch.
#[derive(Debug, Clone)]
pub struct Branch {
    pub commit: String,
}

/// A tag and what it names.
#[derive(Debug, Clone)]
pub struct Tag {
    /// None if it names something else.
    pub commit: Option<String>,
    /// When it was made; a tag without an object of its own does not say, and has the time of its commit.
    pub made: Option<Moment>,
    /// The time of the commit.
    pub committed: Option<Moment>,
}

impl Repository {
    /// The copy in a git directory.
    pub fn open(dir: &Path) -> Result<Self, GitError> {
        // A clone with a work tree keeps the branches of the makers under its remote.
        let is_clone = dir.file_name().is_some_and(|name| name == ".git");
        let heads = if is_clone { "refs/remotes/origin" } else { "refs/heads" };
        let listed = git(dir, &["for-each-ref", &format!("--format={FORMAT}"), heads, "refs/tags"], b"")?;
        let mut repository = Self {
            dir: dir.to_owned(),
            day: day_of(dir).unwrap_or(Day::MIN),
            is_shallow: dir.join("shallow").exists(),
            branches: BTreeMap::new(),
            tags: BTreeMap::new(),
            head: None,
        };
        for line in listed.split(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            if let [object, kind, peeled, peeled_kind, made, committed, name] =
                line.split('\0').collect::<Vec<_>>().as_slice()
            {
                let direct = (*kind == "commit").then_some(*object);
                let commit = direct.or((*peeled_kind == "commit").then_some(*peeled)).map(str::to_owned);
                let made = Moment::parse(made);
                if let Some(name) = name.strip_prefix("refs/tags/") {
                    let committed = if direct.is_some() { made } else { Moment::parse(committed) };
                    repository.tags.insert(name.to_owned(), Tag { commit, made, committed });
                } else if let (Some(name), Some(commit)) = (name.strip_prefix(&format!("{heads}/")), commit)
                    && name != "HEAD"
                {
                    repository.branches.insert(name.to_owned(), Branch { commit });
                }
            }
        }
        repository.head = repository.default_branch().map(|branch| branch.commit.clone());
        Ok(repository)
    }

    /// The branch that `HEAD` names; the only one if that is not there.
    fn default_branch(&self) -> Option<&Branch> {
        let named = ["refs/remotes/origin/HEAD", "HEAD"].iter().find_map(|file| {
            let head = fs::read_to_string(self.dir.join(file)).ok()?;
            let branch = head.trim().strip_prefix("ref: ")?;
            let name = ["refs/remotes/origin/", "refs/heads/"].iter().find_map(|start| branch.strip_prefix(start))?;
            self.branches.get(name)
        });
        named.or_else(|| self.branches.values().next().filter(|_| self.branches.len() == 1))
    }

    pub fn tag(&self, name: &str) -> Option<&Tag> {
        self.tags.get(name)
    }

    pub fn tags(&self) -> impl Iterator<Item = (&str, &Tag)> {
        self.tags.iter().map(|(name, tag)| (name.as_str(), tag))
    }

    pub fn branch(&self, name: &str) -> Option<&Branch> {
        self.branches.get(name)
    }

    pub fn is_empty(&self) -> bool {
        self.branches.is_empty() && self.tags.is_empty()
    }

    /// The last commit of a person on any branch. Programs go on to propose newer dependencies when everybody has left.
    pub fn last_commit(&self) -> Result<Option<(String, Moment)>, GitError> {
        const NEWEST: [&str; 7] = [
            "log",
            "--stdin",
            "--no-mailmap",
            "--no-decorate",
            "--date=raw",
            "--format=%H%x00%cd%x00%an %ae",
            "-n1000",
        ];
        let input: String = self.branches.values().map(|branch| format!("{}\n", branch.commit)).collect();
        if input.is_empty() {
            return Ok(None);
        }
        let listed = git(&self.dir, &NEWEST, input.as_bytes())?;
        let listed = String::from_utf8_lossy(&listed);
        let mut last = listed.lines().filter_map(|line| match line.split('\0').collect::<Vec<_>>().as_slice() {
            [commit, time, author] if !is_program(author) => Some(((*commit).to_owned(), Moment::parse(time)?)),
            _ => None,
        });
        Ok(last.next())
    }

    /// What each name means, in that order; none where there is no such object, or where several have it.
    pub fn objects(&self, names: &[String]) -> Result<Vec<Option<Object>>, GitError> {
        objects(&self.dir, names)
    }

    /// Those of the commits that no branch and no tag leads to; anyone can bring such commits with a pull request.
    pub fn foreign(&self, commits: &BTreeSet<String>) -> Result<BTreeSet<String>, GitError> {
        if commits.is_empty() {
            return Ok(BTreeSet::new());
        }
        let own = self.ends().map(|commit| format!("^{commit}\n"));
        let input: String = commits.iter().map(|commit| format!("{commit}\n")).chain(own).collect();
        let listed = git(&self.dir, &["rev-list", "--stdin"], input.as_bytes())?;
        let listed = String::from_utf8_lossy(&listed);
        Ok(listed.lines().filter(|line| commits.contains(*line)).map(str::to_owned).collect())
    }

    /// The earliest commit of all branches and tags.
    pub fn first_commit(&self) -> Result<Option<(String, Moment)>, GitError> {
        let input: String = self.ends().map(|commit| format!("{commit}\n")).collect();
        let form = ["--max-parents=0", "--date=raw", "--no-commit-header", "--format=%H %cd"];
        let listed = git(&self.dir, &[&["rev-list", "--stdin"], form.as_slice()].concat(), input.as_bytes())?;
        let listed = String::from_utf8_lossy(&listed);
        let commits = listed.lines().filter_map(|line| {
            let (commit, time) = line.split_once(' ')?;
            Some((commit.to_owned(), Moment::parse(time)?))
        });
        Ok(commits.min_by_key(|(_, time)| *time))
    }

    /// The commits that branches and tags name.
    fn ends(&self) -> impl Iterator<Item = &String> {
        let branches = self.branches.values().map(|branch| &branch.commit);
        branches.chain(self.tags.values().filter_map(|tag| tag.commit.as_ref())).unique()
    }

    /// The git directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }
}

/// Whether a name and an address are those of a program.
fn is_program(author: &str) -> bool {
    const PROGRAMS: [&str; 10] = [
        "bot",
        "dependabot",
        "renovate",
        "greenkeeper",
        "github actions",
        "github-actions",
        "travis-ci",
        "travis builder",
        "circleci",
        "pre-commit-ci",
    ];
    let author = author.to_ascii_lowercase();
    // `Abbot` is a person.
    let is_word = |at: usize, word: &str| {
        let around = [author[..at].chars().next_back(), author[at + word.len()..].chars().next()];
        around.into_iter().flatten().all(|c| !c.is_ascii_alphanumeric())
    };
    PROGRAMS.iter().any(|program| author.match_indices(program).any(|(at, word)| is_word(at, word)))
}

/// Of each branch and tag; names have no NUL and no line end.
const FORMAT: &str = "%(objectname)%00%(objecttype)%00%(*objectname)%00%(*objecttype)%00%(creatordate:raw)%00\
                      %(*committerdate:raw)%00%(refname)";

/// The day on which a copy was made: git writes `packed-refs` when it clones; without one, `HEAD`.
pub fn day_of(dir: &Path) -> Option<Day> {
    let written = |name: &str| dir.join(name).metadata().and_then(|about| about.modified()).ok();
    let written: SystemTime = written("packed-refs").or_else(|| written("HEAD"))?;
    let time = jiff::Timestamp::try_from(written).ok()?;
    Some(jiff::tz::TimeZone::UTC.to_datetime(time).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_from_people() {
        for author in [
            "dependabot[bot] 49699333+dependabot[bot]@users.noreply.github.com",
            "snyk-bot snyk-bot@snyk.io",
            "Actions Bot somebody@example.org",
            "Renovate renovate@example.org",
            "Travis Builder somebody@example.org",
        ] {
            assert!(is_program(author), "{author}");
        }
        for author in
            ["Abbot Costello abbot@example.org", "Travis Somebody travis@example.org", "Botho botho@example.org"]
        {
            assert!(!is_program(author), "{author}");
        }
    }
}
