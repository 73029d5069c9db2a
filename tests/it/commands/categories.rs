//! The command `categories`.

use mlops_catalog::{Catalog, Category, Query, Stage, Status};

use crate::support::command::{json, stdout};

#[test]
fn categories_json_has_each_with_its_tools() {
    let value = json("categories --status active --format json");
    let rows = value.as_array().unwrap();
    assert_eq!(rows.len(), Category::all().len());
    let active = Catalog::embedded().select(&Query::new().status(Status::Active));
    for ((row, info), (category, tools)) in rows.iter().zip(Catalog::embedded().categories()).zip(active.by_category())
    {
        assert_eq!(row["category"], category.as_str());
        assert_eq!(row["stage"], category.stage().as_str());
        assert_eq!(row["title"], info.title());
        assert_eq!(row["definition"], info.definition());
        assert_eq!(row["table"], serde_json::to_value(info.table()).unwrap());
        assert_eq!(row["tools"], tools.len());
    }
    assert_eq!(json("categories notebooks --format json").as_array().unwrap().len(), 1);
}

#[test]
fn categories_table_is_by_stage() {
    let table = stdout("categories");
    let place = |word: &str| table.find(&format!("\n {word}\n")).unwrap_or_else(|| panic!("{word}: {table}"));
    let stages: Vec<usize> = Stage::all().map(|stage| place(stage.as_str())).collect();
    assert!(stages.is_sorted());
    for category in Category::all() {
        let at = table.find(&format!("\n   {category} ")).unwrap();
        let stage = Stage::all().rfind(|stage| place(stage.as_str()) < at);
        assert_eq!(stage, Some(category.stage()), "{category}");
    }
    assert!(stdout("categories --as-of 2019").contains("\n\nNot in the landscape at the end of 2019: "));
}
