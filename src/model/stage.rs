//! Stages of work, which categories belong to.

use super::word::words;

words! {
    "stage";
    /// A stage of work on machine learning, to which categories belong.
    ///
    /// ```
    /// use mlops_catalog::{Category, Stage};
    /// assert_eq!(Category::FeatureStores.stage(), Stage::Data);
    /// assert_eq!("language-models".parse(), Ok(Stage::LanguageModels));
    /// ```
    #[non_exhaustive]
    pub enum Stage {
        /// All stages on one platform.
        Platforms,
        /// Gathering, preparing and cataloging data.
        Data,
        /// Developing, training and tuning models.
        Training,
        /// Bringing models into use.
        Serving,
        /// Watching, explaining and protecting what is in use.
        Operations,
        /// Building on, evaluating and serving language models.
        LanguageModels,
    }
}
