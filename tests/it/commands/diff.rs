//! The command `diff`, run from outside, and the Markdown that it writes.

#[path = "../../../src/bin/mlops-catalog/output/markdown.rs"]
mod markdown;

use std::fs;

use mlops_catalog::{Catalog, Diff};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use tempfile::TempDir;

use crate::support::command::{command, json, refusal, run, stdout, with_closed_pipe};

/// A directory of tools, each an id and the lines of its file that are its own.
fn catalog(version: &str, tools: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), format!("schema: 1.0.0\nversion: {version}\n")).unwrap();
    for (id, lines) in tools {
        let common = "description: Serves models.\ncategories: [model-serving]\nlicense: {type: private}\n";
        let checked = if lines.contains("checked:") { "" } else { "checked: 2026-11-23\n" };
        fs::write(dir.path().join(format!("tools/{id}.yaml")), format!("{lines}\n{common}{checked}")).unwrap();
    }
    dir
}

fn old() -> TempDir {
    let tools = [
        ("changed", "name: Changed\nvendor: Me"),
        ("gone", "name: Gone"),
        ("joined", "name: Joined"),
        ("same", "name: Same"),
        ("seen", "name: Seen"),
        ("stays", "name: Stays"),
        ("was", "name: Was"),
    ];
    catalog("1.0.0", &tools)
}

fn new(version: &str) -> TempDir {
    let source = "https://example.org/a_long_page/that/shows/*what*/is/true/and/goes/on/and/on";
    let changed = format!(
        "name: Changed\nvendor: \"You & <b>us</b>\"\nhomepage: https://example.org/x_y_z\nsources: {{vendor: \"{source}\"}}"
    );
    let tools = [
        ("changed", changed.as_str()),
        ("is", "name: Was\naliases: [was]"),
        ("new", "name: \"*New* [x](y) `z`\""),
        ("newer", "name: \"1. Newer | #\""),
        ("same", "name: Same"),
        ("seen", "name: Seen\nchecked: 2026-11-24"),
        ("stays", "name: Stays\naliases: [Joined]\nchecked: 2026-11-24"),
    ];
    catalog(version, &tools)
}

fn line(old: &TempDir, new: &TempDir, options: &str) -> String {
    format!("diff {} {} {options}", old.path().display(), new.path().display())
}

#[test]
fn diff_table_shows_removed_tools_first() {
    let (old, new) = (old(), new("1.0.0"));
    let expected = "\
Ids are gone, which is a major step: after 1.0.0, the next version is 2.0.0.

Removed (1)
  Gone (gone)

Renamed (2)
  Was (was) is now Was (is)
    aliases: none → was
  Joined (joined) went into Stays (stays)

Added (2)
  Name              Id     Category       License
  *New* [x](y) `z`  new    model-serving  private
  1. Newer | #      newer  model-serving  private

Changed (3)
  Changed (changed)
    vendor: Me → You & <b>us</b>
    homepage: none → https://example.org/x_y_z
    source of vendor:
      none
      → https://example.org/a_long_page/that/shows/*what*/is/true/and/goes/on/and/on
  Stays (stays)
    aliases: none → Joined
    checked: 2026-11-23 → 2026-11-24
  checked again, with no other change: 1 tool
";
    assert_eq!(stdout(&line(&old, &new, "")), expected);
    assert_eq!(stdout(&line(&old, &new, "")), expected, "the same output twice");
    let minor = stdout(&line(&catalog("1.0.0", &[]), &old, ""));
    assert!(minor.starts_with("A minor step: after 1.0.0, the next version is 1.1.0.\n\nAdded (7)\n"), "{minor}");
    assert_eq!(stdout(&line(&old, &old, "")), "Nothing changed.\n");
}

