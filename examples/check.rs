//! Checks a catalog directory and shows every problem at its place.

#[path = "support/annotations.rs"]
mod annotations;
#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/count.rs"]
mod count;
#[path = "support/run.rs"]
mod run;
#[path = "support/summary.rs"]
mod summary;
#[path = "support/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use mlops_catalog::{Inspection, Problems, Rule, ToolId};
use summary::Summary;

/// Checks a catalog directory; exits with 1 when it has errors.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example check -- catalog
  cargo run --example check -- catalog seldon-core
  cargo run --example check -- catalog --deny-warnings --format github
  cargo run --example check -- catalog --summary")]
struct Arguments {
    /// The folder with catalog.yaml and tools/
    dir: PathBuf,
    /// Show warnings of these tools alone, for people; errors are shown all the same
    #[arg(value_name = "ID")]
    tools: Vec<ToolId>,
    /// For people, for programs, or as annotations of a GitHub workflow
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Exit with 1 when there are warnings, too
    #[arg(long)]
    deny_warnings: bool,
    /// Count tools, sourced and unsourced facts by category, in place of the list of warnings
    #[arg(long)]
    summary: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
    Github,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let unknown = |id: &&ToolId| !arguments.dir.join(format!("tools/{id}.yaml")).exists();
        if let Some(id) = arguments.tools.iter().find(unknown) {
            let file = arguments.dir.join(format!("tools/{id}.yaml"));
            return Err(format!("error: there is no file {}\n", file.display()).into());
        }
        let inspection = Inspection::of_dir(&arguments.dir);
        let summary = arguments.summary.then(|| inspection.catalog().map(Summary::of)).flatten();
        let written = match arguments.format {
            Format::Human => human(&inspection, &arguments, summary.as_ref(), out),
            Format::Json => json(&inspection, summary.as_ref(), out),
            Format::Github => annotations::annotations(&inspection, out),
        };
        let denied = arguments.deny_warnings && !inspection.warnings().is_empty();
        // The status tells what was found, whether or not anybody reads the rest.
        if inspection.errors().is_empty() && !denied { Ok(written?) } else { Err(String::new().into()) }
    })
}

/// Problems on the error output, errors before warnings; the result on the output.
fn human(
    inspection: &Inspection,
    arguments: &Arguments,
    summary: Option<&Summary>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (errors, warnings) = (inspection.errors(), inspection.warnings());
    let mut problems = io::stderr().lock();
    problems.write_all(errors.render(run::style()).as_bytes())?;
    if summary.is_none() {
        let shown = warnings_of(warnings, &arguments.tools);
        problems.write_all(shown.as_bytes())?;
    }
    problems.flush()?;
    let tools = inspection.catalog().map(|catalog| format!(" {},", count::count(catalog.len(), "tool")));
    let wrong = if errors.is_empty() { "no problems".to_owned() } else { count::count(errors.count(), "problem") };
    let better = if warnings.is_empty() { String::new() } else { format!(", {}", warned(inspection)) };
    writeln!(out, "{}:{} {wrong}{better}", errors.dir(), tools.unwrap_or_default())?;
    match summary {
        Some(summary) => summary.write(out),
        None => Ok(()),
    }
}

/// The warnings of some tools, or of all, a line each, and a blank line below them.
fn warnings_of(warnings: &Problems, tools: &[ToolId]) -> String {
    let files: Vec<String> = tools.iter().map(|id| format!("{}/tools/{id}.yaml:", warnings.dir())).collect();
    let is_shown = |line: &&str| files.is_empty() || files.iter().any(|file| line.starts_with(file));
    let all = warnings.to_string();
    let lines: String = all.lines().filter(is_shown).map(|line| format!("{line}\n")).collect();
    if lines.is_empty() { lines } else { lines + "\n" }
}

/// `3 warnings (2 unsourced, 1 stale)`.
fn warned(inspection: &Inspection) -> String {
    let warnings = inspection.warnings();
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    for warning in warnings.iter() {
        *rules.entry(warning.rule()).or_default() += 1;
    }
    let rules = rules.into_iter().map(|(rule, count)| format!("{count} {rule}"));
    format!("{} ({})", count::count(warnings.count(), "warning"), rules.collect::<Vec<_>>().join(", "))
}

fn json(inspection: &Inspection, summary: Option<&Summary>, out: &mut dyn Write) -> io::Result<()> {
    #[derive(serde::Serialize)]
    struct Json<'i> {
        #[serde(flatten)]
        inspection: &'i Inspection,
        #[serde(skip_serializing_if = "Option::is_none")]
        summary: Option<&'i Summary>,
    }
    serde_json::to_writer_pretty(&mut *out, &Json { inspection, summary })?;
    writeln!(out)
}
