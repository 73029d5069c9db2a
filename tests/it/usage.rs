//! How often tools are used, beside plain loops over the table.

use std::collections::BTreeMap;

use mlops_catalog::paper::{Exhibit, Ranked, Usage};
use mlops_catalog::{Catalog, Category, Paper};

use crate::support::paper;

/// The votes that Table 12 prints, by what it prints.
fn printed() -> Vec<(&'static str, u32)> {
    let table = Paper::embedded().question(Exhibit::Table(12)).unwrap();
    table.options().map(|option| (option.label(), option.count().unwrap())).collect()
}

fn usage() -> Usage<'static> {
    Paper::embedded().usage(Catalog::embedded())
}

#[test]
fn usage_of_a_tool_is_that_of_its_row() {
    let votes: BTreeMap<&str, u64> = printed().into_iter().map(|(label, votes)| (label, u64::from(votes))).collect();
    for tool in Catalog::embedded().tools() {
        let names =
            votes.keys().filter(|label| Catalog::embedded().find(label).map(|found| found.id()) == Some(tool.id()));
        let sum = names.map(|label| votes[label]).reduce(|a, b| a + b);
        // The table calls it by two names at once.
        let sum = if *tool.id() == "tfx" { Some(28) } else { sum };
        assert_eq!(usage().votes(tool.id().as_str()), sum, "{}", tool.id());
    }
    assert_eq!(usage().votes("no-such-tool"), None);
}

#[test]
fn usage_of_a_category_sums_its_tools() {
    for category in Category::all() {
        let tools = Catalog::embedded().tools().filter(|tool| tool.categories().contains(&category));
        let votes: Vec<u64> = tools.filter_map(|tool| usage().votes(tool.id().as_str())).collect();
        let sum = if votes.is_empty() { None } else { Some(votes.iter().sum()) };
        assert_eq!(usage().votes_in(category), sum, "{category}");
    }
    assert_eq!(usage().votes_in(Category::DatasetLabeling), None);
}

#[test]
fn usage_ranking_counts_those_with_more_votes() {
    let ranking = usage().ranking();
    let printed = printed();
    assert_eq!(ranking.len(), printed.len());
    for ranked in &ranking {
        assert_eq!(ranked.place(), 1 + printed.iter().filter(|(_, votes)| *votes > ranked.votes()).count());
        let option = printed.iter().find(|(label, _)| *label == ranked.label()).unwrap();
        assert_eq!(option.1, ranked.votes());
        // A tool can have the votes of several options.
        let votes = ranked.tool().and_then(|tool| usage().votes(tool.id()));
        assert!(ranked.tool().is_none() || votes.is_some_and(|votes| votes >= u64::from(ranked.votes())));
        let found = Catalog::embedded().find(ranked.label());
        assert!(found.is_none() || ranked.tool() == found, "{}", ranked.label());
    }
    assert!(ranking.is_sorted_by_key(Ranked::place));
    // Equal votes: the printed order.
    let at_five = ranking.iter().filter(|ranked| ranked.place() == 5).map(Ranked::label);
    assert_eq!(at_five.collect::<Vec<_>>(), ["TFX, Tensorflow Extended", "TensorBoard"]);
    assert_eq!(ranking[6].place(), 7);
    let first = serde_json::to_value(&ranking[0]).unwrap();
    assert_eq!(first, serde_json::json!({"place": 1, "label": "MLFlow", "votes": 50, "tool": "mlflow"}));
    let ansible = ranking.iter().find(|ranked| ranked.label() == "Ansible").unwrap();
    assert!(ansible.place() == 7 && ansible.tool().is_none());
}

const SURVEY: &str = "\
- id: table-12
  caption: Tools
  answers: many
  options:
    - {label: A, count: 0, tool: a}
    - {label: B, count: 3, tool: b}
    - {label: B again, count: 4, tool: b}
    - {label: C, tool: c}
    - {label: X, count: 3}
";

fn tool(category: &str, name: &str) -> String {
    format!(
        "name: {name}\ndescription: D.\ncategories: [{category}]\nlicense: {{type: private}}\nchecked: 2026-11-23\n"
    )
}

#[test]
fn usage_tells_no_votes_from_not_asked() {
    let (a, b) = (tool("feature-stores", "a"), tool("model-serving", "b"));
    let (c, d) = (tool("data-versioning", "c"), tool("dataset-labeling", "d"));
    let files = [("tools/a.yaml", &a), ("tools/b.yaml", &b), ("tools/c.yaml", &c), ("tools/d.yaml", &d)]
        .map(|(path, text)| (path, text.as_str()));
    let (catalog, paper) = paper::read(&[files.as_slice(), &[("paper/survey.yaml", SURVEY)]].concat());
    let usage = paper.usage(&catalog);
    let votes = ["a", "b", "c", "d"].map(|id| usage.votes(id));
    assert_eq!(votes, [Some(0), Some(7), None, None]);
    let of = [Category::FeatureStores, Category::ModelServing, Category::DataVersioning, Category::DatasetLabeling];
    assert_eq!(of.map(|category| usage.votes_in(category)), votes);
    let ranking = usage.ranking();
    let places: Vec<_> = ranking.iter().map(|ranked| (ranked.place(), ranked.label())).collect();
    assert_eq!(places, [(1, "B again"), (2, "B"), (2, "X"), (4, "A")]);
}

#[test]
fn usage_of_a_paper_without_the_table_is_empty() {
    let (catalog, paper) = paper::read(&[]);
    let usage = paper.usage(&catalog);
    assert!(usage.ranking().is_empty());
    assert_eq!((usage.votes("mlflow"), usage.votes_in(Category::ModelServing)), (None, None));
}
