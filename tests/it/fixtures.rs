//! A bad catalog for each rule, and the exact text that it must give.
//!
//! `tests/problems/<rule>/catalog` breaks one rule alone; `expected.txt` beside it is what is said of it, in the first
//! part as people see it, in the second as programs do. `BLESS=1 cargo test` writes what was found.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mlops_catalog::load::{Loader, RenderStyle, Report, Rule, Severity};

use crate::support::bless;

const PROBLEMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/problems");

/// Faults of many kinds, all found in one run.
const MANY: &str = "many";

fn fixtures() -> Vec<(String, PathBuf)> {
    let folders = fs::read_dir(PROBLEMS).unwrap().map(|entry| entry.unwrap());
    let mut folders: Vec<_> =
        folders.map(|folder| (folder.file_name().into_string().unwrap(), folder.path())).collect();
    folders.sort();
    folders
}

fn inspect(folder: &Path) -> Report {
    Loader::new().today("2026-11-24".parse().unwrap()).load(folder.join("catalog"))
}

fn rules(inspection: &Report) -> BTreeSet<Rule> {
    inspection.errors().iter().chain(inspection.warnings().iter()).map(|problem| problem.rule()).collect()
}

#[test]
fn fixtures_cover_every_rule() {
    let found: BTreeSet<String> = fixtures().into_iter().map(|(name, _)| name).collect();
    let rules = Rule::all().map(|rule| rule.as_str().to_owned());
    assert_eq!(found, rules.chain([MANY.to_owned()]).collect());
}

#[test]
fn fixtures_give_their_expected_text() {
    for (_, folder) in fixtures() {
        let inspection = inspect(&folder);
        let (errors, warnings) = (inspection.errors(), inspection.warnings());
        let rendered = errors.render(RenderStyle::Plain) + &warnings.render(RenderStyle::Plain);
        let lines: String =
            [errors, warnings].into_iter().flat_map(|all| all.iter()).map(|all| format!("{all}\n")).collect();
        // As whoever stands in the crate's directory sees it.
        let found = format!("{rendered}{lines}").replace(PROBLEMS, "tests/problems");
        bless::check(folder.join("expected.txt"), &found);
    }
}

#[test]
fn fixtures_break_one_rule_each() {
    for (name, folder) in fixtures().into_iter().filter(|(name, _)| name != MANY) {
        let inspection = inspect(&folder);
        let rule: Rule = name.parse().unwrap();
        assert_eq!(rules(&inspection), BTreeSet::from([rule]), "{name}");
        assert_eq!(inspection.catalog().is_some(), rule.severity() == Severity::Warning, "{name}");
    }
}

#[test]
fn fixtures_of_many_faults_are_reported_in_one_run() {
    let inspection = inspect(&Path::new(PROBLEMS).join(MANY));
    let errors = |file: &str| inspection.errors().iter().filter(|problem| problem.file() == file).count();
    assert!(errors("tools/one.yaml") + errors("tools/two.yaml") >= 8);
    assert_eq!(errors("tools/broken.yaml"), 1);
    assert!(rules(&inspection).len() >= 8);
    let of_wrong_type = |problem: &&mlops_catalog::load::Problem| problem.rule() == Rule::WrongType;
    let wrong: Vec<&str> = inspection.errors().iter().filter(of_wrong_type).map(|problem| problem.file()).collect();
    assert_eq!(wrong, ["tools/one.yaml", "tools/one.yaml"]);
}
