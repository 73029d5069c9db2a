//! What replaced a tool, and what could.

use std::cmp::Reverse;

use super::Catalog;
use crate::model::{LicenseType, Status, Tool};

impl Catalog {
    /// Returns what replaced a tool: its successor, the successor of that, and so on to the last.
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

    /// Returns the active open-source tools of the same primary category: those that share the most categories with
    /// `tool` first, then in order of id.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, LicenseType, tool};
    /// let alternatives = Catalog::embedded().alternatives(tool::NEPTUNE_AI);
    /// assert!(alternatives.contains(&tool::AIM));
    /// assert!(alternatives.iter().all(|tool| tool.license_type() == LicenseType::OpenSource));
    /// ```
    #[must_use]
    pub fn alternatives(&self, tool: &Tool) -> Vec<&Tool> {
        let category = tool.primary_category();
        let is_alternative = |other: &&Tool| {
            other.primary_category() == category
                && other.license_type() == LicenseType::OpenSource
                && other.status() == Status::Active
                && other.id() != tool.id()
        };
        let mut others: Vec<&Tool> = self.tools().filter(is_alternative).collect();
        // Stable: equal numbers stay in order of id.
        others.sort_by_key(|other| Reverse(other.category_set().intersection(tool.category_set()).len()));
        others
    }
}
