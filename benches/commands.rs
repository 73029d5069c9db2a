//! The command, beside what it cannot do without: `show` beside a process that only prints its version, `site` beside
//! serializing the catalog, `verify` beside the calls of git that it makes. The command is built first.
//!
//! `verify` needs copies of repositories: `REPOSITORIES` is what its option `--repositories` takes.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, iter};

use mlops_catalog::Catalog;

#[path = "support/beside.rs"]
mod beside;

use beside::{beside, head};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn main() {
    let program = built();
    let run = |words: &[&str]| output(Command::new(&program).args(words));
    head("Commands");
    beside("show feast", None, || run(&["show", "feast"]), || run(&["--version"]), |_, _| true);
    let dir = tempfile::tempdir().unwrap();
    let (site, json) = (dir.path().join("site"), dir.path().join("catalog.json"));
    let written = || fs::write(&json, serde_json::to_vec(Catalog::embedded()).unwrap()).unwrap();
    beside(
        "site",
        None,
        || run(&["site", site.to_str().unwrap()]),
        written,
        |_, ()| site.join("catalog.json").exists(),
    );
    match env::var("REPOSITORIES") {
        Ok(repositories) => verify(&program, &repositories),
        Err(_) => println!("verify: skipped, since REPOSITORIES is not set"),
    }
}

/// Where the command is, beside this program.
fn built() -> PathBuf {
    let build = ["build", "--release", "--package", "mlops-catalog", "--features", "cli", "--bin", "mlops-catalog"];
    output(Command::new(env!("CARGO")).args(build).current_dir(ROOT));
    env::current_exe().unwrap().ancestors().nth(2).unwrap().join("mlops-catalog")
}

fn output(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Twenty tools from all over the catalog.
fn verify(program: &Path, repositories: &str) {
    let tools = || Catalog::embedded().tools().step_by(Catalog::embedded().len() / 20).take(20);
    let command = || {
        let mut command = Command::new(program);
        command.args(["verify", "--repositories", repositories]).args(tools().map(|tool| tool.id().as_str()));
        command.current_dir(ROOT);
        command
    };
    let calls = calls(&mut command());
    // That it finds something wrong is none of our business.
    let verified = || command().output().unwrap();
    beside(&format!("verify, {} calls of git", calls.len()), None, verified, || again(&calls), |_, _| true);
}

/// A call of git: its arguments, each with a NUL behind it, and the file of its input.
type Call = (Vec<u8>, PathBuf);

/// The calls of git that a command makes.
fn calls(command: &mut Command) -> Vec<Call> {
    const RECORDER: &str = r#"#!/bin/sh
call=$(mktemp -d "$CALLS/XXXXXX")
printf '%s\0' "$@" > "$call/words"
tee "$call/input" | PATH=${PATH#*:} git "$@"
"#;
    let dir = tempfile::tempdir().unwrap().keep();
    let recorder = dir.join("git");
    fs::write(&recorder, RECORDER).unwrap();
    fs::set_permissions(&recorder, fs::Permissions::from_mode(0o755)).unwrap();
    let calls = dir.join("calls");
    fs::create_dir(&calls).unwrap();
    let path = env::var_os("PATH").unwrap();
    let path = env::join_paths(iter::once(dir).chain(env::split_paths(&path))).unwrap();
    command.env("PATH", path).env("CALLS", &calls).output().unwrap();
    let calls = fs::read_dir(calls).unwrap().map(|call| call.unwrap().path());
    calls.map(|call| (fs::read(call.join("words")).unwrap(), call.join("input"))).collect()
}

/// Calls git again, one call after the other; returns how much it says.
fn again(calls: &[Call]) -> usize {
    let said = calls.iter().map(|(words, input)| {
        let words = words.strip_suffix(b"\0").unwrap_or_default().split(|byte| *byte == 0).map(OsStr::from_bytes);
        let mut git = Command::new("git");
        git.args(words).stdin(File::open(input).unwrap()).stderr(Stdio::null()).output().unwrap().stdout.len()
    });
    said.sum()
}
