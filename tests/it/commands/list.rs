//! The command `list`.

use std::collections::BTreeMap;

use mlops_catalog::model::{ChangeKind, Fact};
use mlops_catalog::views::{Absence, Order, SortKey};
use mlops_catalog::{Catalog, Category, LicenseType, Paper, Query, Status, Year};
use pulldown_cmark::{Event as MarkdownEvent, Parser, Tag};
use serde_json::Value;

use crate::support::command::{command, json, refusal, stdout};
use crate::support::own::directory;

fn ids(tools: &Value) -> Vec<&str> {
    tools.as_array().unwrap().iter().map(|tool| tool["id"].as_str().unwrap()).collect()
}

fn selected(query: &Query) -> Vec<&'static str> {
    let tools = Catalog::embedded().select(query).sorted(SortKey::Name, Order::Ascending);
    tools.into_iter().map(|tool| tool.id().as_str()).collect()
}

fn asked(query: &str) -> Vec<&'static str> {
    selected(&query.parse().unwrap())
}

#[test]
fn list_matches_the_query_of_its_filters() {
    let open = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource);
    assert!(!selected(&open).is_empty());
    for (line, query) in [
        ("list", Query::new()),
        ("list feature-stores --license open-source", open),
        (
            "list model-serving feature-stores",
            Query::new().category(Category::ModelServing).category(Category::FeatureStores),
        ),
        ("list --released 2018..=2019 --status active", Query::new().released(2018..=2019).status(Status::Active)),
        ("list --released ..2015", Query::new().released(..2015)),
        (
            "list model-serving --query category:end-to-end-platforms+model-observability",
            Query::new().all_categories([
                Category::EndToEndPlatforms,
                Category::ModelObservability,
                Category::ModelServing,
            ]),
        ),
        ("list --license apache-2.0,private", "license:Apache-2.0,private".parse().unwrap()),
        ("list --stage data --vendor databricks", "stage:data vendor:Databricks".parse().unwrap()),
        ("list --query -license:open-source", "-license:open-source".parse().unwrap()),
        ("list --query archived:2024", Query::new().event_in(ChangeKind::Archived, 2024)),
        ("list --released ..=2015 --query kubernetes", Query::new().released(..=2015).text("kubernetes")),
    ] {
        let tools = json(&format!("{line} --format json"));
        assert_eq!(ids(&tools), selected(&query), "{line}");
    }
}

#[test]
fn list_sorts_by_every_key() {
    let all = Catalog::embedded().all();
    for key in SortKey::all() {
        for (line, order) in [("", Order::Ascending), (" --reverse", Order::Descending)] {
            let tools = json(&format!("list --sort {key}{line} --format json"));
            let sorted: Vec<&str> = all.sorted(key, order).into_iter().map(|tool| tool.id().as_str()).collect();
            assert_eq!(ids(&tools), sorted, "{key}");
        }
    }
    // Tables have the order of the JSON.
    let table = stdout("list feature-stores --columns id --sort released --reverse");
    let shown: Vec<&str> = table.lines().skip(1).map_while(|line| line.split_whitespace().next()).collect();
    let value = json("list feature-stores --sort released --reverse --format json");
    assert_eq!(shown, ids(&value));
    let first = json("list feature-stores --sort released --reverse --top 3 --format json");
    assert_eq!(ids(&first), ids(&value)[..3]);
    let more = format!("\n\n3 tools\n{} more match; without --top all are shown.\n", shown.len() - 3);
    assert!(stdout("list feature-stores --top 3").ends_with(&more));
}

#[test]
fn list_shows_the_category_that_was_asked_for() {
    let table = stdout("list model-observability --columns name,category,also-in");
    assert!(table.lines().next().unwrap().ends_with("Also in"), "{table}");
    let mlflow = table.lines().find(|line| line.contains(" MLflow ")).unwrap();
    assert!(mlflow.contains("model-observability") && mlflow.contains("experiment-tracking +"), "{mlflow}");
    assert!(stdout("list --sort checked").lines().next().unwrap().ends_with("Checked"));
    assert!(stdout("list --sort vendor").lines().next().unwrap().ends_with("Vendor"));
    assert!(stdout("list --ids").lines().next().unwrap().starts_with(" Id "));
}

#[test]
fn list_as_links_is_a_line_of_markdown_for_each_tool() {
    let text = stdout("list notebooks --format list");
    let tools = asked("category:notebooks");
    assert_eq!(text.lines().count(), tools.len());
    for (line, id) in text.lines().zip(tools) {
        let tool = Catalog::embedded().get(id).unwrap();
        assert!(line.starts_with("- "), "{line}");
        let license = tool.spdx().map_or(tool.license_type().as_str(), |spdx| spdx.as_str());
        assert!(line.ends_with(&format!(" `{license}`")), "{line}");
        let links = Parser::new(line).filter(|event| matches!(event, MarkdownEvent::Start(Tag::Link { .. })));
        assert_eq!(links.count(), usize::from(tool.homepage().or(tool.repository()).is_some()), "{line}");
    }
}

