//! What GitHub shows and runs: forms that ask for the fields of the format, a workflow whose commands exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mlops_catalog::load::FileKind;
use serde_json::Value;

use crate::support::command::{command, program};

const GITHUB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../.github");

fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(Path::new(GITHUB).join(path)).unwrap()).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&FileKind::Tool.schema()).unwrap()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn requires(mapping: &Value, field: &str) -> bool {
    items(&mapping["required"]).any(|required| required == field)
}

/// What a form asks for, by id.
fn questions(form: &str) -> BTreeMap<String, Value> {
    let form = yaml(form);
    for key in ["name", "description", "title"] {
        assert!(form[key].is_string(), "{key}");
    }
    let asked = items(&form["body"]).filter(|item| item["type"] != "markdown");
    let asked: Vec<(String, Value)> =
        asked.map(|item| (item["id"].as_str().unwrap().to_owned(), item.clone())).collect();
    let found: BTreeMap<String, Value> = asked.iter().cloned().collect();
    assert_eq!(found.len(), asked.len(), "an id stands twice");
    found
}

/// Fails unless the question is about the field, with its words.
fn is_about(question: &Value, field: &Value) {
    let said = question["attributes"]["description"].as_str().unwrap();
    assert!(said.starts_with(field["description"].as_str().unwrap()), "{said}");
    let words: Vec<&Value> =
        items(&field["oneOf"]).chain(items(&field["items"]["oneOf"])).map(|word| &word["const"]).collect();
    let options: Vec<&Value> = items(&question["attributes"]["options"]).collect();
    assert_eq!(options, words, "{said}");
    assert_eq!(question["type"] == "dropdown", !words.is_empty(), "{said}");
    assert_eq!(question["attributes"]["multiple"] == true, !words.is_empty() && field["type"] == "array", "{said}");
}

#[test]
fn github_tool_form_asks_for_every_field_of_a_new_tool() {
    let schema = schema();
    let mut asked = questions("ISSUE_TEMPLATE/add-a-tool.yml");
    // A new tool had no id before, and nobody has settled anything of it.
    let has = |name: &str| !["former-ids", "settled"].contains(&name);
    for (name, field) in schema["properties"].as_object().unwrap().iter().filter(|(name, _)| has(name)) {
        // A mapping is asked for as a whole, or by all its parts.
        let questions: Vec<(String, &Value, bool)> = match field["properties"].as_object() {
            Some(parts) if !asked.contains_key(name) => parts
                .iter()
                .map(|(part, inner)| {
                    (format!("{name}_{part}"), inner, requires(&schema, name) && requires(field, part))
                })
                .collect(),
            _ => vec![(name.clone(), field, requires(&schema, name))],
        };
        for (id, field, is_required) in questions {
            let question = asked.remove(&id).unwrap_or_else(|| panic!("the form does not ask for {id}"));
            is_about(&question, field);
            assert_eq!(question["validations"]["required"], is_required, "{id}");
        }
    }
    assert!(asked.is_empty(), "no field of a tool file: {:?}", asked.keys());
}

#[test]
fn github_fact_form_offers_every_field() {
    let asked = questions("ISSUE_TEMPLATE/correct-a-fact.yml");
    assert_eq!(asked.keys().collect::<Vec<_>>(), ["field", "right", "source", "tool"]);
    let offered: BTreeSet<&str> =
        items(&asked["field"]["attributes"]["options"]).map(|option| option.as_str().unwrap()).collect();
    let schema = schema();
    assert_eq!(offered, schema["properties"].as_object().unwrap().keys().map(String::as_str).collect());
}

fn steps(workflow: &Value) -> Vec<Value> {
    let jobs = workflow["jobs"].as_object().unwrap();
    jobs.values().flat_map(|job| items(&job["steps"])).cloned().collect()
}

/// The scripts of a workflow, line by line.
fn scripts(workflow: &Value) -> Vec<String> {
    steps(workflow).iter().filter_map(|step| step["run"].as_str()).map(str::to_owned).collect()
}

#[test]
fn github_workflow_is_read_only_and_self_contained() {
    let workflow = yaml("workflows/pull-request.yml");
    assert_eq!(workflow["on"], "pull_request");
    assert_eq!(workflow["permissions"], serde_json::json!({"contents": "read"}));
    for step in steps(&workflow) {
        let Some(action) = step["uses"].as_str() else { continue };
        let known = ["actions/checkout@v", "actions/upload-artifact@v"];
        let version = known.iter().find_map(|known| action.strip_prefix(known)).unwrap_or_else(|| panic!("{action}"));
        assert!(version.bytes().all(|byte| byte.is_ascii_digit()), "{action}");
    }
    let jobs = workflow["jobs"].as_object().unwrap();
    for (name, job) in jobs {
        assert!(job["timeout-minutes"].is_u64() && job["runs-on"].is_string(), "{name}");
        assert!(items(&job["needs"]).chain([&job["needs"]]).filter_map(Value::as_str).all(|on| jobs.contains_key(on)));
        let checkout = |step: &&Value| step["uses"].as_str().is_some_and(|uses| uses.starts_with("actions/checkout@"));
        assert_eq!(items(&job["steps"]).filter(checkout).count(), 1, "{name}");
        assert!(job["steps"][0]["uses"].is_string(), "{name}");
    }
}

/// A title, a body or a branch of a pull request is text of a stranger, and no part of a script.
#[test]
fn github_workflow_interpolates_nothing_into_scripts() {
    for script in scripts(&yaml("workflows/pull-request.yml")) {
        assert!(!script.contains("${{"), "{script}");
    }
}

