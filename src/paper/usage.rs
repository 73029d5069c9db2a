//! The tools that the respondents use.

use super::{AnswerOption, Exhibit, Paper};
use crate::catalog::Catalog;
use crate::model::{Category, Tool};

/// The table of the most used tools.
const TABLE: Exhibit = Exhibit::Table(12);

/// The votes that the tools of a catalog received in the paper's Table 12.
///
/// A tool that is an option of the table but got no votes has `Some(0)`; a tool that is not an option has `None`.
///
/// ```
/// use mlops_catalog::{Catalog, Category, Paper};
/// let usage = Paper::embedded().usage(Catalog::embedded());
/// assert_eq!(usage.votes("mlflow"), Some(50));
/// assert_eq!(usage.votes("feast"), None);
/// assert_eq!(usage.votes_in(Category::DatasetLabeling), None);
/// ```
#[derive(Debug, Clone)]
pub struct Usage<'p> {
    catalog: &'p Catalog,
    options: &'p [AnswerOption],
}

/// An option of Table 12 with its rank by votes.
///
/// ```
/// use mlops_catalog::{Catalog, Paper};
/// let ranking = Paper::embedded().usage(Catalog::embedded()).ranking();
/// let first = &ranking[0];
/// assert_eq!((first.place(), first.label(), first.votes()), (1, "MLFlow", 50));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Ranked<'p> {
    place: usize,
    label: &'p str,
    votes: u32,
    #[cfg_attr(feature = "serde", serde(serialize_with = "id"))]
    tool: Option<&'p Tool>,
}

impl Paper {
    /// Returns how many respondents use the tools of `catalog`.
    #[must_use]
    pub fn usage<'p>(&'p self, catalog: &'p Catalog) -> Usage<'p> {
        let table = self.survey().find(|question| question.id() == TABLE);
        Usage { catalog, options: table.map_or(&[], |table| &table.options) }
    }
}

impl<'p> Usage<'p> {
    /// Returns the votes for the tool with this id, or `None` if the tool is not an option.
    #[must_use]
    pub fn votes(&self, tool: impl AsRef<str>) -> Option<u64> {
        self.votes_of(|option| option.tool().is_some_and(|id| id == tool.as_ref()))
    }

    /// Returns the votes for the tools of a category, primary or not, or `None` if none of them is an option.
    ///
    /// The result counts votes, not respondents, since a respondent could vote for several tools.
    #[must_use]
    pub fn votes_in(&self, category: Category) -> Option<u64> {
        self.votes_of(|option| self.tool(option).is_some_and(|tool| tool.is_in(category)))
    }

    /// Returns the options ordered by votes, most first, then in printed order.
    ///
    /// Places follow standard competition ranking (1, 2, 2, 4). Options that mean no tool of the catalog are included,
    /// without a tool.
    #[must_use]
    pub fn ranking(&self) -> Vec<Ranked<'p>> {
        let voted = self.options.iter().filter_map(|option| Some((option.count?, option)));
        let mut voted: Vec<(u32, &AnswerOption)> = voted.collect();
        voted.sort_by_key(|(votes, _)| std::cmp::Reverse(*votes));
        let place = |votes: u32| voted.partition_point(|(more, _)| *more > votes) + 1;
        let ranked = |&(votes, option): &(u32, &'p AnswerOption)| Ranked {
            place: place(votes),
            label: option.label(),
            votes,
            tool: self.tool(option),
        };
        voted.iter().map(ranked).collect()
    }

    fn tool(&self, option: &AnswerOption) -> Option<&'p Tool> {
        self.catalog.get(option.tool()?.as_str())
    }

    /// Returns the sum of the votes for the options that `is_meant` accepts, or `None` if no such option has votes.
    fn votes_of(&self, is_meant: impl Fn(&AnswerOption) -> bool) -> Option<u64> {
        let votes = self.options.iter().filter(|option| is_meant(option)).filter_map(AnswerOption::count);
        votes.map(u64::from).reduce(|a, b| a + b)
    }
}

impl<'p> Ranked<'p> {
    /// Returns the place, counted from 1.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// Returns the label of the option as printed.
    #[must_use]
    pub fn label(&self) -> &'p str {
        self.label
    }

    /// Returns the number of votes.
    #[must_use]
    pub fn votes(&self) -> u32 {
        self.votes
    }

    /// Returns the tool that the option means, if the catalog has it.
    #[must_use]
    pub fn tool(&self) -> Option<&'p Tool> {
        self.tool
    }
}

#[cfg(feature = "serde")]
fn id<S: serde::Serializer>(tool: &Option<&Tool>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&tool.map(Tool::id), serializer)
}