#[test]
fn diff_json_is_the_diff() {
    let (old, new) = (old(), new("1.0.0"));
    let (from, to) = (Catalog::from_dir(old.path()).unwrap(), Catalog::from_dir(new.path()).unwrap());
    let value = json(&line(&old, &new, "--format json"));
    assert_eq!(value, serde_json::to_value(Diff::between(&from, &to)).unwrap());
    assert_eq!(value["required_bump"], "major");
    let kinds: Vec<&str> =
        value["changes"].as_array().unwrap().iter().map(|change| change["change"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["removed", "renamed", "merged", "added", "added", "changed", "changed", "changed"]);
}

#[test]
fn diff_markdown_is_a_changelog_entry() {
    let (old, new) = (old(), new("1.0.0"));
    let expected = r"## Data 2.0.0

Ids are gone: this is a major step.

### Removed

- Gone (`gone`)

### Renamed

- Was (`was`) is now Was (`is`): aliases: none → was
- Joined (`joined`) went into Stays (`stays`)

### Added

- model-serving: \*New\* \[x\](y) \`z\` (`new`), 1\. Newer \| # (`newer`)

### Changed

- Changed (`changed`)
  - vendor: Me → You \& \<b\>us\</b\>
  - homepage: none → <https://example.org/x_y_z>
  - source of vendor: none → <https://example.org/a_long_page/that/shows/*what*/is/true/and/goes/on/and/on>
- Stays (`stays`)
  - aliases: none → Joined
  - checked: 2026-11-23 → 2026-11-24
- checked again, with no other change: 1 tool
";
    assert_eq!(stdout(&line(&old, &new, "--format markdown")), expected);
    let same = stdout(&line(&old, &old, "--format markdown"));
    assert_eq!(same, "## Data 1.0.0\n\nNothing changed.\n");
}

#[test]
fn diff_markdown_names_a_sufficient_version() {
    for (version, heading) in [("1.5.0", "## Data 2.0.0\n"), ("2.1.0", "## Data 2.1.0\n")] {
        let entry = stdout(&line(&old(), &new(version), "--format markdown"));
        assert!(entry.starts_with(heading), "{version}: {entry}");
    }
}

#[test]
fn diff_markdown_breaks_long_lists() {
    let tools: Vec<(String, String)> =
        (0..300).map(|at| (format!("tool-{at}"), format!("name: \"- {at}. *Tool*\""))).collect();
    let tools: Vec<(&str, &str)> = tools.iter().map(|(id, lines)| (id.as_str(), lines.as_str())).collect();
    let (old, new) = (catalog("1.0.0", &[]), catalog("1.0.0", &tools));
    let entry = stdout(&line(&old, &new, "--format markdown"));
    assert!(entry.lines().all(|line| line.chars().count() <= 120), "{entry}");
    assert_eq!(items(&entry), 1, "{entry}");
    assert_eq!(entry.matches("\\- ").count(), 300);
}

#[test]
fn diff_release_demands_a_sufficient_version() {
    let answer = |version: &str, options: &str| {
        let new = new(version);
        let output = run(&line(&old(), &new, options));
        let errors = String::from_utf8(output.stderr).unwrap();
        let errors = errors.replace(&new.path().display().to_string(), "NEW_DIR").replace('\\', "/");
        assert!(!output.stdout.is_empty());
        (output.status.code(), errors)
    };
    let low = |version: &str| {
        let reason = format!("version {version} is too low: after 1.0.0 this is a major step; write 2.0.0 or later");
        (Some(1), format!("error: NEW_DIR/catalog.yaml: {reason}\n"))
    };
    for format in ["table", "json", "markdown"] {
        let options = format!("--release --format {format}");
        assert_eq!(answer("1.0.0", &options), low("1.0.0"));
        assert_eq!(answer("1.9.0", &options), low("1.9.0"));
        assert_eq!(answer("2.0.0", &options), (Some(0), String::new()));
    }
    assert_eq!(answer("0.9.0", "").0, Some(0), "without --release the version is not judged");
}

#[test]
fn diff_release_judges_the_version_in_a_closed_pipe() {
    for (version, status) in [("1.0.0", 1), ("2.0.0", 0)] {
        let (old, new) = (old(), new(version));
        let output = with_closed_pipe(command("diff").arg(old.path()).arg(new.path()).arg("--release"));
        assert_eq!(output.status.code(), Some(status));
        assert_eq!(output.stderr.is_empty(), status == 0);
    }
}

#[test]
fn diff_shows_problems_with_their_directory() {
    let bad = catalog("one", &[]);
    let good = old();
    let shown = |dir: &TempDir| {
        format!(
            "\
error[bad-version]: `one` is not a version
 --> {}/catalog.yaml:2:10
  |
2 | version: one
  |          ^^^
  |
  = help: write one such as 1.0.0

1 problem
",
            dir.path().display()
        )
    };
    let worse = catalog("one", &[]);
    for (line, expected) in [
        (line(&bad, &good, ""), shown(&bad)),
        (line(&good, &bad, "--release"), shown(&bad)),
        (line(&bad, &worse, "--format json"), format!("{}\n{}", shown(&bad), shown(&worse))),
    ] {
        let output = run(&line);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{line}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    }
}

#[test]
fn diff_refuses_wrong_arguments_in_one_line() {
    assert!(refusal("diff").contains("<OLD_DIR>"));
    assert!(refusal("diff catalog").contains("<NEW_DIR>"));
    assert!(refusal("diff a b c").contains("'c'"));
    assert!(refusal("diff a b --format markdwn").contains("'markdown'"));
    assert_eq!(
        refusal("diff a b --relase"),
        "error: unexpected argument '--relase' found; a similar argument exists: '--release'"
    );
    let help = stdout("diff --help");
    for word in ["OLD_DIR", "NEW_DIR", "--release", "--format", "markdown", "Examples:"] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

/// How GitHub reads Markdown, where that differs from the standard.
fn parse(text: &str) -> Parser<'_> {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    Parser::new_ext(text, github)
}

fn items(text: &str) -> usize {
    parse(text).filter(|event| matches!(event, Event::Start(Tag::Item))).count()
}

/// The text of a list of one item; anything but links in it is refused.
fn read_back(text: &str) -> Result<String, String> {
    let mut shown = String::new();
    for event in parse(text) {
        match event {
            Event::Start(Tag::List(None) | Tag::Item) | Event::End(TagEnd::List(_) | TagEnd::Item) => {}
            Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) | Event::End(TagEnd::Link) => {}
            Event::Text(text) => shown += &text,
            Event::SoftBreak => shown += " ",
            other => return Err(format!("{other:?} in {text}")),
        }
    }
    Ok(shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn diff_markdown_escapes_any_text(
        start in "(|[-+#=>|] |12?[.)] |---|===)",
        middle in r#"([-#+=*_~`>|$!:&<\[\]()\\{}^'"./ 0-9a-z]|https://a\.b/|&amp;|\PC){0,20}"#,
        breaks in "[\n\r\u{2028}\u{2029}\t]{0,2}",
        number in 1usize..9,
    ) {
        for text in [format!("{start}{middle}").trim(), &format!("x{middle}{breaks}y")] {
            if text.is_empty() {
                continue;
            }
            let shown = markdown::text(text);
            prop_assert_eq!(shown.lines().count(), 1);
            let as_line = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
            let expected: String = text.chars().map(as_line).collect();
            prop_assert_eq!(read_back(&format!("- {shown}\n")), Ok(expected.clone()), "{}", shown);
            prop_assert_eq!(items(&format!("- {shown}\n- {shown}\n  - {shown}\n")), 3);
            // The first part stands at the start of a line.
            let head = "x".repeat(120);
            let item = markdown::item(&head, &vec![shown; number]);
            let expected = format!("{head} {}", vec![expected; number].join(", "));
            prop_assert_eq!(read_back(&item), Ok(expected), "{}", item);
        }
    }
}

