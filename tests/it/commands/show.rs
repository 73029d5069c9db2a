//! The commands `show` and `compare`.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::{Catalog, Paper, Tool, Year, tool};
use serde_json::Value;

use crate::support::command::{command, json, refusal, stdout};

#[test]
fn show_json_is_all_that_is_known() {
    let catalog = Catalog::embedded();
    let paper = Paper::embedded();
    for tool in [tool::FEAST, tool::SELDON_CORE, tool::PACHYDERM, tool::SNORKEL, tool::NEPTUNE_AI] {
        let value = json(&format!("show {} --format json", tool.id()));
        let shown = &value[0];
        for (field, fact) in serde_json::to_value(tool).unwrap().as_object().unwrap() {
            assert_eq!(&shown[field], fact, "{field}");
        }
        let names = |tools: Vec<&Tool>| Value::from(tools.into_iter().map(Tool::name).collect::<Vec<_>>());
        assert_eq!(shown["replaced_by"], names(catalog.successors(tool)));
        assert_eq!(shown["replaced"], names(catalog.predecessors(tool)));
        assert_eq!(shown["alternatives"]["open_source"], names(catalog.alternatives(tool)));
        assert_eq!(shown["alternatives"]["others"], names(catalog.other_alternatives(tool)));
        assert_eq!(shown["unsourced"].as_array().unwrap().len(), tool.unsourced().count());
        assert_eq!(shown["events"].as_array().unwrap().len(), tool.history().len());
        assert_eq!(shown["printed"].as_array().unwrap().len(), paper.rows_of(tool.id()).count());
        let errata: Vec<_> = paper.errata(catalog).into_iter().filter(|erratum| erratum.tool() == tool.id()).collect();
        assert_eq!(shown["errata"], serde_json::to_value(errata).unwrap());
        assert_eq!(shown["votes"], serde_json::to_value(paper.usage(catalog).votes(tool.id())).unwrap());
    }
    assert_eq!(json("compare feast tecton --format json"), json("show feast tecton --format json"));
}

#[test]
fn show_has_every_fact_with_its_source() {
    for tool in [tool::FEAST, tool::SELDON_CORE, tool::PACHYDERM, tool::MLFLOW] {
        let text = stdout(&format!("show {}", tool.id()));
        assert!(text.starts_with(&format!("{}\n", tool.name())), "{text}");
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (_, source) in tool.claims() {
            let source = source.map_or("no source", |source| source.as_str());
            assert!(joined.contains(&source.split_whitespace().collect::<Vec<_>>().join(" ")), "{source}: {text}");
        }
        for found in tool.events() {
            assert!(joined.contains(&found.to_string()), "{found}: {text}");
        }
        for (table, row) in Paper::embedded().rows_of(tool.id()) {
            assert!(joined.contains(&format!("Table {}: {}, ", table.number(), row.name())), "{text}");
        }
        for known in [tool.license().to_string(), tool.status().to_string(), tool.checked().unwrap().to_string()] {
            assert!(joined.contains(&known), "{known}: {text}");
        }
    }
    let relicensed = tool::SELDON_CORE.events().find(|found| found.event().change().kind() == ChangeKind::Relicensed);
    let date = relicensed.unwrap().event().date().unwrap();
    assert!(stdout("show seldon-core").contains(&format!("Earlier       open-source (Apache-2.0) until {date}\n")));
    assert!(stdout("show pachyderm").contains("\nIn the paper\n"));
}

#[test]
fn show_takes_any_name_and_a_year() {
    let by_name = command("show").arg("weights & biases").output().unwrap();
    assert_eq!(String::from_utf8(by_name.stdout).unwrap(), stdout("show weights-and-biases"));
    let then = Catalog::embedded().as_of(Year::new(2020).unwrap());
    assert!(stdout("show seldon --as-of 2020").contains(&then.find("seldon").unwrap().license().to_string()));
    assert!(!stdout("show feast --edition paper").contains("\nStatus"));
    let answer = refusal("show tecton mlflow --as-of 2017");
    assert!(answer.contains("was not available at the end of 2017: it was first released "), "{answer}");
}

#[test]
fn compare_has_a_column_for_each_tool() {
    let table = stdout("compare mlflow clearml feast");
    let heading = table.lines().next().unwrap();
    assert_eq!(heading.split_whitespace().collect::<Vec<_>>(), ["MLflow", "ClearML", "Feast"]);
    let license = table.lines().find(|line| line.starts_with(" License")).unwrap();
    assert_eq!(license.matches("open-source (Apache-2.0)").count(), 3, "{license}");
    assert!(table.lines().all(|line| line.chars().count() <= 140), "{table}");
    assert!(refusal("compare mlflow").contains("TOOL"));
}