#[test]
fn list_json_has_the_fields_of_each_tool() {
    for value in json("list --format json").as_array().unwrap() {
        let tool = Catalog::embedded().get(value["id"].as_str().unwrap()).unwrap();
        assert_eq!(value["name"], tool.name());
        assert_eq!(value["license"]["type"], tool.license_type().as_str());
        assert_eq!(value["license"]["spdx"], tool.spdx().map_or(Value::Null, |spdx| spdx.as_str().into()));
        assert_eq!(value["released"], tool.release_date().map_or(Value::Null, |date| date.to_string().into()));
        assert_eq!(value["year"], tool.release_year().map_or(Value::Null, |year| year.get().into()));
        assert_eq!(value["status"], tool.status().as_str());
        let categories: Vec<&str> = tool.categories().iter().map(|category| category.as_str()).collect();
        assert_eq!(value["categories"], Value::from(categories));
        assert_eq!(value["history"].as_array().unwrap().len(), tool.history().len());
    }
}

#[test]
fn list_tables_have_a_line_for_each_tool() {
    let table = stdout("list feature-stores");
    let tools = selected(&Query::new().category(Category::FeatureStores));
    assert!(table.ends_with(&format!("\n\n{} tools\n", tools.len())), "{table}");
    assert!(table.lines().any(|line| line.contains("Feast") && line.contains("open-source (Apache-2.0)")));
    assert_eq!(stdout("list --released 1950"), "No tool matches.\n");
    assert_eq!(json("list --released 1950 --format json"), Value::Array(Vec::new()));
    let markdown = stdout("list feature-stores --format markdown");
    assert_eq!(markdown.lines().count(), tools.len() + 2);
    assert!(markdown.lines().all(|line| line.starts_with("| ") || line.starts_with("| ---") || line.starts_with('|')));
}

#[test]
fn list_csv_is_read_back() {
    let text = stdout("list --format csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), Catalog::embedded().len());
    for row in rows {
        let tool = Catalog::embedded().get(&row["id"]).unwrap();
        assert_eq!(row["name"], tool.name());
        assert_eq!(row["spdx"], tool.spdx().map_or("", |spdx| spdx.as_str()));
        assert_eq!(row["categories"].split(';').count(), tool.categories().len());
        assert_eq!(row["description"], tool.description().unwrap_or_default());
        assert_eq!(row["repository"], tool.repository().map_or("", |page| page.as_str()));
        assert_eq!(row["history"].is_empty(), tool.history().is_empty());
        let facts = Fact::all().filter(|fact| tool.source(*fact).is_some()).count();
        let events: Vec<_> = tool.events().filter(|found| found.event().source().is_some()).collect();
        assert_eq!(row["sources"].is_empty(), facts + events.len() == 0);
        for found in events {
            assert!(row["sources"].contains(&format!("{found}: {}", found.event().source().unwrap())), "{}", row["id"]);
        }
    }
}

#[test]
fn list_as_of_a_year_is_the_catalog_of_that_year() {
    for number in [2012, 2019, 2023] {
        let then = Catalog::embedded().as_of(Year::new(number).unwrap());
        let tools = json(&format!("list --as-of {number} --format json"));
        let sorted = then.all().sorted(SortKey::Name, Order::Ascending);
        assert_eq!(tools, serde_json::to_value(sorted).unwrap());
        let life = json(&format!("timeline --as-of {number} --life --format json"));
        assert_eq!(life, serde_json::to_value(then.all().timeline().lifespans()).unwrap());
        let overlap = json(&format!("overlap --as-of {number} --format json"));
        let combinations: Vec<_> = then.all().overlap().combinations().cloned().collect();
        assert_eq!(overlap["combinations"], serde_json::to_value(combinations).unwrap());
    }
    assert!(stdout("list --as-of 2019 model-serving").contains("KFServing"));
    let nothing = format!(
        "No tool matches.\nNot in the landscape at the end of 1950: {} tools: {} released later, {} without a known year of release.\n",
        Catalog::embedded().len(),
        Catalog::embedded().absent_in(Year::FIRST, Absence::ReleasedLater).len(),
        Catalog::embedded().absent_in(Year::FIRST, Absence::ReleaseUndated).len(),
    );
    assert_eq!(stdout("list --as-of 1950"), nothing);
    let printed = Paper::embedded().catalog().as_of(Year::new(2016).unwrap());
    assert_eq!(json("list --edition paper --as-of 2016 --format json").as_array().unwrap().len(), printed.len());
}

#[test]
fn list_edition_paper_is_what_is_printed() {
    let tools = json("list --edition paper --format json");
    let printed = Paper::embedded().catalog();
    let sorted = printed.all().sorted(SortKey::Name, Order::Ascending);
    assert_eq!(ids(&tools), sorted.into_iter().map(|tool| tool.id().as_str()).collect::<Vec<_>>());
    // The paper prints no status.
    assert!(tools.as_array().unwrap().iter().all(|tool| tool["status"].is_null()));
    assert!(!stdout("list --edition paper").lines().next().unwrap().contains("Status"));
    let refused = "error: the paper prints no status; leave out --status or --edition";
    assert_eq!(refusal("list --edition paper --status active"), refused);
    let featuretools = tools.as_array().unwrap().iter().find(|tool| tool["id"] == "featuretools").unwrap();
    assert_eq!(featuretools["license"]["type"], "private");
}

/// A catalog of one tool with that name and vendor.
fn named(name: &str, vendor: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("tools")).unwrap();
    std::fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let tool = serde_json::json!({
        "name": name, "vendor": vendor, "description": "Serves.", "categories": ["model-serving"],
        "license": {"type": "private"}, "checked": "2026-11-23",
    });
    std::fs::write(dir.path().join("tools/tool.yaml"), tool.to_string()).unwrap();
    dir
}

