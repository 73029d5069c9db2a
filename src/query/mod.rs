//! Filters over tools, as values.

mod years;

use std::fmt;
use std::str::FromStr;

pub use years::YearRange;

use crate::model::{
    Category, CategorySet, LicenseType, ParseError, Status, Tool, nearest, serde_as_text, shorten, words,
};

/// A filter over tools.
///
/// Conditions of one key are alternatives, conditions of different keys must all hold. A query without a condition
/// matches every tool. It can be built, or parsed from `key:value` conditions; values with a comma between them are
/// alternatives, categories with a `+` between them are all demanded.
///
/// ```
/// use mlops_catalog::{Category, LicenseType, Query};
/// let built = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource).released(2018..=2021);
/// let parsed = "category:feature-stores license:open-source released:2018..=2021".parse().unwrap();
/// assert_eq!(built, parsed);
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[must_use]
pub struct Query {
    any_category: CategorySet,
    all_categories: CategorySet,
    /// A bit for each, in the order of its enum; no condition when there is none.
    licenses: u16,
    statuses: u16,
    released: Option<YearRange>,
}

impl Query {
    /// Returns a query that matches every tool.
    pub fn new() -> Self {
        Self::default()
    }

    /// Matches tools in `category`. Repeated calls match any of the given categories.
    pub fn category(mut self, category: Category) -> Self {
        self.any_category = self.any_category.with(category);
        self
    }

    /// Matches tools in every one of these categories. Repeated calls add to them.
    pub fn all_categories(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.all_categories = self.all_categories.union(categories.into_iter().collect());
        self
    }

    /// Matches tools under a license of this type. Repeated calls match any of the given types.
    pub fn license(mut self, license: LicenseType) -> Self {
        self.licenses |= license_bit(license);
        self
    }

    /// Matches tools of this status. Repeated calls match any of the given statuses.
    pub fn status(mut self, status: Status) -> Self {
        self.statuses |= status_bit(status);
        self
    }

    /// Matches tools released in these years: `2018`, `2018..=2021`, `2018..`, `..2020`, or the same of [`Year`](crate::Year);
    /// the last call counts. A tool without a known year matches no range.
    pub fn released(mut self, years: impl Into<YearRange>) -> Self {
        self.released = Some(years.into());
        self
    }

    /// Returns true if `tool` matches this query.
    #[must_use]
    pub fn matches(&self, tool: &Tool) -> bool {
        let categories = tool.category_set();
        (self.any_category.is_empty() || !self.any_category.intersection(categories).is_empty())
            && categories.is_superset(self.all_categories)
            && (self.licenses == 0 || self.licenses & license_bit(tool.license_type()) != 0)
            && self.released.is_none_or(|range| tool.release_year().is_some_and(|year| range.contains(year)))
            // Last: a status is found in the history.
            && (self.statuses == 0 || self.statuses & status_bit(tool.status()) != 0)
    }
}

const fn license_bit(license: LicenseType) -> u16 {
    1 << license as u16
}

const fn status_bit(status: Status) -> u16 {
    1 << status as u16
}

words! {
    "query key";
    /// The keys of a parsed query.
    enum Key {
        /// Categories.
        Category,
        /// License types.
        License,
        /// Statuses.
        Status,
        /// Years of release.
        Released,
    }
}

impl FromStr for Query {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        text.split_whitespace().try_fold(Self::new(), |query, condition| {
            let (key, value) = condition.split_once(':').ok_or_else(|| no_key(condition))?;
            let mut values = value.split(',');
            match key.parse()? {
                Key::Category => values.try_fold(query, Self::with_categories),
                Key::License => values.try_fold(query, |query, word| Ok(query.license(word.parse()?))),
                Key::Status => values.try_fold(query, |query, word| Ok(query.status(word.parse()?))),
                Key::Released if query.released.is_some() => {
                    Err(ParseError::new("`released` is given twice", "write one range, such as released:2018..=2021"))
                }
                Key::Released => Ok(query.released(value.parse::<YearRange>()?)),
            }
        })
    }
}

impl Query {
    fn with_categories(self, words: &str) -> Result<Self, ParseError> {
        if !words.contains('+') {
            return Ok(self.category(words.parse()?));
        }
        let categories: Result<Vec<Category>, ParseError> = words.split('+').map(str::parse).collect();
        Ok(self.all_categories(categories?))
    }
}

/// The error for a bare word, which shows how the condition that was probably meant is written.
fn no_key(word: &str) -> ParseError {
    let words = |key: &'static str, word: &'static str| (key, word);
    let known: Vec<(&str, &str)> = Category::all()
        .map(|category| words("category", category.as_str()))
        .chain(LicenseType::all().map(|license| words("license", license.as_str())))
        .chain(Status::all().map(|status| words("status", status.as_str())))
        .collect();
    let near = nearest(word, known.iter().map(|(_, word)| *word));
    let (key, value) =
        known.iter().find(|(_, word)| Some(*word) == near).copied().unwrap_or(("category", "feature-stores"));
    let message = format!("`{}` is not a condition", shorten(word));
    ParseError::new(message, format!("write key:value, such as {key}:{value}"))
}

/// The query as it is parsed: the same query comes back.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let any = self.any_category.iter().map(|category| format!("category:{category}"));
        // A set of one has no `+` of its own; named twice, it is still a set of one.
        let all: Vec<_> = self.all_categories.iter().collect();
        let all = match all.as_slice() {
            [] => None,
            [one] => Some(format!("category:{one}+{one}")),
            more => Some(format!("category:{}", itertools::join(more, "+"))),
        };
        let licenses = LicenseType::all()
            .filter(|license| self.licenses & license_bit(*license) != 0)
            .map(|license| format!("license:{license}"));
        let statuses = Status::all()
            .filter(|status| self.statuses & status_bit(*status) != 0)
            .map(|status| format!("status:{status}"));
        let released = self.released.iter().map(|years| format!("released:{years}"));
        f.write_str(&itertools::join(any.chain(all).chain(licenses).chain(statuses).chain(released), " "))
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Query({self})")
    }
}

serde_as_text!(Query);
