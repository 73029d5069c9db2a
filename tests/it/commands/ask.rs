//! The command `ask`.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::views::Events;
use mlops_catalog::{Catalog, Category, Paper, Query, Selection, Tool, Year, YearRange, tool};
use serde_json::Value;

use crate::support::command::{json, stdout, tools};

fn changed_hands<'c>(tools: &Selection<'c>, years: impl Into<YearRange>) -> Events<'c> {
    tools.events().of_kinds([ChangeKind::Acquired, ChangeKind::Donated, ChangeKind::Relicensed]).in_years(years)
}

#[test]
fn ask_json_is_what_the_catalog_finds() {
    let catalog = Catalog::embedded();
    let all = catalog.all();
    let serving = catalog.select(&Query::new().category(Category::ModelServing));
    let value = |line: &str| json(&format!("ask {line} --format json"));
    fn of(result: impl serde::Serialize) -> Value {
        serde_json::to_value(result).unwrap()
    }
    assert_eq!(value("replaced-by Snorkel"), of(catalog.successors(tool::SNORKEL)));
    assert_eq!(value("alternatives neptune-ai"), of(catalog.alternatives(tool::NEPTUNE_AI)));
    assert_eq!(value("owners"), of(all.vendors()));
    assert_eq!(value("owners model-serving"), of(serving.vendors()));
    assert_eq!(value("changed-hands 2023..=2025"), of(changed_hands(&all, 2023..=2025)));
    assert_eq!(value("changed-hands .. model-serving"), of(changed_hands(&serving, ..)));
    assert_eq!(value("connected"), of(all.broadest(10)));
    assert_eq!(value("connected --top 2 model-serving"), of(serving.broadest(2)));
    assert_eq!(value("replaced-by mlflow"), serde_json::json!([]));
    let then = catalog.as_of(Year::new(2020).unwrap());
    assert_eq!(value("owners --as-of 2020"), of(then.all().vendors()));
}

#[test]
fn ask_table_or_one_line_that_there_is_nothing() {
    let all = Catalog::embedded().all();
    let table = stdout("ask changed-hands 2023..=2025");
    let dated = table.lines().filter(|line| line.starts_with(" 20"));
    assert_eq!(dated.count(), changed_hands(&all, 2023..=2025).len());
    let table = stdout("ask connected --top 1");
    for tool in all.broadest(1) {
        assert!(table.contains(tool.name()), "{table}");
    }
    let named = |tool: &Tool| stdout("ask replaced-by snorkel").contains(tool.name());
    assert!(Catalog::embedded().successors(tool::SNORKEL).into_iter().all(named));
    let alternatives = Catalog::embedded().alternatives(tool::NEPTUNE_AI).len();
    assert!(stdout("ask alternatives neptune").ends_with(&format!("\n\n{}\n", tools(alternatives))));
    let owners = stdout("ask owners");
    assert!(owners.contains("Google") && owners.contains("TensorBoard"), "{owners}");
    let paper = stdout("ask owners --edition paper");
    let printed = Paper::embedded().catalog().len();
    assert!(paper.contains(&format!("Without a known vendor: {}: ", tools(printed))), "{paper}");
    for (line, nothing) in [
        ("ask replaced-by mlflow", "Nothing is known to have replaced MLflow.\n"),
        (
            "ask alternatives hyperopt --edition paper --as-of 2014",
            "No other tool of hyperparameter-optimization is open-source and active.\n",
        ),
        ("ask owners --released 1950", "No tool matches.\n"),
        ("ask changed-hands 1950", "No tool changed hands or license in 1950.\n"),
        ("ask connected --released 1950", "No tool belongs to two categories.\n"),
    ] {
        assert_eq!(stdout(line), nothing);
    }
}
