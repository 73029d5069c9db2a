//! Queries: which tools, as a value.

mod years;

use std::fmt;
use std::str::FromStr;

pub use years::{BadYearRange, YearRange};

use crate::model::{Category, CategorySet, LicenseType, Status, Tool, UnknownWord, nearest};

/// Which tools are asked for.
///
/// Conditions of one kind are alternatives, conditions of different kinds must all hold. A query without a condition
/// asks for every tool. It can be built, or parsed from `key:value` conditions; values with a comma between them are
/// alternatives, categories with a `+` between them are all demanded.
///
/// ```
/// use mlops_catalog::{Category, LicenseType, Query};
/// let built = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource).released(2018..=2021);
/// let parsed = "category:feature-stores license:open-source released:2018..=2021".parse().unwrap();
/// assert_eq!(built, parsed);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// The query that every tool matches.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tools of this category; called again, of any of them.
    pub fn category(mut self, category: Category) -> Self {
        self.any_category = self.any_category.with(category);
        self
    }

    /// Tools that are in every one of these categories; called again, in those too.
    pub fn all_categories(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.all_categories = self.all_categories.union(categories.into_iter().collect());
        self
    }

    /// Tools under a licence of this type; called again, of any of them. `private` and the paper's `non-free` are
    /// one type.
    pub fn license(mut self, license: LicenseType) -> Self {
        self.licenses |= license_bit(license);
        self
    }

    /// Tools of this status; called again, of any of them.
    pub fn status(mut self, status: Status) -> Self {
        self.statuses |= status_bit(status);
        self
    }

    /// Tools released in these years: `2018`, `2018..=2021`, `2018..`, `..2020`, or the same of [`Year`](crate::Year);
    /// the last call stands. A tool whose year is not known matches no range.
    pub fn released(mut self, years: impl Into<YearRange>) -> Self {
        self.released = Some(years.into());
        self
    }

    /// Whether it asks for `tool`.
    #[must_use]
    pub fn matches(&self, tool: &Tool) -> bool {
        let categories = tool.category_set();
        (self.any_category.is_empty() || !self.any_category.intersection(categories).is_empty())
            && categories.is_superset(self.all_categories)
            && (self.licenses == 0 || self.licenses & license_bit(tool.license_type()) != 0)
            && self.released.is_none_or(|range| tool.year().is_some_and(|year| range.contains(year)))
            // Last: a status is found in the history.
            && (self.statuses == 0 || self.statuses & status_bit(tool.status()) != 0)
    }
}

/// `private` and the paper's `non-free` have one bit.
const fn license_bit(license: LicenseType) -> u16 {
    1 << license.meaning() as u16
}

const fn status_bit(status: Status) -> u16 {
    1 << status as u16
}

/// The keys of a parsed query.
#[derive(Clone, Copy, strum::EnumString, strum::VariantNames, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
#[strum(parse_err_ty = UnknownWord, parse_err_fn = unknown_key)]
enum Key {
    Category,
    License,
    Status,
    Released,
}

fn unknown_key(word: &str) -> UnknownWord {
    UnknownWord::new("query key", word, <Key as strum::VariantNames>::VARIANTS)
}

/// Text that is not a query.
///
/// ```
/// let error = "status:activ".parse::<mlops_catalog::Query>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown status `activ`; did you mean `active`?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// A key, category, licence type or status that does not exist.
    #[error(transparent)]
    UnknownWord(#[from] UnknownWord),
    /// Not a range of years.
    #[error(transparent)]
    BadYears(#[from] BadYearRange),
    /// A condition without a key and a colon.
    #[error("`{0}` is not a condition; write key:value, such as {1}")]
    NoKey(String, String),
    /// Two ranges of years, of which neither can be meant alone.
    #[error("`released` is given twice; write one range, such as released:2018..=2021")]
    ReleasedTwice,
}

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        text.split_whitespace().try_fold(Self::new(), |query, condition| {
            let (key, value) = condition.split_once(':').ok_or_else(|| no_key(condition))?;
            let mut values = value.split(',');
            match key.parse()? {
                Key::Category => values.try_fold(query, Self::with_categories),
                Key::License => values.try_fold(query, |query, word| Ok(query.license(word.parse()?))),
                Key::Status => values.try_fold(query, |query, word| Ok(query.status(word.parse()?))),
                Key::Released if query.released.is_some() => Err(QueryError::ReleasedTwice),
                Key::Released => Ok(query.released(value.parse::<YearRange>()?)),
            }
        })
    }
}

impl Query {
    fn with_categories(self, words: &str) -> Result<Self, QueryError> {
        if !words.contains('+') {
            return Ok(self.category(words.parse()?));
        }
        let categories: Result<Vec<Category>, UnknownWord> = words.split('+').map(str::parse).collect();
        Ok(self.all_categories(categories?))
    }
}

/// The error for a bare word, which shows how the condition that was probably meant is written.
fn no_key(word: &str) -> QueryError {
    let keys: [(&str, &[&str]); 3] = [
        ("category", <Category as strum::VariantNames>::VARIANTS),
        ("license", <LicenseType as strum::VariantNames>::VARIANTS),
        ("status", <Status as strum::VariantNames>::VARIANTS),
    ];
    let meant =
        keys.into_iter().find_map(|(key, words)| Some(format!("{key}:{}", nearest(word, words.iter().copied())?)));
    QueryError::NoKey(crate::model::shorten(word), meant.unwrap_or_else(|| "category:feature-stores".to_owned()))
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
            .filter(|license| license.meaning() == *license && self.licenses & license_bit(*license) != 0)
            .map(|license| format!("license:{license}"));
        let statuses = Status::all()
            .filter(|status| self.statuses & status_bit(*status) != 0)
            .map(|status| format!("status:{status}"));
        let released = self.released.iter().map(|years| format!("released:{years}"));
        f.write_str(&itertools::join(any.chain(all).chain(licenses).chain(statuses).chain(released), " "))
    }
}
