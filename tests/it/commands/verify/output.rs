//! What the command writes: for people, for programs, for workflows.

use super::{json, verify};
use crate::support::command::{command, refusal};
use crate::support::repositories::{History, Scene};

const TAG: &str = "https://github.com/maker/tool/releases/tag/v0.1.0";

fn scene() -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .tag("v0.0.1")
        .commit("refs/heads/main", "2018-06-05", &[("a.py", "2")])
        .tag("v0.1.0");
    Scene::new(history, "2019-01-01")
}

fn lines() -> String {
    format!(
        "license: {{type: private, source: https://github.com/maker/tool/blob/main/a.py}}\n\
         released: {{date: 2018-06-05, event: first-tag, source: {TAG}}}"
    )
}

#[test]
fn people_see_contradictions_at_their_place_then_what_is_weak() {
    let scene = scene();
    let output = verify(&scene, &lines(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let dir = scene.path().join("catalog");
    let dir = dir.display();
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "error[earlier-tag]: the tag `v0.0.1` is of 2018-01-03, before the first release of 2018-06-05
 --> {dir}/tools/tool.yaml:6:18
  |
6 | released: {{date: 2018-06-05, event: first-tag, source: {TAG}}}
  |                  ^^^^^^^^^^
  |
  = help: write the earliest release; if it is a tag of something else, settle it with `settled`

{dir}/tools/tool.yaml:5:34: `main` is a branch: the page changes as soon as somebody commits; name the same file at a \
commit; GitHub's key `y` does it [moving-source]
"
    );
    assert_eq!(said, expected);
    let result = String::from_utf8(output.stdout).unwrap();
    let counted = "1 tool, 2 claims proven, 1 contradicted, 1 weak, 0 settled, 1 cannot be seen\n";
    assert_eq!(result, format!("{dir}: {counted}"));
}

#[test]
fn the_summary_counts_by_kind_of_evidence() {
    let scene = scene();
    let output = verify(&scene, &lines(), &["--summary"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("error[earlier-tag]") && !said.contains("moving-source"), "{said}");
    let table = String::from_utf8(output.stdout).unwrap();
    let row = |kind: &str| {
        let row = table.lines().find(|line| line.trim_start().starts_with(kind)).unwrap_or_else(|| panic!("{table}"));
        row.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row("cited-tag"), ["1", "0", "0", "0", "0"]);
    assert_eq!(row("earlier-tags"), ["0", "1", "0", "0", "0"]);
    assert_eq!(row("cited-file"), ["0", "0", "1", "0", "0"]);
    assert_eq!(row("all"), ["2", "1", "1", "0", "1"]);
}

#[test]
fn programs_get_the_same_problems_as_those_of_check() {
    let found = json(&scene(), &lines());
    let weak = &found["problems"][0];
    assert_eq!((&weak["level"], &weak["rule"], &weak["line"]), (&"warning".into(), &"moving-source".into(), &5.into()));
    for name in ["file", "line", "column", "end_line", "end_column", "start", "end", "message", "help", "at"] {
        assert!(!weak[name].is_null(), "{name}");
    }
    assert_eq!(found["tools"], 1);
    assert_eq!(found["failures"], serde_json::json!({}));
}

#[test]
fn workflows_get_annotations() {
    let scene = scene();
    let output = verify(&scene, &lines(), &["--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    let file = format!("file={}/catalog/tools/tool.yaml", scene.path().display());
    assert!(lines[0].starts_with(&format!("::error {file},line=6,col=18,endLine=6,endColumn=28,title=earlier-tag::")));
    assert!(lines[1].starts_with(&format!("::warning {file},line=5,")), "{said}");
}

#[test]
fn repositories_without_a_copy_are_counted() {
    let scene = scene();
    std::fs::remove_dir_all(scene.copies()).unwrap();
    let output = verify(&scene, &lines(), &[]);
    assert!(output.status.success() && output.stderr.is_empty());
    let result = String::from_utf8(output.stdout).unwrap();
    assert!(
        result.ends_with(
            "0 claims proven, 0 contradicted, 0 weak, 0 settled, 5 cannot be seen; 1 repository without a copy: \
             https://github.com/maker/tool\n"
        ),
        "{result}"
    );
    // Of many, the first few are named.
    let other = |name: &str| format!("https://github.com/{name}/{name}/commit/5eb0107");
    let events = ["b", "c", "d"]
        .map(|name| format!("\n  - {{date: 2018-07-01, event: donated, to: X, source: {}}}", other(name)));
    let lines = format!("{}\nhistory:{}", lines(), events.concat());
    let output = verify(&scene, &lines, &[]);
    let result = String::from_utf8(output.stdout).unwrap();
    let named = "https://github.com/b/b, https://github.com/c/c, https://github.com/d/d and 1 more\n";
    assert!(result.ends_with(&format!("; 4 repositories without a copy: {named}")), "{result}");
}

#[test]
fn the_newest_copy_below_a_directory_is_taken() {
    let scene = scene();
    let copies = scene.copies().join("maker+tool");
    let (old, new) = (copies.join("a/old.git"), copies.join("b/tool/.git"));
    for (dir, day, history) in [
        (&old, "2018-02-01", History::default().commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])),
        (&new, "2019-02-01", History::default().commit("refs/remotes/origin/main", "2018-12-03", &[("a.py", "1")])),
    ] {
        let made = scene.repository("made", history, day);
        std::fs::create_dir_all(dir.parent().unwrap()).unwrap();
        std::fs::rename(made, dir).unwrap();
        scene.copied(dir, day);
    }
    for name in ["HEAD", "packed-refs", "config", "refs", "objects"] {
        let path = copies.join(name);
        if path.is_dir() { std::fs::remove_dir_all(path).unwrap() } else { std::fs::remove_file(path).unwrap() }
    }
    // The branch of a clone with a work tree is that of its remote.
    let found = json(&scene, "license: {type: private}\nhistory:\n  - {date: 2018-01-03, event: inactive}");
    assert_eq!(found["problems"][0]["rule"], "later-commit", "{found}");
}

#[test]
fn arguments_that_lead_nowhere_are_refused() {
    assert_eq!(
        refusal("verify --repositories copies"),
        "error: `{name}` is missing in `copies`; write it where the name of a repository belongs, and `{owner}` where its \
         owner does"
    );
    assert_eq!(
        refusal("verify --repositories ext::{name}://"),
        "error: `ext::{name}://` is neither an https:// nor a file:// address; write one, or a directory"
    );
    assert!(refusal("verify mlfow --repositories {name}").contains("did you mean"));
    let nowhere = command("verify --catalog no/such/directory --repositories {name}").output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8(nowhere.stderr).unwrap().starts_with("error[missing-file]"));
}
