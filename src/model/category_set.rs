//! Sets of categories.

use std::fmt;
use std::iter::FusedIterator;
use std::ops::{BitAnd, BitOr, Sub};
use std::str::FromStr;

use super::category::Category;
use super::parse_error::ParseError;
use super::word::serde_as_text;

// A set is a bit for each category.
const _: () = assert!(Category::ALL.len() <= 64, "CategorySet holds 64 categories");

/// A set of categories.
///
/// Its text joins the categories with ` + `; an empty set has an empty text.
///
/// ```
/// use mlops_catalog::{Category, CategorySet};
/// let set: CategorySet = [Category::ModelServing, Category::FeatureStores].into_iter().collect();
/// assert!(set.contains(Category::FeatureStores));
/// assert_eq!(set.to_string(), "feature-stores + model-serving");
/// assert_eq!("model-serving+feature-stores".parse(), Ok(set));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CategorySet(u64);

impl CategorySet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// Returns the set of the categories of a slice.
    #[must_use]
    pub const fn from_slice(categories: &[Category]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < categories.len() {
            set = set.with(categories[at]);
            at += 1;
        }
        set
    }

    /// Returns this set and `category`.
    #[must_use]
    pub const fn with(self, category: Category) -> Self {
        Self(self.0 | 1 << category as u64)
    }

    /// Returns true if `category` is in the set.
    #[must_use]
    pub const fn contains(self, category: Category) -> bool {
        self.0 & (1 << category as u64) != 0
    }

    /// Returns true if every category of `other` is in this set.
    #[must_use]
    pub const fn is_superset(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns the categories in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the categories in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the categories of this set that are not in `other`.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the number of categories.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Returns true if the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the categories, in the order of [`Category`].
    #[must_use]
    pub const fn iter(self) -> Categories {
        Categories { rest: self.0 }
    }
}

/// An iterator over the categories of a [`CategorySet`], in the order of [`Category`].
#[derive(Debug, Clone)]
pub struct Categories {
    rest: u64,
}

impl Iterator for Categories {
    type Item = Category;

    fn next(&mut self) -> Option<Category> {
        let first = Category::ALL.get(self.rest.trailing_zeros() as usize)?;
        self.rest &= self.rest - 1;
        Some(*first)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rest.count_ones() as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Categories {}
impl FusedIterator for Categories {}

impl IntoIterator for CategorySet {
    type Item = Category;
    type IntoIter = Categories;

    fn into_iter(self) -> Categories {
        self.iter()
    }
}

impl FromIterator<Category> for CategorySet {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        categories.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl Extend<Category> for CategorySet {
    fn extend<I: IntoIterator<Item = Category>>(&mut self, categories: I) {
        *self = categories.into_iter().fold(*self, Self::with);
    }
}

impl From<Category> for CategorySet {
    fn from(category: Category) -> Self {
        Self::EMPTY.with(category)
    }
}

impl BitOr for CategorySet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitAnd for CategorySet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

impl Sub for CategorySet {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.difference(other)
    }
}

impl fmt::Display for CategorySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&itertools::join(self.iter(), " + "))
    }
}

impl fmt::Debug for CategorySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CategorySet({self})")
    }
}

impl FromStr for CategorySet {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.trim().is_empty() {
            return Ok(Self::EMPTY);
        }
        text.split('+').map(|category| category.trim().parse::<Category>()).collect()
    }
}

serde_as_text!(CategorySet);
