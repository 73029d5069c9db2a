//! Real files of each kind with one line changed: what is said does not grow with the line, `null` and `~` are alike, and a byte order mark is found wherever it is but at the start.

use std::fs;
use std::path::PathBuf;

use mlops_catalog::load::{Loader, Problem, RenderStyle, Report, Rule};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::ROOT;

/// A file of each kind.
const FILES: [&str; 7] = [
    "catalog.yaml",
    "categories.yaml",
    "tools/seldon-core.yaml",
    "paper/tables.yaml",
    "paper/survey.yaml",
    "paper/cases.yaml",
    "paper/references.yaml",
];

/// Pieces of long texts.
const PIECES: [&str; 20] = [
    "x",
    "x ",
    "é",
    "😀",
    "\u{202e}",
    "\u{7}",
    "MIT OR ",
    "(",
    "https://example.org/",
    "a: ",
    "a: [",
    "{a: ",
    "- ",
    "'",
    "\"",
    "#",
    "1",
    "2018-",
    "LicenseRef-",
    "\\u0007",
];

fn text(file: &str) -> String {
    fs::read_to_string(PathBuf::from(ROOT).join("catalog").join(file)).unwrap()
}

/// What is found in a directory with that file, and `catalog.yaml`.
fn report(file: &str, text: &str) -> Report {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["tools", "paper"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.path().join(file), text).unwrap();
    Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path())
}

/// The lines of a file with the one at `at` made into another.
fn changed(text: &str, at: Index, change: impl Fn(&str) -> String) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let at = at.index(lines.len());
    let line = |(number, line): (usize, &&str)| if number == at { change(line) } else { (*line).to_owned() };
    lines.iter().enumerate().map(|(number, text)| line((number, text)) + "\n").collect()
}

/// `- key: value` as the part up to the value, and the value.
fn parts(line: &str) -> Option<(&str, &str)> {
    let at = line.find(": ")? + ": ".len();
    Some(line.split_at(at))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn lines_that_are_long_are_told_of_in_short(
        file in select(&FILES[..]), at: Index, piece in select(&PIECES[..]), times in 1usize..400, place in 0usize..4,
    ) {
        let long = piece.repeat(times);
        let text = changed(&text(file), at, |line| match (parts(line), place) {
            (Some((key, _)), 0) => format!("{key}{long}"),
            (Some((key, _)), 1) => format!("{key}\"{}\"", long.replace('\\', "").replace('"', "\\\"")),
            (Some((key, value)), 2) => format!("{}{long}: {value}", &key[..key.len() - key.trim_start().len()]),
            _ => format!("{line}{long}"),
        });
        let found = report(file, &text);
        for problems in [found.errors(), found.warnings()] {
            for problem in problems.iter() {
                prop_assert!(problem.to_string().len() < 1_500, "{}", problem);
            }
            let count = problems.iter().len() + problems.omitted().len();
            prop_assert!(problems.render(RenderStyle::Plain).len() <= 4_000 * count);
        }
    }

    #[test]
    fn lines_with_null_or_a_tilde_are_alike(file in select(&FILES[..]), at: Index) {
        let said = |nothing: &str| {
            let text = changed(&text(file), at, |line| match parts(line) {
                Some((key, _)) if !line.trim_start().starts_with('#') => format!("{key}{nothing}"),
                _ => line.to_owned(),
            });
            let found = report(file, &text);
            let said = |problem: &Problem| {
                (problem.rule(), problem.line(), problem.message().to_owned(), problem.help().map(str::to_owned))
            };
            found.errors().iter().map(said).collect::<Vec<_>>()
        };
        prop_assert_eq!(said("~"), said("null"));
        prop_assert_eq!(said("~"), said("NULL"));
    }

    #[test]
    fn lines_have_no_byte_order_mark_but_at_the_start(file in select(&FILES[..]), at: Index) {
        let text = text(file);
        let is_forbidden = |problem: &Problem| problem.rule() == Rule::ForbiddenCharacter;
        let once = report(file, &format!("\u{feff}{text}"));
        prop_assert!(!once.errors().iter().any(is_forbidden), "{}", once.errors());
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).chain([text.len()]).collect();
        let (before, after) = text.split_at(*at.get(&places));
        let found = report(file, &format!("{before}\u{feff}{after}"));
        let line = before.matches('\n').count() + 1;
        prop_assert!(found.errors().iter().any(|problem| is_forbidden(problem) && problem.line() == line), "{}", found.errors());
        let twice = report(file, &format!("\u{feff}\u{feff}{text}"));
        prop_assert!(twice.errors().iter().any(is_forbidden), "{}", twice.errors());
    }
}
