//! Categories of tools and sets of them.

use std::borrow::Cow;

use super::word::words;

words! {
    "category";
    /// What a tool is for: one of the paper's nine tables.
    ///
    /// The order is the paper's; it is the order of every list and matrix of categories.
    ///
    /// ```
    /// use mlops_catalog::Category;
    /// assert_eq!(Category::FeatureStores.id(), "feature-stores");
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

/// A set of categories, in two bytes.
///
/// ```
/// use mlops_catalog::{Category, CategorySet};
/// let set: CategorySet = [Category::ModelServing, Category::FeatureStores].into_iter().collect();
/// assert!(set.contains(Category::FeatureStores));
/// assert_eq!(set.to_string(), "feature-stores + model-serving");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CategorySet(u16);

impl CategorySet {
    /// The set without a category.
    pub const EMPTY: Self = Self(0);

    /// The set of the categories of a slice.
    #[must_use]
    pub const fn of(categories: &[Category]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < categories.len() {
            set = set.with(categories[at]);
            at += 1;
        }
        set
    }

    /// This set and `category`.
    #[must_use]
    pub const fn with(self, category: Category) -> Self {
        Self(self.0 | 1 << category as u16)
    }

    /// Whether `category` is in the set.
    #[must_use]
    pub const fn contains(self, category: Category) -> bool {
        self.0 & (1 << category as u16) != 0
    }

    /// Whether every category of `other` is in this set.
    #[must_use]
    pub const fn is_superset(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The categories that are in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The categories that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// How many categories the set has.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set has no category.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The categories of the set, in the order of [`Category`].
    pub fn iter(self) -> impl Iterator<Item = Category> {
        Category::all().filter(move |&category| self.contains(category))
    }
}

impl FromIterator<Category> for CategorySet {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        categories.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl std::fmt::Display for CategorySet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&itertools::join(self.iter(), " + "))
    }
}

/// What the catalog says of a category: its title, its definition and the paper's table that lists its tools.
///
/// ```
/// use mlops_catalog::{Catalog, Category};
/// let info = Catalog::embedded().categories().next().unwrap();
/// assert_eq!(info.category(), Category::EndToEndPlatforms);
/// assert!(!info.title().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CategoryInfo {
    pub(crate) category: Category,
    pub(crate) title: Cow<'static, str>,
    pub(crate) definition: Cow<'static, str>,
    pub(crate) table: Option<u8>,
}

impl CategoryInfo {
    /// The category that this describes.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// Its name for people: `Feature stores`.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What belongs to it, in a sentence.
    #[must_use]
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// The number of the paper's table that lists its tools, if the paper has one.
    #[must_use]
    pub fn table(&self) -> Option<u8> {
        self.table
    }
}
