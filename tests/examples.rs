//! Each example, run from outside as a user would.

#[path = "support/example.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;

use mlops_catalog::{Catalog, Category, Fact, LicenseType, Paper, Query, Status};
use serde_json::Value;

use support::{example, json, refusal, run, stdout};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");

fn ids(tools: &Value) -> Vec<&str> {
    tools.as_array().unwrap().iter().map(|tool| tool["id"].as_str().unwrap()).collect()
}

fn selected(query: &Query) -> Vec<&'static str> {
    Catalog::embedded().select(query).iter().map(|tool| tool.id().as_str()).collect()
}

#[test]
fn list_gives_the_tools_of_the_filters() {
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
    ] {
        let tools = json(&format!("{line} --format json"));
        assert_eq!(ids(&tools), selected(&query), "{line}");
    }
}

#[test]
fn list_json_has_the_fields_of_each_tool() {
    for value in json("list --format json").as_array().unwrap() {
        let tool = Catalog::embedded().tool(value["id"].as_str().unwrap()).unwrap();
        assert_eq!(value["name"], tool.name());
        assert_eq!(value["license"]["type"], tool.license_type().id());
        assert_eq!(value["license"]["spdx"], tool.license().map_or(Value::Null, Value::from));
        assert_eq!(value["released"], tool.released().map_or(Value::Null, |date| date.to_string().into()));
        assert_eq!(value["year"], tool.year().map_or(Value::Null, |year| year.get().into()));
        assert_eq!(value["status"], tool.status().id());
        let categories: Vec<&str> = tool.categories().iter().map(|category| category.id()).collect();
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
        let tool = Catalog::embedded().tool(&row["id"]).unwrap();
        assert_eq!(row["name"], tool.name());
        assert_eq!(row["spdx"], tool.license().unwrap_or_default());
        assert_eq!(row["categories"].split(';').count(), tool.categories().len());
    }
}

#[test]
fn the_paper_edition_is_what_is_printed() {
    let tools = json("list --edition paper --format json");
    let printed = Paper::embedded().catalog();
    assert_eq!(ids(&tools), printed.tools().map(|tool| tool.id().as_str()).collect::<Vec<_>>());
    let featuretools = tools.as_array().unwrap().iter().find(|tool| tool["id"] == "featuretools").unwrap();
    assert_eq!(featuretools["license"]["type"], "private");
}

#[test]
fn a_catalog_directory_gives_what_the_crate_gives() {
    for name in ["list", "timeline", "overlap"] {
        let ours = stdout(&format!("{name} --format json"));
        assert_eq!(stdout(&format!("{name} --format json --catalog {CATALOG}")), ours);
        assert_eq!(stdout(&format!("{name} --format json")), ours, "the same output twice");
    }
}

#[test]
fn timeline_json_is_the_timeline() {
    let value = json("timeline model-serving --format json");
    let all = Catalog::embedded().select(&Query::new().category(Category::ModelServing));
    let timeline = all.timeline();
    let years = value["years"].as_array().unwrap();
    assert_eq!(years.len(), timeline.years().len());
    for (year, group) in years.iter().zip(timeline.years()) {
        assert_eq!(year["year"], group.year().get());
        assert_eq!(year["count"], group.selection().len());
        assert_eq!(year["cumulative"], group.cumulative());
        let tools: Vec<&str> = group.selection().iter().map(|tool| tool.id().as_str()).collect();
        assert_eq!(year["tools"], Value::from(tools));
    }
    assert_eq!(value["undated"]["count"], timeline.undated().len());
}

