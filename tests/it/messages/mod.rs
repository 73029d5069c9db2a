//! What the loader says of mistakes that people make, so that a person without Rust knows what to do.

mod facts;
mod fields;
mod texts;

use mlops_catalog::load::{Loader, Problem, Report, Rule};
use std::fs;

const TOOL: &str = "name: Tool\ndescription: Serves.\ncategories: [model-serving]\nlicense: {type: private}\n\
                    checked: 2026-11-23\n";

fn load(text: &str, loader: Loader) -> Report {
    load_file("tools/tool.yaml", text, loader)
}

/// What the loader says of a catalog with one file of that text.
fn load_file(path: &str, text: &str, loader: Loader) -> Report {
    let dir = tempfile::tempdir().unwrap();
    for directory in ["tools", "paper"] {
        fs::create_dir(dir.path().join(directory)).unwrap();
    }
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.path().join(path), text).unwrap();
    loader.load(dir.path())
}

fn report(text: &str) -> Report {
    load(text, Loader::new().today("2026-11-24".parse().unwrap()))
}

/// Every error as `message; help`.
fn errors(text: &str) -> Vec<String> {
    errors_of("tools/tool.yaml", text)
}

fn errors_of(path: &str, text: &str) -> Vec<String> {
    let said = |problem: &Problem| format!("{}; {}", problem.message(), problem.help().unwrap_or_default());
    let report = load_file(path, text, Loader::new().today("2026-11-24".parse().unwrap()));
    report.errors().iter().map(said).collect()
}

/// The rules of every warning but those of missing sources.
fn warnings(text: &str) -> Vec<Rule> {
    let rules = report(text);
    rules.warnings().iter().map(Problem::rule).filter(|rule| *rule != Rule::Unsourced).collect()
}
