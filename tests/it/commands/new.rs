//! The command `new`: what it writes, and what it refuses.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use mlops_catalog::load::{FileKind, Loader, Rule};
use mlops_catalog::model::{ChangeKind, ReleaseEvent};
use mlops_catalog::{Catalog, Category, LicenseType};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::command::{command, stdout};

/// A catalog of one tool.
fn catalog() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let tool = "name: Seldon Core\naliases: [Seldon]\ndescription: Serves models.\ncategories: [model-serving]\n";
    let rest = "license: {type: private, source: https://example.org/terms}\nchecked: 2026-11-23\n";
    fs::write(dir.path().join("tools/seldon-core.yaml"), format!("{tool}{rest}")).unwrap();
    dir
}

fn new(dir: &Path, arguments: &[&str]) -> Output {
    command("new").args(arguments).arg("--catalog").arg(dir).output().unwrap()
}

/// What is said on the error output, with the exit status.
fn refusal(dir: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let before = fs::read_dir(dir.join("tools")).map(Iterator::count).ok();
    let output = new(dir, arguments);
    assert!(output.stdout.is_empty());
    assert_eq!(fs::read_dir(dir.join("tools")).map(Iterator::count).ok(), before, "{arguments:?}");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// The text of the file that was written.
fn skeleton(dir: &Path, id: &str, arguments: &[&str]) -> String {
    let output = new(dir, arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    let path = dir.join(format!("tools/{id}.yaml"));
    let check = format!("mlops-catalog check {} {id}", dir.display());
    let expected = format!("wrote {}\nFill it in; this says what is left to do:\n  {check}\n", path.display());
    assert_eq!((said, output.status.success()), (expected, true));
    fs::read_to_string(path).unwrap()
}

/// Every error as `line: message`.
fn errors(dir: &Path) -> BTreeSet<String> {
    let inspection = Loader::new().load(dir);
    inspection.errors().iter().map(|problem| format!("{}: {}", problem.line(), problem.message())).collect()
}

/// The fields without a value, as the loader complains of them.
fn complaints(text: &str, fields: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, line) in text.lines().enumerate() {
        let name = line.trim_start_matches([' ', '-']).strip_suffix(':');
        if let Some(name) = name.filter(|name| fields.contains(name)) {
            found.insert(format!("{}: the field `{name}` has no value", at + 1));
        }
    }
    found
}

#[test]
fn new_leaves_one_problem_for_each_required_field() {
    let dir = catalog();
    let text = skeleton(dir.path(), "my-tool", &["My Tool"]);
    let expected = complaints(&text, &["description", "categories", "type"]);
    assert_eq!(expected.len(), 3);
    assert_eq!(errors(dir.path()), expected);
    let help = Loader::new().load(dir.path());
    assert!(help.errors().iter().all(|problem| problem.help().unwrap().starts_with("write one, such as `")));
}

#[test]
fn new_file_once_filled_in_is_a_tool() {
    let dir = catalog();
    let text =
        skeleton(dir.path(), "my-tool", &["My Tool", "--category", "model-serving", "--category", "feature-stores"]);
    let filled = text
        .replace("\ndescription:\n", "\ndescription: Serves features.\n")
        .replace("  type:\n", "  type: open-source\n")
        .replace("  #spdx:\n", "  spdx: MIT\n")
        .replace("#released:\n", "released:\n")
        .replacen("  #date:\n", "  date: 2018\n", 1)
        .replacen("  #event:\n", "  event: launch\n", 1)
        .replace("#history:\n", "history:\n")
        .replace("  #- date:\n", "  - date: 2019-05\n")
        .replace("  #  event:\n", "    event: acquired\n")
        .replace("  #  by:\n", "    by: Somebody\n");
    fs::write(dir.path().join("tools/my-tool.yaml"), filled).unwrap();
    let catalog = Catalog::from_dir(dir.path()).unwrap_or_else(|error| panic!("{error}"));
    let tool = catalog.get("my-tool").unwrap();
    assert_eq!((tool.name(), tool.spdx().map(|spdx| spdx.as_str())), ("My Tool", Some("MIT")));
    assert_eq!(tool.categories(), [Category::ModelServing, Category::FeatureStores]);
    assert_eq!(tool.history()[0].to_string(), "2019-05: acquired by Somebody");
    assert_eq!(tool.release_date().unwrap().to_string(), "2018");
}

#[test]
fn new_file_has_every_field_that_a_new_tool_can_have() {
    let dir = catalog();
    let text = skeleton(dir.path(), "my-tool", &["My Tool"]);
    let uncommented: String = text
        .lines()
        .map(|line| {
            let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
            let field = rest.strip_prefix('#').filter(|field| !field.starts_with("   ") && field.ends_with(':'));
            format!("{indent}{}\n", field.unwrap_or(rest))
        })
        .collect();
    fs::write(dir.path().join("tools/my-tool.yaml"), &uncommented).unwrap();
    let mut empty = leaves(&schema());
    // These have values; `sources.name` has none.
    empty.remove(empty.iter().position(|name| name == "name").unwrap());
    empty.remove(empty.iter().position(|name| name == "checked").unwrap());
    // A new tool had no id before.
    empty.remove(empty.iter().position(|name| name == "former-ids").unwrap());
    // Nobody has settled anything of it.
    for name in ["finding", "at", "because"] {
        empty.remove(empty.iter().position(|leaf| leaf == name).unwrap());
    }
    let names: Vec<&str> = empty.iter().map(String::as_str).collect();
    let expected = complaints(&uncommented, &names);
    assert_eq!(expected.len(), empty.len());
    assert_eq!(errors(dir.path()).difference(&expected).collect::<Vec<_>>(), [""; 0]);
    let inspection = Loader::new().load(dir.path());
    assert_eq!(inspection.errors().count(), empty.len());
    assert!(inspection.errors().iter().all(|problem| problem.rule() == Rule::WrongType));
}

fn schema() -> Value {
    serde_json::from_str(&FileKind::Tool.schema()).unwrap()
}

/// The fields of a mapping, and in place of those that are mappings or lists of mappings, theirs.
fn leaves(mapping: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (name, field) in mapping["properties"].as_object().unwrap() {
        match [field, &field["items"]].into_iter().find(|inner| inner["properties"].is_object()) {
            Some(inner) => found.extend(leaves(inner)),
            None => found.push(name.clone()),
        }
    }
    found
}

#[test]
fn new_file_lists_the_words_in_narrow_lines() {
    let dir = catalog();
    let text = skeleton(dir.path(), "my-tool", &["My Tool"]);
    let licenses = LicenseType::all().map(LicenseType::as_str);
    let words = Category::all().map(Category::as_str).chain(ReleaseEvent::all().map(ReleaseEvent::as_str));
    for word in words.chain(ChangeKind::all().map(ChangeKind::as_str)).chain(licenses) {
        assert!(text.lines().any(|line| line.trim_start().starts_with(&format!("#   {word} "))), "{word}");
    }
    assert!(text.starts_with("# yaml-language-server: $schema=../schema/tool.schema.json\n"));
    assert!(text.lines().all(|line| line.chars().count() <= 100 && line.trim_end() == line), "{text}");
    for field in schema()["required"].as_array().unwrap() {
        assert!(text.lines().any(|line| line.starts_with(&format!("{}:", field.as_str().unwrap()))), "{field}");
    }
}

#[test]
fn new_makes_the_id_from_the_name() {
    for (name, id) in [
        ("My Tool", "my-tool"),
        ("  llama.cpp".trim(), "llama-cpp"),
        ("AT&T -- (Tool)", "at-t-tool"),
        ("Łódź Café Ærø ß", "lodz-cafe-aero-ss"),
        ("2018: yes", "2018-yes"),
        ("'quoted' #1", "quoted-1"),
    ] {
        let dir = catalog();
        let text = skeleton(dir.path(), id, &[name]);
        assert!(errors(dir.path()).iter().all(|error| error.ends_with(" has no value")), "{:?}", errors(dir.path()));
        let written = text.lines().find(|line| line.starts_with("name:")).unwrap();
        let read: serde_json::Value = serde_yaml::from_str(written).unwrap();
        assert_eq!(read["name"], name);
    }
    let dir = catalog();
    skeleton(dir.path(), "other", &["My Tool", "--id", "other"]);
}

#[test]
fn new_refuses_a_known_name() {
    let dir = catalog();
    let file = dir.path().join("tools/seldon-core.yaml");
    let text = fs::read_to_string(&file).unwrap();
    for (arguments, taken) in [
        (&["Seldon Core"][..], "Seldon Core"),
        (&["SELDON"], "SELDON"),
        (&["seldön core"], "seldön core"),
        (&["Another", "--id", "seldon-core"], "seldon-core"),
        (&["Another", "--id", "seldon"], "seldon"),
        (&["Seldon", "--id", "another"], "Seldon"),
    ] {
        let expected = format!(
            "error: `{taken}` is Seldon Core already, in {}; correct that file, or, if this is another tool, give it a name \
             that says which, such as `{} (Its Vendor)`, and another --id\n",
            file.display(),
            arguments[0]
        );
        assert_eq!(refusal(dir.path(), arguments), (Some(1), expected));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn new_works_beside_files_with_problems() {
    let dir = catalog();
    fs::write(dir.path().join("tools/broken.yaml"), "name: [\n").unwrap();
    let note = format!(
        "note: {} has 1 problem; the name was looked up in the catalog of the crate, too\n",
        dir.path().display()
    );
    let output = new(dir.path(), &["My Tool"]);
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), note));
    let (status, said) = refusal(dir.path(), &["Weights & Biases"]);
    assert_eq!(status, Some(1));
    assert!(said.starts_with("error: `Weights & Biases` is Weights & Biases already, in "), "{said}");
    let (status, said) = refusal(dir.path(), &["Broken"]);
    let exists = "exists already; correct that file, or choose another --id\n";
    assert_eq!(status, Some(1));
    assert!(said.ends_with(&format!("error: {} {exists}", dir.path().join("tools/broken.yaml").display())), "{said}");
    assert_eq!(fs::read_to_string(dir.path().join("tools/broken.yaml")).unwrap(), "name: [\n");
}

