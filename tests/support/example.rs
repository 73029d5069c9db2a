//! Examples, run from outside as a user would.

#[path = "program.rs"]
mod program;

use std::process::Output;

pub use program::example;
use serde_json::Value;

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
