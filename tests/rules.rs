//! The list of rules in the catalog's README is the list of rules.

use mlops_catalog::Rule;

#[test]
fn the_readme_lists_every_rule() {
    let readme = include_str!("../catalog/README.md");
    let (_, listed) = readme.split_once("\n## Rules\n\n").unwrap();
    let rules: String = Rule::all().map(|rule| format!("- `{rule}`: {}\n", rule.law())).collect();
    assert_eq!(listed, rules, "write this list into catalog/README.md, under \"Rules\":\n{rules}");
}
