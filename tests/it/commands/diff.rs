//! The command `diff`, run from outside.

use std::fs;

use mlops_catalog::{Catalog, Diff};
use tempfile::TempDir;

use super::markdown::items;
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
