//! Categories of tools.

use std::borrow::Cow;

use super::stage::Stage;
use super::word::words;

/// Categories, each with what belongs to it and its stage; the definitions are those of `catalog/categories.yaml`.
macro_rules! categories {
    ($(#[$meta:meta])* pub enum Category { $($(#[$definition:meta])* $category:ident in $stage:ident,)* }) => {
        words! {
            "category";
            $(#[$meta])*
            pub enum Category { $($(#[$definition])* $category,)* }
        }

        impl Category {
            /// Returns the stage of work that the category belongs to.
            #[must_use]
            pub const fn stage(self) -> Stage {
                match self {
                    $(Self::$category => Stage::$stage,)*
                }
            }
        }
    };
}

categories! {
    /// The purpose of a tool.
    ///
    /// The first nine are those of the survey paper's tables, in its order. The order of the enum is the order of every
    /// list and matrix of categories.
    ///
    /// ```
    /// use mlops_catalog::{Category, Stage};
    /// assert_eq!(Category::FeatureStores.as_str(), "feature-stores");
    /// assert_eq!("feature-stores".parse(), Ok(Category::FeatureStores));
    /// assert_eq!(Category::FeatureStores.stage(), Stage::Data);
    /// ```
    #[non_exhaustive]
    pub enum Category {
        /// Covers the life of a model from data to operation.
        EndToEndPlatforms in Platforms,
        /// Records runs, parameters, metrics and models of experiments.
        ExperimentTracking in Training,
        /// Labels and annotates data for training.
        DatasetLabeling in Data,
        /// Stores, prepares and versions data.
        DataVersioning in Data,
        /// Computes, stores and serves features.
        FeatureStores in Data,
        /// Searches for good hyperparameters.
        HyperparameterOptimization in Training,
        /// Builds pipelines and runs them, on schedule or on events.
        WorkflowOrchestration in Serving,
        /// Deploys models and serves their predictions.
        ModelServing in Serving,
        /// Watches models and applications in operation.
        ModelObservability in Operations,
        /// Validates, profiles, cleans and curates data, or synthesizes it.
        DataQuality in Data,
        /// Makes data easy to find, traces its lineage and governs its use.
        DataCatalogs in Data,
        /// Processes data in batches and streams, for training and features.
        DataProcessing in Data,
        /// Runs code interactively, beside its results.
        Notebooks in Training,
        /// Trains and fine-tunes models, on one machine or many.
        ModelTraining in Training,
        /// Provisions, schedules and shares accelerators and clusters.
        ComputeScheduling in Training,
        /// Chooses features, models and architectures automatically.
        Automl in Training,
        /// Compresses, quantizes and compiles models.
        ModelOptimization in Serving,
        /// Explains what models predict and measures how fair they are.
        Explainability in Operations,
        /// Protects data and models, and guards what goes in and comes out.
        PrivacySecurity in Operations,
        /// Stores embeddings and finds the nearest ones.
        VectorDatabases in LanguageModels,
        /// Builds applications and agents on language models.
        LlmFrameworks in LanguageModels,
        /// Evaluates language models and the applications built on them.
        LlmEvaluation in LanguageModels,
        /// Gives one interface to many providers, with routing and limits.
        LlmGateways in LanguageModels,
    }
}

/// The description of a category: title, definition, stage and the paper's table that lists its tools.
///
/// ```
/// use mlops_catalog::{Catalog, Category};
/// let info = Catalog::embedded().categories().next().unwrap();
/// assert_eq!(info.category(), Category::EndToEndPlatforms);
/// assert!(!info.title().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// Returns the stage of work that the category belongs to, whatever catalog describes it.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.category.stage()
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

/// `{category, title, definition, stage, table}`; the stage is derived and ignored when a description is read.
#[cfg(feature = "serde")]
impl serde::Serialize for CategoryInfo {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut info = serializer.serialize_struct("CategoryInfo", 5)?;
        info.serialize_field("category", &self.category)?;
        info.serialize_field("title", &self.title)?;
        info.serialize_field("definition", &self.definition)?;
        info.serialize_field("stage", &self.stage())?;
        info.serialize_field("table", &self.table)?;
        info.end()
    }
}
