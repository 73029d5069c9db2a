//! Problems of a catalog: all of them in one run, each at its place.

use std::fs;

use mlops_catalog::Catalog;
use mlops_catalog::load::{Loader, Problem, RenderStyle, Rule};
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

/// Of each file the first 20 problems are listed, in its place among the others, and the rest are counted.
#[test]
fn problems_of_a_file_are_counted_after_the_first_twenty() {
    let faulty = |name: &str, number: usize| {
        GOOD.replace("Good", name) + &(0..number).map(|at| format!("f{at}: 1\n")).collect::<String>()
    };
    let (a, b, c) = (faulty("A", 20), faulty("B", 21), faulty("C", 22));
    let d = faulty("D", 1);
    let files = [("tools/a.yaml", &*a), ("tools/b.yaml", &b), ("tools/c.yaml", &c), ("tools/d.yaml", &d)];
    let dir = catalog(&[&[CATALOG][..], &files].concat());
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let errors = report.errors();
    assert_eq!((errors.iter().len(), errors.count()), (61, 64));
    assert_eq!(errors.omitted().collect::<Vec<_>>(), [("tools/b.yaml", 1), ("tools/c.yaml", 2)]);
    let text = errors.render(RenderStyle::Plain);
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
    assert_eq!(text.matches(" more\n").count(), 2);
    assert!(at("tools/b.yaml:25:1") < at("tools/b.yaml: 1 more"));
    assert!(at("tools/b.yaml: 1 more") < at("tools/c.yaml:6:1"));
    assert!(at("tools/c.yaml: 2 more") < at("tools/d.yaml:6:1"));
    let lines = errors.to_string();
    assert_eq!(lines.lines().count(), 61 + 2);
    assert!(lines.ends_with(&format!("/tools/b.yaml: 1 more\n{}/tools/c.yaml: 2 more", errors.dir())));
}

/// A taken name is found before taken aliases, and may come after them in its file.
#[test]
fn problems_of_taken_names_are_in_order_of_their_file() {
    let aliases = (0..25).map(|at| format!("n{at}")).collect::<Vec<_>>().join(", ");
    let text = format!("aliases: [{aliases}]\n{GOOD}");
    let found = problems(&[CATALOG, ("tools/a.yaml", &text), ("tools/b.yaml", &text)]);
    let told = |at: usize| format!("the name `n{at}` is already used by `a`");
    assert_eq!(found.len(), 20);
    for (at, problem) in found.iter().enumerate() {
        assert!(problem.starts_with("tools/b.yaml:1:") && problem.contains(&told(at)), "{problem}");
    }
}

/// The text of an error is one line: how many, where, and the first.
#[test]
fn problems_in_one_line() {
    let dir = catalog(&[CATALOG, ("tools/a.yaml", &GOOD.replace("private", "privat"))]);
    let name = dir.path().display().to_string();
    let first = "tools/a.yaml:4:17: unknown license type `privat`; did you mean `private`? [unknown-license-type]";
    let error = Catalog::from_dir(dir.path()).unwrap_err();
    assert_eq!(error.to_string(), format!("1 error in `{name}`; the first: {first}"));
    assert_eq!(error.errors().to_string(), format!("{name}/{first}"));
    fs::write(dir.path().join("tools/b.yaml"), GOOD.replace("2026-11-23", "x")).unwrap();
    // The name, too, is already that of the other tool.
    let error = Catalog::from_dir(dir.path()).unwrap_err();
    assert_eq!(error.to_string(), format!("{} errors in `{name}`; the first: {first}", error.errors().count()));
    assert!(error.errors().count() > 1);
    let problem = &error.problems()[0];
    assert_eq!(problem.location().to_string(), "tools/a.yaml:4:17");
    let error = Catalog::from_dir("no/such/directory").unwrap_err();
    assert_eq!(error.problems()[0].location().to_string(), "");
    assert_eq!(error.errors().to_string(), format!("no/such/directory: {}", error.problems()[0]));
}

