//! Copies from the network: cloned without the contents of files, kept, renewed.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::command::program;
use crate::support::repositories::{History, Scene, git, text_of};

const LINES: &str = "released: {date: 2018-01-03, event: first-tag, source: https://github.com/maker/tool/releases/tag/v0.1.0}\n\
                     license: {type: open-source, spdx: MIT, source: https://github.com/maker/tool/blob/v0.1.0/LICENSE}";

/// A remote that hands out commits without files, as forges do.
fn remote() -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), ("a.py", "1")])
        .tag("v0.1.0")
        .branch("refs/heads/work", 1)
        .commit("refs/heads/work", "2026-01-03", &[("LICENSE", &text_of("MIT")), ("b.py", "1")])
        .branch("refs/pull/7/head", 1)
        .commit("refs/pull/7/head", "2020-01-03", &[("a.py", "2")]);
    let scene = Scene::new(history, "2026-11-24");
    allow_filters(&scene, "maker+tool");
    scene
}

fn allow_filters(scene: &Scene, name: &str) {
    for setting in ["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"] {
        git(&scene.copies().join(name), &["config", setting, "true"], "");
    }
}

fn command(scene: &Scene, lines: &str) -> Command {
    let mut command = program("mlops-catalog");
    command
        .args(["verify", "--repositories", &format!("file://{}/{{owner}}+{{name}}", scene.copies().display())])
        .arg("--catalog")
        .arg(scene.tool(lines))
        .env("XDG_CACHE_HOME", scene.path().join("cache"));
    command
}

fn json(scene: &Scene, lines: &str) -> Value {
    let output = command(scene, lines).args(["--format", "json"]).output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn text(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).unwrap()
}

fn ok(output: &Output) -> bool {
    output.status.success()
}

#[test]
fn a_clone_shows_what_a_copy_does() {
    let scene = remote();
    let found = json(&scene, LINES);
    assert_eq!(found["failures"], serde_json::json!({}));
    let kinds = ["cited-tag", "cited-file", "earlier-tags", "cited-license", "license-today", "license-at-release"];
    for kind in kinds {
        assert_eq!(found["summary"][kind]["proven"], 1, "{kind}");
    }
    // Only the license was asked for.
    let copies = fs::read_dir(scene.path().join("cache/mlops-catalog/repositories")).unwrap();
    let copy = copies.map(|entry| entry.unwrap().path()).next().unwrap();
    let missing = git(&copy, &["rev-list", "--objects", "--all", "--missing=print"], "");
    assert_eq!(missing.lines().filter(|line| line.starts_with('?')).count(), 1, "{missing}");
}

#[test]
fn requests_of_others_are_not_cloned() {
    let scene = remote();
    let commit = scene.id("refs/pull/7/head");
    let lines = format!(
        "license: {{type: private}}\nhistory:\n  - {{date: 2020-01-03, event: archived, source: https://github.com/maker/tool/commit/{commit}}}"
    );
    let found = json(&scene, &lines);
    assert_eq!(found["problems"][0]["rule"], "missing-commit", "{found}");
}

#[test]
fn a_copy_is_kept_and_renewed() {
    let scene = remote();
    assert!(ok(&command(&scene, LINES).output().unwrap()));
    // Whoever was asked a moment ago is not asked again.
    let (remote, gone) = (scene.copies().join("maker+tool"), scene.copies().join("gone"));
    fs::rename(&remote, &gone).unwrap();
    assert!(ok(&command(&scene, LINES).output().unwrap()));
    fs::rename(&gone, &remote).unwrap();
    // Half a copy of a run that was killed does not stand in the way.
    let copies = scene.path().join("cache/mlops-catalog/repositories");
    let copy = fs::read_dir(&copies).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
    fs::rename(&copy, copy.with_extension("part")).unwrap();
    assert!(ok(&command(&scene, LINES).output().unwrap()));
    // An old one is renewed: the tag is gone.
    git(&remote, &["tag", "--delete", "v0.1.0"], "");
    scene.copied(&copy, "2020-01-01");
    let found = json(&scene, LINES);
    let rules: Vec<&str> =
        found["problems"].as_array().unwrap().iter().map(|of| of["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["missing-tag", "missing-tag"], "{found}");
}

#[test]
fn one_that_fails_is_reported_and_the_rest_goes_on() {
    let scene = remote();
    let lines =
        format!("{LINES}\nvendor: Maker\nsources: {{vendor: https://github.com/maker/gone/blob/main/README.md}}");
    let output = command(&scene, &lines).output().unwrap();
    assert!(ok(&output), "{}", text(&output.stderr));
    let said = text(&output.stderr);
    assert!(said.starts_with("warning: https://github.com/maker/gone: git failed: fatal: "), "{said}");
    assert!(text(&output.stdout).contains(" claims proven, 0 contradicted"), "{}", text(&output.stdout));
}
