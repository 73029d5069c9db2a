//! Which tools the respondents use: the survey joined to the landscape.

use super::{AnswerOption, Exhibit, Paper};
use crate::catalog::Catalog;
use crate::model::{Category, Tool};

/// The table of the tools that are used most.
const TABLE: Exhibit = Exhibit::Table(12);

/// The votes of the paper's Table 12 for the tools of a catalog.
///
/// A tool that was asked about and that nobody voted for has 0 votes; a tool that was not asked about has none.
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

/// An option of Table 12, and its place by votes.
///
/// ```
/// use mlops_catalog::{Catalog, Paper};
/// let ranking = Paper::embedded().usage(Catalog::embedded()).ranking();
/// assert_eq!((ranking[0].place(), ranking[0].label(), ranking[0].votes()), (1, "MLFlow", 50));
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
    /// How often the tools of a catalog are used.
    #[must_use]
    pub fn usage<'p>(&'p self, catalog: &'p Catalog) -> Usage<'p> {
        let table = self.survey().find(|question| question.id() == TABLE);
        Usage { catalog, options: table.map_or(&[], |table| &table.options) }
    }
}

impl<'p> Usage<'p> {
    /// Returns the votes for the tool of that id, or `None` if it was not asked about.
    #[must_use]
    pub fn votes(&self, tool: impl AsRef<str>) -> Option<u64> {
        self.votes_of(|option| option.tool().is_some_and(|id| id == tool.as_ref()))
    }

    /// The votes for the tools of a category, primary or not; none if none of them was asked about.
    ///
    /// A respondent could vote for many tools, so that these are votes and not respondents.
    #[must_use]
    pub fn votes_in(&self, category: Category) -> Option<u64> {
        self.votes_of(|option| self.tool(option).is_some_and(|tool| tool.is_in(category)))
    }

    /// The options by votes, the most first, then in printed order; those with equal votes share a place, and as many
    /// places after it are left out: 1, 2, 2, 4. Options that are no tool of the catalog are among them, without a tool.
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

    /// The sum of the votes for options that are meant; none if there is none with votes.
    fn votes_of(&self, is_meant: impl Fn(&AnswerOption) -> bool) -> Option<u64> {
        let votes = self.options.iter().filter(|option| is_meant(option)).filter_map(AnswerOption::count);
        votes.map(u64::from).reduce(|a, b| a + b)
    }
}

impl<'p> Ranked<'p> {
    /// Its place, from 1.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// The option as printed.
    #[must_use]
    pub fn label(&self) -> &'p str {
        self.label
    }

    /// The votes for it.
    #[must_use]
    pub fn votes(&self) -> u32 {
        self.votes
    }

    /// The tool that it means, if that is one of the catalog.
    #[must_use]
    pub fn tool(&self) -> Option<&'p Tool> {
        self.tool
    }
}

#[cfg(feature = "serde")]
fn id<S: serde::Serializer>(tool: &Option<&Tool>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&tool.map(Tool::id), serializer)
}
