//! The answers that could be chosen.

use std::borrow::Cow;

use super::Percent;
use crate::model::ToolId;

/// An answer that a respondent could choose, with what is printed of it.
///
/// ```
/// use mlops_catalog::{Paper, paper::Exhibit};
/// let question = Paper::embedded().question(Exhibit::Table(12)).unwrap();
/// let option = question.options().next().unwrap();
/// assert_eq!((option.label(), option.count()), ("MLFlow", Some(50)));
/// assert!(option.tool().is_some_and(|tool| *tool == "mlflow"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AnswerOption {
    pub(crate) label: Cow<'static, str>,
    pub(crate) count: Option<u32>,
    pub(crate) percent: Option<Percent>,
    pub(crate) tool: Option<ToolId>,
}

impl AnswerOption {
    /// The answer as printed.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// How many chose it, if that is printed.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// The percentage that is printed, if one is.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        self.percent
    }

    /// The id of the tool that it means, if it means one of the catalog.
    #[must_use]
    pub fn tool(&self) -> Option<&ToolId> {
        self.tool.as_ref()
    }
}
