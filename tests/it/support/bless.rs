//! Expected texts that stand in files: `BLESS=1 cargo test` writes what was found.

use std::fs;
use std::path::Path;

/// Fails unless the file's text is `found`; with `BLESS=1` in the environment, writes it.
pub fn check(path: impl AsRef<Path>, found: &str) {
    let path = path.as_ref();
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == found,
        "{} is not what was found; if that is right, run `BLESS=1 cargo test`.\n{}",
        path.display(),
        difference(&expected, found)
    );
}

/// The first lines in which two texts differ.
fn difference(expected: &str, found: &str) -> String {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    let mut line = 0;
    loop {
        line += 1;
        match (expected.next(), found.next()) {
            (None, None) => return "They differ in line ends alone.".to_owned(),
            (a, b) if a == b => {}
            (a, b) => {
                let [a, b] = [a, b].map(|line| line.unwrap_or("(the end)"));
                return format!("Line {line} expected: {a}\nLine {line} found:    {b}");
            }
        }
    }
}
