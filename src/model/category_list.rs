//! The categories of a tool, in order.

use std::fmt;

use super::category::Category;

/// As many as there are categories, and one: a longer list repeats one of them, and one among the kept shows it.
const MOST: usize = Category::ALL.len() + 1;

/// The categories of a tool in their order, kept in place: a baked tool needs no reference to a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct CategoryList {
    kept: [Category; MOST],
    count: u8,
}

impl CategoryList {
    pub(crate) const EMPTY: Self = Self { kept: [Category::ALL[0]; MOST], count: 0 };

    /// The first categories of a slice; those beyond the last that can be kept are left out.
    pub(crate) const fn from_slice(categories: &[Category]) -> Self {
        let mut list = Self::EMPTY;
        let mut at = 0;
        while at < categories.len() {
            list = list.with(categories[at]);
            at += 1;
        }
        list
    }

    /// This list and `category`.
    pub(crate) const fn with(mut self, category: Category) -> Self {
        if (self.count as usize) < MOST {
            self.kept[self.count as usize] = category;
            self.count += 1;
        }
        self
    }

    pub(crate) fn as_slice(&self) -> &[Category] {
        &self.kept[..usize::from(self.count)]
    }
}

impl fmt::Debug for CategoryList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}
