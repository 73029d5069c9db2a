//! What replaced a tool, and what could.

use std::cmp::Reverse;

use super::Catalog;
use crate::model::{LicenseType, Status, Tool, fold};

impl Catalog {
    /// Returns the tools that replaced a tool: its successor, that tool's successor, and so on.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// let replaced_by = Catalog::embedded().successors(tool::SNORKEL);
    /// assert_eq!(replaced_by[0].id(), "snorkel-flow");
    /// assert!(Catalog::embedded().successors(tool::MLFLOW).is_empty());
    /// ```
    #[must_use]
    pub fn successors(&self, tool: &Tool) -> Vec<&Tool> {
        let next = |tool: &Tool| self.get(tool.successor()?);
        std::iter::successors(next(tool), |tool| next(tool)).collect()
    }

    /// Returns the tools that a tool replaced: those whose successor it is, in order of id.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// for replaced in Catalog::embedded().successors(tool::SNORKEL) {
    ///     assert!(!Catalog::embedded().predecessors(replaced).is_empty());
    /// }
    /// ```
    #[must_use]
    pub fn predecessors(&self, tool: &Tool) -> Vec<&Tool> {
        self.tools().filter(|other| other.successor() == Some(tool.id())).collect()
    }

    /// Returns the active open-source tools of the same primary category: those that share the most categories with
    /// `tool` first, then in order of name, compared as [`find`](Self::find) compares names. For tools under other licenses see
    /// [`other_alternatives`](Self::other_alternatives).
    ///
    /// ```
    /// use mlops_catalog::{Catalog, LicenseType, tool};
    /// let alternatives = Catalog::embedded().alternatives(tool::NEPTUNE_AI);
    /// assert!(alternatives.contains(&tool::AIM));
    /// assert!(alternatives.iter().all(|tool| tool.license_type() == LicenseType::OpenSource));
    /// ```
    #[must_use]
    pub fn alternatives(&self, tool: &Tool) -> Vec<&Tool> {
        self.similar(tool, |license| license == LicenseType::OpenSource)
    }

    /// Returns the active tools of the same primary category that are not open-source, in the order of
    /// [`alternatives`](Self::alternatives).
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// let commercial = Catalog::embedded().other_alternatives(tool::MLFLOW);
    /// assert!(commercial.contains(&tool::WEIGHTS_AND_BIASES));
    /// ```
    #[must_use]
    pub fn other_alternatives(&self, tool: &Tool) -> Vec<&Tool> {
        self.similar(tool, |license| license != LicenseType::OpenSource)
    }

    /// The active tools of the same primary category under such licenses.
    fn similar(&self, tool: &Tool, wanted: impl Fn(LicenseType) -> bool) -> Vec<&Tool> {
        let category = tool.primary_category();
        let is_similar = |other: &&Tool| {
            other.primary_category() == category
                && wanted(other.license_type())
                && other.status() == Status::Active
                && other.id() != tool.id()
        };
        let mut others: Vec<&Tool> = self.tools().filter(is_similar).collect();
        others.sort_by_cached_key(|other| {
            (Reverse(other.category_set().intersection(tool.category_set()).len()), fold(other.name()))
        });
        others
    }
}
