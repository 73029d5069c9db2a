//! Messages about texts, whatever their field.

use std::fs;

use mlops_catalog::load::{Loader, Problem, Rule};

use super::{TOOL, errors, report, warnings};

/// Whoever fills a text with a word that says nothing is told so.
#[test]
fn messages_of_placeholders() {
    for word in ["TODO", "todo", "TBD", "N/A", "'none'", "None", "'-'", "'no'", "unknown", "'TODO: find out'"] {
        assert_eq!(warnings(&format!("{TOOL}vendor: {word}\n")), [Rule::Placeholder], "{word}");
        let renamed = format!("{TOOL}history: [{{event: renamed, from: {word}}}]\n");
        assert_eq!(warnings(&renamed), [Rule::Placeholder], "{word}");
    }
    for word in ["Nono", "Todoist", "N/A Labs", "A", "Nonesuch"] {
        assert_eq!(warnings(&format!("{TOOL}vendor: {word}\n")), [], "{word}");
    }
}

#[test]
fn messages_of_skeletons_show_the_first_comment() {
    let text = format!("# Mine.\n{TOOL}  #  by:\n# Also mine.\n#spdx:\n");
    let found = report(&text);
    let problem = found.warnings().iter().chain(found.errors().iter()).find(|of| of.rule() == Rule::SkeletonComment);
    let problem = problem.unwrap();
    assert_eq!(problem.message(), "comments of the skeleton are left in: 2 lines");
    assert_eq!(text[problem.location().span()], *"#  by:");
}

#[test]
fn messages_of_comments_that_take_text_along() {
    for (line, is_warned) in [
        ("vendor: Acme #1", true),
        ("vendor: Acme #", true),
        ("vendor: Acme   #!", true),
        ("vendor: Acme # a note", false),
        ("vendor: Acme#1", false),
        ("vendor: 'Acme' #1", false),
        ("vendor: Acme\n#comment", false),
        ("homepage: https://example.org/a #top", true),
        ("aliases: [Other] #x", false),
        ("aliases:\n  - Other #x", true),
    ] {
        let expected: &[Rule] = if is_warned { &[Rule::SwallowedText] } else { &[] };
        assert_eq!(warnings(&format!("{TOOL}{line}\n")), expected, "{line}");
    }
}

/// A byte order mark begins a file; within it, or written with an escape, it is hidden.
#[test]
fn messages_of_byte_order_marks() {
    let rules = |text: &str| report(text).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&format!("\u{feff}{TOOL}")), []);
    for vendor in ["\u{feff}Acme", "\"\\uFEFFAcme\"", "\"\\uFEFF\"", "Ac\u{feff}me"] {
        assert_eq!(rules(&format!("{TOOL}vendor: {vendor}\n")), [Rule::ForbiddenCharacter], "{vendor:?}");
    }
}

/// An emoji may be several characters that nobody sees alone.
#[test]
fn messages_let_emoji_through() {
    for (vendor, is_refused) in [
        ("👩\u{200d}💻", false),
        ("❤\u{fe0f} Labs", false),
        ("1\u{fe0f}\u{20e3}", false),
        ("Ac\u{200d}me", true),
        ("Acme\u{fe0f}", true),
        ("🏴\u{e0067}\u{e007f}", true),
        ("\u{200c}Acme", true),
        ("Ac\u{ad}me", true),
        ("\u{3164}", true),
        ("\u{ffa0}x", true),
        ("x\u{115f}", true),
        ("x\u{2061}y", true),
        ("x\u{206a}y", true),
        ("x\u{fff9}y", true),
    ] {
        let found = report(&format!("{TOOL}vendor: {vendor}\n"));
        let rules: Vec<Rule> = found.errors().iter().map(Problem::rule).collect();
        assert_eq!(!rules.is_empty(), is_refused, "{vendor:?}");
        assert!(rules.iter().all(|rule| *rule == Rule::ForbiddenCharacter), "{rules:?}");
    }
}

/// No text grows with what is wrong.
#[test]
fn messages_do_not_grow_with_their_input() {
    let long = "x".repeat(50_000);
    for line in [
        format!("vendor: [{long}]"),
        format!("{long}: 1"),
        format!("homepage: {long}"),
        format!("homepage: https://{long}"),
        format!("homepage: https://example.org:{long}"),
        format!("homepage: https://é{long}.org"),
        format!("homepage: www.{long}.org/"),
        format!("successor: {long}"),
        format!("successor: {}", "A b ".repeat(10_000)),
        format!("sources: {{vendor: {long}}}"),
        format!("history: [{{event: {long}}}]"),
        format!("released: {{date: {}, event: launch}}", "9".repeat(50_000)),
        format!("vendor: {}", "9".repeat(50_000)),
        format!("vendor: a #{long}"),
        format!("aliases: ['{long}', '{long}!']"),
    ] {
        let text = format!("{TOOL}{line}\n");
        let found = report(&text);
        assert!(found.errors().count() + found.warnings().count() > 0, "{}", &line[..20]);
        for problem in found.errors().iter().chain(found.warnings().iter()) {
            let length = problem.to_string().len();
            assert!(length < 1_000, "{}: {length}", &line[..20]);
        }
    }
    let file = format!("{TOOL}aliases: ['{long}']\n");
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    for name in ["tools/a.yaml", "tools/b.yaml"] {
        fs::write(dir.path().join(name), &file).unwrap();
    }
    let found = Loader::new().load(dir.path());
    assert!(found.errors().count() > 1 && found.errors().iter().all(|problem| problem.to_string().len() < 1_000));
    for spdx in [
        long.clone(),
        format!("LicenseRef-{long}"),
        "MIT or ".repeat(8_000) + "MIT",
        format!("MIT WITH {long}"),
        format!("GPL-2.0-only+{long}"),
    ] {
        let text = TOOL.replace("{type: private}", &format!("{{type: open-source, spdx: {spdx}}}"));
        let found = errors(&text);
        assert!(!found.is_empty() && found.iter().all(|said| said.len() < 1_000), "{}", &spdx[..20]);
    }
}

#[test]
fn messages_of_descriptions_begin_after_120_characters() {
    let text = |length: usize| TOOL.replace("Serves.", &"é".repeat(length));
    assert_eq!((warnings(&text(120)), warnings(&text(121))), (vec![], vec![Rule::LongDescription]));
}

#[test]
fn messages_of_nested_keys_and_of_what_follows_a_forbidden_character() {
    let rules = |text: &str| report(text).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&format!("{TOOL}sources: {{[vendor]: x}}\n")), [Rule::YamlFeature]);
    assert_eq!(rules(&format!("{TOOL}sources:\n  ? {{a: b}}\n  : x\n")), [Rule::YamlFeature]);
    // Each forbidden character is found, and nothing else is said of a file that hides something.
    let hidden = format!("{TOOL}vendor: a\u{200b}b\ncolor: red\nhomepage: https://a\u{2060}b.org\n");
    assert_eq!(rules(&hidden), [Rule::ForbiddenCharacter, Rule::ForbiddenCharacter]);
}
