//! Names of a year: who was called what, and who is found.

use mlops_catalog::model::{Release, ReleaseEvent};
use mlops_catalog::{Catalog, Conflict, Tool, ToolId};
use proptest::prelude::*;

use super::as_of::{built, names, renamed};
use crate::support::built::{builder, catalog_of, year};
use crate::support::catalogs::catalog;

/// Whether a name of the random catalogs is looked up so.
fn is_folded(name: &str, folded: &str) -> bool {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).eq(folded.chars())
}

proptest! {
    #[test]
    fn as_of_finds_one_tool_by_each_name(catalog in catalog(), at in 2012u16..2022, more in 0u16..4) {
        for then in [catalog.as_of(year(at)), catalog.as_of(year(at + more)).as_of(year(at))] {
            let ids: Vec<&str> = then.tools().map(|tool| tool.id().as_str()).collect();
            for past in then.tools() {
                prop_assert_eq!(then.find(past.id().as_str()), Some(past));
                let found = then.find(past.name()).unwrap();
                let claims = |tool: &&Tool| {
                    let folded = |name: &str| name.to_lowercase().replace('!', "");
                    folded(tool.name()) == folded(past.name()) || tool.id() == folded(past.name()).as_str()
                };
                let claiming: Vec<&Tool> = then.tools().filter(claims).collect();
                let by_id = claiming.iter().find(|tool| tool.id().as_str() == past.name().to_lowercase());
                prop_assert_eq!(found, *by_id.unwrap_or(&claiming[0]));
                for alias in past.aliases() {
                    prop_assert_eq!(then.find(alias), Some(past), "{}", alias);
                }
                let today = catalog.get(past.id().as_str()).unwrap();
                prop_assert!(then.find(today.name()).is_some(), "{}", today.name());
            }
            prop_assert!(ids.is_sorted());
            // What is listed is found, each name once, and nobody lists a name that no tool has.
            let names: Vec<&str> = then.names().map(|(name, _)| name).collect();
            prop_assert!(names.is_sorted_by(|a, b| a < b), "{:?}", names);
            for (name, id) in then.names() {
                prop_assert_eq!(then.find(name).map(Tool::id), Some(id), "{}", name);
                let tool = then.get(id).unwrap();
                let former = tool.former_ids().map(ToolId::as_str);
                let mut own = [id.as_str(), tool.name()].into_iter().chain(former).chain(tool.aliases());
                prop_assert!(own.any(|own| then.find(own) == Some(tool) && is_folded(own, name)), "{} of {}", name, id);
            }
            // The laws between tools hold, but that two may have been called alike.
            if let Err(error) = Catalog::from_tools(then.version().clone(), then.tools().cloned()) {
                prop_assert!(error.conflicts().iter().all(|clash| matches!(clash, Conflict::Name { .. })), "{}", error);
            }
        }
    }
}

#[test]
fn as_of_lets_two_tools_share_a_former_name() {
    let catalog = built([
        builder("b").name("Now B").event(renamed("2020", "Same")),
        builder("a").name("Now A").event(renamed("2019", "same!")),
        builder("c").alias("Same").alias("See"),
        builder("d").name("Now D").event(renamed("2019", "a")),
    ]);
    let then = catalog.as_of(year(2018));
    let name = |id: &str| then.get(id).unwrap().name();
    assert_eq!((name("a"), name("b"), name("d")), ("same!", "Same", "a"));
    // Of two that are called alike the first in order of id; a name before an alias; an id before a name.
    assert_eq!(then.find("SAME").unwrap().id(), "a");
    assert_eq!(then.find("A").unwrap().id(), "a");
    assert_eq!(names(then.get("c").unwrap()), ["c", "See"]);
    assert_eq!(then.find("now b").unwrap().id(), "b");
    assert_eq!(catalog.find("same").unwrap().id(), "c");
}

#[test]
fn as_of_twice_finds_who_shared_a_name_with_a_younger_tool() {
    let young = Release::new("2018".parse().unwrap(), ReleaseEvent::Launch);
    let old = Release::new("2015".parse().unwrap(), ReleaseEvent::Launch);
    let tool = |id: &str, release: Release| builder(id).event(renamed("2020", "Same")).release(release);
    let catalog = catalog_of([tool("a", young), tool("b", old)]);
    let once = catalog.as_of(year(2019));
    assert_eq!(once.find("same").unwrap().id(), "a");
    assert_eq!(once.names().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "same"]);
    assert_eq!(once.as_of(year(2016)).find("same").unwrap().id(), "b");
}

#[test]
fn as_of_twice_finds_no_tool_by_an_alias_that_it_left_to_another() {
    let young = Release::new("2018".parse().unwrap(), ReleaseEvent::Launch);
    let old = Release::new("2015".parse().unwrap(), ReleaseEvent::Launch);
    let catalog = catalog_of([
        builder("a").event(renamed("2020", "Same")).release(young),
        builder("b").alias("Same").release(old),
    ]);
    let once = catalog.as_of(year(2019));
    assert_eq!(names(once.get("b").unwrap()), ["b"]);
    assert_eq!(once.as_of(year(2016)).find("same"), None);
}

#[test]
fn as_of_finds_the_former_owner_of_a_name() {
    let catalog = built([
        builder("x").name("Old").event(renamed("2020", "New")),
        builder("y").name("New").event(renamed("2020", "Old")),
    ]);
    let then = catalog.as_of(year(2019));
    assert_eq!(then.find("new").unwrap().id(), "x");
    assert_eq!(then.find("old").unwrap().id(), "y");
    assert_eq!(names(then.get("x").unwrap()), ["New"]);
}

/// An id is found before a name that another tool had.
#[test]
fn as_of_finds_an_id_before_a_former_name() {
    let catalog = built([builder("a").name("A").event(renamed("2020", "B")), builder("b").name("Bee")]);
    let then = catalog.as_of(year(2018));
    assert_eq!(then.get("a").unwrap().name(), "B");
    assert_eq!(then.find("b").unwrap().id(), "b");
}
