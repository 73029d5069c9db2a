//! What CONTRIBUTING.md shows is what happens: its steps, done one after the other on a copy of the catalog.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::ROOT;
use crate::support::page::{Block, Page, run};

/// The file of a block: `is=` writes one, `of=` changes one, `in=` is a part of one.
fn file<'b>(block: &'b Block, kind: &str) -> Option<&'b str> {
    block.info.split(' ').find_map(|word| word.strip_prefix(kind)?.strip_prefix('='))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A directory with the catalog as it was before the steps, baked, and a copy of it where the target branch would be.
fn directory() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let catalog = dir.path().join("catalog");
    copy(&Path::new(ROOT).join("catalog"), &catalog);
    let _ = fs::remove_file(catalog.join("tools/sacred.yaml"));
    copy(&Path::new(ROOT).join("tests/contributing"), &catalog.join("tools"));
    assert_eq!(run(dir.path(), "cargo run --example bake").1, 0);
    copy(&catalog, &dir.path().join("target/base/catalog"));
    dir
}

/// Fails unless the output is what the page shows; `…` is any text, and alone in a line any lines.
fn compare(shown: &[&str], found: &[&str], line: &str) {
    match (shown.split_first(), found.split_first()) {
        (None, None) => {}
        (Some((&"…", rest)), _) => {
            let resume = rest.first().map_or(found.len(), |next| {
                found.iter().position(|line| is_like(next, line)).unwrap_or_else(|| panic!("{line}: {next} is missing"))
            });
            compare(rest, &found[resume..], line);
        }
        (Some((first, shown)), Some((other, found))) if is_like(first, other) => compare(shown, found, line),
        (shown, found) => panic!("{line}\nshown: {:?}\nfound: {:?}", shown.map(|all| all.0), found.map(|all| all.0)),
    }
}

fn is_like(shown: &str, found: &str) -> bool {
    let Some((before, after)) = shown.split_once('…') else { return shown == found };
    let rest = found.strip_prefix(before);
    rest.is_some_and(|rest| (0..=rest.len()).any(|at| rest.is_char_boundary(at) && is_like(after, &rest[at..])))
}

/// The text with the lines of a diff that were there replaced by those that are there then.
fn changed(text: &str, diff: &str) -> String {
    let side = |other: char| -> String {
        let lines = diff.lines().filter(|line| !line.starts_with(other));
        lines.map(|line| format!("{}\n", &line[1..])).collect()
    };
    let (old, new) = (side('+'), side('-'));
    assert_eq!(text.matches(&old).count(), 1, "{old}");
    text.replace(&old, &new)
}

#[test]
fn contributing_steps_give_what_the_page_shows() {
    let page = fs::read_to_string(Path::new(ROOT).join("CONTRIBUTING.md")).unwrap();
    let dir = directory();
    let mut ran = 0;
    for block in Page::parse(&page).blocks() {
        if let Some(file) = file(block, "is") {
            fs::write(dir.path().join(file), &block.text).unwrap();
        } else if let Some(file) = file(block, "of") {
            let path = dir.path().join(file);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, changed(&text, &block.text)).unwrap();
        } else if let Some(file) = file(block, "in") {
            assert!(fs::read_to_string(dir.path().join(file)).unwrap().contains(&block.text), "{}", block.text);
        } else if block.info == "console" {
            for (command, shown) in block.commands() {
                let (found, _) = run(dir.path(), command);
                let found: Vec<&str> = found.trim_end().lines().collect();
                compare(&shown, &found, command);
                ran += 1;
            }
        } else {
            assert_eq!(block.info, "sh");
        }
    }
    assert!(ran >= 10, "{ran}");
    let (said, status) = run(dir.path(), "cargo run --example bake -- --check");
    assert_eq!((said.as_str(), status), ("", 0));
}

#[test]
fn contributing_comparison_leaves_out_ellipses() {
    assert!(is_like("catalog: … tools, no problems…", "catalog: 3 tools, no problems, 1 warning"));
    assert!(!is_like("catalog: … tools, no problems…", "catalog: 3 tools, 1 problem"));
    compare(&["…", "b", "c …"], &["x", "y", "b", "c d"], "");
    assert!(std::panic::catch_unwind(|| compare(&["…", "b"], &["x", "b", "c"], "")).is_err());
}
