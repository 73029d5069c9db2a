//! Checks a catalog directory and shows every problem at its place.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use mlops_catalog::ToolId;
use mlops_catalog::load::{Loader, Problems, Report, Rule};
use mlops_catalog::model::nearest;

use crate::failure::{Failure, style};
use crate::output::annotations::annotations;
use crate::output::count::count;
use crate::output::summary::Summary;

/// Checks a catalog directory; exits with 1 when it has errors
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog check catalog
  mlops-catalog check catalog seldon-core
  mlops-catalog check catalog --deny-warnings --format github
  mlops-catalog check catalog --summary")]
pub struct Arguments {
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

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        self.tools.iter().try_for_each(|id| known(&self.dir, id))?;
        let inspection = Loader::new().load(&self.dir);
        let summary = self.summary.then(|| inspection.catalog().map(Summary::of)).flatten();
        let written = match self.format {
            Format::Human => human(&inspection, &self.tools, summary.as_ref(), out),
            Format::Json => json(&inspection, summary.as_ref(), out),
            Format::Github => annotations(&inspection, |file| is_shown(file, &self.tools), out),
        };
        let denied = self.deny_warnings && !inspection.warnings().is_empty();
        // The status tells what was found, whether or not anybody reads the rest.
        if inspection.errors().is_empty() && !denied { Ok(written?) } else { Err(Failure::Answer(String::new())) }
    }
}

/// Problems on the error output, errors before warnings; the result on the output.
fn human(inspection: &Report, tools: &[ToolId], summary: Option<&Summary>, out: &mut dyn Write) -> io::Result<()> {
    let (errors, warnings) = (inspection.errors(), inspection.warnings());
    let mut problems = io::stderr().lock();
    problems.write_all(errors.render(style()).as_bytes())?;
    if summary.is_none() {
        let shown = warnings_of(warnings, tools);
        problems.write_all(shown.as_bytes())?;
    }
    problems.flush()?;
    let tools = inspection.catalog().map(|catalog| format!(" {},", count(catalog.len(), "tool")));
    let wrong = if errors.is_empty() { "no problems".to_owned() } else { count(errors.count(), "problem") };
    let better = if warnings.is_empty() { String::new() } else { format!(", {}", warned(inspection)) };
    writeln!(out, "{}:{} {wrong}{better}", errors.dir(), tools.unwrap_or_default())?;
    match summary {
        Some(summary) => summary.write(out),
        None => Ok(()),
    }
}

/// Refuses the id of a tool that has no file.
fn known(dir: &Path, id: &ToolId) -> Result<(), Failure> {
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
    Err(Failure::Arguments(format!("no tool has the id `{id}`; {help}")))
}

/// Whether the warnings of a file are shown: those of the tools that are named, or all.
fn is_shown(file: &str, tools: &[ToolId]) -> bool {
    tools.is_empty() || tools.iter().any(|id| file == format!("tools/{id}.yaml"))
}

/// The warnings of some tools, or of all, a line each, and a blank line below them.
fn warnings_of(warnings: &Problems, tools: &[ToolId]) -> String {
    let problems = warnings.iter().filter(|problem| is_shown(problem.file(), tools));
    let lines: String = problems.map(|problem| format!("{}/{problem}\n", warnings.dir())).collect();
    let left_out = warnings.omitted().filter(|(file, _)| is_shown(file, tools));
    let more: String = left_out.map(|(file, more)| format!("{}/{file}: {more} more\n", warnings.dir())).collect();
    if lines.is_empty() { lines } else { lines + &more + "\n" }
}

/// `3 warnings (2 unsourced, 1 stale)`.
fn warned(inspection: &Report) -> String {
    let warnings = inspection.warnings();
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    for warning in warnings.iter() {
        *rules.entry(warning.rule()).or_default() += 1;
    }
    let listed = rules.into_iter().map(|(rule, count)| format!("{count} {rule}"));
    let left_out: usize = warnings.omitted().map(|(_, more)| more).sum();
    let rules = listed.chain((left_out > 0).then(|| format!("{left_out} not listed")));
    format!("{} ({})", count(warnings.count(), "warning"), rules.collect::<Vec<_>>().join(", "))
}

fn json(inspection: &Report, summary: Option<&Summary>, out: &mut dyn Write) -> io::Result<()> {
    #[derive(serde::Serialize)]
    struct Json<'i> {
        #[serde(flatten)]
        inspection: &'i Report,
        #[serde(skip_serializing_if = "Option::is_none")]
        summary: Option<&'i Summary>,
    }
    serde_json::to_writer_pretty(&mut *out, &Json { inspection, summary })?;
    writeln!(out)
}
