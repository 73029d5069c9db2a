//! The first release: the tag of the source, older tags, first commits.

use super::{LICENSE, counts, problems};
use crate::support::repositories::{History, Scene};

const TAG: &str = "https://github.com/maker/tool/releases/tag";
const COMMIT: &str = "https://github.com/maker/tool/commit";

fn released(date: &str, event: &str, source: &str) -> String {
    format!("{LICENSE}\nreleased: {{date: {date}, event: {event}, source: {source}}}")
}

fn two_tags() -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .tag("v0.0.1")
        .commit("refs/heads/main", "2018-06-05", &[("a.py", "2")])
        .tag("v0.1.0");
    Scene::new(history, "2019-01-01")
}

#[test]
fn the_first_tag_proves_a_release() {
    let scene = two_tags();
    let first = released("2018-01-03", "first-tag", &format!("{TAG}/v0.0.1"));
    assert_eq!(problems(&scene, &first), [""; 0]);
    assert_eq!(counts(&scene, &first, "cited-tag"), [1, 0, 0, 0, 0]);
    assert_eq!(counts(&scene, &first, "earlier-tags"), [1, 0, 0, 0, 0]);
    // A month that has the day, too.
    assert_eq!(problems(&scene, &first.replace("2018-01-03", "2018-01")), [""; 0]);
}

#[test]
fn an_older_tag_contradicts_a_release_until_it_is_settled() {
    let scene = two_tags();
    let second = released("2018-06-05", "first-tag", &format!("{TAG}/v0.1.0"));
    let expected =
        "error[earlier-tag] 6:18 v0.0.1: the tag `v0.0.1` is of 2018-01-03, before the first release of 2018-06-05";
    assert_eq!(problems(&scene, &second), [expected]);
    let settled = format!(
        "{second}\nsettled:\n  - {{finding: earlier-tag, at: v0.0.1, because: It is a tag of the project that this one was forked from.}}"
    );
    assert_eq!(problems(&scene, &settled), [""; 0]);
    assert_eq!(counts(&scene, &settled, "earlier-tags"), [0, 0, 0, 1, 0]);
    let other = settled.replace("at: v0.0.1", "at: v0.0.2");
    let over = "warning[settled-no-longer-found] 8:15 -: this is not found any more";
    assert_eq!(problems(&scene, &other), [expected, over]);
}

#[test]
fn a_tag_that_was_moved_has_another_date() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .commit("refs/heads/main", "2019-02-04", &[("a.py", "2")])
        .tag("v0.1.0");
    let scene = Scene::new(history, "2020-01-01");
    let expected = "error[tag-date] 6:18 v0.1.0: the tag `v0.1.0` is of 2019-02-04, not of 2018-01-03";
    assert_eq!(problems(&scene, &released("2018-01-03", "first-tag", &format!("{TAG}/v0.1.0"))), [expected]);
}

#[test]
fn a_tag_with_an_object_of_its_own_has_two_dates() {
    let history =
        History::default().commit("refs/heads/main", "2018-01-03", &[("a.py", "1")]).tag_made("v0.1.0", "2018-02-04");
    let scene = Scene::new(history, "2020-01-01");
    for date in ["2018-01-03", "2018-02-04"] {
        assert_eq!(problems(&scene, &released(date, "first-tag", &format!("{TAG}/v0.1.0"))), [""; 0], "{date}");
    }
}

#[test]
fn a_tag_that_is_missing_must_be_in_a_copy_that_is_younger() {
    let scene = two_tags();
    let missing = released("2018-01-03", "first-tag", &format!("{TAG}/v0.0.0"));
    assert_eq!(problems(&scene, &missing), ["error[missing-tag] 6:56 v0.0.0: the repository has no tag `v0.0.0`"]);
    let later = released("2019-06-01", "first-package", &format!("{TAG}/v0.0.0"));
    assert_eq!(counts(&scene, &later, "cited-tag"), [0, 0, 0, 0, 1]);
}

