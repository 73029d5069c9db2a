//! What was found in a directory, in every form in which it is shown.

#[path = "../../src/bin/mlops-catalog/output/annotations.rs"]
mod annotations;

use std::fs;
use std::path::Path;

use mlops_catalog::load::{Problem, Problems, RenderStyle, Report};
use serde_json::Value;

/// The longest text of a problem, in bytes: lists of known words are the longest.
const LONGEST: usize = 1500;

/// Problems are in order, at places that their files have, and short in every form, whatever the files say.
pub fn hold(report: &Report, dir: &Path) {
    for problems in [report.errors(), report.warnings()] {
        let order = |problem: &Problem| (problem.file().to_owned(), problem.location().start(), problem.rule());
        assert!(problems.iter().is_sorted_by_key(order), "{problems}");
        problems.iter().for_each(|problem| is_placed(problem, dir));
        are_rendered(problems);
    }
    let listed = report.errors().iter().len() + report.warnings().iter().len();
    let left_out = report.errors().omitted().len() + report.warnings().omitted().len();
    let json = serde_json::to_value(report).unwrap();
    assert_eq!(json["problems"].as_array().map(Vec::len), Some(listed));
    assert_eq!(json["left_out"].as_array().map(Vec::len), Some(left_out));
    assert_eq!(json["dir"], Value::from(report.errors().dir()));
    let mut commands = Vec::new();
    annotations::annotations(report, |_| true, &mut commands).unwrap();
    let commands = String::from_utf8(commands).unwrap();
    assert!(commands.split_terminator('\n').all(|line| line.starts_with("::")), "{commands}");
    assert_eq!(commands.lines().count(), listed + left_out, "{commands}");
}

/// The place is in the file, and the texts are short and have nothing that a terminal would obey.
fn is_placed(problem: &Problem, dir: &Path) {
    let (location, bytes) = (problem.location(), fs::read(dir.join(problem.file())).unwrap_or_default());
    let (start, end, span) = (location.start(), location.end(), location.span());
    // A character that is not UTF-8 is shown as one that is longer.
    let length = String::from_utf8_lossy(&bytes).len();
    assert!(span.start <= span.end && span.end <= length, "{problem}: {span:?} of {length}");
    assert!(start.line >= 1 && start.column >= 1 && start <= end, "{problem}: {start} to {end}");
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    assert!(end.line <= lines, "{problem}: {end} of {lines} lines");
    let text = problem.to_string();
    assert!(!problem.message().is_empty() && !text.contains(is_obeyed), "{text:?}");
    assert!(text.len() <= LONGEST, "{text}");
}

fn are_rendered(problems: &Problems) {
    let (plain, colored) = (problems.render(RenderStyle::Plain), problems.render(RenderStyle::Colored));
    assert!(!plain.contains(|c| c != '\n' && is_obeyed(c)), "{plain:?}");
    assert!(plain.lines().all(|line| line.chars().count() < LONGEST), "{plain}");
    for text in [&plain, &colored] {
        assert_eq!(text.is_empty(), problems.is_empty());
        assert!(text.len() <= 3 * LONGEST * (problems.iter().len() + problems.omitted().len()), "{text}");
    }
    assert!(problems.iter().all(|problem| plain.contains(problem.rule().as_str())), "{plain}");
    let lines = problems.to_string();
    assert_eq!(lines.lines().count(), problems.iter().len() + problems.omitted().len(), "{lines}");
}

/// Whether a terminal would do something instead of showing a character; a tab is a space to it.
pub fn is_obeyed(character: char) -> bool {
    character.is_control() && character != '\t'
        || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
