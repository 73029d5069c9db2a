//! The command `timeline`.

use mlops_catalog::views::LifespanYear;
use mlops_catalog::{Catalog, Category, Paper, Query, Selection};
use serde_json::Value;

use crate::support::command::{json, stdout, tools};

#[test]
fn timeline_json_is_the_timeline() {
    let value = json("timeline model-serving --format json");
    let all = Catalog::embedded().select(&Query::new().category(Category::ModelServing));
    let timeline = all.timeline();
    let years = value["years"].as_array().unwrap();
    assert_eq!(years.len(), timeline.years().len());
    for (year, group) in years.iter().zip(timeline.years()) {
        assert_eq!(year["year"], group.year().get());
        assert_eq!(year["count"], group.tools().len());
        assert_eq!(year["cumulative"], group.cumulative());
        let tools: Vec<&str> = group.tools().iter().map(|tool| tool.id().as_str()).collect();
        assert_eq!(year["tools"], Value::from(tools));
    }
    assert_eq!(value["undated"]["count"], timeline.undated().len());
}

#[test]
fn timeline_table_has_every_year_and_the_undated() {
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
fn timeline_life_has_every_year() {
    let all = Catalog::embedded().all();
    let timeline = all.timeline();
    let life = timeline.lifespans();
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
        let counts =
            |year: &LifespanYear<'_>| [year.released(), year.revived(), year.discontinued()].map(Selection::len);
        let year = years.next_if(|year| year.year().get() == number);
        let [born, revived, ended] = year.map_or([0; 3], counts);
        alive = alive + born + revived - ended;
        assert_eq!(found, [usize::from(number), born, revived, ended, alive], "{line}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    for (apart, name) in
        [(life.undated(), "Without a known year"), (life.discontinued_undated(), "Ended in a year that is not known")]
    {
        let line = format!("\n{name}: {}\n", tools(apart.len()));
        assert_eq!(table.contains(&line), !apart.is_empty(), "{table}");
    }
}

#[test]
fn timeline_by_category_and_license_is_that_of_the_parts() {
    let all = Catalog::embedded().all();
    let timeline = all.timeline();
    for by in ["category", "license", "stage", "vendor"] {
        let line = &format!("timeline --by {by}{}", if by == "vendor" { " --top 1000" } else { "" });
        let parts: Vec<(&str, _)> = match by {
            "category" => timeline.by_category().map(|(of, part)| (of.as_str(), part)).collect(),
            "stage" => timeline.by_stage().map(|(of, part)| (of.as_str(), part)).collect(),
            "vendor" => timeline.by_vendor().collect(),
            _ => timeline.by_license_type().map(|(of, part)| (of.as_str(), part)).collect(),
        };
        let groups = json(&format!("{line} --format json"));
        let lives = json(&format!("{line} --life --format json"));
        assert_eq!((groups.as_object().unwrap().len(), lives.as_object().unwrap().len()), (parts.len(), parts.len()));
        for (of, part) in &parts {
            assert_eq!(groups[of], serde_json::to_value(part).unwrap());
            assert_eq!(lives[of], serde_json::to_value(part.lifespans()).unwrap());
        }
        let text = stdout(&format!("{line} --format json"));
        let shown: Vec<usize> =
            parts.iter().map(|(of, _)| text.find(&format!("\n  {}: {{", Value::from(*of))).unwrap()).collect();
        assert!(shown.is_sorted(), "{line}");
        let table = stdout(line);
        let headings: Vec<&str> = table.lines().filter(|line| parts.iter().any(|(of, _)| of == line)).collect();
        assert_eq!(headings, parts.iter().map(|(of, _)| *of).collect::<Vec<_>>());
    }
    // One scale: the same years in every table, and the longest bar in one of them.
    let table = stdout("timeline --by stage");
    let years: Vec<u16> = timeline.years().map(|group| group.year().get()).collect();
    for stage in table.split("\n\n").filter(|part| part.contains("In all")) {
        assert_eq!(stage.lines().count(), usize::from(years[years.len() - 1] - years[0]) + 2, "{stage}");
    }
    let full = "█".repeat(50);
    let most = timeline.by_stage().flat_map(|(_, of)| of.years().map(|group| group.tools().len()).max()).max().unwrap();
    let longest = table.lines().filter(|line| line.ends_with(&full));
    let counts: Vec<usize> = longest.map(|line| line.split_whitespace().nth(1).unwrap().parse().unwrap()).collect();
    assert!(!counts.is_empty() && counts.iter().all(|count| *count == most), "{table}");
    let vendors = all.vendors().len();
    let few = stdout("timeline --by vendor --top 2");
    assert!(
        few.ends_with(&format!("\n{} groups more, with fewer tools; --top {vendors} shows all\n", vendors - 2)),
        "{few}"
    );
    assert_eq!(stdout("timeline --by category --released 1950"), "No tool matches.\n");
    assert_eq!(json("timeline --by license --released 1950 --format json"), serde_json::json!({}));
}
