//! The files of a catalog directory.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::location::Location;
use crate::load::diagnostics::problem::Problem;
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::SourceFile;
use crate::model::unseen;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 * 1024;

/// The bytes beside those of a file that a buffer needs so that its end is seen in one more reading.
const END: usize = 32;

/// Where the files of a catalog come from; what is wrong with getting them is found on the way.
pub(crate) trait Files: Sync {
    /// Whether something has that name.
    fn has(&self, path: &str) -> bool;

    /// The file of that name.
    fn file(&self, path: &str, found: &mut Found) -> Option<SourceFile>;

    /// The names of the tool files, without `.yaml`.
    fn tool_names(&self, found: &mut Found) -> Vec<String>;
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
enum Unreadable {
    #[error("it is a link that leaves the catalog")]
    Leaves,
    // Pipes and devices would block or never end.
    #[error("it is not a file")]
    NotAFile,
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// The files of a directory.
pub(crate) struct Directory {
    /// The directory without links.
    root: PathBuf,
}

impl Directory {
    /// Opens a directory, or reports why it cannot be read.
    pub(crate) fn open(dir: &Path, found: &mut Found) -> Option<Self> {
        match dir.canonicalize().and_then(|root| fs::read_dir(&root).map(|_| root)) {
            Ok(root) => Some(Self { root }),
            Err(error) => {
                let message = format!("`{}` is not a directory that can be read: {error}", dir.display());
                problem(found, "", Rule::MissingFile, message, "name the directory of a catalog");
                None
            }
        }
    }

    /// The bytes of a file, up to one more than it may have.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let (real, about) = self.inside(path)?;
        if !about.is_file() {
            return Err(Unreadable::NotAFile);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(LARGEST)).unwrap_or(0) + END);
        File::open(real)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// What has that name, if that is in the catalog; links are followed.
    fn inside(&self, path: &str) -> Result<(PathBuf, Metadata), Unreadable> {
        match path.rsplit_once('/') {
            Some((folder, name)) => self.unlinked(self.inside(folder)?.0.join(name)),
            None => self.unlinked(self.root.join(path)),
        }
    }

    /// Only a link can leave the catalog.
    fn unlinked(&self, path: PathBuf) -> Result<(PathBuf, Metadata), Unreadable> {
        let about = path.symlink_metadata()?;
        if !about.is_symlink() {
            return Ok((path, about));
        }
        let real = path.canonicalize()?;
        if !real.starts_with(&self.root) {
            return Err(Unreadable::Leaves);
        }
        let about = real.metadata()?;
        Ok((real, about))
    }

    /// The names in a directory, in order.
    fn names(&self, directory: &str) -> Result<Vec<OsString>, Unreadable> {
        let (real, _) = self.inside(directory)?;
        let names = fs::read_dir(real)?.map(|entry| Ok(entry?.file_name()));
        let mut names = names.collect::<io::Result<Vec<OsString>>>()?;
        names.sort();
        Ok(names)
    }
}

impl Files for Directory {
    /// A link to nothing is something, too.
    fn has(&self, path: &str) -> bool {
        !self.root.join(path).symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    fn file(&self, path: &str, found: &mut Found) -> Option<SourceFile> {
        match self.bytes(path) {
            Err(error) => unreadable(found, path, &error),
            Ok(bytes) if bytes.len() as u64 > LARGEST => {
                let message = "this file has more than 256 KiB".to_owned();
                problem(found, path, Rule::TooLarge, message, "shorten it");
            }
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => return Some(SourceFile::new(path.to_owned(), text)),
                Err(error) => not_utf8(found, path, &error),
            },
        }
        None
    }

    /// Anything among them that no tool file can be is a problem.
    fn tool_names(&self, found: &mut Found) -> Vec<String> {
        if !self.has("tools") {
            let message = "the directory has no directory `tools`".to_owned();
            problem(found, "tools", Rule::MissingFile, message, "create it; each tool has a file there");
            return Vec::new();
        }
        let names = self.names("tools").unwrap_or_else(|error| {
            unreadable(found, "tools", &error);
            Vec::new()
        });
        let is_hidden = |name: &&OsString| name.as_encoded_bytes().starts_with(b".");
        names.iter().filter(|name| !is_hidden(name)).filter_map(|name| tool_name(name, found)).collect()
    }
}

/// The name of a tool file without `.yaml`.
fn tool_name(name: &OsStr, found: &mut Found) -> Option<String> {
    let Some(name) = name.to_str() else {
        let message = "the file's name is not UTF-8 text".to_owned();
        problem(found, &format!("tools/{}", escaped(name)), Rule::BadId, message, "rename the file");
        return None;
    };
    if unseen(name).next().is_some() {
        let message = "the file's name has characters that cannot be seen".to_owned();
        problem(found, &format!("tools/{}", escaped(name.as_ref())), Rule::BadId, message, "rename the file");
        return None;
    }
    let stem = name.strip_suffix(".yaml");
    if stem.is_none() {
        let help = "name it `<id>.yaml`, or move it elsewhere";
        problem(found, &format!("tools/{name}"), Rule::UnexpectedFile, "this is not a tool file".to_owned(), help);
    }
    stem.map(str::to_owned)
}

/// A name of which everything is seen, and that no other name has: bytes that are no text are `\xff`.
fn escaped(name: &OsStr) -> String {
    let chunks = name.as_encoded_bytes().utf8_chunks();
    chunks.map(|chunk| format!("{}{}", chunk.valid().escape_debug(), chunk.invalid().escape_ascii())).collect()
}

fn not_utf8(found: &mut Found, path: &str, error: &std::string::FromUtf8Error) {
    let good = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let end = text[good..].chars().next().map_or(good, |character| good + character.len_utf8());
    let place = Location::new(&SourceFile::new(path.to_owned(), text), good..end);
    let help = "save the file as UTF-8".to_owned();
    found.push(Problem::new(place, Rule::NotUtf8, "this is not UTF-8 text", Some(help)));
}

fn unreadable(found: &mut Found, path: &str, error: &Unreadable) {
    let message = format!("`{path}` cannot be read: {error}");
    problem(found, path, Rule::Unreadable, message, "replace it with a readable file");
}

/// A problem of a whole file.
pub(crate) fn problem(found: &mut Found, path: &str, rule: Rule, message: String, help: &str) {
    let place = match rule {
        Rule::MissingFile | Rule::NoTools => Location::of_missing(path),
        _ => Location::of_file(path),
    };
    found.push(Problem::new(place, rule, message, Some(help.to_owned())));
}
