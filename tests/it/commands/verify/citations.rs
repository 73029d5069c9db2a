//! Sources: commits and files that are there, that are the makers', that stay.

use super::{LICENSE, counts, problems};
use crate::support::repositories::{History, Scene, text_of};

const REPOSITORY: &str = "https://github.com/maker/tool";

/// A commit on `main`, one on a branch, and a vandal's that lies in a pull request alone.
fn scene() -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), ("docs/a.md", "1")])
        .tag("v1.0")
        .branch("refs/heads/stable/1", 1)
        .commit("refs/heads/stable/1", "2019-01-03", &[("docs/a.md", "2")])
        .branch("refs/heads/work", 1)
        .commit("refs/heads/work", "2026-01-03", &[("docs/a.md", "3")])
        .branch("refs/pull/7/head", 1)
        .commit("refs/pull/7/head", "2020-01-03", &[("LICENSE", &text_of("Apache-2.0"))]);
    Scene::new(history, "2026-11-24")
}

fn archived(date: &str, source: &str) -> String {
    format!("{LICENSE}\nhistory:\n  - {{date: {date}, event: archived, source: {source}}}")
}

#[test]
fn a_commit_of_any_branch_proves_that_it_is_there() {
    let scene = scene();
    for (name, date) in [("main", "2018-01-03"), ("stable/1", "2019-01-03")] {
        let commit = scene.id(name);
        for commit in [&commit, &commit[..7]] {
            let lines = archived(date, &format!("{REPOSITORY}/commit/{commit}"));
            assert_eq!(counts(&scene, &lines, "cited-commit"), [1, 0, 0, 0, 0], "{name}");
        }
    }
}

#[test]
fn a_commit_of_a_pull_request_proves_nothing() {
    let scene = scene();
    let commit = scene.id("refs/pull/7/head");
    let said =
        format!("no branch and no tag leads to the commit {}: anyone can bring one with a pull request", &commit[..10]);
    let found = problems(&scene, &archived("2020-01-03", &format!("{REPOSITORY}/commit/{commit}")));
    assert_eq!(found, [format!("error[foreign-commit] 7:49 {commit}: {said}")]);
    // The vandal's license is not taken for the makers'.
    let license = format!("license: {{type: open-source, spdx: MIT, source: {REPOSITORY}/blob/{commit}/LICENSE}}");
    assert_eq!(problems(&scene, &license), [format!("error[foreign-commit] 5:49 {commit}: {said}")]);
    assert_eq!(counts(&scene, &license, "cited-license"), [0, 0, 0, 0, 1]);
}

#[test]
fn a_commit_that_is_missing_must_be_in_a_copy_that_is_younger() {
    let scene = scene();
    let lines = archived("2020-01-03", &format!("{REPOSITORY}/commit/0123456789"));
    let said = "the repository has no commit `0123456789`";
    assert_eq!(problems(&scene, &lines), [format!("error[missing-commit] 7:49 0123456789: {said}")]);
    scene.copied(&scene.copies().join("maker+tool"), "2026-11-22");
    assert_eq!(counts(&scene, &lines, "cited-commit"), [0, 0, 0, 0, 1]);
}

#[test]
fn the_date_of_a_commit_is_that_of_what_it_did_itself() {
    let scene = scene();
    let commit = scene.id("main");
    let source = format!("{REPOSITORY}/commit/{commit}");
    let at = &commit[..10];
    let said = format!("the commit {at} is of 2018-01-03, not of 2018-01-04");
    // What a commit says may have happened on another day.
    let found = problems(&scene, &archived("2018-01-04", &source));
    assert_eq!(found, [format!("warning[event-date] 7:12 {commit}: {said}")]);
    // Nor is a tag what happened.
    let tagged = problems(&scene, &archived("2018-01-04", &format!("{REPOSITORY}/releases/tag/v1.0")));
    assert_eq!(tagged, ["warning[event-date] 7:12 v1.0: the tag `v1.0` is of 2018-01-03, not of 2018-01-04"]);
    let released = format!("{LICENSE}\nreleased: {{date: 2018-01-04, event: first-commit, source: {source}}}");
    assert!(problems(&scene, &released).contains(&format!("error[commit-date] 6:18 {commit}: {said}")));
}

#[test]
fn files_and_directories_are_looked_up_at_their_revision() {
    let scene = scene();
    let commit = scene.id("main");
    let of = |path: &str| format!("{LICENSE}\nvendor: Maker\nsources: {{vendor: {REPOSITORY}/{path}}}");
    for path in ["docs/a.md", "docs", "docs/", "", "LICENSE"] {
        let lines = of(&format!("blob/{commit}/{path}"));
        assert_eq!(counts(&scene, &lines, "cited-file"), [1, 0, 0, 0, 0], "{path}");
    }
    for path in ["docs/b.md", "docs/a.md/b", "a.md"] {
        let said = format!("there is no `{path}` at {}", &commit[..10]);
        let found = problems(&scene, &of(&format!("blob/{commit}/{path}")));
        assert_eq!(found, [format!("error[missing-file] 7:19 {path}: {said}")]);
    }
}

#[test]
fn a_branch_is_a_weak_source_whatever_its_name() {
    let scene = scene();
    let of = |path: &str| format!("{LICENSE}\nvendor: Maker\nsources: {{vendor: {REPOSITORY}/{path}}}");
    for (branch, path) in [("main", "docs/a.md"), ("HEAD", "docs/a.md"), ("stable/1", "docs/a.md")] {
        let said = format!("`{branch}` is a branch: the page changes as soon as somebody commits");
        let found = problems(&scene, &of(&format!("blob/{branch}/{path}")));
        assert_eq!(found, [format!("warning[moving-source] 7:19 {path}: {said}")]);
    }
    let found = problems(&scene, &of("blob/stable/2/docs/a.md"));
    assert_eq!(found, ["error[missing-tag] 7:19 stable: the repository has no tag or branch `stable`"]);
}

#[test]
fn other_repositories_are_looked_up_in_their_copies() {
    let scene = scene();
    let foundation = History::default().commit("refs/heads/main", "2020-03-26", &[("landscape.yml", "tool")]);
    let copy = scene.repository("foundation+landscape", foundation, "2026-11-24");
    let commit = crate::support::repositories::git(&copy, &["rev-parse", "main"], "");
    let source = format!("https://github.com/foundation/landscape/blob/{}/landscape.yml", commit.trim());
    let lines =
        format!("{LICENSE}\nhistory:\n  - {{date: 2020-03-26, event: donated, to: Foundation, source: {source}}}");
    assert_eq!(counts(&scene, &lines, "cited-file"), [1, 0, 0, 0, 0]);
    let elsewhere = lines.replace("foundation/landscape", "foundation/other");
    assert_eq!(counts(&scene, &elsewhere, "cited-file"), [0, 0, 0, 0, 1]);
}

#[test]
fn pages_and_words_are_counted_as_what_no_repository_shows() {
    let scene = scene();
    for source in ["https://example.org/news", "'The Boston Globe, 2022-07-13'", &format!("{REPOSITORY}/issues/7")] {
        let lines = archived("2020-01-03", source);
        assert_eq!(counts(&scene, &lines, "page"), [0, 0, 0, 0, 1], "{source}");
        assert_eq!(problems(&scene, &lines), [""; 0]);
    }
    let unsourced = format!("{LICENSE}\nhistory:\n  - {{date: 2020, event: archived}}");
    // The license has no source, either.
    assert_eq!(counts(&scene, &unsourced, "unsourced"), [0, 0, 0, 0, 2]);
}
