//! The command `ask`.

use mlops_catalog::{Catalog, Category, LicenseType, Query, Tool, Year, tool};
use serde_json::Value;

use crate::support::command::{json, refusal, stdout, tools};

fn of(result: impl serde::Serialize) -> Value {
    serde_json::to_value(result).unwrap()
}

#[test]
fn ask_json_is_what_the_catalog_finds() {
    let catalog = Catalog::embedded();
    let serving = catalog.select(&Query::new().category(Category::ModelServing));
    let value = |line: &str| json(&format!("ask {line} --format json"));
    assert_eq!(value("replaced-by Snorkel"), of(catalog.successors(tool::SNORKEL)));
    assert_eq!(value("replaced-by mlflow"), serde_json::json!([]));
    let open = catalog.alternatives(tool::NEPTUNE_AI);
    assert_eq!(value("alternatives neptune-ai"), of(&open));
    let all: Vec<&Tool> = open.iter().copied().chain(catalog.other_alternatives(tool::NEPTUNE_AI)).collect();
    assert_eq!(value("alternatives neptune-ai --all"), of(&all));
    let mit = |tool: &&&Tool| tool.spdx().is_some_and(|spdx| spdx.as_str().contains("MIT"));
    assert_eq!(value("alternatives neptune-ai --license mit"), of(open.iter().filter(mit).collect::<Vec<_>>()));
    assert_eq!(value("connected"), of(catalog.all().broadest(10)));
    assert_eq!(value("connected --top 2 model-serving"), of(serving.broadest(2)));
    let then = catalog.as_of(Year::new(2020).unwrap());
    assert_eq!(value("connected --as-of 2020"), of(then.all().broadest(10)));
}

#[test]
fn ask_table_or_one_line_that_there_is_nothing() {
    let catalog = Catalog::embedded();
    let table = stdout("ask connected --top 1");
    for tool in catalog.all().broadest(1) {
        assert!(table.contains(tool.name()), "{table}");
    }
    let snorkel = stdout("ask replaced-by snorkel");
    assert!(catalog.successors(tool::SNORKEL).into_iter().all(|tool| snorkel.contains(tool.name())));
    let (open, others) = (catalog.alternatives(tool::NEPTUNE_AI), catalog.other_alternatives(tool::NEPTUNE_AI));
    let last =
        format!("\n\n{}\n{} under other licenses: --all shows them too.\n", tools(open.len()), tools(others.len()));
    assert!(stdout("ask alternatives neptune").ends_with(&last));
    let all = stdout("ask alternatives neptune --all");
    assert!(all.ends_with(&format!("\n\n{}\n", tools(open.len() + others.len()))), "{all}");
    let private = stdout("ask alternatives neptune --all --license private");
    let number = others.iter().filter(|tool| tool.license_type() == LicenseType::Private).count();
    assert!(private.ends_with(&format!("\n\n{}\n", tools(number))), "{private}");
    for (line, nothing) in [
        ("ask replaced-by mlflow", "Nothing is known to have replaced MLflow.\n"),
        (
            "ask replaced-by KFServing",
            "KFServing has been called KServe since 2021-09-23. Nothing replaced it: it is active.\n",
        ),
        (
            "ask alternatives hyperopt --edition paper --as-of 2014",
            "No other tool of hyperparameter-optimization is open-source and active.\n\
             1 tool under other licenses: --all shows them too.\n",
        ),
        ("ask connected --edition paper --released 1950", "No tool matches.\n"),
        ("ask connected --edition paper --query feast", "No tool belongs to two categories.\n"),
        ("ask alternatives feast --query zzzz", "No alternative matches.\n"),
    ] {
        assert_eq!(stdout(line), nothing);
    }
}

#[test]
fn ask_of_a_tool_that_a_year_lacks_says_why() {
    let mlflow = tool::MLFLOW.release_date().unwrap();
    let torchserve = tool::TORCHSERVE.end().and_then(|end| end.date()).unwrap();
    assert!(mlflow.day().is_some() && torchserve.day().is_some());
    for (line, why) in [
        (
            "replaced-by mlflow --as-of 2017",
            format!("MLflow was not available at the end of 2017: it was first released on {mlflow}"),
        ),
        (
            "alternatives TorchServe --as-of 2026",
            format!("TorchServe was not available at the end of 2026: it was discontinued on {torchserve}"),
        ),
        ("replaced-by mlfow --as-of 2017", "unknown tool `mlfow`; did you mean `MLflow`?".to_owned()),
    ] {
        let answer = refusal(&format!("ask {line}"));
        assert!(answer.starts_with(&format!("error: {why}")), "{answer}");
    }
}
