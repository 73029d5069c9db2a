//! Prints what the crate answers to random queries, today and at the end of every year, for the test that compares the
//! page's script with it. The same on every run.

use mlops_catalog::{Catalog, Category, LicenseType, Query, Status, Year};
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
    (0..count).map(|_| condition(random)).collect::<Vec<_>>().join(" ")
}

fn condition(random: &mut fastrand::Rng) -> String {
    let category = |random: &mut fastrand::Rng| one(Category::all().map(Category::as_str), random);
    match random.u8(0..12) {
        0 | 1 => format!("category:{}", category(random)),
        2 => format!("category:{},{}", category(random), category(random)),
        3 => format!("category:{}+{}", category(random), category(random)),
        4 | 5 => format!("license:{}", one(LicenseType::all().map(LicenseType::as_str), random)),
        6 | 7 => format!("status:{}", one(Status::all().map(Status::as_str), random)),
        8 => format!("released:{}..={}", random.u16(2008..2018), random.u16(2018..2027)),
        9 => format!("released:{}", one(["2019", "2015..", "..2020", "..=2020"].into_iter(), random)),
        // A letter less.
        10 => format!("category:{}", shorter(category(random), random)),
        _ => format!("status:{}", shorter(one(Status::all().map(Status::as_str), random), random)),
    }
}

fn one<T>(values: impl Iterator<Item = T>, random: &mut fastrand::Rng) -> T {
    let mut values: Vec<T> = values.collect();
    values.swap_remove(random.usize(0..values.len()))
}

fn shorter(word: &str, random: &mut fastrand::Rng) -> String {
    let mut word = word.to_owned();
    word.remove(random.usize(0..word.len()));
    word
}
