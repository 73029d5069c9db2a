//! What categories share.

use std::collections::BTreeMap;

use itertools::Itertools as _;

use super::selection::Selection;
use super::sort::{Order, SortKey};
use crate::model::{Category, CategorySet, Tool};

/// The overlap of categories in a selection: pair by pair, and by exact combination.
///
/// ```
/// use mlops_catalog::{Catalog, Category};
/// let overlap = Catalog::embedded().all().overlap();
/// let shared = overlap.between(Category::ModelServing, Category::ModelObservability);
/// assert!((0.0..=1.0).contains(&shared.jaccard()));
/// assert!(shared.tools().iter().all(|tool| tool.is_in(Category::ModelServing)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap<'c> {
    /// In the order of [`Category`].
    by_category: Vec<Selection<'c>>,
    combinations: Vec<Combination<'c>>,
}

/// The overlap of two categories.
///
/// ```
/// use mlops_catalog::{Catalog, Category};
/// let overlap = Catalog::embedded().all().overlap();
/// let same = overlap.between(Category::FeatureStores, Category::FeatureStores);
/// assert_eq!(same.jaccard(), 1.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PairOverlap<'c> {
    a: Category,
    b: Category,
    tools: Selection<'c>,
    jaccard: f64,
}

/// An exact set of categories and the tools that have it.
///
/// ```
/// let all = mlops_catalog::Catalog::embedded().all();
/// let overlap = all.overlap();
/// let tools: usize = overlap.combinations().map(|combination| combination.tools().len()).sum();
/// assert_eq!(tools, all.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination<'c> {
    categories: CategorySet,
    tools: Selection<'c>,
}

impl<'c> Selection<'c> {
    /// Compares the categories of the tools: what they share, pair by pair and by exact combination.
    #[must_use]
    pub fn overlap(&self) -> Overlap<'c> {
        Overlap::new(self)
    }

    /// Returns the tools with the most categories, then in order of name: at least `count` of them, and every further one
    /// with as many categories as the last. Tools with one category are left out.
    ///
    /// ```
    /// let most = mlops_catalog::Catalog::embedded().all().broadest(3);
    /// assert!(most.is_sorted_by_key(|tool| std::cmp::Reverse(tool.categories().len())));
    /// ```
    #[must_use]
    pub fn broadest(&self, count: usize) -> Vec<&'c Tool> {
        let mut tools = self.filter(|tool| tool.categories().len() > 1).sorted(SortKey::Name, Order::Ascending);
        // Stable: of equal numbers the order of names stays.
        tools.sort_by_key(|tool| std::cmp::Reverse(tool.categories().len()));
        let Some(last) = count.checked_sub(1) else { return Vec::new() };
        if let Some(least) = tools.get(last).map(|tool| tool.categories().len()) {
            tools.retain(|tool| tool.categories().len() >= least);
        }
        tools
    }
}

