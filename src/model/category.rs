//! Categories of tools.

use std::borrow::Cow;

use super::word::words;

words! {
    "category";
    /// What a tool is for.
    ///
    /// The first nine are those of the survey paper's tables, in its order. The order of the enum is the order of every
    /// list and matrix of categories.
    ///
    /// ```
    /// use mlops_catalog::Category;
    /// assert_eq!(Category::FeatureStores.as_str(), "feature-stores");
    /// assert_eq!("feature-stores".parse(), Ok(Category::FeatureStores));
    /// ```
    #[non_exhaustive]
    pub enum Category {
        /// Platforms that cover the life of a model from data to operation.
        EndToEndPlatforms,
        /// Recording of runs, parameters, metrics and models.
        ExperimentTracking,
        /// Labeling and annotation of training data.
        DatasetLabeling,
        /// Storage, preprocessing and versioning of data.
        DataVersioning,
        /// Storage, computation and serving of features.
        FeatureStores,
        /// Search for good hyperparameters.
        HyperparameterOptimization,
        /// Pipelines and their scheduling.
        WorkflowOrchestration,
        /// Deployment of models and serving of predictions.
        ModelServing,
        /// Monitoring of models in operation.
        ModelObservability,
    }
}

/// The description of a category: title, definition and the paper's table that lists its tools.
///
/// ```
/// use mlops_catalog::{Catalog, Category};
/// let info = Catalog::embedded().categories().next().unwrap();
/// assert_eq!(info.category(), Category::EndToEndPlatforms);
/// assert!(!info.title().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CategoryInfo {
    pub(crate) category: Category,
    pub(crate) title: Cow<'static, str>,
    pub(crate) definition: Cow<'static, str>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) table: Option<u8>,
}

impl CategoryInfo {
    /// Returns the category that this describes.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// Returns the title: `Feature stores`.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns one sentence that says what belongs to the category.
    #[must_use]
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// Returns the number of the paper's table that lists tools of this category, if there is one.
    #[must_use]
    pub fn table(&self) -> Option<u8> {
        self.table
    }
}

/// The title.
impl std::fmt::Display for CategoryInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.title())
    }
}
