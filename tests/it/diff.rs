//! What changed between two catalogs, beside naive re-computations.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::diff::{Bump, CatalogChange};
use mlops_catalog::{Catalog, Category, Diff, Tool, ToolId};
use proptest::prelude::*;

use crate::support::drafts::Draft;
use crate::support::steps::{catalogs, three_catalogs};

/// What the changes of a diff make of the old catalog.
fn apply(old: &Catalog, diff: &Diff<'_>) -> Catalog {
    let mut drafts: BTreeMap<String, Draft> =
        old.tools().map(|tool| (tool.id().to_string(), Draft::from(tool))).collect();
    let was = |id: &str| Draft::from(old.get(id).unwrap());
    for change in diff.changes() {
        match change {
            // What it says follows from the other changes.
            CatalogChange::Redirected { .. } => {}
            CatalogChange::Removed { tool } | CatalogChange::Merged { from: tool, .. } => {
                assert_eq!(drafts.remove(tool.id().as_str()), Some(Draft::from(*tool)));
            }
            CatalogChange::Renamed { from, to, facts } => {
                drafts.remove(from.id().as_str()).unwrap();
                let mut draft = was(from.id().as_str());
                facts.iter().for_each(|fact| draft.apply(fact));
                draft.id = to.id().clone();
                // Another tool may have become the same.
                let before = drafts.insert(to.id().to_string(), draft.clone());
                assert!(before.is_none_or(|before| before == draft));
            }
            CatalogChange::Added { tool } => {
                assert_eq!(drafts.insert(tool.id().to_string(), Draft::from(*tool)), None);
            }
            CatalogChange::Changed { tool, facts } => {
                assert!(!facts.is_empty());
                let draft = drafts.get_mut(tool.id().as_str()).unwrap();
                facts.iter().for_each(|fact| draft.apply(fact));
            }
            other => panic!("catalogs of tools have one set of categories: {other}"),
        }
    }
    Catalog::from_tools(diff.new_version().clone(), drafts.values().map(Draft::tool)).unwrap()
}

fn ids(catalog: &Catalog) -> BTreeSet<String> {
    catalog.tools().map(|tool| tool.id().to_string()).collect()
}

/// The ids that a diff says are gone, and those that it says have come.
fn gone_and_come(diff: &Diff<'_>) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut gone, mut come) = (BTreeSet::new(), BTreeSet::new());
    for change in diff.changes() {
        match change {
            CatalogChange::Removed { tool } | CatalogChange::Merged { from: tool, .. } => {
                gone.insert(tool.id().to_string());
            }
            CatalogChange::Renamed { from, to, .. } => {
                gone.insert(from.id().to_string());
                come.insert(to.id().to_string());
            }
            CatalogChange::Added { tool } => {
                come.insert(tool.id().to_string());
            }
            _ => {}
        }
    }
    (gone, come)
}

/// What became of a tool of the old catalog.
fn naive_heir<'c>(tool: &Tool, new: &'c Catalog) -> Option<&'c Tool> {
    let id = tool.id().as_str();
    let names = |found: &Tool| {
        let former = found.former_ids().map(ToString::to_string);
        former.chain(found.aliases().map(str::to_owned)).chain([found.name().to_owned()]).collect::<Vec<_>>()
    };
    let has_it = |found: &&Tool| names(found).iter().any(|name| name.to_lowercase() == id);
    new.get(id).or_else(|| new.tools().find(has_it))
}

fn naive_bump(old: &Catalog, new: &Catalog) -> Bump {
    let leads_on = |(name, id): (&str, &ToolId)| {
        let heir = naive_heir(old.get(id).unwrap(), new);
        heir.is_some() && new.find(name) == heir
    };
    if !old.names().all(leads_on) {
        Bump::Major
    } else if ids(old) != ids(new) {
        Bump::Minor
    } else if old.tools().ne(new.tools()) {
        Bump::Patch
    } else {
        Bump::Nothing
    }
}

