//! The copies of all repositories, each opened once, and those that could not be had.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::address::Remote;
use super::cache::{Cache, CacheError};
use super::git::GitError;
use super::license_files::State;
use super::licenses::Licenses;
use super::objects::files;
use super::repository::Repository;
use super::template::{Template, directory, filled};

/// Where copies come from, and those that were opened.
pub struct Copies {
    origin: Origin,
    opened: Mutex<BTreeMap<Remote, Opened>>,
    failures: Mutex<BTreeMap<Remote, Failure>>,
}

/// A copy that whoever needs it first opens; none if there is none.
type Opened = Arc<OnceLock<Option<Arc<Repository>>>>;

/// Why a repository could not be looked at, or not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// None of the directories is its copy.
    NoCopy,
    Error(String),
}

enum Origin {
    Directories(String),
    Network {
        cache: Cache,
        /// None for the addresses themselves.
        template: Option<String>,
    },
}

impl Copies {
    /// Copies of a template, or from the network.
    pub fn new(template: Option<Template>) -> Result<Self, CacheError> {
        let origin = match template {
            Some(Template::Directories(template)) => Origin::Directories(template),
            Some(Template::Remotes(template)) => Origin::Network { cache: Cache::of_user()?, template: Some(template) },
            None => Origin::Network { cache: Cache::of_user()?, template: None },
        };
        Ok(Self { origin, opened: Mutex::default(), failures: Mutex::default() })
    }

    /// How many may be worked on at a time: as many as there are cores, or as a host can be asked for politely.
    pub fn at_once(&self) -> usize {
        match self.origin {
            Origin::Directories(_) => std::thread::available_parallelism().map_or(1, usize::from),
            Origin::Network { .. } => 4,
        }
    }

    /// The copy of a repository; none if there is none, which has been noted.
    pub fn of(&self, remote: &Remote) -> Option<Arc<Repository>> {
        let cell =
            self.opened.lock().unwrap_or_else(PoisonError::into_inner).entry(remote.clone()).or_default().clone();
        cell.get_or_init(|| self.open(remote).map(Arc::new)).clone()
    }

    fn open(&self, remote: &Remote) -> Option<Repository> {
        let dir = match &self.origin {
            Origin::Directories(template) => directory(template, remote).ok_or(Failure::NoCopy),
            Origin::Network { cache, .. } => {
                cache.copy(remote, &self.address(remote)).map_err(|error| Failure::Error(error.to_string()))
            }
        };
        let open = |dir: PathBuf| Repository::open(&dir).map_err(|error| Failure::Error(error.to_string()));
        dir.and_then(open).map_err(|failure| self.note(remote, failure)).ok()
    }

    fn address(&self, remote: &Remote) -> String {
        match &self.origin {
            Origin::Network { template: Some(template), .. } => filled(template, remote),
            _ => remote.address(),
        }
    }

    /// Notes that something of a repository could not be had.
    pub fn failed(&self, remote: &Remote, error: &GitError) {
        self.note(remote, Failure::Error(error.to_string()));
    }

    fn note(&self, remote: &Remote, failure: Failure) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.entry(remote.clone()).or_insert(failure);
    }

    /// The repositories of which there is no copy, or not all, and why.
    pub fn failures(&self) -> BTreeMap<Remote, Failure> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the license files of those states that were not read before.
    pub fn learn<'s>(
        &self,
        remote: &Remote,
        repository: &Repository,
        states: impl IntoIterator<Item = &'s State>,
        licenses: &Licenses,
    ) -> Result<(), GitError> {
        let ids = states.into_iter().flat_map(State::files).filter(|id| licenses.known(id).is_none());
        let mut ids: Vec<String> = ids.cloned().collect();
        ids.sort();
        ids.dedup();
        if let Origin::Network { cache, .. } = &self.origin {
            cache.get(repository.dir(), &self.address(remote), &ids)?;
        }
        let texts = files(repository.dir(), &ids)?;
        for (id, text) in ids.iter().zip(texts) {
            if let Some(text) = text {
                licenses.learn(id, &text);
            }
        }
        Ok(())
    }
}
