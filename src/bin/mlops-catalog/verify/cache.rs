//! Copies from the network, kept between runs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::address::Remote;
use super::git::{GitError, Transport, git, git_from};

/// A directory with copies of repositories. A run that was cut off goes on with those that it had.
#[derive(Debug)]
pub struct Cache {
    dir: PathBuf,
}

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    #[error("there is no directory for copies of repositories; set XDG_CACHE_HOME, or give --repositories")]
    NoHome,
    #[error("`{}` cannot be written: {error}", path.display())]
    Io {
        path: PathBuf,
        #[source]
        error: io::Error,
    },
    #[error(transparent)]
    Git(#[from] GitError),
}

/// A host is asked again when the copy of its repository is older than this.
const FRESH: Duration = Duration::from_secs(12 * 60 * 60);

/// The branches and tags of the makers; requests of others are not among them.
const REFS: [&str; 2] = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];

impl Cache {
    /// The cache of whoever runs the command.
    pub fn of_user() -> Result<Self, CacheError> {
        let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = named("XDG_CACHE_HOME")
            .or_else(|| named("LOCALAPPDATA"))
            .or_else(|| named("HOME").map(|home| home.join(".cache")));
        Ok(Self { dir: home.ok_or(CacheError::NoHome)?.join("mlops-catalog/repositories") })
    }

    /// A copy of the repository at `address`, made or renewed today.
    pub fn copy(&self, remote: &Remote, address: &str) -> Result<PathBuf, CacheError> {
        let transport = if address.starts_with("file://") { Transport::File } else { Transport::Https };
        let dir = self.dir.join(name_of(address, remote));
        if dir.join("HEAD").is_file() {
            if !is_fresh(&dir) {
                let fetch = ["fetch", "--quiet", "--prune", "--no-tags", "--filter=blob:none", "origin"];
                git_from(transport, Some(&dir), &[fetch.as_slice(), &REFS].concat(), b"")?;
                // Written anew, it says on which day the copy was renewed.
                git(&dir, &["pack-refs", "--all"], b"")?;
            }
            return Ok(dir);
        }
        let part = dir.with_extension("part");
        let io = |path: &Path| {
            let path = path.to_owned();
            move |error| CacheError::Io { path, error }
        };
        // What was cut off is begun anew: git cannot go on with half a pack.
        if part.exists() {
            fs::remove_dir_all(&part).map_err(io(&part))?;
        }
        fs::create_dir_all(&self.dir).map_err(io(&self.dir))?;
        let to = part.to_string_lossy();
        git_from(transport, None, &["clone", "--quiet", "--bare", "--filter=blob:none", "--", address, &to], b"")?;
        git(&part, &["pack-refs", "--all"], b"")?;
        fs::rename(&part, &dir).map_err(io(&dir))?;
        Ok(dir)
    }

    /// Gets those of the files that the copy lacks, all with one request.
    pub fn get(&self, dir: &Path, address: &str, ids: &[String]) -> Result<(), GitError> {
        let lines: String = ids.iter().flat_map(|id| [id, "\n"]).collect();
        let known = git(dir, &["cat-file", "--batch-check=%(objectname)"], lines.as_bytes())?;
        let known = String::from_utf8_lossy(&known);
        let missing: String =
            known.lines().filter_map(|line| line.strip_suffix(" missing")).flat_map(|id| [id, "\n"]).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let transport = if address.starts_with("file://") { Transport::File } else { Transport::Https };
        let fetch = ["-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head"];
        let fetch = [fetch.as_slice(), &["--filter=blob:none", "--stdin", "origin"]].concat();
        git_from(transport, Some(dir), &fetch, missing.as_bytes()).map(|_| ())
    }
}

/// One name for each address, without what a file name cannot have.
fn name_of(address: &str, remote: &Remote) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '+' };
    let other = address != remote.address();
    let whole = if other { address.to_owned() } else { format!("{}/{}/{}", remote.host, remote.owner, remote.name) };
    // Forges take capitals and small letters for the same; file systems differ.
    whole.to_ascii_lowercase().chars().map(plain).collect::<String>() + ".git"
}

fn is_fresh(dir: &Path) -> bool {
    let renewed = dir.join("packed-refs").metadata().and_then(|about| about.modified()).ok();
    renewed.is_some_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age < FRESH))
}