/// The column is that of the file's line, however little of the line is shown.
#[test]
fn problems_of_long_lines_have_the_same_column_everywhere() {
    let long = ["x"; 200].join(" ");
    let event = format!("history: [{{source: \"{long}\", event: achived}}]\n");
    let repeated = format!("sources: {{name: \"{long}\", name: a b}}\n");
    let dir = catalog(&[CATALOG, ("tools/a.yaml", &format!("{GOOD}{event}{repeated}"))]);
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let text = report.errors().render(RenderStyle::Plain);
    let colored = report.errors().render(RenderStyle::Colored);
    for problem in report.errors().iter() {
        let related = problem.related().map(|(location, _)| location);
        for location in [problem.location()].into_iter().chain(related) {
            let place = format!("{}/{location}", dir.path().display());
            assert!(text.contains(&format!("{place}\n")), "{place} is not in {text}");
            assert!(colored.contains(&place) && !colored.contains(&format!("{place}:")), "{colored}");
        }
    }
    let columns: Vec<_> = report.errors().iter().map(Problem::column).collect();
    assert_eq!(columns, [430, 420], "{text}");
}

/// What concerns a whole file has no line of it.
#[test]
fn problems_of_a_whole_file_show_no_line() {
    let dir = catalog(&[("catalog.yaml", "version: 1.2.3\n"), ("tools/Good.yaml", GOOD)]);
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let found: Vec<_> = report.errors().iter().map(|problem| (problem.rule(), problem.location().span())).collect();
    assert_eq!(found, [(Rule::MissingField, 0..0), (Rule::BadId, 0..0)]);
    let text = report.errors().render(RenderStyle::Plain);
    assert!(!text.contains("1 |"), "{text}");
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\n").unwrap();
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let text = report.errors().render(RenderStyle::Plain);
    assert!(text.contains("`version` is missing") && !text.contains("1 |"), "{text}");
}

/// The format's minor version can be older, never newer; another major one is another format.
#[test]
fn problems_of_the_version_of_the_format() {
    let rules = |schema: &str| {
        let text = format!("schema: {schema}\nversion: 1.2.3\n");
        let dir = catalog(&[("catalog.yaml", &text), ("tools/good.yaml", GOOD)]);
        let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
        report.errors().iter().map(|problem| problem.rule()).collect::<Vec<_>>()
    };
    for schema in ["1.0.0", "1.0.9", "1.1.0", "1.1.7"] {
        assert_eq!(rules(schema), [], "{schema}");
    }
    for schema in ["0.1.0", "1.2.0", "2.0.0", "2.1.0"] {
        assert_eq!(rules(schema), [Rule::SchemaVersion], "{schema}");
    }
}

#[test]
fn problems_of_a_file_that_is_too_large_begin_after_256_kib() {
    let rules = |length: usize| {
        let text = format!("{GOOD}# {}\n", "x".repeat(length - GOOD.len() - 3));
        assert_eq!(text.len(), length);
        let dir = catalog(&[CATALOG, ("tools/good.yaml", &text)]);
        let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
        report.errors().iter().map(|problem| problem.rule()).collect::<Vec<_>>()
    };
    assert_eq!(rules(256 * 1024), []);
    assert_eq!(rules(256 * 1024 + 1), [Rule::TooLarge]);
}

#[test]
fn problems_of_bytes_that_are_no_text_are_at_the_first_of_them() {
    let dir = catalog(&[CATALOG]);
    fs::write(dir.path().join("tools/good.yaml"), [GOOD.as_bytes(), b"vendor: a\xffb\xffc\n"].concat()).unwrap();
    let report = Loader::new().load(dir.path());
    let problem = report.errors().iter().next().unwrap();
    let place = problem.location();
    let start = GOOD.len() + "vendor: a".len();
    assert_eq!(place.span(), start..start + "\u{fffd}".len());
    assert_eq!(
        (problem.rule(), place.start().to_string(), place.end().to_string()),
        (Rule::NotUtf8, "6:10".into(), "6:11".into())
    );
}

/// What a successor was meant to be is sought for the first twenty.
#[test]
fn problems_of_many_successors_are_told_without_a_search() {
    let dir = catalog(&[CATALOG]);
    for at in 0..22 {
        let text = GOOD.replace("Good", &format!("T{at:03}")) + &format!("successor: t{at:03}x\n");
        fs::write(dir.path().join(format!("tools/t{at:03}.yaml")), text).unwrap();
    }
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let errors: Vec<_> = report.errors().iter().collect();
    assert!(errors.iter().all(|problem| problem.rule() == Rule::UnknownSuccessor));
    let near = |at: usize| format!("did you mean `t{at:03}`?");
    let helps: Vec<_> = errors.iter().map(|problem| problem.help().unwrap().to_owned()).collect();
    assert_eq!(helps[..20], (0..20).map(near).collect::<Vec<_>>());
    assert_eq!(helps[20..], ["write the id of a tool of this catalog, the stem of a file in `tools`"; 2]);
}