#[test]
fn the_timeline_table_has_every_year_and_the_undated() {
    let table = stdout("timeline --edition paper");
    let printed = Paper::embedded().catalog();
    let all = printed.all();
    let timeline = all.timeline();
    let years: Vec<u16> = timeline.years().map(|group| group.year().get()).collect();
    for year in years[0]..=*years.last().unwrap() {
        assert!(table.lines().any(|line| line.trim_start().starts_with(&year.to_string())), "{year}: {table}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    assert!(table.ends_with(&format!("Without a known year: {} tools\n", timeline.undated().len())), "{table}");
}

#[test]
fn overlap_json_is_the_overlap() {
    let value = json("overlap --format json");
    let all = Catalog::embedded().all();
    let overlap = all.overlap();
    let pairs = value["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), overlap.pairs().count());
    for (pair, shared) in pairs.iter().zip(overlap.pairs()) {
        let (a, b) = shared.categories();
        assert_eq!((pair["a"].as_str(), pair["b"].as_str()), (Some(a.id()), Some(b.id())));
        assert_eq!(pair["shared"], shared.selection().len());
        assert_eq!(pair["tools"].as_array().unwrap().len(), shared.selection().len());
        assert!((pair["jaccard"].as_f64().unwrap() - shared.jaccard()).abs() < 1e-12);
    }
    let tools: u64 = value["combinations"].as_array().unwrap().iter().map(|of| of["count"].as_u64().unwrap()).sum();
    assert_eq!(tools, Catalog::embedded().len() as u64);
}

#[test]
fn overlap_tables_show_pairs_that_share_tools() {
    let table = stdout("overlap");
    let all = Catalog::embedded().all();
    let overlap = all.overlap();
    let most = overlap.pairs().map(|shared| shared.selection().len()).max().unwrap();
    let first = table.lines().nth(1).unwrap();
    assert!(first.split_whitespace().any(|cell| cell == most.to_string()), "{first}");
    assert_eq!(stdout("overlap --released 1950"), "No tool belongs to two categories.\n");
}

#[test]
fn paper_tables_are_shown_as_printed() {
    let tables = json("paper tables --format json");
    assert_eq!(tables.as_array().unwrap().len(), 9);
    let six = json("paper tables 6 --format json");
    assert_eq!(six[0]["title"], "Hyperparameter optimization");
    assert_eq!(six[0]["category"], "hyperparameter-optimization");
    let row = serde_json::json!({"name": "Optuna", "type": "open-source", "released": 2019, "tool": "optuna"});
    assert_eq!(six[0]["rows"].as_array().unwrap().last().unwrap(), &row);
    assert_eq!(json("paper tables 7 --format json")[0]["rows"][0]["released"], Value::Null);
    let shown = stdout("paper tables 6");
    assert_eq!(shown.lines().filter(|line| line.contains("Optuna")).count(), 2);
    assert_eq!(stdout("paper tables").matches("\nTable ").count(), 8);
}

#[test]
fn wrong_arguments_are_answered_in_one_line_with_the_nearest_word() {
    for (line, answer) in [
        ("list feature-store", "error: unknown category `feature-store`; did you mean `feature-stores`?"),
        ("list --license opensource", "error: unknown licence type `opensource`; did you mean `open-source`?"),
        ("timeline --status actve", "error: unknown status `actve`; did you mean `active`?"),
        ("overlap --query categry:model-serving", "error: unknown query key `categry`; did you mean `category`?"),
        (
            "list --released 2021..2018",
            "error: no year lies in `2021..2018`; ranges of years are written 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        (
            "list --licence public",
            "error: unexpected argument '--licence' found; a similar argument exists: '--license'",
        ),
    ] {
        assert_eq!(refusal(line), answer);
    }
    assert!(refusal("list --format yaml").contains("table, json, csv, markdown"));
    assert!(refusal("list --edition papr").contains("'paper'"));
    assert!(refusal("list --edition paper --catalog catalog").contains("--catalog"));
    for number in ["0", "10", "x"] {
        let answer = format!("error: the paper has no table of tools `{number}`; its tables are numbered 1 to 9");
        assert_eq!(refusal(&format!("paper tables {number}")), answer);
    }
    assert!(refusal("paper table 1").contains("'tables'"));
    assert!(refusal("check").contains("DIR"));
    assert_eq!(
        refusal("bake --chek"),
        "error: unexpected argument '--chek' found; a similar argument exists: '--check'"
    );
}

#[test]
fn problems_of_a_catalog_end_with_status_1() {
    let dir = tempfile::tempdir().unwrap();
    for (name, args) in [("check", vec![]), ("list", vec!["--catalog"])] {
        let output = example(name).args(args).arg(dir.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains("the folder has no `catalog.yaml`") && errors.contains("missing-file"), "{errors}");
    }
}

const UNSOURCED: &str = "tests/problems/unsourced/catalog";

#[test]
fn check_counts_warnings_and_fails_for_them_only_when_asked_to() {
    let output = run(&format!("check {UNSOURCED}"));
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with(&format!("{UNSOURCED}/tools/bare.yaml:4:18: the first release has no source")), "{said}");
    let result = format!("{UNSOURCED}: 2 tools, no problems, 4 warnings (4 unsourced)\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), result);
    assert_eq!(run(&format!("check {UNSOURCED} --deny-warnings")).status.code(), Some(1));
    let catalog = run("check catalog");
    let result = String::from_utf8(catalog.stdout).unwrap();
    assert!(result.starts_with(&format!("catalog: {} tools, no problems", Catalog::embedded().len())), "{result}");
}

#[test]
fn check_shows_errors_before_warnings() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let tool = |name: &str, category: &str| {
        let text =
            format!("name: {name}\ndescription: Serves.\ncategories: [{category}]\nlicense: {{type: private}}\n");
        fs::write(dir.path().join(format!("tools/{name}.yaml")), text + "checked: 2026-11-23\n").unwrap();
    };
    tool("a", "model-serving");
    tool("b", "model-servin");
    let output = example("check").arg(dir.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let (error, warning) = (said.find("error[unknown-category]").unwrap(), said.find("[unsourced]").unwrap());
    assert!(error < warning && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn check_tells_programs_where_each_problem_is() {
    let output = run("check tests/problems/repeated-field/catalog --format json");
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "dir": "tests/problems/repeated-field/catalog",
        "problems": [{
            "level": "error", "rule": "repeated-field", "file": "tools/twice.yaml",
            "line": 6, "column": 1, "end_line": 6, "end_column": 12, "start": 147, "end": 158,
            "message": "the field `description` is given twice", "help": "leave one of them out",
            "also": {
                "file": "tools/twice.yaml",
                "line": 2, "column": 1, "end_line": 2, "end_column": 12, "start": 11, "end": 22,
                "label": "given first here",
            },
        }],
        "left_out": [],
    });
    assert_eq!(found, expected);
    let text = fs::read_to_string("tests/problems/repeated-field/catalog/tools/twice.yaml").unwrap();
    assert_eq!(&text[147..158], "description");
}

#[test]
fn check_annotates_a_workflow() {
    let output = run("check tests/problems/unknown-license-type/catalog --format github");
    assert_eq!(output.status.code(), Some(1));
    let expected = "::error file=tests/problems/unknown-license-type/catalog/tools/type.yaml,line=4,col=17,endLine=4,\
                    endColumn=27,title=unknown-license-type::unknown licence type `opensource`%0Adid you mean \
                    `open-source`?\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn check_counts_the_evidence_by_category() {
    let found = json("check catalog --summary --format json");
    let of = |category: Category| -> [usize; 3] {
        let tools: Vec<_> = Catalog::embedded().tools().filter(|tool| tool.is_in(category)).collect();
        let (mut sourced, mut unsourced) = (0, 0);
        for tool in &tools {
            let facts = [Fact::Released, Fact::License, Fact::Successor].map(|fact| tool.source(fact).is_some());
            let claimed = [tool.release().is_some(), true, tool.successor().is_some()];
            let events = tool.history().iter().map(|event| event.source().is_some());
            for has_source in
                claimed.into_iter().zip(facts).filter(|(claimed, _)| *claimed).map(|(_, has)| has).chain(events)
            {
                if has_source { sourced += 1 } else { unsourced += 1 }
            }
        }
        [tools.len(), sourced, unsourced]
    };
    for row in found["summary"]["categories"].as_array().unwrap() {
        let counts = of(row["category"].as_str().unwrap().parse().unwrap());
        assert_eq!([&row["tools"], &row["sourced"], &row["unsourced"]], counts.map(Value::from).each_ref(), "{row}");
    }
    let output = run("check catalog --summary");
    assert!(output.status.success() && output.stderr.is_empty());
    let lines = String::from_utf8(output.stdout).unwrap().lines().count();
    assert_eq!(lines, 1 + 1 + 1 + Category::all().len() + 1);
}

#[test]
fn help_names_the_options_and_shows_examples() {
    for name in ["list", "timeline", "overlap"] {
        let help = stdout(&format!("{name} --help"));
        for option in
            ["--license", "--released", "--status", "--query", "--edition", "--catalog", "--format", "Examples:"]
        {
            assert!(help.contains(option), "{name}: {option}");
        }
    }
    for (name, word) in [("paper", "tables"), ("check", "--deny-warnings"), ("bake", "--check")] {
        assert!(stdout(&format!("{name} --help")).contains(word));
    }
}

#[test]
fn a_closed_pipe_ends_an_example_quietly() {
    for line in ["list --format json", "timeline", "overlap --format json", "paper tables"] {
        let mut words = line.split_whitespace();
        let mut command = example(words.next().unwrap());
        let mut child = command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
    }
}
