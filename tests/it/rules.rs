//! The list of rules in the catalog's README is the list of rules.

use std::fs;

use mlops_catalog::load::{Rule, Severity};
use mlops_catalog::model::Finding;

use crate::support::bless;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog/README.md");
const HEADING: &str = "\n## Rules\n\n";

fn laws(level: Severity) -> String {
    let rules = Rule::all().filter(|rule| rule.severity() == level);
    rules.map(|rule| format!("- `{rule}`: {}\n", rule.description())).collect()
}

fn findings(is_contradiction: bool) -> String {
    let findings = Finding::all().filter(|finding| finding.is_contradiction() == is_contradiction);
    findings.map(|finding| format!("- `{finding}`: {}\n", finding.description())).collect()
}

#[test]
fn rules_are_listed_in_the_readme() {
    let readme = fs::read_to_string(README).unwrap();
    let (before, _) = readme.split_once(HEADING).unwrap();
    let (errors, warnings) = (laws(Severity::Error), laws(Severity::Warning));
    let rules = format!(
        "What breaks one of these is an error:\n\n{errors}\nWhat breaks one of these is a warning; the catalog can be used:\n\n{warnings}\n\
         What `verify` finds against a fact is an error:\n\n{}\nWhat weakens its evidence is a warning:\n\n{}",
        findings(true),
        findings(false)
    );
    bless::check(README, &format!("{before}{HEADING}{rules}"));
}
