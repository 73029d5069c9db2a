//! Categories that share tools, beside sets.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::views::{Order, PairOverlap, SortKey};
use mlops_catalog::{Category, Selection, Tool};
use proptest::prelude::*;

use crate::support::built::ids;
use crate::support::catalogs::catalog;

fn id_set(selection: &Selection<'_>) -> BTreeSet<String> {
    selection.iter().map(|tool| tool.id().to_string()).collect()
}

proptest! {
    #[test]
    fn overlap_matches_sets(catalog in catalog()) {
        let all = catalog.all();
        let overlap = all.overlap();
        let of = |category: Category| -> BTreeSet<String> {
            catalog.tools().filter(|tool| tool.categories().contains(&category)).map(|tool| tool.id().to_string()).collect()
        };
        for (row, a) in Category::all().enumerate() {
            for (column, b) in Category::all().enumerate() {
                let shared = overlap.between(a, b);
                let (of_a, of_b) = (of(a), of(b));
                prop_assert_eq!(id_set(shared.tools()), &of_a & &of_b);
                let either = (&of_a | &of_b).len();
                let jaccard = if either == 0 { 0.0 } else { (&of_a & &of_b).len() as f64 / either as f64 };
                prop_assert!((shared.jaccard() - jaccard).abs() < 1e-12);
                prop_assert_eq!(overlap.matrix()[row][column], (&of_a & &of_b).len());
                let turned = overlap.between(b, a);
                prop_assert_eq!(turned.tools(), shared.tools());
            }
        }
        let pairs: Vec<_> = overlap.pairs().map(|shared| shared.categories()).collect();
        let categories = Category::all().len();
        prop_assert_eq!(pairs.len(), categories * (categories - 1) / 2);
        prop_assert!(pairs.iter().all(|(a, b)| a < b) && pairs.is_sorted());
    }

    #[test]
    fn overlap_combinations_partition_the_tools(catalog in catalog()) {
        let mut naive: BTreeMap<Vec<Category>, Vec<&str>> = BTreeMap::new();
        for tool in catalog.tools() {
            let mut categories = tool.categories().to_vec();
            categories.sort();
            naive.entry(categories).or_default().push(tool.id().as_str());
        }
        let mut naive: Vec<_> = naive.into_iter().collect();
        // Stable: of equal counts, the order of the categories stays.
        naive.sort_by_key(|(_, tools)| std::cmp::Reverse(tools.len()));
        let all = catalog.all();
        let overlap = all.overlap();
        let found: Vec<_> = overlap.combinations()
            .map(|combination| (combination.categories().iter().collect::<Vec<_>>(), ids(combination.tools())))
            .collect();
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn strongest_pairs_are_all_that_share(catalog in catalog()) {
        let all = catalog.all();
        let overlap = all.overlap();
        let strongest = overlap.strongest_pairs();
        let strength = |pair: &PairOverlap<'_>| (pair.tools().len(), pair.jaccard());
        let is_in_order = strongest.is_sorted_by(|a, b| {
            strength(a) > strength(b) || strength(a) == strength(b) && a.categories() < b.categories()
        });
        prop_assert!(is_in_order);
        let mut pairs: Vec<_> = strongest.iter().map(|pair| pair.categories()).collect();
        pairs.sort();
        let naive: Vec<_> =
            overlap.pairs().filter(|pair| !pair.tools().is_empty()).map(|pair| pair.categories()).collect();
        prop_assert_eq!(pairs, naive);
    }

    #[test]
    fn most_connected_matches_naive_ranking(catalog in catalog(), count in 0usize..12) {
        let mut naive: Vec<&Tool> = catalog.all().sorted(SortKey::Name, Order::Ascending);
        naive.retain(|tool| tool.categories().len() >= 2);
        naive.sort_by_key(|tool| std::cmp::Reverse(tool.categories().len()));
        let mut kept = naive.len().min(count);
        while kept > 0 && kept < naive.len() && naive[kept].categories().len() == naive[kept - 1].categories().len() {
            kept += 1;
        }
        prop_assert_eq!(ids(catalog.all().broadest(count)), ids(naive[..kept].iter().copied()));
    }
}
