//! The command `vendors`.

use mlops_catalog::model::{Change, ChangeKind};
use mlops_catalog::views::{Order, SortKey};
use mlops_catalog::{Catalog, Category, Paper, Query, Year, tool};

use crate::support::command::{json, stdout, tools};

#[test]
fn vendors_json_is_what_the_selection_finds() {
    let catalog = Catalog::embedded();
    let serving = catalog.select(&Query::new().category(Category::ModelServing));
    let of = |vendors: mlops_catalog::views::Vendors<'_>| serde_json::to_value(vendors).unwrap();
    assert_eq!(json("vendors --format json"), of(catalog.all().vendors()));
    assert_eq!(json("vendors model-serving --format json"), of(serving.vendors()));
    let then = catalog.as_of(Year::new(2020).unwrap());
    assert_eq!(json("vendors --as-of 2020 --format json"), of(then.all().vendors()));
}

#[test]
fn vendors_table_says_since_when() {
    let table = stdout("vendors --query event:acquired");
    for tool in &Catalog::embedded().select(&Query::new().event(ChangeKind::Acquired)) {
        let transfer = tool.last_transfer().unwrap();
        let date = transfer.date().map_or("undated".to_owned(), |date| date.to_string());
        let is_its_line = |line: &&str| line.contains(&format!(" {}  ", tool.name())) && line.contains(&date);
        let line = table.lines().find(is_its_line).unwrap_or_else(|| panic!("{tool}: {table}"));
        match transfer.change() {
            Change::Acquired { by } if tool.vendor() != Some(by) => assert!(line.contains(by.as_ref()), "{line}"),
            change => {
                assert!(line.ends_with(if change.kind() == ChangeKind::Acquired { "acquired" } else { "" }), "{line}")
            }
        }
    }
    let released = stdout("vendors --vendor ClearML");
    assert!(
        released.contains(&format!(" {}  released\n", tool::CLEARML.release_date().unwrap()))
            && released.ends_with("\n\n1 vendor\n"),
        "{released}"
    );
    // Names are shown, so they are in order.
    let google = Catalog::embedded().select(&Query::new().vendor("Google"));
    let table = stdout("vendors --vendor Google");
    let places: Vec<Option<usize>> = google
        .sorted(SortKey::Name, Order::Ascending)
        .iter()
        .map(|tool| table.find(&format!(" {}  ", tool.name())))
        .collect();
    assert!(places.len() > 5 && places.is_sorted() && places[0].is_some(), "{table}");
    let all = Catalog::embedded().all().vendors();
    let few = stdout("vendors --top 3");
    assert!(few.contains(&format!("\n\n{} vendors, {} of them not shown\n", all.len(), all.len() - 3)), "{few}");
    let paper = stdout("vendors --edition paper");
    let printed = Paper::embedded().catalog().len();
    assert!(paper.starts_with(&format!("Without a known vendor: {}: ", tools(printed))), "{paper}");
    assert_eq!(stdout("vendors --released 1950"), "No tool matches.\n");
}
