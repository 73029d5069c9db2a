//! Tools by category and by stage.

use super::selection::Selection;
use crate::model::{Category, Stage};

impl<'c> Selection<'c> {
    /// Returns every category with its tools, in the order of [`Category`]. A tool of several categories is in each of
    /// them; a category without a tool has an empty selection.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// for (category, tools) in all.by_category() {
    ///     println!("{category}: {} tools", tools.len());
    /// }
    /// ```
    pub fn by_category(&self) -> impl ExactSizeIterator<Item = (Category, Selection<'c>)> {
        Category::all().map(|category| (category, self.filter(|tool| tool.is_in(category))))
    }

    /// Returns every stage with its tools, in the order of [`Stage`]. A tool with categories of several stages is in each
    /// of them; a stage without a tool has an empty selection.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// for (stage, tools) in all.by_stage() {
    ///     println!("{stage}: {} tools", tools.len());
    /// }
    /// ```
    pub fn by_stage(&self) -> impl ExactSizeIterator<Item = (Stage, Selection<'c>)> {
        Stage::all().map(|stage| (stage, self.filter(|tool| tool.stages().any(|of| of == stage))))
    }
}
