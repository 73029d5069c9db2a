//! Tools that a year leaves out, and why.

use mlops_catalog::model::{Change, Event, Release, ReleaseEvent, ToolBuilder};
use mlops_catalog::views::Absence;
use mlops_catalog::{Category, Tool, Year};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

proptest! {
    #[test]
    fn absent_tools_are_those_that_a_year_leaves_out(catalog in catalog(), year in 2012u16..2022) {
        let year = Year::new(year).unwrap();
        let then = catalog.as_of(year);
        for tool in catalog.tools() {
            let reason = tool.absence_in(year);
            prop_assert_eq!(reason.is_none(), then.get(tool.id()).is_some());
            for of in Absence::all() {
                prop_assert_eq!(catalog.absent_in(year, of).contains(tool.id()), reason == Some(of));
            }
            match reason {
                Some(Absence::ReleasedLater) => prop_assert!(tool.release_year().unwrap() > year),
                Some(Absence::ReleaseUndated) => prop_assert_eq!(tool.release_year(), None),
                Some(Absence::EndUndated) => prop_assert_eq!(tool.end().unwrap().date(), None),
                _ => prop_assert!(tool.release_year().unwrap() <= year),
            }
        }
    }
}

#[test]
fn absence_says_why_a_tool_is_left_out() {
    let tool = |released: Option<&str>, ends: &[Option<&str>]| {
        let release = released.map(|date| Release::new(date.parse().unwrap(), ReleaseEvent::Launch));
        let builder = Tool::builder("tool".parse().unwrap()).category(Category::ModelServing);
        let builder = release.into_iter().fold(builder, ToolBuilder::release);
        let end = |date: &Option<&str>| Event::new(date.map(|date| date.parse().unwrap()), Change::Discontinued);
        ends.iter().map(end).fold(builder, ToolBuilder::event).build().unwrap()
    };
    let absence = |tool: &Tool| tool.absence_in(Year::new(2020).unwrap());
    assert_eq!(absence(&tool(Some("2015"), &[])), None);
    assert_eq!(absence(&tool(Some("2015"), &[Some("2021")])), None);
    assert_eq!(absence(&tool(Some("2015"), &[Some("2018")])), Some(Absence::Discontinued));
    assert_eq!(absence(&tool(Some("2015"), &[None])), Some(Absence::EndUndated));
    assert_eq!(absence(&tool(Some("2021"), &[None])), Some(Absence::ReleasedLater));
    assert_eq!(absence(&tool(None, &[Some("2018")])), Some(Absence::ReleaseUndated));
}
