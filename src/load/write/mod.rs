//! A catalog as the files of a directory.

mod text;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::catalog::Catalog;
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::problems::LoadError;
use crate::load::diagnostics::source_file::SourceFile;
use crate::load::directory::files::Files;
use crate::load::directory::loader::{load, today};

/// The error returned by [`Catalog::write_dir`].
///
/// ```
/// let catalog = mlops_catalog::Catalog::embedded();
/// let error = catalog.write_dir(env!("CARGO_MANIFEST_DIR")).unwrap_err();
/// assert!(error.to_string().ends_with("is not empty; name a new directory"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The directory is not empty.
    #[error("`{}` is not empty; name a new directory", .0.display())]
    NotEmpty(PathBuf),
    /// The catalog does not fit the file format: a tool lacks a description, for example.
    #[error("the catalog does not fit the file format, nothing was written")]
    Unreadable(#[source] LoadError),
    /// The directory or a file cannot be written.
    #[error("`{}` cannot be written", path.display())]
    Io {
        /// The directory or file.
        path: PathBuf,
        /// Why.
        #[source]
        error: io::Error,
    },
}

impl Catalog {
    /// Writes the catalog to a new or empty directory: `catalog.yaml`, `categories.yaml` and `tools/<id>.yaml`.
    /// [`Catalog::from_dir`] loads an equal catalog from it.
    ///
    /// No file is ever overwritten. A file needs two facts that [`Tool::builder`](crate::Tool::builder) leaves optional:
    /// the description and the day of the check.
    ///
    /// # Errors
    ///
    /// When the directory is not empty, when the catalog does not fit the file format (nothing is written then), or when
    /// a file cannot be written (files written before are kept).
    pub fn write_dir(&self, dir: impl AsRef<Path>) -> Result<(), WriteError> {
        let (dir, files) = (dir.as_ref(), self.to_files());
        let mut found = Found::default();
        load(&files, today(), &mut found);
        let (errors, _) = found.into_problems("");
        if !errors.is_empty() {
            return Err(WriteError::Unreadable(LoadError::new(errors)));
        }
        let io = |path: &Path| {
            let path = path.to_owned();
            move |error| WriteError::Io { path, error }
        };
        fs::create_dir_all(dir).map_err(io(dir))?;
        if fs::read_dir(dir).map_err(io(dir))?.next().is_some() {
            return Err(WriteError::NotEmpty(dir.to_owned()));
        }
        fs::create_dir(dir.join("tools")).map_err(io(dir))?;
        for (path, text) in &files.0 {
            let path = dir.join(path);
            File::create_new(&path).and_then(|mut to| to.write_all(text.as_bytes())).map_err(io(&path))?;
        }
        Ok(())
    }

    fn to_files(&self) -> Written {
        let tools = self.tools().map(|tool| (format!("{TOOLS}{}{YAML}", tool.id()), text::tool(tool)));
        let others =
            [("catalog.yaml".to_owned(), text::versions(self)), ("categories.yaml".to_owned(), text::categories(self))];
        Written(others.into_iter().chain(tools).collect())
    }
}

const TOOLS: &str = "tools/";
const YAML: &str = ".yaml";

/// The text of each file that is to be written, by its path.
struct Written(BTreeMap<String, String>);

impl Files for Written {
    fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    fn file(&self, path: &str, _: &mut Found) -> Option<SourceFile> {
        self.0.get(path).map(|text| SourceFile::new(path.to_owned(), text.clone()))
    }

    fn tool_names(&self, _: &mut Found) -> Vec<String> {
        let stem = |path: &String| Some(path.strip_prefix(TOOLS)?.strip_suffix(YAML)?.to_owned());
        self.0.keys().filter_map(stem).collect()
    }
}