impl<'c> Overlap<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let mut by_category = vec![Vec::new(); Category::all().len()];
        let mut by_set: BTreeMap<CategorySet, Vec<&'c Tool>> = BTreeMap::new();
        for tool in all {
            tool.categories().iter().for_each(|category| by_category[*category as usize].push(tool));
            by_set.entry(tool.category_set()).or_default().push(tool);
        }
        let by_category = by_category.into_iter().map(Selection::in_order).collect();
        let combination = |(categories, tools)| Combination { categories, tools: Selection::in_order(tools) };
        let mut combinations: Vec<_> = by_set.into_iter().map(combination).collect();
        combinations.sort_by_cached_key(|combination| {
            let categories: Vec<Category> = combination.categories.iter().collect();
            (std::cmp::Reverse(combination.tools.len()), categories)
        });
        Self { by_category, combinations }
    }

    /// Returns the tools of one category.
    #[must_use]
    pub fn category(&self, category: Category) -> &Selection<'c> {
        &self.by_category[category as usize]
    }

    /// Returns the overlap of two categories. Their order only matters to [`PairOverlap::categories`].
    #[must_use]
    pub fn between(&self, a: Category, b: Category) -> PairOverlap<'c> {
        let (of_a, of_b) = (self.category(a), self.category(b));
        let tools = of_a.intersection(of_b);
        let union = of_a.len() + of_b.len() - tools.len();
        #[expect(clippy::cast_precision_loss, reason = "no catalog has 2^52 tools")]
        let jaccard = if union == 0 { 0.0 } else { tools.len() as f64 / union as f64 };
        PairOverlap { a, b, tools, jaccard }
    }

    /// Returns every pair of different categories once, in the order of [`Category`], including pairs without a shared
    /// tool.
    pub fn pairs(&self) -> impl Iterator<Item = PairOverlap<'c>> {
        Category::all().array_combinations().map(|[a, b]| self.between(a, b))
    }

    /// Returns the pairs that share a tool: those that share the most first, then those with the greatest Jaccard index,
    /// then in the order of [`Category`].
    ///
    /// ```
    /// let overlap = mlops_catalog::Catalog::embedded().all().overlap();
    /// for pair in overlap.strongest_pairs().iter().take(10) {
    ///     let (a, b) = pair.categories();
    ///     println!("{a} and {b} share {} tools", pair.tools().len());
    /// }
    /// ```
    #[must_use]
    pub fn strongest_pairs(&self) -> Vec<PairOverlap<'c>> {
        let mut pairs: Vec<_> = self.pairs().filter(|pair| !pair.tools.is_empty()).collect();
        // Stable: equal pairs stay in the order of the categories.
        pairs.sort_by(|a, b| b.tools.len().cmp(&a.tools.len()).then_with(|| b.jaccard.total_cmp(&a.jaccard)));
        pairs
    }

    /// Returns the exact sets of categories that tools have, the most frequent first, then in the order of [`Category`].
    pub fn combinations(&self) -> impl ExactSizeIterator<Item = &Combination<'c>> {
        self.combinations.iter()
    }

    /// Returns the numbers of shared tools: a row and a column for each category, in the order of [`Category`]. The
    /// diagonal has the number of tools of each category.
    #[must_use]
    pub fn matrix(&self) -> Vec<Vec<usize>> {
        let size = Category::all().len();
        let mut matrix = vec![vec![0; size]; size];
        for combination in &self.combinations {
            for a in combination.categories.iter() {
                for b in combination.categories.iter() {
                    matrix[a as usize][b as usize] += combination.tools.len();
                }
            }
        }
        matrix
    }
}

impl<'c> PairOverlap<'c> {
    /// Returns the two categories.
    #[must_use]
    pub fn categories(&self) -> (Category, Category) {
        (self.a, self.b)
    }

    /// Returns the tools of both categories.
    #[must_use]
    pub fn tools(&self) -> &Selection<'c> {
        &self.tools
    }

    /// Returns the Jaccard index: the number of tools of both categories divided by the number of tools of either, from 0
    /// to 1. Two empty categories have 0.
    #[must_use]
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }
}

impl<'c> Combination<'c> {
    /// Returns the categories.
    #[must_use]
    pub fn categories(&self) -> CategorySet {
        self.categories
    }

    /// Returns the tools of these categories and no other.
    #[must_use]
    pub fn tools(&self) -> &Selection<'c> {
        &self.tools
    }
}

#[cfg(feature = "serde")]
mod json {
    use serde::ser::{Serialize, SerializeStruct as _, Serializer};

    use super::{Combination, Overlap, PairOverlap};
    use crate::model::Category;
    use crate::views::selection::ids;

    impl Serialize for Overlap<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut overlap = serializer.serialize_struct("Overlap", 2)?;
            overlap.serialize_field("pairs", &self.pairs().collect::<Vec<_>>())?;
            overlap.serialize_field("combinations", &self.combinations)?;
            overlap.end()
        }
    }

    impl Serialize for PairOverlap<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut shared = serializer.serialize_struct("PairOverlap", 5)?;
            shared.serialize_field("a", &self.a)?;
            shared.serialize_field("b", &self.b)?;
            shared.serialize_field("shared", &self.tools.len())?;
            shared.serialize_field("jaccard", &self.jaccard)?;
            shared.serialize_field("tools", &ids(&self.tools))?;
            shared.end()
        }
    }

    impl Serialize for Combination<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut combination = serializer.serialize_struct("Combination", 3)?;
            combination.serialize_field("categories", &self.categories.iter().collect::<Vec<Category>>())?;
            combination.serialize_field("count", &self.tools.len())?;
            combination.serialize_field("tools", &ids(&self.tools))?;
            combination.end()
        }
    }
}
