//! What CONTRIBUTING.md shows is what happens: its steps, done one after the other on a copy of the catalog.

use std::fs::{self, File};
use std::path::Path;

use tempfile::TempDir;

use crate::support::ROOT;
use crate::support::command::program;

/// A fenced block of the page: `is=` writes a file, `of=` changes one, `in=` stands in one, `console` runs commands.
struct Block {
    info: String,
    text: String,
}

impl Block {
    /// The file of a block of that kind.
    fn file(&self, kind: &str) -> Option<&str> {
        self.info.split(' ').find_map(|word| word.strip_prefix(kind)?.strip_prefix('='))
    }
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, Some(info)) => open = Some(Block { info: info.to_owned(), text: String::new() }),
            (None, None) => {}
        }
    }
    assert!(open.is_none());
    found
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

/// A folder with the catalog as it was before the steps, baked, and a copy of it where the target branch would be.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let catalog = dir.path().join("catalog");
    copy(&Path::new(ROOT).join("catalog"), &catalog);
    let _ = fs::remove_file(catalog.join("tools/sacred.yaml"));
    copy(&Path::new(ROOT).join("tests/contributing"), &catalog.join("tools"));
    assert_eq!(run(dir.path(), "cargo run --example bake").1, 0);
    copy(&catalog, &dir.path().join("target/base/catalog"));
    dir
}

/// What a command prints, on both outputs as a terminal shows them, and its status.
fn run(dir: &Path, line: &str) -> (String, i32) {
    let called = [("cargo catalog ", "mlops-catalog"), ("cargo run --example bake", "bake")];
    let found = called.into_iter().find_map(|(start, name)| Some((name, line.strip_prefix(start)?)));
    let (name, words) = found.unwrap_or_else(|| panic!("{line}"));
    let words = words.split(' ').filter(|word| *word != "--" && !word.is_empty());
    let path = dir.join("output");
    let output = File::create(&path).unwrap();
    let mut command = program(name);
    // As cargo runs them.
    command.args(words).current_dir(dir).env("CARGO_MANIFEST_DIR", dir).env("CARGO_PKG_NAME", "mlops-catalog");
    let status = command.stdout(output.try_clone().unwrap()).stderr(output).status().unwrap();
    (fs::read_to_string(path).unwrap(), status.code().unwrap())
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

/// The commands of a block, each with the lines that are shown below it.
fn commands(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("$ ") {
            Some(command) => found.push((command, Vec::new())),
            None => found.last_mut().unwrap().1.push(line),
        }
    }
    found
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
    let dir = folder();
    let mut ran = 0;
    for block in blocks(&page) {
        if let Some(file) = block.file("is") {
            fs::write(dir.path().join(file), &block.text).unwrap();
        } else if let Some(file) = block.file("of") {
            let path = dir.path().join(file);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, changed(&text, &block.text)).unwrap();
        } else if let Some(file) = block.file("in") {
            assert!(fs::read_to_string(dir.path().join(file)).unwrap().contains(&block.text), "{}", block.text);
        } else if block.info == "console" {
            for (command, shown) in commands(&block.text) {
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
