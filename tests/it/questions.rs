//! Everyday questions: a line of the command and a line of Rust that give the same answer.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::views::{Events, Order, SortKey};
use mlops_catalog::{Catalog, Category, Paper, ParseError, Query, Tool, Year, tool};
use serde_json::{Value, json};

use crate::support::command::{json as answer, stdout};

fn ids<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> Vec<&'t str> {
    tools.into_iter().map(|tool| tool.id().as_str()).collect()
}

fn ids_of(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|tool| tool["id"].as_str().unwrap()).collect()
}

/// The tools that a line of the command lists, none of them at random: a question without an answer proves nothing.
fn is_listed(line: &str, tools: Vec<&Tool>) {
    let value = answer(&format!("{line} --format json"));
    assert!(!tools.is_empty(), "{line}");
    assert_eq!(ids_of(&value), ids(tools), "{line}");
}

fn happened(line: &str, events: Events<'_>) {
    assert!(!events.is_empty(), "{line}");
    let with_undated = answer(&format!("{line} --format json"));
    let value: Vec<&Value> = with_undated
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| !line.contains("--years") || !found["date"].is_null())
        .collect();
    assert_eq!(json!(value), serde_json::to_value(events).unwrap(), "{line}");
}

#[test]
fn questions_about_tools() -> Result<(), ParseError> {
    let catalog = Catalog::embedded();
    let by_name = |query: Query| catalog.select(&query).sorted(SortKey::Name, Order::Ascending);
    is_listed(
        "list experiment-tracking --license open-source --status active",
        by_name("category:experiment-tracking license:open-source status:active".parse()?),
    );
    let old = catalog.select(&Query::new().released(..2016));
    is_listed("list --released ..2016 --sort released", old.sorted(SortKey::Released, Order::Ascending));
    is_listed("list --license AGPL,BUSL-1.1", by_name("license:AGPL,BUSL-1.1".parse()?));
    is_listed("list --vendor nvidia", by_name(Query::new().vendor("nvidia")));
    is_listed("list --query archived:2024", by_name(Query::new().event_in(ChangeKind::Archived, 2024)));
    is_listed("list --query kubernetes", by_name(Query::new().text("kubernetes")));
    is_listed("list --sort released", catalog.all().sorted(SortKey::Released, Order::Ascending));
    let both = [Category::ModelServing, Category::ExperimentTracking];
    is_listed("list --query category:model-serving+experiment-tracking", by_name(Query::new().all_categories(both)));
    let then = catalog.as_of(Year::new(2020)?);
    is_listed("list --as-of 2020", then.all().sorted(SortKey::Name, Order::Ascending));
    is_listed("list --query source:missing", by_name(Query::new().source_missing()));
    let newest = catalog.all().sorted(SortKey::Released, Order::Descending);
    is_listed("list --sort released --reverse --top 10", newest[..10].to_vec());
    is_listed("list --license MIT,Apache-2.0,BSD,ISC", by_name("license:MIT,Apache-2.0,BSD,ISC".parse()?));
    is_listed("list --sort checked", catalog.all().sorted(SortKey::Checked, Order::Ascending));
    is_listed("ask replaced-by algorithmia", catalog.successors(tool::ALGORITHMIA));
    is_listed("ask connected", catalog.all().broadest(10));
    let open = catalog.alternatives(tool::WEIGHTS_AND_BIASES);
    let commercial = catalog.other_alternatives(tool::WEIGHTS_AND_BIASES);
    is_listed("ask alternatives weights-and-biases --all", [open, commercial].concat());
    Ok(())
}

#[test]
fn questions_about_events() -> Result<(), ParseError> {
    let events = Catalog::embedded().all().events();
    let of = |kinds: &[ChangeKind]| events.of_kinds(kinds.iter().copied());
    let ends = of(&[ChangeKind::Archived, ChangeKind::Discontinued]);
    happened("events --kind archived,discontinued --years 2024", ends.in_years(2024));
    happened("events --kind donated", of(&[ChangeKind::Donated]));
    let (open, available): (LicenseFilter, LicenseFilter) = ("open-source".parse()?, "source-available".parse()?);
    let closed = of(&[ChangeKind::Relicensed])
        .in_years(2023..)
        .filter(|found| open.matches(found.license_before()) && available.matches(found.license_after()));
    happened("events --kind relicensed --from open-source --to source-available --years 2023..", closed);
    let history: Vec<String> = tool::SELDON_CORE.events().map(|found| found.to_string()).collect();
    let shown = stdout("show seldon-core").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(history.iter().all(|event| shown.contains(event)), "{shown}");
    Ok(())
}

#[test]
fn questions_about_one_tool() {
    let catalog = Catalog::embedded();
    let feast = stdout("show feast").split_whitespace().collect::<Vec<_>>().join(" ");
    for (_, source) in catalog.resolve("feast").unwrap().claims() {
        assert!(feast.contains(source.map_or("no source", |source| source.as_str())), "{feast}");
    }
    for id in ["weave", "neptune-ai", "cog"] {
        let tool = catalog.get(id).unwrap();
        let owner = answer(&format!("show {id} --format json"));
        assert_eq!(owner[0]["vendor"].as_str(), tool.vendor());
        let shown = stdout(&format!("show {id}"));
        assert!(shown.contains(&tool.last_transfer().unwrap().to_string()), "{shown}");
    }
    let renamed = catalog.resolve("KFServing").unwrap().renamed_from("KFServing").unwrap();
    let told = format!("{} has been called {} since ", renamed.name_before(), renamed.name_after());
    assert!(stdout("ask replaced-by KFServing").starts_with(&told));
    let errata: Vec<_> =
        Paper::embedded().errata(catalog).into_iter().filter(|erratum| *erratum.tool() == "pachyderm").collect();
    assert!(!errata.is_empty());
    assert_eq!(answer("show pachyderm --format json")[0]["errata"], serde_json::to_value(errata).unwrap());
    let checked = stdout("list --columns name,repository,checked --query mlflow");
    let mlflow = [tool::MLFLOW.repository().unwrap().to_string(), tool::MLFLOW.checked().unwrap().to_string()];
    assert!(mlflow.iter().all(|cell| checked.contains(cell)), "{checked}");
    let missing = stdout("list --query source:missing --columns name,unsourced");
    for tool in &catalog.select(&Query::new().source_missing()) {
        assert!(missing.contains(tool.name()) && tool.unsourced().next().is_some());
    }
}

#[test]
fn questions_about_years_and_overlap() {
    let catalog = Catalog::embedded();
    let then = catalog.as_of(Year::new(2021).unwrap());
    let overlap = answer("overlap --as-of 2021 --format json");
    assert_eq!(overlap, serde_json::to_value(then.all().overlap()).unwrap());
    let strongest = &then.all().overlap().strongest_pairs()[0];
    let first = stdout("overlap --as-of 2021").lines().nth(1).unwrap().to_owned();
    let (a, b) = strongest.categories();
    let cells = [a.to_string(), b.to_string(), strongest.tools().len().to_string()];
    assert_eq!(first.split_whitespace().take(3).collect::<Vec<_>>(), cells);
    let by_category = answer("timeline --by category --format json");
    for (category, timeline) in catalog.all().timeline().by_category() {
        assert_eq!(by_category[category.as_str()], serde_json::to_value(timeline).unwrap());
    }
}
