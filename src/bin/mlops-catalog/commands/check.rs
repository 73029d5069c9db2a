//! Checks a catalog directory and shows every problem at its place.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use mlops_catalog::ToolId;
use mlops_catalog::load::{Loader, Problem, Problems, Report, Rule};
use mlops_catalog::model::nearest;

use crate::arguments::{Audience, Told};
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
    /// The directory with catalog.yaml and tools/
    dir: PathBuf,
    /// Show and count warnings of these tools alone; errors are shown all the same, and JSON has all
    #[arg(value_name = "ID")]
    tools: Vec<String>,
    /// Show and count warnings of the files alone that this file names, each name ended by a NUL as `git diff -z
    /// --name-only` does; - is the input
    #[arg(long, value_name = "FILE", conflicts_with = "tools")]
    changed: Option<PathBuf>,
    #[command(flatten)]
    told: Told,
    /// Exit with 1 also when there are warnings
    #[arg(long)]
    deny_warnings: bool,
    /// Count sourced and unsourced facts by category instead of listing warnings
    #[arg(long)]
    summary: bool,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let tools = self.tools.iter().map(|text| known(&self.dir, text)).collect::<Result<Vec<_>, _>>()?;
        let shown = Shown::of(&tools, self.changed.as_deref())?;
        let report = Loader::new().load(&self.dir);
        let summary = self.summary.then(|| report.catalog().map(Summary::of)).flatten();
        let written = match self.told.format {
            Audience::Human => human(&report, &shown, summary.as_ref(), out),
            Audience::Json => json(&report, summary.as_ref(), out),
            Audience::Github => annotations(&report, |file| shown.has(file), out),
        };
        let denied = self.deny_warnings && shown.number(report.warnings()) > 0;
        // The status tells what was found, whether or not anybody reads the rest.
        if report.errors().is_empty() && !denied { Ok(written?) } else { Err(Failure::Answer(String::new())) }
    }
}

/// The files whose warnings are shown.
enum Shown {
    All,
    These(Vec<String>),
}

impl Shown {
    fn of(tools: &[ToolId], changed: Option<&Path>) -> Result<Self, Failure> {
        if let Some(list) = changed {
            let bytes = read(list)
                .map_err(|error| Failure::Arguments(format!("{} cannot be read: {error}", list.display())))?;
            return Ok(Self::These(bytes.split(|byte| *byte == 0).filter_map(in_catalog).collect()));
        }
        let files = tools.iter().map(|id| format!("tools/{id}.yaml"));
        Ok(if tools.is_empty() { Self::All } else { Self::These(files.collect()) })
    }

    fn has(&self, file: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(files) => files.iter().any(|shown| shown == file),
        }
    }

    fn warnings<'r>(&self, warnings: &'r Problems) -> impl Iterator<Item = &'r Problem> {
        warnings.iter().filter(|problem| self.has(problem.file()))
    }

    /// The files with more warnings than are listed, and how many those are.
    fn omitted<'r>(&self, warnings: &'r Problems) -> impl Iterator<Item = (&'r str, usize)> {
        warnings.omitted().filter(|(file, _)| self.has(file))
    }

    fn number(&self, warnings: &Problems) -> usize {
        self.warnings(warnings).count() + self.omitted(warnings).map(|(_, more)| more).sum::<usize>()
    }
}

