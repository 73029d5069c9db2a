//! Verifies the claims of a catalog against the repositories that it names.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use mlops_catalog::load::Severity;
use mlops_catalog::{Catalog, Tool};
use strum::VariantArray as _;

use crate::arguments::{Audience, Told};
use crate::failure::{Failure, style};
use crate::output::annotations::{Annotation, annotate};
use crate::output::count::count;
use crate::output::table::table;
use crate::verify::{Copies, Counts, Findings, Kind, Licenses, Template, verify};

/// Verifies what repositories can show of tools: tags, commits, licenses, activity; exits with 1 when they contradict it
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog verify mlflow feast
  mlops-catalog verify --repositories 'copies/{owner}+{name}' --summary
  mlops-catalog verify --repositories 'https://mirror.example.org/{owner}/{name}.git' --format json

Without --repositories they are cloned, without the contents of their files, to a cache in the user's directory for
caches (XDG_CACHE_HOME). A repository that was fetched less than twelve hours ago is not fetched again.")]
pub struct Arguments {
    /// Only these tools; without any, all
    #[arg(value_name = "TOOL")]
    tools: Vec<String>,
    /// The directory with catalog.yaml and tools/
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// Where copies of repositories are, or are cloned from, with {owner} and {name} in it: a directory, which is one or
    /// has some below it, or an address, https:// or file://
    #[arg(long, value_name = "TEMPLATE")]
    repositories: Option<Template>,
    #[command(flatten)]
    told: Told,
    /// Count claims by kind of evidence, in place of the list of warnings
    #[arg(long)]
    summary: bool,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let catalog = Catalog::from_dir(&self.catalog)?;
        let tools = self.tools(&catalog)?;
        let unable = |error: String| Failure::Answer(format!("error: {error}\n"));
        let copies = Copies::new(self.repositories.clone()).map_err(|error| unable(error.to_string()))?;
        let licenses = Licenses::of(&tools).map_err(|error| unable(error.to_string()))?;
        let bar = bar(tools.len());
        let verified = verify(&tools, &copies, &licenses, || bar.inc(1));
        bar.finish_and_clear();
        let findings = Findings::of(&self.catalog, &verified, copies.failures());
        let written = match self.told.format {
            Audience::Human => self.human(&findings, out),
            Audience::Json => json(&findings, out),
            Audience::Github => github(&findings, out),
        };
        // The status tells what was found, whether or not anybody reads the rest.
        if findings.count(Severity::Error) == 0 { Ok(written?) } else { Err(Failure::Answer(String::new())) }
    }

    /// The tools that are named, each once, or all.
    fn tools<'c>(&self, catalog: &'c Catalog) -> Result<Vec<&'c Tool>, Failure> {
        if self.tools.is_empty() {
            return Ok(catalog.tools().collect());
        }
        let named: BTreeMap<_, _> = self
            .tools
            .iter()
            .map(|name| catalog.resolve(name).map(|tool| (tool.id(), tool)))
            .collect::<Result<_, _>>()?;
        Ok(named.into_values().collect())
    }

    /// Problems on the error output, contradictions before what is weak; the result on the output.
    fn human(&self, findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
        let mut said = io::stderr().lock();
        for (repository, error) in findings.errors() {
            writeln!(said, "warning: {repository}: {error}")?;
        }
        for problem in findings.of_level(Severity::Error) {
            writeln!(said, "{}\n", problem.render(&findings.dir, style()))?;
        }
        if !self.summary {
            let dir = findings.dir.trim_end_matches('/');
            let weak = findings.of_level(Severity::Warning).map(|problem| format!("{dir}/{problem}\n"));
            let weak: String = weak.collect();
            said.write_all(weak.as_bytes())?;
        }
        said.flush()?;
        writeln!(out, "{}", result(findings))?;
        if self.summary { summary(findings, out) } else { Ok(()) }
    }
}

/// A bar for whoever waits at a terminal.
fn bar(length: usize) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} tools") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// `catalog: 3 tools, 20 claims proven, 1 contradicted, 2 weak, 1 settled, 9 cannot be seen`, and what had no copy.
fn result(findings: &Findings) -> String {
    let Counts { proven, contradicted, weak, settled, unseen } = findings.total();
    let missing = missing(&findings.missing().collect::<Vec<_>>());
    format!(
        "{}: {}, {} proven, {contradicted} contradicted, {weak} weak, {settled} settled, {unseen} cannot be seen{missing}",
        findings.dir,
        count(findings.tools, "tool"),
        count(proven, "claim"),
    )
}

/// `; 1 repository without a copy: …`; of many, the first few.
fn missing(repositories: &[&str]) -> String {
    const FEW: usize = 3;
    let first = repositories[..repositories.len().min(FEW)].join(", ");
    let more = match repositories.len().saturating_sub(FEW) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    match repositories.len() {
        0 => String::new(),
        1 => format!("; 1 repository without a copy: {first}"),
        all => format!("; {all} repositories without a copy: {first}{more}"),
    }
}

fn summary(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let row = |name: String, counts: &Counts| {
        let Counts { proven, contradicted, weak, settled, unseen } = counts;
        let numbers = [proven, contradicted, weak, settled, unseen];
        [name].into_iter().chain(numbers.map(|number| number.to_string())).collect()
    };
    let rows = Kind::VARIANTS.iter().map(|kind| row(kind.to_string(), &findings.of_kind(*kind)));
    let rows = rows.chain([row("all".to_owned(), &findings.total())]);
    writeln!(out)?;
    table(out, &["evidence", "#proven", "#contradicted", "#weak", "#settled", "#cannot be seen"], rows)
}

fn json(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, findings)?;
    writeln!(out)
}

fn github(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    for problem in findings.of_level(Severity::Error).chain(findings.of_level(Severity::Warning)) {
        let annotation = Annotation {
            severity: problem.level,
            location: &problem.location,
            rule: problem.rule,
            message: &problem.message,
            help: Some(&problem.help),
        };
        annotate(&findings.dir, &annotation, out)?;
    }
    for (repository, error) in findings.errors() {
        writeln!(out, "::notice::{repository}: {error}")?;
    }
    Ok(())
}
