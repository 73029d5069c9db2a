//! Prints what the crate answers to random queries, today and at the end of every year, for the test that compares the
//! page's script with it. The same on every run.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::{Catalog, Category, LicenseType, Query, Stage, Status, Year};
use serde_json::{Value, json};

const QUERIES: usize = 300;

fn main() {
    let catalog = Catalog::embedded();
    let mut random = fastrand::Rng::with_seed(18);
    let first = catalog.tools().filter_map(|tool| tool.release_year()).map(Year::get).min().unwrap_or(2000);
    let last = catalog.tools().filter_map(|tool| tool.checked()).map(|date| date.year().get()).max().unwrap_or(2023);
    let years: Vec<(u16, Catalog)> = (first.max(last - 20)..=last)
        .map(|number| (number, catalog.as_of(Year::new(number).expect("a year from 1950 on"))))
        .collect();
    let answers: Vec<Value> = (0..QUERIES).map(|_| answer(&text(&mut random), catalog, &years)).collect();
    println!("{}", Value::from(answers));
}

fn answer(text: &str, catalog: &Catalog, years: &[(u16, Catalog)]) -> Value {
    let query: Query = match text.parse() {
        Ok(query) => query,
        Err(error) => return json!({ "query": text, "error": error.to_string() }),
    };
    let ids = |catalog: &Catalog| catalog.select(&query).iter().map(|tool| tool.id().to_string()).collect::<Vec<_>>();
    let then: serde_json::Map<String, Value> =
        years.iter().map(|(year, then)| (year.to_string(), ids(then).into())).collect();
    json!({ "query": text, "today": ids(catalog), "years": then })
}

/// One to four conditions.
fn text(random: &mut fastrand::Rng) -> String {
    let count = random.usize(1..=4);
    let condition = |_| {
        let not = if random.u8(0..6) == 0 { "-" } else { "" };
        format!("{not}{}", condition(random))
    };
    (0..count).map(condition).collect::<Vec<_>>().join(" ")
}

fn condition(random: &mut fastrand::Rng) -> String {
    let category = |random: &mut fastrand::Rng| one(Category::all().map(Category::as_str), random);
    match random.u8(0..22) {
        0 | 1 => format!("category:{}", category(random)),
        2 => format!("category:{},{}", category(random), category(random)),
        3 => format!("category:{}+{}", category(random), category(random)),
        4 => format!("stage:{}", one(Stage::all().map(Stage::as_str), random)),
        5 => format!("license:{}", one(LicenseType::all().map(LicenseType::as_str), random)),
        6 => format!(
            "license:{}",
            one(["apache-2.0", "MIT", "GPL", "bsd", "BUSL-1.1", "LicenseRef-x", "Apache"], random)
        ),
        7 => format!("status:{}", one(Status::all().map(Status::as_str), random)),
        8 => format!("released:{}..={}", random.u16(2008..2018), random.u16(2018..2027)),
        9 => format!(
            "released:{}",
            one(["2019", "2015..", "..2020", "..=2020", "2021..2018", "..1950", "x", ""], random)
        ),
        10 => format!("vendor:{}", one(["google", "Databricks", "\"LF AI & Data Foundation\"", "nobody", ""], random)),
        11 | 12 => format!("event:{}", one(ChangeKind::all().map(ChangeKind::as_str), random)),
        13 => format!("{}:{}..", one(ChangeKind::all().map(ChangeKind::as_str), random), random.u16(2012..2027)),
        14 => "source:missing".to_owned(),
        15 | 16 => one(
            ["kubernetes", "Open-Source", "model", "\"feature store\"", "\"machine learning\"", "Büro", "&", "LLM"],
            random,
        )
        .to_owned(),
        17 => one(TOOLS_NAMES, random).to_owned(),
        // A letter less, or something that is no word of a query.
        18 => format!("category:{}", shorter(category(random), random)),
        19 => format!("{}:x", shorter(one(["category", "license", "released", "vendor", "archived"], random), random)),
        20 => format!(
            "license:{}",
            shorter(one(["open-source", "Apache-2.0", "source-available", "BUSL-1.1"], random), random)
        ),
        _ => one(
            [
                "\"open",
                "\"a\"b",
                "-",
                "\"\"",
                "name:x",
                "source:none",
                "stage:datas",
                "vendor:\"\"",
                "a:b:c",
                "event:eaten",
                "OR",
                "-NOT",
                "\"AND\"",
                "category:",
                "license:",
                "status:",
                ":x",
            ],
            random,
        )
        .to_owned(),
    }
}

const TOOLS_NAMES: [&str; 5] = ["mlflow", "W&B", "Weights & Biases", "KFServing", "Vertex AI"];

fn one<T>(values: impl IntoIterator<Item = T>, random: &mut fastrand::Rng) -> T {
    let mut values: Vec<T> = values.into_iter().collect();
    values.swap_remove(random.usize(0..values.len()))
}

fn shorter(word: &str, random: &mut fastrand::Rng) -> String {
    let mut word = word.to_owned();
    word.remove(random.usize(0..word.len()));
    word
}
