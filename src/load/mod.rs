//! Loading and writing catalog directories (feature `yaml`).
//!
//! [`Catalog::from_dir`] is the short way: a catalog, or every error. A [`Loader`] has options and returns a [`Report`]
//! with the warnings, too. Each [`Problem`] has a [`Rule`], a [`Location`], a message and what to do about it.

mod diagnostics;
mod directory;
mod format;
mod read;
mod write;
mod yaml;

use std::path::Path;

pub use self::diagnostics::location::{LineColumn, Location};
pub use self::diagnostics::problem::{Problem, RenderStyle};
pub use self::diagnostics::problems::{LoadError, Problems};
pub use self::diagnostics::remark::Remark;
pub use self::diagnostics::rule::{Rule, Severity};
pub use self::directory::loader::Loader;
pub use self::directory::locations::{Locations, Part};
pub use self::directory::report::Report;
#[cfg(feature = "schema")]
pub use self::format::schema::FileKind;
pub use self::write::WriteError;

use crate::catalog::Catalog;
use crate::paper::Paper;

impl Catalog {
    /// Loads the catalog of a directory: `catalog.yaml`, `tools/<id>.yaml` and, if they exist, `categories.yaml` and the
    /// files of `paper/`. For options and warnings see [`Loader`].
    ///
    /// # Errors
    ///
    /// When any file has an error. The returned error contains every error of every file with its location, in order of
    /// file, line and column; at most the first 20 of each file, the rest only counted.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// let catalog = Catalog::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&catalog, Catalog::embedded());
    /// # Ok::<(), mlops_catalog::load::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        Loader::new().load(dir).into_parts().map(|(catalog, _)| catalog)
    }
}

impl Paper {
    /// Loads the paper of a catalog directory: the files of `paper/`. The whole directory is checked.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_dir`].
    ///
    /// ```
    /// use mlops_catalog::Paper;
    /// let paper = Paper::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&paper, Paper::embedded());
    /// # Ok::<(), mlops_catalog::load::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        Loader::new().load(dir).into_parts().map(|(_, paper)| paper)
    }
}
