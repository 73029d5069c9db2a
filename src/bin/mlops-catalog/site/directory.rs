//! The directory into which a site is written: missing, empty, or written by this command before.

use std::io;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use super::File;

/// The file by which a site is known.
const MARKER: &str = ".mlops-catalog-site";
const MARKED: &str = "This directory is written by `mlops-catalog site`, which replaces everything in it.\n";

/// A directory that may be replaced.
pub struct Directory {
    path: PathBuf,
}

/// Why a directory is not written.
pub enum Refusal {
    /// It has files that are not of a site.
    Foreign(PathBuf),
    /// It is a file.
    NotADirectory(PathBuf),
    Io(PathBuf, io::Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(path) => write!(
                f,
                "`{}` has files that are not of a site; name a directory that is missing, empty, or was written by this command",
                path.display()
            ),
            Self::NotADirectory(path) => {
                write!(f, "`{}` is not a directory; name one that is missing or empty", path.display())
            }
            Self::Io(path, error) => write!(f, "`{}` cannot be written: {error}; nothing was changed", path.display()),
        }
    }
}

impl Directory {
    /// The directory, when it is missing, empty or a site's.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        let failed = |error| Refusal::Io(path.to_owned(), error);
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
            Ok(_) if !path.is_dir() => return Err(Refusal::NotADirectory(path.to_owned())),
            Ok(_) => {
                let is_empty = fs::read_dir(path).map_err(failed)?.next().is_none();
                if !is_empty && !path.join(MARKER).is_file() {
                    return Err(Refusal::Foreign(path.to_owned()));
                }
            }
        }
        Ok(Self { path: path.to_owned() })
    }

    /// Replaces everything in the directory: all files are written beside it first, and only when that went well it is
    /// exchanged.
    pub fn replace(&self, files: &[File]) -> Result<(), Refusal> {
        let failed = |error| Refusal::Io(self.path.clone(), error);
        let path = if self.path.exists() { fs::canonicalize(&self.path).map_err(failed)? } else { self.path.clone() };
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(failed)?;
        let new = Scratch::beside(&path, "new").map_err(failed)?;
        write_all(&new.path, files).map_err(failed)?;
        let old = Scratch::beside(&path, "old").map_err(failed)?;
        let had_one = path.exists();
        if had_one {
            fs::rename(&path, old.path.join("site")).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&new.path, &path) {
            if had_one {
                fs::rename(old.path.join("site"), &path).map_err(failed)?;
            }
            return Err(failed(error));
        }
        Ok(())
    }
}

fn write_all(root: &Path, files: &[File]) -> io::Result<()> {
    fs::write(root.join(MARKER), MARKED)?;
    for file in files {
        let path = root.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.text)?;
    }
    Ok(())
}

/// A directory of our own beside another one, which goes away with its value.
struct Scratch {
    path: PathBuf,
}

impl Scratch {
    fn beside(path: &Path, what: &str) -> io::Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let path = path.with_file_name(format!(".{name}.{what}.{}", std::process::id()));
        fs::create_dir(&path)?;
        Ok(Self { path })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What was exchanged is gone from here; whatever is left is ours.
        let _ = fs::remove_dir_all(&self.path);
    }
}
