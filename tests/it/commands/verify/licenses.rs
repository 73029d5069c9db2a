//! Licenses: at the source, at the first release, since then, today.

use std::fs;

use super::{counts, problems};
use crate::support::repositories::{History, Scene, git, text_of};

const REPOSITORY: &str = "https://github.com/maker/tool";
const KINDS: [&str; 3] = ["license-today", "license-at-release", "license-changes"];

/// MIT at the release of 2018, Apache's license from 2019-05-06 on.
fn relicensed() -> Scene {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), ("a.py", "1")])
        .tag("v0.1.0")
        .commit("refs/heads/main", "2019-05-06", &[("LICENSE", &text_of("Apache-2.0"))]);
    Scene::new(history, "2020-01-01")
}

fn lines(spdx: &str, history: &str) -> String {
    format!(
        "released: {{date: 2018-01-03, event: first-tag, source: {REPOSITORY}/releases/tag/v0.1.0}}\n\
         license: {{type: open-source, spdx: {spdx}}}\n{history}"
    )
}

fn event(date: &str, from: &str) -> String {
    format!("history:\n  - {{date: {date}, event: relicensed, from: {{type: open-source, spdx: {from}}}}}")
}

#[test]
fn a_relicensing_that_is_stated_is_proven() {
    let scene = relicensed();
    for date in ["2019-05-06", "2019-05", "2019"] {
        let lines = lines("Apache-2.0", &event(date, "MIT"));
        assert_eq!(problems(&scene, &lines), [""; 0], "{date}");
        for kind in KINDS {
            assert_eq!(counts(&scene, &lines, kind), [1, 0, 0, 0, 0], "{kind}");
        }
    }
}

#[test]
fn a_relicensing_that_is_not_stated_contradicts_the_release_and_the_history() {
    let scene = relicensed();
    let (first, second) = (scene.id("main~1"), scene.id("main"));
    let [at_first, at_second] = [&first[..10], &second[..10]];
    assert_eq!(
        problems(&scene, &lines("Apache-2.0", "")),
        [
            format!(
                "error[license-at-release] 5:18 {first}: at the first release the license was `MIT`, at the commit {at_first}"
            ),
            format!(
                "error[unstated-relicensing] 6:36 {second}: the license changed from `MIT` to `Apache-2.0` on 2019-05-06, by \
                 the commit {at_second}, and the history does not state it"
            ),
        ]
    );
}

#[test]
fn a_relicensing_has_its_date() {
    let scene = relicensed();
    let second = scene.id("main");
    let said = format!(
        "the license changed from `MIT` to `Apache-2.0` on 2019-05-06, by the commit {}, not on 2019-05-07",
        &second[..10]
    );
    assert_eq!(
        problems(&scene, &lines("Apache-2.0", &event("2019-05-07", "MIT"))),
        [format!("error[relicensing-date] 8:12 {second}: {said}")]
    );
}

#[test]
fn the_license_today_is_that_of_the_day_of_the_copy() {
    let scene = relicensed();
    let second = scene.id("main");
    let said =
        format!("the license of the repository is `Apache-2.0` since 2019-05-06, by the commit {}", &second[..10]);
    assert!(problems(&scene, &lines("MIT", "")).contains(&format!("error[license-today] 6:36 {second}: {said}")));
    // What changed after the copy was made cannot be seen in it.
    let later =
        lines("BUSL-1.1", &(event("2019-05-06", "MIT") + &event("2021-01-01", "Apache-2.0").replace("history:", "")))
            .replace("type: open-source, spdx: BUSL-1.1", "type: source-available, spdx: BUSL-1.1");
    assert_eq!(problems(&scene, &later), [""; 0]);
}