#[test]
fn diff_shows_first_what_leads_elsewhere() {
    let old = catalog("1.0.0", &[("a", "name: Aa"), ("b", "name: Bb | *")]);
    let new = catalog("1.0.1", &[("a", "name: Bb | *"), ("b", "name: Aa")]);
    let expected = "\
Names no longer lead to their tools, which is a major step: after 1.0.0, the next version is 2.0.0.

Lead elsewhere (2)
  `Aa` found Aa (a) and finds Aa (b)
  `Bb | *` found Bb | * (b) and finds Bb | * (a)

Changed (2)
  Bb | * (a)
    name: Aa → Bb | *
  Aa (b)
    name: Bb | * → Aa
";
    assert_eq!(stdout(&line(&old, &new, "")), expected);
    let released = run(&line(&old, &new, "--release"));
    assert_eq!(released.status.code(), Some(1));
    let error = String::from_utf8(released.stderr).unwrap();
    assert!(error.contains("after 1.0.0 this is a major step; write 2.0.0 or later"), "{error}");
    let markdown = stdout(&line(&old, &new, "--format markdown"));
    let start = "## Data 2.0.0\n\nNames no longer lead to their tools: this is a major step.\n\n### Lead elsewhere\n\n\
                 - “Aa” found Aa (`a`) and finds Aa (`b`)\n- “Bb \\| \\*” found Bb \\| \\* (`b`)";
    assert!(markdown.starts_with(start), "{markdown}");
    let gone = stdout(&line(&old, &catalog("2.0.0", &[("a", "name: Bb | *")]), ""));
    assert!(gone.starts_with("Ids are gone, and names no longer lead to their tools, which"), "{gone}");
}

/// Readers of tables do not agree on how a bar in a cell is escaped; none splits an entity.
#[test]
fn diff_shares_cells_with_tables_that_no_name_breaks() {
    for name in [
        "a \\| b",
        "a | b",
        "<img src=x onerror=alert(1)> _i_ [x](https://e.org)",
        "`|`",
        "\\",
        "# 1",
        "https://example.org/a|b",
    ] {
        let row = format!("| h | i |\n| --- | --- |\n| {} | end |\n", markdown::cell(name));
        let cell = row.lines().nth(2).unwrap();
        assert_eq!(cell.matches('|').count(), 3, "{cell}");
        let mut cells: Vec<String> = Vec::new();
        for event in Parser::new_ext(&row, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) => cells.last_mut().unwrap().push_str(&text),
                Event::End(_) | Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
                Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => {}
                other => panic!("{name}: {other:?}"),
            }
        }
        assert_eq!(cells[2..], [name, "end"]);
    }
}