#[test]
fn new_refuses_wrong_arguments_in_one_line() {
    let dir = catalog();
    let long = "x".repeat(65);
    for (arguments, expected) in [
        (&["!?"][..], "no id can be made from `!?`; choose one with --id".to_owned()),
        (&[&long], format!("no id can be made from `{long}`; choose one with --id")),
        (&[""], "\"\" is not a name; write one line of text".to_owned()),
        (&["My\nTool"], "\"My\\nTool\" is not a name; write one line of text".to_owned()),
        (
            &["My Tool", "--id", "My_Tool"],
            "`My_Tool` is not an id; ids are kebab-case: small letters, digits and single hyphens, at most 64; did you \
             mean `my-tool`?"
                .to_owned(),
        ),
        (
            &["My Tool", "--category", "model-servin"],
            "unknown category `model-servin`; did you mean `model-serving`?".to_owned(),
        ),
    ] {
        assert_eq!(refusal(dir.path(), arguments), (Some(2), format!("error: {expected}\n")));
    }
    let nowhere = dir.path().join("nowhere");
    let (status, said) = refusal(&nowhere, &["My Tool"]);
    assert_eq!(status, Some(1));
    assert!(
        said.ends_with("cannot be written: the catalog has no directory `tools`; name a catalog with --catalog\n"),
        "{said}"
    );
}

