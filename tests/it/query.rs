//! Every query beside a naive re-computation, over random catalogs.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::{Catalog, Category, Query, Selection, Tool};
use proptest::prelude::*;

use crate::support::asked::{Asked, asked};
use crate::support::catalogs::catalog;

fn ids(selection: &Selection<'_>) -> Vec<String> {
    selection.iter().map(|tool| tool.id().to_string()).collect()
}

fn id_set(selection: &Selection<'_>) -> BTreeSet<String> {
    ids(selection).into_iter().collect()
}

fn is_asked_for(tool: &Tool, asked: &Asked) -> bool {
    let has = |category: &Category| tool.categories().iter().any(|of| of == category);
    let year = tool.release_year().map(|year| year.get());
    (asked.any.is_empty() || asked.any.iter().any(has))
        && asked.all.iter().all(has)
        && (asked.licenses.is_empty() || asked.licenses.contains(&tool.license_type()))
        && (asked.statuses.is_empty() || asked.statuses.contains(&tool.status()))
        && match (asked.years, year) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((first, last)), Some(year)) => first <= year && year <= last,
        }
}

proptest! {
    #[test]
    fn query_matches_naive_filter(catalog in catalog(), asked in asked()) {
        let naive: Vec<String> =
            catalog.tools().filter(|tool| is_asked_for(tool, &asked)).map(|tool| tool.id().to_string()).collect();
        prop_assert_eq!(ids(&catalog.select(&asked.query)), naive);
    }

    #[test]
    fn query_round_trips(asked in asked()) {
        let text = asked.query.to_string();
        prop_assert_eq!(text.parse::<Query>(), Ok(asked.query), "{}", text);
    }

    #[test]
    fn query_parsing_never_panics(text in "\\PC{0,40}", key in "category|license|released|status|", value in "\\PC{0,20}") {
        let _ = text.parse::<Query>();
        let _ = format!("{key}:{value}").parse::<Query>();
    }

    #[test]
    fn selection_algebra_matches_sets(catalog in catalog(), left in asked(), right in asked()) {
        let (a, b) = (catalog.select(&left.query), catalog.select(&right.query));
        let (set_a, set_b) = (id_set(&a), id_set(&b));
        prop_assert_eq!(id_set(&a.union(&b)), &set_a | &set_b);
        prop_assert_eq!(id_set(&a.intersection(&b)), &set_a & &set_b);
        prop_assert_eq!(id_set(&a.difference(&b)), &set_a - &set_b);
        prop_assert_eq!(a.union(&b), b.union(&a));
        prop_assert_eq!(a.intersection(&b), b.intersection(&a));
        prop_assert_eq!(a.difference(&b).union(&a.intersection(&b)), a.clone());
        prop_assert_eq!(a.union(&a), a.clone());
        prop_assert!(a.difference(&a).is_empty());
        for selection in [&a.union(&b), &a.intersection(&b), &a.difference(&b)] {
            let ids = ids(selection);
            prop_assert!(ids.is_sorted_by(|a, b| a < b), "in order of id, none twice: {:?}", ids);
        }
        for tool in catalog.tools() {
            prop_assert_eq!(a.contains(tool.id().as_str()), set_a.contains(tool.id().as_str()));
        }
    }

    #[test]
    fn timeline_matches_naive_counting(catalog in catalog()) {
        let mut naive: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        let mut undated = Vec::new();
        for tool in catalog.tools() {
            match tool.release_year() {
                Some(year) => naive.entry(year.get()).or_default().push(tool.id().to_string()),
                None => undated.push(tool.id().to_string()),
            }
        }
        let all = catalog.all();
        let timeline = all.timeline();
        let found: Vec<(u16, Vec<String>)> =
            timeline.years().map(|group| (group.year().get(), ids(group.tools()))).collect();
        prop_assert_eq!(found, naive.clone().into_iter().collect::<Vec<_>>());
        prop_assert_eq!(ids(timeline.undated()), undated);
        for group in timeline.years() {
            let until: usize = naive.range(..=group.year().get()).map(|(_, tools)| tools.len()).sum();
            prop_assert_eq!(group.cumulative(), until);
        }
    }

    #[test]
    fn timeline_of_a_category_is_that_of_its_tools(catalog in catalog()) {
        let all = catalog.all();
        let timeline = all.timeline();
        let by_category: BTreeMap<Category, _> = timeline.by_category().collect();
        for category in Category::all() {
            let alone = catalog.select(&Query::new().category(category));
            match by_category.get(&category) {
                Some(timeline) => prop_assert_eq!(timeline, &alone.timeline()),
                None => prop_assert!(alone.is_empty()),
            }
        }
    }

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
        let mut naive: BTreeMap<Vec<Category>, Vec<String>> = BTreeMap::new();
        for tool in catalog.tools() {
            let mut categories = tool.categories().to_vec();
            categories.sort();
            naive.entry(categories).or_default().push(tool.id().to_string());
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
    fn find_ignores_case(catalog in catalog()) {
        for tool in catalog.tools() {
            prop_assert_eq!(catalog.get(tool.id().as_str()), Some(tool));
            prop_assert_eq!(catalog.find(&tool.id().as_str().to_uppercase()), Some(tool));
        }
        prop_assert_eq!(catalog.get("zzz"), None);
    }
}

#[test]
fn selection_of_two_catalogs_keeps_the_left_tool() {
    let tool = |name: &str| {
        let builder = Tool::builder("one".parse().unwrap()).name(name).category(Category::ModelServing);
        Catalog::from_tools("1.0.0".parse().unwrap(), [builder.build().unwrap()]).unwrap()
    };
    let (left, right) = (tool("Left"), tool("Right"));
    assert_eq!(left.all().union(&right.all()).iter().next().unwrap().name(), "Left");
    assert_eq!(right.all().intersection(&left.all()).iter().next().unwrap().name(), "Right");
}

#[test]
fn catalog_rejects_conflicting_tools() {
    let tool = |id: &str, alias: &str, successor: &str| {
        let builder = Tool::builder(id.parse().unwrap()).category(Category::ModelServing).alias(alias);
        builder.successor(successor.parse().unwrap()).build().unwrap()
    };
    let tools = [tool("a", "X", "b"), tool("b", "x", "a"), tool("c", "B", "nobody"), tool("c", "y", "a")];
    let error = Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap_err();
    let clashes: Vec<String> = error.conflicts().iter().map(ToString::to_string).collect();
    let expected = [
        "the name `x` of `b` is already used by `a`",
        "the name `B` of `c` is already used by `b`",
        "the name `c` of `c` is already used by `c`",
        "the successors of `a` lead back to it",
        "the successors of `b` lead back to it",
        "the successor `nobody` of `c` is not in this catalog",
    ];
    assert_eq!(clashes, expected);
}
