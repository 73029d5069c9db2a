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
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, ValueEnum, error};
use mlops_catalog::{Inspection, Problems, Rule, ToolId, nearest};
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
    /// Show warnings of these tools alone; errors are shown all the same, and JSON has all
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
        arguments.tools.iter().try_for_each(|id| known(&arguments.dir, id))?;
        let inspection = Inspection::of_dir(&arguments.dir);
        let summary = arguments.summary.then(|| inspection.catalog().map(Summary::of)).flatten();
        let written = match arguments.format {
            Format::Human => human(&inspection, &arguments, summary.as_ref(), out),
            Format::Json => json(&inspection, summary.as_ref(), out),
            Format::Github => annotations::annotations(&inspection, |file| is_shown(file, &arguments.tools), out),
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

/// Refuses the id of a tool that has no file.
fn known(dir: &Path, id: &ToolId) -> Result<(), run::Failure> {
    if dir.join(format!("tools/{id}.yaml")).exists() || !dir.is_dir() {
        return Ok(());
    }
    let names = fs::read_dir(dir.join("tools")).into_iter().flatten().flatten();
    let mut stems: Vec<String> =
        names.filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".yaml")?.to_owned())).collect();
    stems.sort();
    let help = match nearest(id.as_str(), stems.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write the stem of a file in {}/tools", dir.display()),
    };
    let wrong = format!("no tool has the id `{id}`; {help}");
    Err(run::Failure::Arguments(Arguments::command().error(error::ErrorKind::ValueValidation, wrong)))
}

/// Whether the warnings of a file are shown: those of the tools that are named, or all.
fn is_shown(file: &str, tools: &[ToolId]) -> bool {
    tools.is_empty() || tools.iter().any(|id| file == format!("tools/{id}.yaml"))
}

/// The warnings of some tools, or of all, a line each, and a blank line below them.
fn warnings_of(warnings: &Problems, tools: &[ToolId]) -> String {
    let problems = warnings.iter().filter(|problem| is_shown(problem.file(), tools));
    let lines: String = problems.map(|problem| format!("{}/{problem}\n", warnings.dir())).collect();
    let left_out = warnings.left_out().filter(|(file, _)| is_shown(file, tools));
    let more: String = left_out.map(|(file, more)| format!("{}/{file}: {more} more\n", warnings.dir())).collect();
    if lines.is_empty() { lines } else { lines + &more + "\n" }
}

/// `3 warnings (2 unsourced, 1 stale)`.
fn warned(inspection: &Inspection) -> String {
    let warnings = inspection.warnings();
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    for warning in warnings.iter() {
        *rules.entry(warning.rule()).or_default() += 1;
    }
    let listed = rules.into_iter().map(|(rule, count)| format!("{count} {rule}"));
    let left_out: usize = warnings.left_out().map(|(_, more)| more).sum();
    let rules = listed.chain((left_out > 0).then(|| format!("{left_out} not listed")));
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
