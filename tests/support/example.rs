//! Examples, run from outside as a user would.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

pub fn example(name: &str) -> Command {
    let mut path: PathBuf = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    let path = path.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is missing: run `cargo build --examples`, or plain `cargo test`", path.display());
    let mut command = Command::new(path);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

pub fn run(line: &str) -> Output {
    let mut words = line.split_whitespace();
    example(words.next().unwrap()).args(words).output().unwrap()
}

/// What an example prints when all is well.
pub fn stdout(line: &str) -> String {
    let output = run(line);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && errors.is_empty(), "{line}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn json(line: &str) -> Value {
    serde_json::from_str(&stdout(line)).unwrap()
}

/// The one line that an example says of wrong arguments.
pub fn refusal(line: &str) -> String {
    let output = run(line);
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(output.stdout.is_empty(), "{line}");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.lines().count(), 1, "{errors}");
    errors.trim_end().to_owned()
}
