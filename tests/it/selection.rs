//! Selections beside sets, and the orders and groups into which they are put.

use std::collections::BTreeSet;

use mlops_catalog::views::{Order, SortKey};
use mlops_catalog::{Catalog, Category, Date, Query, Selection, Stage, Status, Tool};
use proptest::prelude::*;

use crate::support::asked::asked;
use crate::support::built::ids;
use crate::support::catalogs::catalog;

fn id_set(selection: &Selection<'_>) -> BTreeSet<String> {
    selection.iter().map(|tool| tool.id().to_string()).collect()
}

/// What is compared of a name of the random tools.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('ä', "a").chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn selection_algebra_matches_sets(catalog in catalog(), left in asked(), right in asked()) {
        let (a, b) = (catalog.select(&left.query), catalog.select(&right.query));
        let (set_a, set_b) = (id_set(&a), id_set(&b));
        prop_assert_eq!(id_set(&a.union(&b)), &set_a | &set_b);
        prop_assert_eq!(id_set(&a.intersection(&b)), &set_a & &set_b);
        prop_assert_eq!(id_set(&a.difference(&b)), &set_a - &set_b);
        prop_assert_eq!(a.union(&b), b.union(&a));
        prop_assert_eq!(a.intersection(&b), b.intersection(&a));
        prop_assert_eq!(id_set(&a.symmetric_difference(&b)), &set_a ^ &set_b);
        prop_assert_eq!((&a | &b, &a & &b, &a - &b), (a.union(&b), a.intersection(&b), a.difference(&b)));
        prop_assert_eq!(a.clone().into_iter().collect::<Vec<_>>(), a.iter().collect::<Vec<_>>());
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
    fn sorted_matches_naive_order(catalog in catalog()) {
        for by in SortKey::all() {
            // What is not known is after everything that is.
            let key = |tool: &Tool| -> Option<String> {
                let day = |date: Date| { let (year, month, day) = date.first_day(); format!("{year}-{month:02}-{day:02}") };
                match by {
                    SortKey::Name => Some(plain(tool.name())),
                    SortKey::Released => tool.release_date().map(day),
                    SortKey::Checked => tool.checked().map(day),
                    SortKey::Category => {
                        Some(format!("{:03}", Category::all().position(|of| of == tool.primary_category()).unwrap()))
                    }
                    SortKey::Vendor => tool.vendor().map(plain),
                    _ => Some(format!("{:03}", Status::all().position(|of| of == tool.status()).unwrap())),
                }
            };
            let mut naive: Vec<&Tool> = catalog.tools().collect();
            naive.sort_by_key(|tool| (key(tool).is_none(), key(tool)));
            let all = catalog.all();
            let found = all.sorted(by, Order::Ascending);
            let keys = |tools: &[&Tool]| tools.iter().map(|tool| key(tool)).collect::<Vec<_>>();
            prop_assert_eq!(keys(&found), keys(&naive), "{}", by);
            let down = all.sorted(by, Order::Descending);
            let known = |tools: &[&Tool]| keys(tools).into_iter().flatten().collect::<Vec<_>>();
            let mut turned = known(&found);
            turned.reverse();
            prop_assert_eq!(known(&down), turned);
            prop_assert!(keys(&down).is_sorted_by_key(|key| key.is_none()));
            for tools in [found, down] {
                prop_assert_eq!(tools.iter().copied().collect::<Selection<'_>>(), all.clone());
                for pair in tools.windows(2).filter(|pair| key(pair[0]) == key(pair[1])) {
                    prop_assert!(plain(pair[0].name()) <= plain(pair[1].name()));
                }
            }
        }
    }

    #[test]
    fn groups_have_their_tools(catalog in catalog()) {
        let all = catalog.all();
        prop_assert_eq!(all.by_category().len(), Category::all().len());
        for (category, tools) in all.by_category() {
            prop_assert_eq!(tools, all.filter(|tool| tool.categories().contains(&category)));
        }
        prop_assert!(all.by_stage().map(|(stage, _)| stage).eq(Stage::all()));
        for (stage, tools) in all.by_stage() {
            let naive = all.filter(|tool| tool.categories().iter().any(|category| category.stage() == stage));
            prop_assert_eq!(&tools, &naive);
            prop_assert_eq!(tools, catalog.select(&Query::new().stage(stage)));
            let timeline = all.timeline();
            let of_stage = timeline.by_stage().find(|(of, _)| *of == stage).map(|(_, timeline)| timeline);
            prop_assert_eq!(of_stage, (!naive.is_empty()).then(|| naive.timeline()));
        }
        let timeline = all.timeline();
        let by_vendor: Vec<_> = timeline.by_vendor().map(|(name, timeline)| (name.to_owned(), timeline)).collect();
        let vendors = all.vendors();
        let naive: Vec<_> = vendors.iter().map(|of| (of.name().to_owned(), of.tools().timeline())).collect();
        prop_assert_eq!(by_vendor, naive);
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
fn selection_of_tools_in_any_order_keeps_the_first_of_an_id() {
    let tool = |id: &str, name: &str| {
        Tool::builder(id.parse().unwrap()).name(name).category(Category::ModelServing).build().unwrap()
    };
    let tools = [tool("b", "First"), tool("c", "C"), tool("a", "A"), tool("b", "Second"), tool("b", "Third")];
    let names = |selection: Selection<'_>| selection.iter().map(Tool::name).collect::<Vec<_>>().join(" ");
    assert_eq!(names(tools.iter().collect()), "A First C");
    assert_eq!(names(tools.iter().rev().collect()), "A Third C");
    let mut grown: Selection = tools[..2].iter().collect();
    grown.extend(&tools[2..]);
    assert_eq!(names(grown), "A First C");
}
