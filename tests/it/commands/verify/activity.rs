//! Activity: the last commit on any branch, and the day of the copy.

use super::{LICENSE, counts, problems};
use crate::support::repositories::{History, Scene};

fn scene(copied: &str) -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .branch("refs/heads/experiment", 1)
        .commit("refs/heads/experiment", "2019-05-06", &[("a.py", "2")])
        .branch("refs/pull/7/head", 1)
        .commit("refs/pull/7/head", "2020-02-02", &[("a.py", "3")]);
    Scene::new(history, copied)
}

fn inactive(date: &str) -> String {
    format!("{LICENSE}\nhistory:\n  - {{date: {date}, event: inactive}}")
}

#[test]
fn the_last_commit_is_that_of_any_branch_and_of_no_request() {
    let scene = scene("2022-01-01");
    assert_eq!(counts(&scene, &inactive("2019-05-06"), "last-commit"), [1, 0, 0, 0, 0]);
    let last = scene.id("experiment");
    let said = format!("the last commit is {} of 2019-05-06, not of 2018-01-03", &last[..10]);
    assert_eq!(problems(&scene, &inactive("2018-01-03")), [format!("error[later-commit] 7:12 {last}: {said}")]);
}

#[test]
fn a_copy_that_is_younger_than_two_years_after_the_last_commit_proves_nothing() {
    for (copied, expected) in [("2021-05-05", [0, 0, 0, 0, 1]), ("2021-05-06", [1, 0, 0, 0, 0])] {
        assert_eq!(counts(&scene(copied), &inactive("2019-05-06"), "last-commit"), expected, "{copied}");
    }
    // A later commit contradicts, however young the copy is.
    assert_eq!(counts(&scene("2019-05-07"), &inactive("2018-01-03"), "last-commit"), [0, 1, 0, 0, 0]);
}

#[test]
fn what_programs_commit_keeps_no_tool_alive() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("a.py", "1")])
        .branch("refs/heads/dependabot/a", 1)
        .commit_by("dependabot[bot]", "refs/heads/dependabot/a", "2020-02-02", &[("a.py", "2")]);
    let scene = Scene::new(history, "2021-01-01");
    assert_eq!(counts(&scene, &inactive("2018-01-03"), "last-commit"), [1, 0, 0, 0, 0]);
}

#[test]
fn silence_that_is_not_stated_is_weak() {
    let scene = scene("2021-05-06");
    let last = scene.id("experiment");
    let said = "the last commit is of 2019-05-06, 24 months or more before 2021-05-06";
    assert_eq!(problems(&scene, LICENSE), [format!("warning[unstated-inactivity] 3:13 {last}: {said}")]);
    // A notice of the makers says more than silence.
    let archived = format!("{LICENSE}\nhistory:\n  - {{date: 2019-05-06, event: archived}}");
    assert_eq!(counts(&scene, &archived, "last-commit"), [0, 0, 0, 0, 1]);
    scene.copied(&scene.copies().join("maker+tool"), "2021-05-05");
    assert_eq!(counts(&scene, LICENSE, "last-commit"), [1, 0, 0, 0, 0]);
}

#[test]
fn a_tool_that_was_revived_may_have_later_commits() {
    let scene = scene("2019-06-01");
    let revived = inactive("2015-01-03") + "\n  - {date: 2018-01-03, event: revived}";
    assert_eq!(counts(&scene, &revived, "last-commit"), [1, 0, 0, 0, 0]);
}
