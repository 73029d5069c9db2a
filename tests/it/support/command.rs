//! The command and the examples `bake` and `list`, run from outside as a user would.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use super::ROOT;

/// The programs, by name. Cargo tells tests where the programs of their own package are, and of no other: the first test
/// that asks builds them.
static PROGRAMS: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "mlops-catalog", "--features", "cli", "--bin", "mlops-catalog"])
        .args(["--example", "bake", "--example", "list", "--message-format", "json-render-diagnostics"])
        .current_dir(ROOT)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the command cannot be built");
    let messages = String::from_utf8(output.stdout).unwrap();
    let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let program = |message: Value| {
        let path = message["executable"].as_str()?;
        Some((message["target"]["name"].as_str()?.to_owned(), path.into()))
    };
    messages.filter_map(program).collect()
});

/// The command, or an example, in the directory of the crate.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(&PROGRAMS[name]);
    command.current_dir(ROOT);
    command
}

/// The command with the words of a line as its arguments.
pub fn command(line: &str) -> Command {
    let mut command = program("mlops-catalog");
    command.args(line.split_whitespace());
    command
}

/// The words of a line, those between quotation marks together.
pub fn words(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split('"').enumerate();
    parts.flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
}

pub fn run(line: &str) -> Output {
    command(line).output().unwrap()
}

/// What the command prints when all is well.
pub fn stdout(line: &str) -> String {
    let output = run(line);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && errors.is_empty(), "{line}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn json(line: &str) -> Value {
    serde_json::from_str(&stdout(line)).unwrap()
}

/// The one line that the command says of wrong arguments.
pub fn refusal(line: &str) -> String {
    let output = run(line);
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(output.stdout.is_empty(), "{line}");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.lines().count(), 1, "{errors}");
    errors.trim_end().to_owned()
}

/// Fails unless the command ends quietly when nobody reads what it prints.
pub fn ends_quietly_in_a_closed_pipe(line: &str) {
    let output = with_closed_pipe(&mut command(line));
    assert!(output.status.success() && output.stderr.is_empty(), "{line}: {output:?}");
}

/// Runs a command whose output nobody reads.
pub fn with_closed_pipe(command: &mut Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap()
}

/// `1 tool`, `2 tools`.
pub fn tools(number: usize) -> String {
    format!("{number} tool{}", if number == 1 { "" } else { "s" })
}