#[test]
fn new_help_shows_an_example() {
    let help = stdout("new --help");
    assert!(help.contains("Examples:\n  mlops-catalog new \"Seldon Core\""), "{help}");
}

#[test]
fn new_refuses_the_name_of_an_unfinished_file() {
    let dir = catalog();
    skeleton(dir.path(), "wunder-tool", &["Wünder Tool"]);
    let file = dir.path().join("tools/wunder-tool.yaml");
    let expected = format!(
        "error: `wunder tool` is Wünder Tool already, in {}; correct that file, or, if this is another tool, give it a name \
         that says which, such as `wunder tool (Its Vendor)`, and another --id\n",
        file.display()
    );
    assert_eq!(refusal(dir.path(), &["wunder tool", "--id", "other"]), (Some(1), expected));
}

/// Two tools of one name can both be in a catalog: the error shows how.
#[test]
fn new_takes_a_name_that_tells_two_tools_apart() {
    let dir = catalog();
    let text = skeleton(dir.path(), "seldon-core-acme", &["Seldon Core (Acme)", "--category", "model-serving"]);
    let filled = text.replace("\ndescription:\n", "\ndescription: Serves.\n").replace("  type:\n", "  type: private\n");
    fs::write(dir.path().join("tools/seldon-core-acme.yaml"), filled).unwrap();
    let report = Loader::new().load(dir.path());
    assert_eq!(report.catalog().map(Catalog::len), Some(2));
    // What is left of the skeleton is a warning.
    let left: Vec<Rule> = report.warnings().iter().map(|problem| problem.rule()).collect();
    assert!(left.contains(&Rule::SkeletonComment), "{left:?}");
}