fn read(list: &Path) -> io::Result<Vec<u8>> {
    if list != Path::new("-") {
        return fs::read(list);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path as problems name files: from the catalog's directory on. A name is never more than data, whatever it looks like.
fn in_catalog(path: &[u8]) -> Option<String> {
    let path = String::from_utf8_lossy(path).replace('\\', "/");
    let mut parts = path.rsplit('/');
    let (name, dir) = (parts.next()?, parts.next());
    let file = match dir {
        Some(dir @ ("tools" | "paper")) => format!("{dir}/{name}"),
        _ => name.to_owned(),
    };
    (!name.is_empty()).then_some(file)
}

/// Problems on the error output, errors before warnings; the result on the output.
fn human(report: &Report, shown: &Shown, summary: Option<&Summary>, out: &mut dyn Write) -> io::Result<()> {
    let (errors, warnings) = (report.errors(), report.warnings());
    let mut problems = io::stderr().lock();
    problems.write_all(errors.render(style()).as_bytes())?;
    if summary.is_none() {
        problems.write_all(lines(warnings, shown).as_bytes())?;
    }
    problems.flush()?;
    let tools = report.catalog().map(|catalog| format!(" {},", count(catalog.len(), "tool")));
    let wrong = match errors.count() {
        0 => "no problems".to_owned(),
        number => format!("{} ({})", count(number, "problem"), by_rule(errors.iter(), errors.omitted())),
    };
    let better = match shown.number(warnings) {
        0 => String::new(),
        number => {
            let rules = by_rule(shown.warnings(warnings), shown.omitted(warnings));
            format!(", {} ({rules})", count(number, "warning"))
        }
    };
    writeln!(out, "{}:{} {wrong}{better}", errors.dir(), tools.unwrap_or_default())?;
    match summary {
        Some(summary) => summary.write(out),
        None => Ok(()),
    }
}

/// The id of a tool that has a file, or what was probably meant: the tool of that file, of that name, or of the nearest id.
fn known(dir: &Path, text: &str) -> Result<ToolId, Failure> {
    let has_file = |id: &ToolId| dir.join(format!("tools/{id}.yaml")).exists() || !dir.is_dir();
    if let Some(id) = text.parse().ok().filter(has_file) {
        return Ok(id);
    }
    let name = text.rsplit(['/', '\\']).next().unwrap_or(text);
    let name = name.strip_suffix(".yaml").unwrap_or(name);
    let report = Loader::new().load(dir);
    let ids = ids(dir);
    let of_name = report.taken(name).map(|(id, _)| id.as_str());
    let help = match of_name.or_else(|| nearest(name, ids.iter().map(String::as_str))) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write the name of a file in {}/tools without `.yaml`", dir.display()),
    };
    Err(Failure::Arguments(format!("no tool has the id `{text}`; {help}")))
}

/// The names of the tool files without `.yaml`, in order.
fn ids(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir.join("tools")).into_iter().flatten().flatten();
    let stem = |entry: fs::DirEntry| Some(entry.file_name().to_str()?.strip_suffix(".yaml")?.to_owned());
    let mut ids: Vec<String> = names.filter_map(stem).collect();
    ids.sort();
    ids
}

/// The warnings that are shown, a line each, and an empty line below them.
fn lines(warnings: &Problems, shown: &Shown) -> String {
    let dir = warnings.dir().trim_end_matches('/');
    let lines: String = shown.warnings(warnings).map(|problem| format!("{dir}/{}\n", line(problem))).collect();
    let more: String = shown
        .omitted(warnings)
        .map(|(file, more)| format!("{dir}/{file}: {}\n", count(more, "more warning")))
        .collect();
    if lines.is_empty() { lines } else { lines + &more + "\n" }
}

/// `file:line:column: warning: message; help [rule]`.
fn line(problem: &Problem) -> String {
    let help = problem.help().map(|help| format!("; {help}")).unwrap_or_default();
    let place = if problem.has_line() { format!(":{}:{}", problem.line(), problem.column()) } else { String::new() };
    format!("{}{place}: warning: {}{help} [{}]", problem.file(), problem.message(), problem.rule())
}

/// `2 unsourced, 1 stale`.
fn by_rule<'r>(problems: impl Iterator<Item = &'r Problem>, omitted: impl Iterator<Item = (&'r str, usize)>) -> String {
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    for problem in problems {
        *rules.entry(problem.rule()).or_default() += 1;
    }
    let listed = rules.into_iter().map(|(rule, count)| format!("{count} {rule}"));
    let left_out: usize = omitted.map(|(_, more)| more).sum();
    listed.chain((left_out > 0).then(|| format!("{left_out} not listed"))).collect::<Vec<_>>().join(", ")
}

fn json(report: &Report, summary: Option<&Summary>, out: &mut dyn Write) -> io::Result<()> {
    #[derive(serde::Serialize)]
    struct Json<'r> {
        #[serde(flatten)]
        report: &'r Report,
        #[serde(skip_serializing_if = "Option::is_none")]
        summary: Option<&'r Summary>,
    }
    serde_json::to_writer_pretty(&mut *out, &Json { report, summary })?;
    writeln!(out)
}
