//! What loading a catalog directory found.

use serde::Serialize;

use crate::catalog::Catalog;
use crate::load::diagnostics::problems::{LoadError, Problems};
use crate::model::ToolId;
use crate::paper::Paper;

/// The result of loading a catalog directory: the catalog and the paper if nothing is wrong, and every problem.
///
/// Warnings do not keep a catalog from being used.
///
/// ```
/// use mlops_catalog::load::Loader;
/// let report = Loader::new().load(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"));
/// assert!(report.errors().is_empty());
/// println!("{} warnings", report.warnings().count());
/// ```
#[derive(Debug, Clone)]
pub struct Report {
    /// As far as it could be read, whatever is wrong: its tools may break rules and are not handed out.
    pub(super) read: Option<(Catalog, Paper)>,
    pub(super) errors: Problems,
    pub(super) warnings: Problems,
}

impl Report {
    /// Returns the catalog, if there is no error.
    #[must_use]
    pub fn catalog(&self) -> Option<&Catalog> {
        self.read.as_ref().filter(|_| self.errors.is_empty()).map(|(catalog, _)| catalog)
    }

    /// Returns the paper, if there is no error.
    #[must_use]
    pub fn paper(&self) -> Option<&Paper> {
        self.read.as_ref().filter(|_| self.errors.is_empty()).map(|(_, paper)| paper)
    }

    /// Returns the id and the name of the tool that already has `name`, as [`Catalog::find`] compares names.
    ///
    /// Tools with errors count, too, unless names conflict.
    ///
    /// ```
    /// let report = mlops_catalog::load::Loader::new().load(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"));
    /// assert!(report.taken("ml flow").is_some_and(|(id, name)| *id == "mlflow" && name == "MLflow"));
    /// ```
    #[must_use]
    pub fn taken(&self, name: &str) -> Option<(&ToolId, &str)> {
        self.read.as_ref()?.0.find(name).map(|tool| (tool.id(), tool.name()))
    }

    /// Returns what is wrong.
    #[must_use]
    pub fn errors(&self) -> &Problems {
        &self.errors
    }

    /// Returns what should be improved.
    #[must_use]
    pub fn warnings(&self) -> &Problems {
        &self.warnings
    }

    /// Returns the catalog and the paper.
    ///
    /// # Errors
    ///
    /// When there is any error; the returned error contains all of them.
    pub fn into_parts(self) -> Result<(Catalog, Paper), LoadError> {
        self.read.filter(|_| self.errors.is_empty()).ok_or(LoadError::new(self.errors))
    }
}

/// `{dir, problems: […], left_out: […]}`: errors and warnings as one list, in order of file, line, column and rule.
impl Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.errors.with(&self.warnings).serialize(serializer)
    }
}
