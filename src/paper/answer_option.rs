//! Answer options.

use std::borrow::Cow;

use super::Percent;
use crate::model::ToolId;

/// An answer option of a survey question, with its printed numbers.
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
    /// Returns the label as printed.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Returns how many respondents chose the option, if the paper prints that.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// Returns the printed percentage, if there is one.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        self.percent
    }

    /// Returns the id of the tool that the option means, if the catalog has that tool.
    #[must_use]
    pub fn tool(&self) -> Option<&ToolId> {
        self.tool.as_ref()
    }
}
