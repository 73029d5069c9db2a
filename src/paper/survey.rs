//! The survey: its questions with the answers counted.

use std::borrow::Cow;

use super::{AnswerOption, Exhibit, Paper};
use crate::model::words;

/// A question of the survey, as the paper prints its answers.
///
/// A table and a figure that show the same counts are one question, with the id of the table.
///
/// ```
/// use mlops_catalog::{Paper, paper::Exhibit};
/// let question = Paper::embedded().question(Exhibit::Figure(7)).unwrap();
/// assert_eq!(question.caption(), "Programming Languages");
/// let python = question.options().next().unwrap();
/// assert_eq!((python.label(), python.count()), ("Python", Some(110)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub(crate) id: Exhibit,
    pub(crate) caption: Cow<'static, str>,
    pub(crate) figure: Option<Figure>,
    pub(crate) statement: Option<Cow<'static, str>>,
    pub(crate) answers: Answers,
    pub(crate) respondents: Option<u32>,
    pub(crate) options: Cow<'static, [AnswerOption]>,
}

/// The figure that shows the counts of a table.
///
/// ```
/// use mlops_catalog::{Paper, paper::Exhibit};
/// let question = Paper::embedded().question(Exhibit::Table(11)).unwrap();
/// assert_eq!(question.figure().map(|figure| figure.number()), Some(9));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Figure {
    pub(crate) number: u8,
    pub(crate) caption: Cow<'static, str>,
}

words! {
    "number of answers";
    /// How many answers a respondent could give.
    ///
    /// ```
    /// assert_eq!("many".parse(), Ok(mlops_catalog::paper::Answers::Many));
    /// ```
    pub enum Answers {
        /// One: the counts of the options are those of the respondents.
        One,
        /// Several.
        Many,
    }
}

impl Paper {
    /// The questions of the survey, in the order of the paper.
    ///
    /// ```
    /// for question in mlops_catalog::Paper::embedded().survey() {
    ///     println!("{}: {}", question.id(), question.caption());
    /// }
    /// ```
    pub fn survey(&self) -> impl ExactSizeIterator<Item = &Question> {
        self.survey.iter()
    }

    /// Returns the question of a table or figure: `Exhibit::Table(12)` and `Exhibit::Figure(10)` are one.
    #[must_use]
    pub fn question(&self, exhibit: Exhibit) -> Option<&Question> {
        self.survey().find(|question| question.exhibits().any(|of| of == exhibit))
    }
}

impl Question {
    /// Its id: the table that shows it, or the figure if no table does.
    #[must_use]
    pub fn id(&self) -> Exhibit {
        self.id
    }

    /// What the table or figure is headed with.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// The figure that shows what its table does, if there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        self.figure.as_ref()
    }

    /// The table and the figure that show it; at least one.
    pub fn exhibits(&self) -> impl Iterator<Item = Exhibit> {
        [self.id].into_iter().chain(self.figure().map(|figure| Exhibit::Figure(figure.number)))
    }

    /// The statement that respondents were asked to agree with, if it is one.
    #[must_use]
    pub fn statement(&self) -> Option<&str> {
        self.statement.as_deref()
    }

    /// Whether a respondent gave one answer or many.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers
    }

    /// How many respondents the paper states for this question; none if it does not.
    #[must_use]
    pub fn respondents(&self) -> Option<u32> {
        self.respondents
    }

    /// The answers that could be chosen, in printed order.
    pub fn options(&self) -> impl ExactSizeIterator<Item = &AnswerOption> + Clone {
        self.options.iter()
    }
}

impl Figure {
    /// Its number.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// What it is headed with.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }
}

/// What is printed, and `discrepancies`.
#[cfg(feature = "serde")]
impl serde::Serialize for Question {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut question = serializer.serialize_struct("Question", 8)?;
        question.serialize_field("id", &self.id)?;
        question.serialize_field("caption", &self.caption)?;
        question.serialize_field("figure", &self.figure)?;
        question.serialize_field("statement", &self.statement)?;
        question.serialize_field("answers", &self.answers)?;
        question.serialize_field("respondents", &self.respondents)?;
        question.serialize_field("options", &self.options)?;
        question.serialize_field("discrepancies", &self.discrepancies())?;
        question.end()
    }
}