#[test]
fn of_ten_thousand_tags_the_first_is_named() {
    let mut history = History::default().commit("refs/heads/main", "2018-01-03", &[("a.py", "1")]);
    for number in 0..10_000 {
        history = history.tag(&format!("v0.{number}"));
    }
    let history = history.commit("refs/heads/main", "2018-06-05", &[("a.py", "2")]).tag("v1.0");
    let scene = Scene::new(history, "2019-01-01");
    let found = problems(&scene, &released("2018-06-05", "first-tag", &format!("{TAG}/v1.0")));
    assert_eq!(
        found,
        ["error[earlier-tag] 6:18 v0.0: the tag `v0.0` is of 2018-01-03, before the first release of 2018-06-05, and \
          9999 more are older, too"]
    );
}

#[test]
fn a_first_commit_is_for_tools_without_tags() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("README.md", "soon")])
        .commit("refs/heads/main", "2018-02-01", &[("a.py", "1")])
        .commit("refs/heads/main", "2018-03-01", &[("a.py", "2")]);
    let scene = Scene::new(history, "2019-01-01");
    let commits = ["main~2", "main~1", "main"].map(|name| scene.id(name));
    let of = |date: &str, commit: &str| released(date, "first-commit", &format!("{COMMIT}/{commit}"));
    let (empty, first, second) = (&commits[0][..10], &commits[1], &commits[2]);
    assert_eq!(
        problems(&scene, &of("2018-01-03", empty)),
        [format!(
            "warning[no-source-yet] 6:18 {empty}: the commit {empty} has no source yet, so that it is not the first of the tool"
        )]
    );
    assert_eq!(problems(&scene, &of("2018-02-01", first)), [""; 0]);
    assert_eq!(counts(&scene, &of("2018-02-01", first), "first-commit"), [1, 0, 0, 0, 0]);
    // The commit before has source, the one before that has none.
    assert_eq!(problems(&scene, &of("2018-03-01", second)), [""; 0]);
}

#[test]
fn tags_contradict_a_first_commit_and_a_founding() {
    let scene = two_tags();
    let first = scene.id("main~1");
    let found = problems(&scene, &released("2018-01-03", "first-commit", &format!("{COMMIT}/{first}")));
    let said = "there is the tag `v0.0.1` of 2018-01-03, so that `first-commit` is not the first release";
    assert_eq!(found, [format!("error[unstated-tag] 6:18 v0.0.1: {said}")]);
    let founding = format!("{LICENSE}\nreleased: {{date: 2016, event: founding}}");
    let said = "there is the tag `v0.0.1` of 2018-01-03, so that `founding` is not the first release";
    assert_eq!(problems(&scene, &founding), [format!("error[unstated-tag] 6:18 v0.0.1: {said}")]);
}

#[test]
fn an_earlier_root_with_source_comes_before_a_first_commit() {
    let history = History::default().commit("refs/heads/old", "2017-05-01", &[("a.py", "0")]).commit(
        "refs/heads/main",
        "2018-02-01",
        &[("a.py", "1")],
    );
    let scene = Scene::new(history, "2019-01-01");
    let (old, first) = (scene.id("old"), scene.id("main"));
    let found = problems(&scene, &released("2018-02-01", "first-commit", &format!("{COMMIT}/{first}")));
    let said = format!("the commit {} is of 2017-05-01, before the first one of 2018-02-01", &old[..10]);
    assert_eq!(found, [format!("warning[earlier-commit] 6:18 {old}: {said}")]);
}

#[test]
fn names_without_a_version_are_no_releases() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .tag("before-the-move")
        .commit("refs/heads/main", "2018-06-05", &[("a.py", "2")])
        .tag("v0.1.0");
    let scene = Scene::new(history, "2019-01-01");
    assert_eq!(problems(&scene, &released("2018-06-05", "first-tag", &format!("{TAG}/v0.1.0"))), [""; 0]);
}

#[test]
fn an_empty_repository_shows_nothing() {
    let scene = Scene::new(History::default(), "2019-01-01");
    let lines = released("2018-01-03", "first-package", "'PyPI, tool 0.1, uploaded 2018-01-03'")
        .replace("{type: private}", "{type: open-source, spdx: MIT}");
    assert_eq!(problems(&scene, &lines), [""; 0]);
    for kind in ["earlier-tags", "license-today", "license-at-release", "license-changes", "last-commit"] {
        assert_eq!(counts(&scene, &lines, kind), [0, 0, 0, 0, 1], "{kind}");
    }
}
