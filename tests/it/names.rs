//! Names, and the tools that they lead to.

use mlops_catalog::{Catalog, Category, Tool};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

proptest! {
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

/// An id is a stronger claim to a name than a name, and a name than an alias, whoever comes first.
#[test]
fn catalog_gives_a_name_to_its_strongest_claim() {
    let tool = |id: &str, name: &str, alias: Option<&str>| {
        let builder = Tool::builder(id.parse().unwrap()).name(name).category(Category::ModelServing);
        alias.into_iter().fold(builder, |builder, alias| builder.alias(alias)).build().unwrap()
    };
    let tools = [tool("a", "B", None), tool("b", "Bee", None), tool("c", "C", Some("Dee")), tool("d", "Dee", None)];
    let error = Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap_err();
    let clashes: Vec<String> = error.conflicts().iter().map(ToString::to_string).collect();
    let expected = ["the name `B` of `a` is already used by `b`", "the name `Dee` of `c` is already used by `d`"];
    assert_eq!(clashes, expected);
}
