//! Repositories that want more than to be read.

use std::fs;
use std::path::Path;

use super::{LICENSE, json, problems};
use crate::support::command::program;
use crate::support::repositories::{History, Scene, git, text_of};

/// A repository in which everything that git could run leaves a mark.
fn trapped(mark: &Path) -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), (".gitattributes", "* diff=trap")])
        .tag("v0.1.0");
    let scene = Scene::new(history, "2019-01-01");
    let dir = scene.copies().join("maker+tool");
    let trap = dir.join("trap");
    fs::write(&trap, format!("#!/bin/sh\ntouch {}\n", mark.display())).unwrap();
    let mut allowed = fs::metadata(&trap).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut allowed, 0o755);
    fs::set_permissions(&trap, allowed).unwrap();
    let trap = trap.to_str().unwrap();
    for setting in [
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "core.askPass",
        "core.editor",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "credential.helper",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.smudge",
        "gpg.program",
        "pager.log",
        "uploadpack.packObjectsHook",
        "remote.origin.uploadpack",
    ] {
        git(&dir, &["config", setting, trap], "");
    }
    for (setting, value) in [
        ("log.showSignature", "true"),
        ("extensions.partialClone", "origin"),
        ("core.repositoryFormatVersion", "1"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", &format!("ext::{trap}")),
        ("protocol.ext.allow", "always"),
        ("core.hooksPath", dir.to_str().unwrap()),
    ] {
        git(&dir, &["config", setting, value], "");
    }
    for hook in ["reference-transaction", "post-checkout", "pre-auto-gc", "post-index-change", "fsmonitor-watchman"] {
        fs::copy(trap, dir.join(hook)).unwrap();
    }
    scene
}

#[test]
fn nothing_of_a_repository_is_run() {
    let dir = tempfile::tempdir().unwrap();
    let mark = dir.path().join("mark");
    let scene = trapped(&mark);
    let lines = "released: {date: 2018-01-03, event: first-tag, source: https://github.com/maker/tool/releases/tag/v0.1.0}\n\
                 license: {type: open-source, spdx: MIT, source: https://github.com/maker/tool/blob/v0.1.0/LICENSE}\n\
                 vendor: Maker\nsources: {vendor: https://github.com/maker/tool/commit/0123456789abcdef0123456789abcdef01234567}";
    let found = json(&scene, lines);
    assert_eq!(found["summary"]["license-today"]["proven"], 1, "{found}");
    assert_eq!(found["failures"], serde_json::json!({}));
    assert!(!mark.exists());
}

#[test]
fn the_environment_does_not_lead_elsewhere() {
    let (scene, other) = (scene_with("2018-01-03"), scene_with("2020-01-03"));
    let lines = format!("{LICENSE}\nreleased: {{date: 2018-01-03, event: first-package}}");
    let output = program("mlops-catalog")
        .args(["verify", "--format", "json", "--repositories"])
        .arg(format!("{}/{{owner}}+{{name}}", scene.copies().display()))
        .arg("--catalog")
        .arg(scene.tool(&lines))
        .env("GIT_DIR", other.copies().join("maker+tool"))
        .env("GIT_OBJECT_DIRECTORY", other.copies().join("maker+tool/objects"))
        .env("GIT_TRACE", "1")
        .env("GIT_CONFIG_COUNT", "not a number")
        .output()
        .unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

fn scene_with(day: &str) -> Scene {
    Scene::new(History::default().commit("refs/heads/main", day, &[("a.py", "1")]).tag("v0.1.0"), "2021-01-01")
}

#[test]
fn replacements_and_grafts_are_not_believed() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .branch("refs/pull/7/head", 1)
        .commit("refs/pull/7/head", "2017-01-03", &[("a.py", "2")]);
    let scene = Scene::new(history, "2021-01-01");
    let (own, foreign) = (scene.id("main"), scene.id("refs/pull/7/head"));
    git(&scene.copies().join("maker+tool"), &["update-ref", &format!("refs/replace/{own}"), &foreign], "");
    let source = format!("https://github.com/maker/tool/commit/{own}");
    let lines = format!("{LICENSE}\nreleased: {{date: 2018-01-03, event: first-commit, source: {source}}}");
    assert!(problems(&scene, &lines).iter().all(|problem| !problem.contains("commit-date")));
}

#[test]
fn a_directory_that_is_no_repository_is_reported() {
    let scene = scene_with("2018-01-03");
    let dir = scene.copies().join("maker+tool");
    fs::write(dir.join("packed-refs"), "# pack-refs with: peeled\nnonsense\n").unwrap();
    let found = json(&scene, &format!("{LICENSE}\nreleased: {{date: 2018-01-03, event: first-package}}"));
    let said = found["failures"]["https://github.com/maker/tool"].as_str().unwrap();
    assert!(said.starts_with("git failed: "), "{said}");
}

#[test]
fn addresses_cannot_speak_to_git() {
    let scene = scene_with("2018-01-03");
    for source in
        ["commit/--all", "commit/main%0A0123456", "blob/--help/a.py", "blob/HEAD%5E%7Bcommit%7D/a.py", "commit/HEAD~0"]
    {
        let lines = format!("{LICENSE}\nvendor: Maker\nsources: {{vendor: https://github.com/maker/tool/{source}}}");
        let found = json(&scene, &lines);
        assert_eq!(found["failures"], serde_json::json!({}), "{source}");
        let proven = ["cited-commit", "cited-file"].map(|kind| found["summary"][kind]["proven"].as_u64().unwrap());
        assert_eq!(proven, [0, 0], "{source}: {found}");
    }
}
