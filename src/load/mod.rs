//! Catalog directories: reading them, with every problem at once.

mod diagnostics;
mod directory;
mod format;
mod read;
mod write;
mod yaml;

use std::path::Path;

pub use self::diagnostics::place::Place;
pub use self::diagnostics::problem::{Problem, Style};
pub use self::diagnostics::problems::{LoadError, Problems};
pub use self::diagnostics::rule::{Level, Rule};
pub use self::directory::inspection::Inspection;
#[cfg(feature = "schema")]
pub use self::format::schema::FileKind;
pub use self::write::WriteError;

use crate::catalog::Catalog;
use crate::model::Date;
use crate::paper::Paper;

impl Catalog {
    /// The catalog of a directory: `catalog.yaml`, `tools/<id>.yaml` and, if there are any, `categories.yaml` and
    /// the files of `paper/`.
    ///
    /// # Errors
    ///
    /// Every problem of every file, located; in order of file, line and column. Of one file at most the first 20 are
    /// given, the others are counted.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// let catalog = Catalog::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&catalog, Catalog::embedded());
    /// # Ok::<(), mlops_catalog::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        Inspection::of_dir(dir).into_parts().map(|(catalog, _)| catalog)
    }

    /// The same, with `today` for what depends on the day: nothing may be dated after it.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_dir`].
    ///
    /// ```
    /// let today = "1999-12-31".parse().unwrap();
    /// let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
    /// assert!(mlops_catalog::Catalog::from_dir_on(dir, today).is_err());
    /// ```
    pub fn from_dir_on(dir: impl AsRef<Path>, today: Date) -> Result<Self, LoadError> {
        Inspection::of_dir_on(dir, today).into_parts().map(|(catalog, _)| catalog)
    }
}

impl Paper {
    /// The paper of a catalog directory, the files of `paper/`; the whole directory is checked.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_dir`].
    ///
    /// ```
    /// use mlops_catalog::Paper;
    /// let paper = Paper::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&paper, Paper::embedded());
    /// # Ok::<(), mlops_catalog::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        Inspection::of_dir(dir).into_parts().map(|(_, paper)| paper)
    }
}
