//! Reading commits, directories and files of a repository, many with one process.

use std::path::Path;

use super::git::{GitError, git};
use super::object::{Object, next};

/// The largest file that is read.
const LARGEST: u64 = 256 * 1024;

/// What each name means, in that order; none where there is no such object, or where several have the name.
pub fn objects(dir: &Path, names: &[String]) -> Result<Vec<Option<Object>>, GitError> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let answer = git(dir, &["cat-file", "--batch"], lines(names).as_bytes())?;
    let mut rest = answer.as_slice();
    Ok(names.iter().map(|_| next(&mut rest)).collect())
}

/// The texts of files, in that order; none where the copy lacks the file or it is too large for a license.
pub fn files(dir: &Path, ids: &[String]) -> Result<Vec<Option<Vec<u8>>>, GitError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sizes = git(dir, &["cat-file", "--batch-check=%(objecttype) %(objectsize)"], lines(ids).as_bytes())?;
    let sizes = String::from_utf8_lossy(&sizes);
    let fits = sizes.lines().map(|line| {
        line.strip_prefix("blob ").and_then(|size| size.parse::<u64>().ok()).is_some_and(|size| size <= LARGEST)
    });
    let fits: Vec<bool> = fits.collect();
    let read: Vec<String> = ids.iter().zip(&fits).filter(|(_, fits)| **fits).map(|(id, _)| id.clone()).collect();
    let mut texts = objects(dir, &read)?.into_iter();
    Ok(fits.into_iter().map(|fits| if fits { texts.next().flatten().and_then(Object::text) } else { None }).collect())
}

fn lines(names: &[String]) -> String {
    names.iter().flat_map(|name| [name, "\n"]).collect()
}
