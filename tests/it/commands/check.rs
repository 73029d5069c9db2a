//! The command `check`, run from outside: for people, for programs, for workflows.

use std::fs;
use std::path::Path;

use mlops_catalog::model::Fact;
use mlops_catalog::{Catalog, Category};
use serde_json::Value;

use crate::support::ROOT;
use crate::support::command::{command, json, refusal, run, stdout};

const UNSOURCED: &str = "tests/problems/unsourced/catalog";

#[test]
fn check_fails_on_warnings_only_when_asked() {
    let output = run(&format!("check {UNSOURCED}"));
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with(&format!("{UNSOURCED}/tools/bare.yaml:4:18: warning: the first release has no source")),
        "{said}"
    );
    let result = format!("{UNSOURCED}: 2 tools, no problems, 4 warnings (4 unsourced)\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), result);
    assert_eq!(run(&format!("check {UNSOURCED} --deny-warnings")).status.code(), Some(1));
    let catalog = run("check catalog");
    let result = String::from_utf8(catalog.stdout).unwrap();
    assert!(result.starts_with(&format!("catalog: {} tools, no problems", Catalog::embedded().len())), "{result}");
}

#[test]
fn check_shows_errors_before_warnings() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let tool = |name: &str, category: &str| {
        let text =
            format!("name: {name}\ndescription: Serves.\ncategories: [{category}]\nlicense: {{type: private}}\n");
        fs::write(dir.path().join(format!("tools/{name}.yaml")), text + "checked: 2026-11-23\n").unwrap();
    };
    tool("a", "model-serving");
    tool("b", "model-servin");
    let output = command("check").arg(dir.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let (error, warning) = (said.find("error[unknown-category]").unwrap(), said.find("[unsourced]").unwrap());
    assert!(error < warning && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn check_json_locates_each_problem() {
    let output = run("check tests/problems/repeated-field/catalog --format json");
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "dir": "tests/problems/repeated-field/catalog",
        "problems": [{
            "level": "error", "rule": "repeated-field", "file": "tools/twice.yaml",
            "line": 6, "column": 1, "end_line": 6, "end_column": 12, "start": 147, "end": 158,
            "message": "the field `description` is given twice", "help": "leave one of them out",
            "also": {
                "file": "tools/twice.yaml",
                "line": 2, "column": 1, "end_line": 2, "end_column": 12, "start": 11, "end": 22,
                "label": "given first here",
            },
        }],
        "left_out": [],
    });
    assert_eq!(found, expected);
    let text =
        fs::read_to_string(Path::new(ROOT).join("tests/problems/repeated-field/catalog/tools/twice.yaml")).unwrap();
    assert_eq!(&text[147..158], "description");
}

#[test]
fn check_annotates_a_workflow() {
    let output = run("check tests/problems/unknown-license-type/catalog --format github");
    assert_eq!(output.status.code(), Some(1));
    let expected = "::error file=tests/problems/unknown-license-type/catalog/tools/proprietary.yaml,line=4,col=17,endLine=4,\
                    endColumn=28,title=unknown-license-type::unknown license type `proprietary`%0Adid you mean \
                    `private`?\n\
                    ::error file=tests/problems/unknown-license-type/catalog/tools/type.yaml,line=4,col=17,endLine=4,\
                    endColumn=27,title=unknown-license-type::unknown license type `opensource`%0Adid you mean \
                    `open-source`?\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn check_counts_the_evidence_by_category() {
    let found = json("check catalog --summary --format json");
    let of = |category: Category| -> [usize; 3] {
        let tools: Vec<_> = Catalog::embedded().tools().filter(|tool| tool.is_in(category)).collect();
        let (mut sourced, mut unsourced) = (0, 0);
        for tool in &tools {
            let facts = [Fact::Released, Fact::License, Fact::Successor].map(|fact| tool.source(fact).is_some());
            let claimed = [tool.release().is_some(), true, tool.successor().is_some()];
            let events = tool.history().iter().map(|event| event.source().is_some());
            for has_source in
                claimed.into_iter().zip(facts).filter(|(claimed, _)| *claimed).map(|(_, has)| has).chain(events)
            {
                if has_source { sourced += 1 } else { unsourced += 1 }
            }
        }
        [tools.len(), sourced, unsourced]
    };
    for row in found["summary"]["categories"].as_array().unwrap() {
        let counts = of(row["category"].as_str().unwrap().parse().unwrap());
        assert_eq!([&row["tools"], &row["sourced"], &row["unsourced"]], counts.map(Value::from).each_ref(), "{row}");
    }
    let output = run("check catalog --summary");
    assert!(output.status.success() && output.stderr.is_empty());
    let lines = String::from_utf8(output.stdout).unwrap().lines().count();
    assert_eq!(lines, 1 + 1 + 1 + Category::all().len() + 1);
}