/// Whoever has a clone may have checked out another branch.
#[test]
fn the_license_today_is_that_of_the_branch_that_the_makers_show() {
    let history = History::default()
        .commit("refs/remotes/origin/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), ("a.py", "1")])
        .tag("v0.1.0")
        .branch("refs/remotes/origin/next", 1)
        .commit("refs/remotes/origin/next", "2019-05-06", &[("LICENSE", &text_of("Apache-2.0"))]);
    let scene = Scene::new(history, "2020-01-01");
    let dir = scene.copies().join("maker+tool");
    let copy = dir.join(".git");
    let aside = scene.copies().join("aside");
    fs::rename(&dir, &aside).unwrap();
    fs::create_dir(&dir).unwrap();
    fs::rename(&aside, &copy).unwrap();
    git(&copy, &["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"], "");
    git(&copy, &["symbolic-ref", "HEAD", "refs/heads/next"], "");
    scene.copied(&copy, "2020-01-01");
    assert_eq!(problems(&scene, &lines("MIT", "")), [""; 0]);
    assert_eq!(counts(&scene, &lines("MIT", ""), "license-today"), [1, 0, 0, 0, 0]);
}

#[test]
fn a_merge_is_later_than_what_it_merges() {
    // The first parent of the last commit is a branch that had diverged before the license changed.
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", &text_of("MIT")), ("a.py", "1")])
        .tag("v0.1.0")
        .branch("refs/heads/side", 1)
        .commit("refs/heads/side", "2019-05-06", &[("LICENSE", &text_of("Apache-2.0"))])
        .commit("refs/heads/main", "2019-06-01", &[("a.py", "2")])
        .merge("refs/heads/main", "2019-09-09", 2, &[("LICENSE", &text_of("Apache-2.0"))]);
    let scene = Scene::new(history, "2020-01-01");
    for (date, problems_found) in [("2019-05-06", 0), ("2019-09-09", 0), ("2019-06-01", 1)] {
        assert_eq!(problems(&scene, &lines("Apache-2.0", &event(date, "MIT"))).len(), problems_found, "{date}");
    }
}

#[test]
fn the_license_at_a_source_is_recognised() {
    let scene = relicensed();
    let (first, second) = (scene.id("main~1"), scene.id("main"));
    let license =
        |at: &str, spdx: &str| format!("license: {{type: open-source, spdx: {spdx}, source: {REPOSITORY}/{at}}}");
    for at in [format!("blob/{second}/LICENSE"), format!("commit/{second}")] {
        assert_eq!(counts(&scene, &license(&at, "Apache-2.0"), "cited-license"), [1, 0, 0, 0, 0], "{at}");
    }
    for at in [format!("blob/{first}/LICENSE"), "blob/v0.1.0/LICENSE".to_owned(), "releases/tag/v0.1.0".to_owned()] {
        let found = problems(&scene, &license(&at, "Apache-2.0"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("error[cited-license] 5:36 "), "{found:?}");
        assert!(found[0].ends_with(": the license at the source is `MIT`"), "{found:?}");
    }
    // A file that is no license says nothing of it.
    let other = license(&format!("blob/{first}/a.py"), "Apache-2.0");
    assert_eq!(counts(&scene, &other, "cited-license"), [0, 0, 0, 0, 1]);
}

#[test]
fn texts_that_nobody_knows_say_nothing() {
    let history = History::default()
        .commit("refs/heads/main", "2018-01-03", &[("LICENSE", "Do what you want, but ask us first."), ("a.py", "1")])
        .tag("v0.1.0");
    let scene = Scene::new(history, "2020-01-01");
    for kind in KINDS {
        assert_eq!(counts(&scene, &lines("MIT", ""), kind), [0, 0, 0, 0, 1], "{kind}");
    }
}

#[test]
fn one_of_several_licenses_is_enough() {
    let files = [("LICENSE-MIT", text_of("MIT")), ("LICENSE-APACHE", text_of("Apache-2.0"))];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let history = History::default().commit("refs/heads/main", "2018-01-03", &files).tag("v0.1.0");
    let scene = Scene::new(history, "2020-01-01");
    for spdx in ["MIT OR Apache-2.0", "MIT AND Apache-2.0", "Apache-2.0"] {
        assert_eq!(counts(&scene, &lines(spdx, ""), "license-today"), [1, 0, 0, 0, 0], "{spdx}");
    }
}
