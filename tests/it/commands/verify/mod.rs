//! The command `verify`, run from outside against small repositories: every verdict, and both ways to copies.

mod activity;
mod citations;
mod licenses;
mod network;
mod output;
mod releases;
mod strangers;

use std::process::Output;

use serde_json::Value;

use crate::support::command::program;
use crate::support::repositories::Scene;

/// A license whose text nobody compares.
const LICENSE: &str = "license: {type: private}";

/// Runs the command on the tool of a scene, with copies from its directory.
fn verify(scene: &Scene, lines: &str, arguments: &[&str]) -> Output {
    let catalog = scene.tool(lines);
    let template = format!("{}/{{owner}}+{{name}}/…", scene.copies().display());
    program("mlops-catalog")
        .args(["verify", "--repositories", &template, "--catalog"])
        .arg(catalog)
        .args(arguments)
        .output()
        .unwrap()
}

/// What was found, as JSON; the exit status says whether an error is among it.
fn json(scene: &Scene, lines: &str) -> Value {
    let output = verify(scene, lines, &["--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let is_wrong = found["problems"].as_array().unwrap().iter().any(|problem| problem["level"] == "error");
    assert_eq!(output.status.code(), Some(i32::from(is_wrong)), "{found}");
    found
}

/// `level[rule] line:column at: message` of everything that was found.
fn problems(scene: &Scene, lines: &str) -> Vec<String> {
    let found = json(scene, lines);
    let problem = |of: &Value| {
        let text = |name: &str| of[name].as_str().unwrap_or("-").to_owned();
        format!(
            "{}[{}] {}:{} {}: {}",
            text("level"),
            text("rule"),
            of["line"],
            of["column"],
            text("at"),
            text("message")
        )
    };
    found["problems"].as_array().unwrap().iter().map(problem).collect()
}

/// How often a kind of evidence came to `[proven, contradicted, weak, settled, unseen]`.
fn counts(scene: &Scene, lines: &str, kind: &str) -> [u64; 5] {
    let found = json(scene, lines);
    ["proven", "contradicted", "weak", "settled", "unseen"].map(|name| found["summary"][kind][name].as_u64().unwrap())
}
