//! Each example, run from outside as a user would.

#[path = "support/example.rs"]
mod support;

use std::collections::BTreeMap;
use std::process::Stdio;

use mlops_catalog::{Catalog, Category, LicenseType, LifeYear, Paper, Query, Selection, Status, Tool, Year, tool};
use serde_json::Value;

use support::{example, json, refusal, stdout};

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
fn a_year_of_the_past_is_the_catalog_as_of_that_year() {
    for number in [2012, 2019, 2023] {
        let then = Catalog::embedded().as_of(Year::new(number).unwrap());
        let tools = json(&format!("list --as-of {number} --format json"));
        assert_eq!(tools, serde_json::to_value(then.all()).unwrap());
        let life = json(&format!("timeline --as-of {number} --life --format json"));
        assert_eq!(life, serde_json::to_value(then.all().timeline().life()).unwrap());
        let overlap = json(&format!("overlap --as-of {number} --format json"));
        let combinations: Vec<_> = then.all().overlap().combinations().cloned().collect();
        assert_eq!(overlap["combinations"], serde_json::to_value(combinations).unwrap());
    }
    assert!(stdout("list --as-of 2019 model-serving").contains("KFServing"));
    assert_eq!(stdout("list --as-of 1950"), "No tool matches.\n");
    let printed = Paper::embedded().catalog().as_of(Year::new(2016).unwrap());
    assert_eq!(json("list --edition paper --as-of 2016 --format json").as_array().unwrap().len(), printed.len());
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
    for name in ["list", "timeline", "timeline --life", "overlap", "list --as-of 2020", "ask owners", "ask connected"] {
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
fn a_timeline_of_lives_has_every_year() {
    let all = Catalog::embedded().all();
    let timeline = all.timeline();
    let life = timeline.life();
    assert_eq!(json("timeline --life --format json"), serde_json::to_value(&life).unwrap());
    let table = stdout("timeline --life");
    let mut lines = table.lines().skip(1);
    let mut years = life.years().peekable();
    let first = years.peek().unwrap().year().get();
    let last = life.years().last().unwrap().year().get();
    let mut alive = 0;
    for number in first..=last {
        let line = lines.next().unwrap();
        let found: Vec<usize> = line.split_whitespace().map_while(|word| word.parse().ok()).collect();
        let counts = |year: &LifeYear<'_>| [year.born(), year.revived(), year.ended()].map(Selection::len);
        let year = years.next_if(|year| year.year().get() == number);
        let [born, revived, ended] = year.map_or([0; 3], counts);
        alive = alive + born + revived - ended;
        assert_eq!(found, [usize::from(number), born, revived, ended, alive], "{line}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    for (apart, name) in
        [(life.undated(), "Without a known year"), (life.ended_undated(), "Ended in a year that is not known")]
    {
        let line = format!("\n{name}: {}\n", tools(apart.len()));
        assert_eq!(table.contains(&line), !apart.is_empty(), "{table}");
    }
}

/// `1 tool`, `2 tools`.
fn tools(number: usize) -> String {
    format!("{number} tool{}", if number == 1 { "" } else { "s" })
}

#[test]
fn timelines_by_category_and_by_licence_are_those_of_the_parts() {
    let all = Catalog::embedded().all();
    let timeline = all.timeline();
    for (line, by_license) in [("timeline --by category", false), ("timeline --by license", true)] {
        let parts: Vec<(&str, _)> = match by_license {
            false => timeline.by_category().map(|(of, part)| (of.id(), part)).collect(),
            true => timeline.by_license_type().map(|(of, part)| (of.id(), part)).collect(),
        };
        let groups = json(&format!("{line} --format json"));
        let lives = json(&format!("{line} --life --format json"));
        assert_eq!((groups.as_object().unwrap().len(), lives.as_object().unwrap().len()), (parts.len(), parts.len()));
        for (of, part) in &parts {
            assert_eq!(groups[of], serde_json::to_value(part).unwrap());
            assert_eq!(lives[of], serde_json::to_value(part.life()).unwrap());
        }
        let text = stdout(&format!("{line} --format json"));
        let shown: Vec<usize> = parts.iter().map(|(of, _)| text.find(&format!("\n  \"{of}\": {{")).unwrap()).collect();
        assert!(shown.is_sorted(), "{line}");
        let table = stdout(line);
        let headings: Vec<&str> = table.lines().filter(|line| parts.iter().any(|(of, _)| of == line)).collect();
        assert_eq!(headings, parts.iter().map(|(of, _)| *of).collect::<Vec<_>>());
    }
    assert_eq!(stdout("timeline --by category --released 1950"), "No tool matches.\n");
    assert_eq!(json("timeline --by license --released 1950 --format json"), serde_json::json!({}));
}

#[test]
fn ask_answers_with_what_the_catalog_finds() {
    let catalog = Catalog::embedded();
    let all = catalog.all();
    let serving = catalog.select(&Query::new().category(Category::ModelServing));
    let value = |line: &str| json(&format!("ask {line} --format json"));
    fn of(result: impl serde::Serialize) -> Value {
        serde_json::to_value(result).unwrap()
    }
    assert_eq!(value("replaced-by Snorkel"), of(catalog.successors(tool::SNORKEL)));
    assert_eq!(value("alternatives neptune-ai"), of(catalog.alternatives(tool::NEPTUNE_AI)));
    assert_eq!(value("owners"), of(all.owners()));
    assert_eq!(value("owners model-serving"), of(serving.owners()));
    assert_eq!(value("changed-hands 2023..=2025"), of(all.changed_hands(2023..=2025)));
    assert_eq!(value("changed-hands .. model-serving"), of(serving.changed_hands(..)));
    assert_eq!(value("connected"), of(all.most_connected(10)));
    assert_eq!(value("connected --top 2 model-serving"), of(serving.most_connected(2)));
    assert_eq!(value("replaced-by mlflow"), serde_json::json!([]));
    let then = catalog.as_of(Year::new(2020).unwrap());
    assert_eq!(value("owners --as-of 2020"), of(then.all().owners()));
}

#[test]
fn ask_shows_people_a_table_or_says_that_there_is_nothing() {
    let all = Catalog::embedded().all();
    let table = stdout("ask changed-hands 2023..=2025");
    let dated = table.lines().filter(|line| line.starts_with(" 20"));
    assert_eq!(dated.count(), all.changed_hands(2023..=2025).len());
    let table = stdout("ask connected --top 1");
    for tool in all.most_connected(1) {
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
        ("ask changed-hands 1950", "No tool changed hands or licence in 1950.\n"),
        ("ask connected --released 1950", "No tool belongs to two categories.\n"),
    ] {
        assert_eq!(stdout(line), nothing);
    }
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
        ("ask replaced-by mlfow", "error: unknown tool `mlfow`; did you mean `MLflow`?"),
        ("ask alternatives qqqqqq", "error: unknown tool `qqqqqq`; no tool has a name like this"),
        ("ask replaced-by", "error: the following required arguments were not provided: <TOOL>"),
        ("ask connected --top 0", "error: `0` is not a number of tools; write one such as 10"),
        ("ask connected --top x", "error: `x` is not a number of tools; write one such as 10"),
        (
            "ask",
            "error: 'ask' requires a subcommand but one was not provided; \
             [subcommands: replaced-by, alternatives, owners, changed-hands, connected, help]",
        ),
        ("ask ownrs", "error: unrecognized subcommand 'ownrs'; a similar subcommand exists: 'owners'"),
        ("ask owners model-servin", "error: unknown category `model-servin`; did you mean `model-serving`?"),
        ("list --as-of 18", "error: `18` is not a year; write one from 1950 on, such as 2018"),
        ("timeline --as-of 1949", "error: `1949` is not a year; write one from 1950 on, such as 2018"),
        ("overlap --as-of 2018-05", "error: `2018-05` is not a year; write one from 1950 on, such as 2018"),
        (
            "ask changed-hands 2026..2023",
            "error: no year lies in `2026..2023`; ranges of years are written 2018, 2018..=2021, 2018.. or ..=2020",
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

#[test]
fn help_names_the_options_and_shows_examples() {
    for name in ["list", "timeline", "overlap"] {
        let help = stdout(&format!("{name} --help"));
        for option in [
            "--license",
            "--released",
            "--status",
            "--query",
            "--edition",
            "--catalog",
            "--as-of",
            "--format",
            "Examples:",
        ] {
            assert!(help.contains(option), "{name}: {option}");
        }
    }
    for (name, word) in [
        ("paper", "tables"),
        ("check", "--deny-warnings"),
        ("bake", "--check"),
        ("ask", "changed-hands"),
        ("timeline", "--life"),
    ] {
        assert!(stdout(&format!("{name} --help")).contains(word));
    }
}

#[test]
fn a_closed_pipe_ends_an_example_quietly() {
    for line in
        ["list --format json", "list --format csv", "timeline", "overlap --format json", "paper tables", "ask owners"]
    {
        let mut words = line.split_whitespace();
        let mut command = example(words.next().unwrap());
        let mut child = command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
    }
}
