//! Problems of a catalog: all of them in one run, each at its place.

use std::fs;

use mlops_catalog::Catalog;
use mlops_catalog::load::{Loader, Rule};
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
    match Loader::new().today(today).load(dir.path()).into_parts() {
        Ok(_) => Vec::new(),
        Err(error) => error.problems().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn problems_none_in_a_catalog_of_two_files() {
    assert_eq!(problems(&[CATALOG, ("tools/good.yaml", GOOD)]), [""; 0]);
    let dir = catalog(&[CATALOG, ("tools/good.yaml", GOOD)]);
    let loaded = Catalog::from_dir(dir.path()).unwrap();
    assert_eq!((loaded.len(), loaded.version().to_string()), (1, "1.2.3".to_owned()));
}

#[test]
fn problems_name_the_owner_of_a_taken_name() {
    let second = GOOD.replace("name: Good", "name: Better\naliases: [Best, GOOD]");
    let found = problems(&[CATALOG, ("tools/better.yaml", &second), ("tools/good.yaml", GOOD)]);
    let help = "names, aliases and ids must be unique (case, accents, spaces and punctuation are ignored); \
                if it is another tool, say which: `GOOD (Its Vendor)`";
    assert_eq!(
        found[0],
        format!("tools/better.yaml:2:17: the name `GOOD` is already used by `good`; {help} [name-taken]")
    );
}

#[test]
fn problems_name_each_tool_in_a_circle_of_successors() {
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
    let help = "remove one of these `successor` fields [successor-cycle]";
    assert_eq!(
        lines,
        [
            &format!("tools/a.yaml:6:12: successor cycle: a -> b -> a; {help}"),
            &format!("tools/b.yaml:6:12: successor cycle: b -> a -> b; {help}"),
            "tools/c.yaml:6:12: the tool is its own successor; write the id of the tool that took its place, or leave it out [own-successor]",
        ]
    );
}

#[test]
fn problems_depend_on_the_given_day() {
    let dir = catalog(&[CATALOG, ("tools/good.yaml", GOOD)]);
    let on = |day: &str| Loader::new().today(day.parse().unwrap()).load(dir.path()).into_parts();
    assert!(on("2026-11-23").is_ok());
    let error = on("2026-11-22").unwrap_err();
    assert_eq!(error.problems()[0].rule(), Rule::FutureDate);
}

#[test]
fn problems_name_licenses_that_are_not_free() {
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
                found[0].starts_with("tools/good.yaml:4:") && found[0].ends_with(&format!("[{rule}]")),
                "{found:?}"
            );
        }
    }
    let without = GOOD.replace("{type: private}", "{type: open-source}");
    let found = problems(&[CATALOG, ("tools/good.yaml", &without)]);
    assert!(found[0].ends_with("[missing-expression]"), "{found:?}");
}

#[test]
fn problems_have_a_sentence_for_each_rule() {
    for rule in Rule::all() {
        assert!(
            rule.description().ends_with('.') && rule.description().lines().count() == 1,
            "{rule}: {}",
            rule.description()
        );
    }
}

#[test]
fn problems_ignore_a_byte_order_mark_in_columns() {
    let text = format!("\u{feff}{}", GOOD.replace("name: Good", "nam: Good"));
    let found = problems(&[CATALOG, ("tools/good.yaml", &text)]);
    let typo = "tools/good.yaml:1:1: unknown field `nam`; did you mean `name`? [unknown-field]";
    assert!(found.iter().any(|problem| problem == typo), "{found:?}");
    let only = problems(&[CATALOG, ("tools/good.yaml", "\u{feff}")]);
    assert_eq!(only, ["tools/good.yaml:1:1: the file is empty; write its fields, or delete the file [syntax]"]);
}