proptest! {
    #[test]
    fn diff_with_itself_is_empty((catalog, _) in catalogs()) {
        let diff = Diff::between(&catalog, &catalog);
        prop_assert!(diff.is_empty() && diff.changes().len() == 0);
        prop_assert_eq!(diff.required_bump(), Bump::Nothing);
        prop_assert_eq!(diff.check_version(), Ok(()));
        prop_assert_eq!(&diff.least_version(), catalog.version());
    }

    #[test]
    fn diff_applied_to_old_gives_new((old, new) in catalogs()) {
        let diff = Diff::between(&old, &new);
        prop_assert_eq!(apply(&old, &diff), new.clone());
        prop_assert_eq!(diff.is_empty(), old == new);
    }

    #[test]
    fn diff_swapped_swaps_removed_and_added((old, new) in catalogs()) {
        let (gone, come) = gone_and_come(&Diff::between(&old, &new));
        prop_assert_eq!(&gone, &(&ids(&old) - &ids(&new)));
        prop_assert_eq!(&come, &(&ids(&new) - &ids(&old)));
        prop_assert_eq!(gone_and_come(&Diff::between(&new, &old)), (come, gone));
    }

    #[test]
    fn diff_calls_a_tool_renamed_if_its_old_id_finds_one((old, new) in catalogs()) {
        for change in Diff::between(&old, &new).changes() {
            match change {
                CatalogChange::Removed { tool } => prop_assert_eq!(new.find(tool.id().as_str()), None),
                CatalogChange::Renamed { from, to, .. } => {
                    prop_assert_eq!(new.find(from.id().as_str()), Some(*to));
                    prop_assert_eq!(old.get(to.id().as_str()), None);
                }
                CatalogChange::Merged { from, into } => {
                    prop_assert_eq!(new.find(from.id().as_str()), Some(*into));
                    prop_assert!(old.get(into.id().as_str()).is_some());
                }
                _ => {}
            }
        }
    }

    #[test]
    fn diff_bump_matches_naive_bump((old, new) in catalogs()) {
        prop_assert_eq!(Diff::between(&old, &new).required_bump(), naive_bump(&old, &new));
    }

    /// Two steps never need less than the one from the first catalog to the last.
    #[test]
    fn diff_composed_needs_no_less([first, second, third] in three_catalogs()) {
        let bump = |old, new| Diff::between(old, new).required_bump();
        let (one, two) = (bump(&first, &second), bump(&second, &third));
        prop_assert!(one.max(two) >= bump(&first, &third), "{} {} {}", one, two, bump(&first, &third));
    }

    #[test]
    fn diff_names_each_redirected_name_once((old, new) in catalogs()) {
        for change in Diff::between(&old, &new).changes() {
            let CatalogChange::Redirected { name, from, to } = change else { continue };
            prop_assert_eq!(old.find(name), Some(*from));
            prop_assert_eq!(new.find(name), *to);
            prop_assert!(to.is_none_or(|to| Some(to) != naive_heir(from, &new)));
        }
    }

    #[test]
    fn diff_changes_are_in_order((old, new) in catalogs()) {
        let diff = Diff::between(&old, &new);
        let order: Vec<(usize, String)> = diff.changes().map(|change| match change {
            CatalogChange::Redirected { from, name, .. } => (0, format!("{} {name}", from.id())),
            CatalogChange::Removed { tool } => (1, tool.id().to_string()),
            CatalogChange::Renamed { from, .. } => (2, from.id().to_string()),
            CatalogChange::Merged { from, .. } => (3, from.id().to_string()),
            CatalogChange::Added { tool } => (4, tool.id().to_string()),
            CatalogChange::Changed { tool, .. } => (5, tool.id().to_string()),
            other => panic!("{other}"),
        }).collect();
        let redirected = order.iter().take_while(|(kind, _)| *kind == 0).count();
        prop_assert!(order[redirected..].is_sorted_by(|a, b| a < b), "{:?}", order);
        prop_assert!(order[..redirected].is_sorted_by_key(|(_, text)| text.split(' ').next().unwrap().to_owned()));
    }
}

/// The kinds of changes come in one order, whatever the order of ids and categories.
#[test]
fn diff_lists_changes_kind_by_kind() {
    let tool = |id: &str, alias: Option<&str>| {
        let builder = Tool::builder(id.parse().unwrap()).category(Category::ModelServing);
        alias.into_iter().fold(builder, |builder, alias| builder.alias(alias)).build().unwrap()
    };
    let catalog = |tools: &[Tool], categories: &[(Category, &str)]| {
        let about = |(category, title): &(Category, &str)| serde_json::json!({"category": category, "title": title, "definition": "D.", "table": null});
        let categories: Vec<_> = categories.iter().map(about).collect();
        let json = serde_json::json!({"version": "1.0.0", "tools": tools, "categories": categories});
        serde_json::from_value::<Catalog>(json).unwrap()
    };
    let (first, second, third) = (Category::EndToEndPlatforms, Category::ExperimentTracking, Category::DatasetLabeling);
    let old = catalog(
        &[tool("a", Some("x")), tool("k", None), tool("m", None), tool("n", None), tool("r", None)],
        &[(first, "Old"), (third, "Gone")],
    );
    let new = catalog(
        &[tool("a", None), tool("b", Some("x")), tool("k", Some("m")), tool("o", Some("n"))],
        &[(first, "New"), (second, "Come")],
    );
    let kind = |change: &CatalogChange<'_>| match change {
        CatalogChange::Redirected { .. } => "redirected",
        CatalogChange::Removed { .. } => "removed",
        CatalogChange::Renamed { .. } => "renamed",
        CatalogChange::Merged { .. } => "merged",
        CatalogChange::Added { .. } => "added",
        CatalogChange::Changed { .. } => "changed",
        CatalogChange::CategoryRemoved { .. } => "category removed",
        CatalogChange::CategoryAdded { .. } => "category added",
        CatalogChange::CategoryChanged { .. } => "category changed",
        other => panic!("{other}"),
    };
    let found: Vec<&str> = Diff::between(&old, &new).changes().map(kind).collect();
    let expected = [
        "redirected",
        "removed",
        "renamed",
        "merged",
        "added",
        "changed",
        "changed",
        "category removed",
        "category added",
        "category changed",
    ];
    assert_eq!(found, expected);
}
