//! The questions of the survey and their answers.

use std::borrow::Cow;

use super::{AnswerOption, Exhibit, Paper};
use crate::model::words;

/// A question of the survey, with its answers as printed.
///
/// A table and a figure that show the same counts are one question, whose id is that of the table.
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
    /// The number of answers that a respondent could give.
    ///
    /// ```
    /// assert_eq!("many".parse(), Ok(mlops_catalog::paper::Answers::Many));
    /// ```
    pub enum Answers {
        /// One answer, so that the counts of the options sum to the number of respondents.
        One,
        /// Several answers.
        Many,
    }
}

impl Paper {
    /// Returns the questions of the survey, in printed order.
    ///
    /// ```
    /// for question in mlops_catalog::Paper::embedded().survey() {
    ///     println!("{}: {}", question.id(), question.caption());
    /// }
    /// ```
    pub fn survey(&self) -> impl ExactSizeIterator<Item = &Question> {
        self.survey.iter()
    }

    /// Returns the question that a table or figure shows. `Exhibit::Table(12)` and `Exhibit::Figure(10)` show the same
    /// one.
    #[must_use]
    pub fn question(&self, exhibit: Exhibit) -> Option<&Question> {
        self.survey().find(|question| question.exhibits().any(|of| of == exhibit))
    }
}

impl Question {
    /// Returns the id: the table that shows the question, or the figure if no table does.
    #[must_use]
    pub fn id(&self) -> Exhibit {
        self.id
    }

    /// Returns the caption of the table or figure.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// Returns the figure that shows the same counts as the table, if there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        self.figure.as_ref()
    }

    /// Returns the table and the figure that show the question, at least one of them.
    pub fn exhibits(&self) -> impl Iterator<Item = Exhibit> {
        [self.id].into_iter().chain(self.figure().map(|figure| Exhibit::Figure(figure.number)))
    }

    /// Returns the statement that respondents could agree or disagree with, if the question is of that kind.
    #[must_use]
    pub fn statement(&self) -> Option<&str> {
        self.statement.as_deref()
    }

    /// Returns the number of answers that a respondent could give.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers
    }

    /// Returns the number of respondents that the paper states for this question, if it states one.
    #[must_use]
    pub fn respondents(&self) -> Option<u32> {
        self.respondents
    }

    /// Returns the answer options, in printed order.
    pub fn options(&self) -> impl ExactSizeIterator<Item = &AnswerOption> + Clone {
        self.options.iter()
    }
}

impl Figure {
    /// Returns the number.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Returns the caption.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }
}

/// Writes the printed values and the computed `discrepancies`.
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