#[test]
fn list_csv_is_safe_in_a_spreadsheet() {
    for (name, vendor, cells) in [
        ("=cmd|' /C calc'!A0", "+1-800", ["'=cmd|' /C calc'!A0", "'+1-800"]),
        ("@SUM(1)", "-1", ["'@SUM(1)", "'-1"]),
        ("a=b", "'quoted'", ["a=b", "'quoted'"]),
    ] {
        let dir = named(name, vendor);
        let text = stdout(&format!("list --format csv --catalog {}", dir.path().display()));
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let row: BTreeMap<String, String> = rows.deserialize().next().unwrap().unwrap();
        assert_eq!([row["name"].as_str(), row["vendor"].as_str()], cells);
        let json = json(&format!("list --format json --catalog {}", dir.path().display()));
        assert_eq!(json[0]["name"], name);
    }
}

#[test]
fn list_markdown_has_the_same_cells_for_every_reader() {
    let dir = named("a \\| b <img src=x onerror=alert(1)> _i_ [x](https://e.org)", "Me");
    let text = stdout(&format!("list --format markdown --catalog {}", dir.path().display()));
    let row = text.lines().last().unwrap();
    assert_eq!(row.matches('|').count(), 6, "{row}");
    assert!(row.contains(r"\<img src=x onerror=alert(1)\> \_i\_ \[x\]("), "{row}");
}

/// Programs read lines; in a pipe each tool is one, however long its name is.
#[test]
fn list_tables_have_one_line_for_each_tool_in_a_pipe() {
    let name = "A name of many words ".repeat(20);
    let dir = named(name.trim(), "Me");
    let table = stdout(&format!("list --catalog {}", dir.path().display()));
    assert_eq!(table.lines().count(), 1 + 1 + 1 + 1, "{table}");
    assert!(table.contains(name.trim()), "{table}");
}

/// `script` gives the command a terminal, where there is one.
#[cfg(target_os = "linux")]
#[test]
fn list_tables_follow_the_width_of_a_terminal() {
    let dir = named(&format!("{} http://example.org", "A name of many words ".repeat(10)), "Me");
    let program = crate::support::command::program("mlops-catalog").get_program().to_string_lossy().into_owned();
    for width in [60, 100] {
        let line = format!("stty rows 24 cols {width}; {program} list --catalog {}", dir.path().display());
        let Ok(output) =
            std::process::Command::new("script").args(["-qec", &line, "/dev/null"]).env_remove("COLUMNS").output()
        else {
            return;
        };
        let said = String::from_utf8(output.stdout).unwrap();
        let widest = said.lines().map(|line| line.trim_end().chars().count()).max().unwrap();
        assert!(widest <= width && widest > width / 2, "{width}: {said}");
    }
}

#[test]
fn list_of_names_with_markup_or_formulas_is_harmless() {
    let dir = directory(
        "name: '=HYPERLINK(1) | *b* \\'\n\
         description: '+1 | `x`'\n\
         categories: [notebooks]\n\
         license: {type: private}\n\
         checked: 2026-01-01\n",
    );
    let list = |format: &str| {
        let output = command(&format!("list --format {format} --catalog")).arg(dir.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let csv = list("csv");
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let row: BTreeMap<String, String> = rows.deserialize().next().unwrap().unwrap();
    assert_eq!((row["name"].as_str(), row["description"].as_str()), ("'=HYPERLINK(1) | *b* \\", "'+1 | `x`"));
    let markdown = list("markdown");
    let row = markdown.lines().nth(2).unwrap();
    assert_eq!(row.matches('|').count(), 6, "{row}");
    assert!(row.contains("\\*b\\*"), "{row}");
}