#[test]
fn github_workflow_commands_exist() {
    let scripts = scripts(&yaml("workflows/pull-request.yml"));
    let mut commands = BTreeSet::new();
    for line in scripts.iter().flat_map(|script| script.lines()) {
        let words = line.split_whitespace().take_while(|word| *word != ">>");
        let words: Vec<&str> = words.filter(|word| !["--quiet", "--"].contains(word)).collect();
        let (name, options, help) = match words.as_slice() {
            ["cargo", "catalog", name, options @ ..] => (*name, options, command(name).arg("--help").output().unwrap()),
            ["cargo", "run", "--example", name, options @ ..] => {
                (*name, options, program(name).arg("--help").output().unwrap())
            }
            _ => continue,
        };
        let help = String::from_utf8(help.stdout).unwrap();
        for option in options.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "{line}: {help}");
        }
        commands.insert(name);
    }
    assert_eq!(commands, BTreeSet::from(["bake", "check", "diff"]));
    assert!(scripts.iter().any(|script| script == "bash .ci/run"));
}

#[cfg(unix)]
#[test]
fn github_workflow_scripts_parse() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    for script in scripts(&yaml("workflows/pull-request.yml")) {
        let mut bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn().unwrap();
        bash.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        assert!(bash.wait().unwrap().success(), "{script}");
    }
}

/// The step of the workflow that annotates problems, run as a script in a repository whose last commit changes files.
#[cfg(unix)]
mod pull_request {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::{Command, Output};

    use tempfile::TempDir;

    use super::*;

    const GOOD: &str = "name: Good\ndescription: Serves.\ncategories: [model-serving]\nlicense: {type: private}\n\
                        checked: 2026-11-23\n";

    fn git(dir: &Path, arguments: &[&str]) {
        let mut git = Command::new("git");
        let names = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"];
        let output = git.current_dir(dir).args(names).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn write(dir: &Path, path: &str, text: &str) {
        fs::create_dir_all(dir.join(path).parent().unwrap()).unwrap();
        fs::write(dir.join(path), text).unwrap();
    }

    /// A repository of one tool that has a warning, and a second commit with these files.
    fn repository(files: &[(&str, &str)]) -> TempDir {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), "catalog/catalog.yaml", "schema: 1.0.0\nversion: 1.0.0\n");
        write(dir.path(), "catalog/tools/good.yaml", GOOD);
        git(dir.path(), &["init", "--quiet"]);
        git(dir.path(), &["add", "--all"]);
        git(dir.path(), &["commit", "--quiet", "--message", "One"]);
        files.iter().for_each(|(path, text)| write(dir.path(), path, text));
        git(dir.path(), &["add", "--all"]);
        git(dir.path(), &["commit", "--quiet", "--message", "Two"]);
        dir
    }

    /// What the step says, with the built command in the place of `cargo catalog`.
    fn step(dir: &Path) -> Output {
        let workflow = yaml("workflows/pull-request.yml");
        let script = items(&workflow["jobs"]["catalog"]["steps"])
            .find(|step| step["name"] == "Problems, each at its line")
            .and_then(|step| step["run"].as_str())
            .unwrap()
            .to_owned();
        let bin = tempfile::tempdir().unwrap();
        let cargo = bin.path().join("cargo");
        let program = program("mlops-catalog").get_program().to_string_lossy().into_owned();
        fs::write(&cargo, format!("#!/bin/sh\n[ \"$1\" = catalog ] && shift && exec {program} \"$@\"\n")).unwrap();
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
        let mut bash = Command::new("bash");
        bash.args(["-e", "-c", &script])
            .current_dir(dir)
            .env("PATH", path)
            .env("GITHUB_WORKSPACE", dir)
            .output()
            .unwrap()
    }

    fn annotations(output: &Output) -> Vec<String> {
        String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn github_pull_request_annotates_badly_named_files() {
        for (name, help) in [
            ("--help", "rename it to `help.yaml`"),
            ("MyTool", "rename it to `mytool.yaml`"),
            ("Foo Bar", "rename it to `foo-bar.yaml`"),
            ("drift_wood", "rename it to `drift-wood.yaml`"),
            ("$(exit 3)", "rename it to `exit-3.yaml`"),
            ("-", "rename the file; ids are kebab-case"),
        ] {
            let path = format!("catalog/tools/{name}.yaml");
            let text = GOOD.replace("Good", "Other").replace("model-serving", "model-servin");
            let dir = repository(&[(&path, &text)]);
            let output = step(dir.path());
            assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
            let found = annotations(&output);
            let start = format!("::error file={path},line=1,col=1,");
            let bad: Vec<&String> = found.iter().filter(|line| line.contains("title=bad-id::")).collect();
            assert!(bad.len() == 1 && bad[0].starts_with(&start) && bad[0].contains(help), "{name}: {found:?}");
            let within = format!("::error file={path},line=3,");
            assert!(
                found.iter().any(|line| line.starts_with(&within) && line.contains("unknown-category")),
                "{found:?}"
            );
            // The warnings of the file that was there before are not this pull request's.
            assert!(!found.iter().any(|line| line.contains("good.yaml")), "{found:?}");
        }
    }

    #[test]
    fn github_pull_request_annotates_what_it_changes_alone() {
        let other = GOOD.replace("Good", "Other");
        let dir = repository(&[("catalog/tools/other.yaml", &other)]);
        let output = step(dir.path());
        assert!(output.status.success(), "{output:?}");
        let found = annotations(&output);
        assert!(
            found.len() == 1 && found[0].starts_with("::warning file=catalog/tools/other.yaml,line=4,"),
            "{found:?}"
        );
        let dir = repository(&[("README.md", "Words.\n")]);
        let output = step(dir.path());
        assert_eq!((output.status.code(), annotations(&output)), (Some(0), Vec::new()), "{output:?}");
    }
}