#[test]
fn check_limits_warnings_to_named_tools() {
    let shown = |line: &str| {
        let output = run(line);
        (String::from_utf8(output.stderr).unwrap(), output.status.code())
    };
    let (all, _) = shown(&format!("check {UNSOURCED}"));
    assert_eq!(shown(&format!("check {UNSOURCED} bare")), (all, Some(0)));
    assert_eq!(shown(&format!("check {UNSOURCED} next")), (String::new(), Some(0)));
    assert_eq!(refusal(&format!("check {UNSOURCED} bar")), "error: no tool has the id `bar`; did you mean `bare`?");
    for text in ["bare.yaml", "tools/bare.yaml", "tools\\bare.yaml", "TOOL", "baer", "tool.yaml"] {
        let expected = format!("error: no tool has the id `{text}`; did you mean `bare`?");
        assert_eq!(refusal(&format!("check {UNSOURCED} {text}")), expected);
    }
    let files = format!("write the name of a file in {UNSOURCED}/tools without `.yaml`");
    assert_eq!(refusal(&format!("check {UNSOURCED} x/")), format!("error: no tool has the id `x/`; {files}"));
    let annotations = |id: &str| stdout(&format!("check {UNSOURCED} {id} --format github")).lines().count();
    assert_eq!((annotations("bare"), annotations("next")), (4, 0));
    let total = |line: &str| String::from_utf8(run(line).stdout).unwrap();
    assert_eq!(total(&format!("check {UNSOURCED} next")), format!("{UNSOURCED}: 2 tools, no problems\n"));
    assert_eq!(run(&format!("check {UNSOURCED} next --deny-warnings")).status.code(), Some(0));
    assert_eq!(run(&format!("check {UNSOURCED} bare --deny-warnings")).status.code(), Some(1));
    let (errors, status) = shown("check tests/problems/many/catalog two");
    assert!(errors.contains("many/catalog/tools/one.yaml") && status == Some(1), "{errors}");
}

/// A catalog of three tools with warnings.
fn warned() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    for id in ["one", "two", "three"] {
        let text =
            format!("name: {id}\ndescription: Serves.\ncategories: [model-serving]\nlicense: {{type: private}}\n");
        fs::write(dir.path().join(format!("tools/{id}.yaml")), text + "checked: 2026-11-23\n").unwrap();
    }
    dir
}

#[test]
fn check_takes_changed_files_as_data() {
    let dir = warned();
    let list = dir.path().join("changed");
    let annotated = |paths: &[u8]| {
        fs::write(&list, paths).unwrap();
        let mut command = command("check --format github --changed");
        let output = command.arg(&list).arg(dir.path()).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().lines().count()
    };
    assert_eq!(annotated(b"catalog/tools/one.yaml\0"), 1);
    assert_eq!(annotated(b"catalog/tools/one.yaml\0README.md\0catalog/tools/two.yaml\0"), 2);
    assert_eq!(annotated(b"README.md\0"), 0);
    assert_eq!(annotated(b""), 0);
    assert_eq!(annotated(b"catalog/tools/--help.yaml\0catalog/tools/a\nb.yaml\0\xff\0"), 0);
    assert_eq!(
        refusal("check catalog mlflow --changed -"),
        "error: the argument '[ID]...' cannot be used with '--changed <FILE>'"
    );
    let missing = refusal("check catalog --changed no/such/list");
    assert!(missing.starts_with("error: no/such/list cannot be read: "), "{missing}");
}

#[test]
fn check_names_files_from_the_workspace_on() {
    let expected = "::error file=tests/problems/unknown-license-type/catalog/tools/type.yaml,line=4,";
    let dir = "tests/problems/unknown-license-type/catalog";
    let root = Path::new(ROOT).canonicalize().unwrap();
    let absolute = root.join(dir).display().to_string();
    for named in
        [dir, &format!("./{dir}"), &format!("{dir}/."), &format!("{dir}/"), &format!("src/../{dir}"), &absolute]
    {
        let output = command("check --format github").arg(named).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.lines().any(|line| line.starts_with(expected)), "{named}: {said}");
    }
    let mut elsewhere = command("check --format github tools/..");
    let output = elsewhere.env("GITHUB_WORKSPACE", &root).current_dir(root.join(dir)).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.lines().any(|line| line.starts_with(expected)), "{said}");
    let missing = String::from_utf8(run("check no/such/directory --format github").stdout).unwrap();
    assert!(missing.starts_with("::error file=no/such/directory,title=missing-file::"), "{missing}");
}

#[test]
fn check_says_of_a_missing_directory_no_line() {
    let output = run("check no/such/directory");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("--> no/such/directory\n") && !said.contains(":1:1"), "{said}");
}

#[test]
fn check_counts_by_rule_and_lists_known_words_once() {
    let dir = warned();
    for id in ["one", "two", "three"] {
        let path = dir.path().join(format!("tools/{id}.yaml"));
        let text = fs::read_to_string(&path).unwrap().replace("model-serving", "xyzzy");
        fs::write(path, text + "color: red\n").unwrap();
    }
    let output = command("check").arg(dir.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    for list in ["= help: known: ", "= help: known fields: "] {
        assert_eq!(said.matches(list).count(), 1, "{said}");
    }
    assert_eq!(said.matches("= help: the known words are listed above").count(), 4, "{said}");
    let total = String::from_utf8(output.stdout).unwrap();
    assert_eq!(total, format!("{}: 6 problems (3 unknown-field, 3 unknown-category)\n", dir.path().display()));
}

#[test]
fn check_echoes_nothing_that_a_terminal_obeys() {
    for arguments in [
        &["check", "\u{1b}[31m"][..],
        &["check", "catalog", "\u{1b}[31m"],
        &["list", "--query", "\u{1b}[2J:x"],
        &["\u{1b}c"],
    ] {
        let output = command("").args(arguments).output().unwrap();
        assert!(!output.status.success());
        for said in [output.stdout, output.stderr] {
            assert!(!said.contains(&0x1b), "{}", String::from_utf8_lossy(&said));
        }
    }
}
