//! The tools of a category, or all: `cargo run --example list -- feature-stores`.

use std::process::ExitCode;

use mlops_catalog::{Catalog, Category, Query};

fn main() -> ExitCode {
    let mut query = Query::new();
    if let Some(word) = std::env::args().nth(1) {
        match word.parse::<Category>() {
            Ok(category) => query = query.category(category),
            // The error names the nearest category.
            Err(error) => {
                eprintln!("error: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    let tools = Catalog::embedded().select(&query);
    for tool in &tools {
        let released = tool.release_date().map_or("unknown".to_owned(), |date| date.to_string());
        println!("{:<33} {:<32} {released:<10}  {}", tool.name(), tool.license().to_string(), tool.status());
    }
    println!("\n{} tools", tools.len());
    ExitCode::SUCCESS
}
