//! Problems of a catalog: all of them in one run, each at its place.

use std::fs;

use mlops_catalog::{Catalog, Rule, Style};
use tempfile::TempDir;

const CATALOG: (&str, &str) = ("catalog.yaml", "schema: 1.0.0\nversion: 1.2.3\n");
const GOOD: &str = "name: Good\ndescription: Serves models.\ncategories: [model-serving]\nlicense: {type: private}\nchecked: 2026-11-23\n";

fn catalog(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["tools", "paper"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    for (path, text) in files {
        fs::write(dir.path().join(path), text).unwrap();
    }
    dir
}

/// Every problem as `file:line:column: message; help [rule]`.
fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let dir = catalog(files);
    let today = "2026-11-24".parse().unwrap();
    match Catalog::from_dir_on(dir.path(), today) {
        Ok(_) => Vec::new(),
        Err(error) => error.problems().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_small_catalog_needs_two_files() {
    assert_eq!(problems(&[CATALOG, ("tools/good.yaml", GOOD)]), [""; 0]);
    let dir = catalog(&[CATALOG, ("tools/good.yaml", GOOD)]);
    let loaded = Catalog::from_dir(dir.path()).unwrap();
    assert_eq!((loaded.len(), loaded.version().to_string()), (1, "1.2.3".to_owned()));
}

#[test]
fn every_problem_of_every_file_is_found_in_one_run() {
    let one = "\
name: One
aliases: [A, {b: 1}, a]
descripton: Serves models.
homepage: http://example.org
categories: [model-servin, feature-stores, feature-stores]
released: {date: 2018-13, event: first-tag}
license: {type: open-source, spdx: Apache}
history:
  - {date: 2020, event: revived}
  - {date: 2019, event: archived}
  - {date: 2021, event: renamed, by: Nobody}
  - {date: 2027, event: archived}
successor: two
checked: 2026-11-23
";
    let two = "name: one\ndescription: [x]\ncategories: []\nlicense: {type: non-free}\nchecked: 2027-01-01\nsuccessor: tree\n";
    let found = problems(&[
        ("catalog.yaml", "schema: 2.0.0\nversion: one\n"),
        ("tools/one.yaml", one),
        ("tools/two.yaml", two),
        ("tools/three.yaml", "name: [\n"),
        ("tools/Four.yaml", GOOD),
        ("tools/notes.txt", "x"),
        (
            "paper/tables.yaml",
            "- number: 1\n  title: T\n  category: model-serving\n  rows:\n    - {name: X, type: public, tool: thre}\n",
        ),
    ]);
    let expected = "\
catalog.yaml:1:9: this crate cannot read schema 2.0.0; it reads 1.0 to 1.0 [schema-version]
catalog.yaml:2:10: `one` is not a version; write one such as 1.0.0 [bad-version]
paper/tables.yaml:5:37: no tool has the id `thre`; did you mean `three`? [unknown-tool]
tools/Four.yaml:1:1: `Four` is not an id; ids are kebab-case: small letters, digits and single hyphens, at most 64; rename the file [bad-id]
tools/notes.txt:1:1: this is no tool file; name it `<id>.yaml`, or move it elsewhere [unexpected-file]
tools/one.yaml:1:1: the field `description` is missing [missing-field]
tools/one.yaml:2:14: expected text, found a mapping [wrong-type]
tools/one.yaml:2:22: alias 2 stands twice [repeated-alias]
tools/one.yaml:3:1: unknown field `descripton`; did you mean `description`? [unknown-field]
tools/one.yaml:4:11: `http://example.org` is not an https address; write one such as `https://example.org/page` [bad-address]
tools/one.yaml:5:14: unknown category `model-servin`; did you mean `model-serving`? [unknown-category]
tools/one.yaml:5:44: category 2 stands twice [repeated-category]
tools/one.yaml:6:18: `2018-13` is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, from 1950 on [bad-date]
tools/one.yaml:7:36: `Apache` is not an SPDX licence expression; did you mean `Apache-1.0`? [bad-expression]
tools/one.yaml:9:25: event 1 of its history cannot happen to a tool that is active [event-cannot-follow]
tools/one.yaml:10:25: event 2 of its history is out of order: dated events stand in order of date, undated ones last [event-order]
tools/one.yaml:11:5: the field `from` is missing [missing-field]
tools/one.yaml:11:38: `by` does not belong to the event `renamed`; leave it out [event-fields]
tools/one.yaml:12:12: 2027 is in the future; today is 2026-11-24 [future-date]
tools/one.yaml:12:25: event 3 of its history cannot happen to a tool that is archived [event-cannot-follow]
tools/three.yaml:1:7: unclosed bracket '[' [syntax]
tools/two.yaml:1:7: the name `one` belongs to `one` already; two tools never share a name, alias or id, in whatever case [name-taken]
tools/two.yaml:2:14: expected text, found a list [wrong-type]
tools/two.yaml:3:13: the list is empty; a tool has at least one category, the primary one first [no-category]
tools/two.yaml:4:17: `non-free` is a word of the paper's tables; write `private` [non-free]
tools/two.yaml:5:10: 2027-01-01 is in the future; today is 2026-11-24 [future-date]
tools/two.yaml:6:12: no tool has the id `tree`; did you mean `three`? [unknown-successor]";
    assert_eq!(found.join("\n"), expected);
}

#[test]
fn two_tools_never_share_a_name() {
    let second = GOOD.replace("name: Good", "name: Better\naliases: [Best, GOOD]");
    let found = problems(&[CATALOG, ("tools/better.yaml", &second), ("tools/good.yaml", GOOD)]);
    let help = "two tools never share a name, alias or id, in whatever case";
    assert_eq!(
        found[0],
        format!("tools/good.yaml:1:7: the name `Good` belongs to `better` already; {help} [name-taken]")
    );
}

#[test]
fn successors_do_not_lead_back() {
    let to = |name: &str, successor: &str| GOOD.replace("Good", name) + &format!("successor: {successor}\n");
    let found = problems(&[
        CATALOG,
        ("tools/a.yaml", &to("A", "b")),
        ("tools/b.yaml", &to("B", "a")),
        ("tools/c.yaml", &to("C", "c")),
        // What leads into the circle is not in it.
        ("tools/d.yaml", &to("D", "a")),
    ]);
    let lines: Vec<&str> = found.iter().map(String::as_str).collect();
    let help = "a successor came after what it replaces; one of them is wrong [successor-cycle]";
    assert_eq!(
        lines,
        [
            &format!("tools/a.yaml:6:12: the successors of this tool lead back to it; {help}"),
            &format!("tools/b.yaml:6:12: the successors of this tool lead back to it; {help}"),
            "tools/c.yaml:6:12: it is its own successor [own-successor]",
        ]
    );
}

#[test]
fn what_depends_on_the_day_takes_the_day() {
    let dir = catalog(&[CATALOG, ("tools/good.yaml", GOOD)]);
    let on = |day: &str| Catalog::from_dir_on(dir.path(), day.parse().unwrap());
    assert!(on("2026-11-23").is_ok());
    let error = on("2026-11-22").unwrap_err();
    assert_eq!(error.problems()[0].rule(), Rule::FutureDate);
}

#[test]
fn only_free_licences_are_open_source() {
    for (spdx, rule) in [
        ("Apache-2.0", None),
        ("MIT OR BUSL-1.1", None),
        ("MIT AND BUSL-1.1", Some("not-free")),
        ("BUSL-1.1", Some("not-free")),
        ("Apach-2.0", Some("bad-expression")),
        ("MIT OR", Some("bad-expression")),
    ] {
        let text = GOOD.replace("{type: private}", &format!("{{type: open-source, spdx: {spdx}}}"));
        let found = problems(&[CATALOG, ("tools/good.yaml", &text)]);
        assert_eq!(found.len(), usize::from(rule.is_some()), "{spdx}: {found:?}");
        if let Some(rule) = rule {
            assert!(
                found[0].starts_with("tools/good.yaml:4:36:") && found[0].ends_with(&format!("[{rule}]")),
                "{found:?}"
            );
        }
    }
    let without = GOOD.replace("{type: private}", "{type: open-source}");
    let found = problems(&[CATALOG, ("tools/good.yaml", &without)]);
    assert!(found[0].ends_with("[missing-expression]"), "{found:?}");
}

#[test]
fn a_problem_is_shown_with_its_line() {
    let dir = catalog(&[CATALOG, ("tools/good.yaml", &GOOD.replace("model-serving", "model-servng"))]);
    let text = Catalog::from_dir(dir.path()).unwrap_err().render(Style::Plain);
    let expected = "\
error[unknown-category]: unknown category `model-servng`
 --> tools/good.yaml:3:14
  |
3 | categories: [model-servng]
  |              ^^^^^^^^^^^^
  |
  = help: did you mean `model-serving`?

1 problem
";
    assert_eq!(text, expected);
}

#[test]
fn every_rule_states_its_law() {
    for rule in Rule::all() {
        assert!(rule.law().ends_with('.') && rule.law().lines().count() == 1, "{rule}: {}", rule.law());
    }
}
