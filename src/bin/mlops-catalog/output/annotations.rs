//! Problems as annotations of a GitHub workflow, which show them beside the changed lines.

use std::env;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use mlops_catalog::load::{Location, Problem, Problems, Report, Severity};

/// Writes every error and the warnings that are shown as workflow commands.
pub fn annotations(report: &Report, is_shown: impl Fn(&str) -> bool, out: &mut dyn Write) -> io::Result<()> {
    for problems in [report.errors(), report.warnings()] {
        let is_error = |problem: &&Problem| problem.rule().severity() == Severity::Error;
        for problem in problems.iter().filter(|problem| is_error(problem) || is_shown(problem.file())) {
            annotation(problems, problem, out)?;
        }
        for (file, more) in problems.omitted().filter(|(file, _)| is_shown(file)) {
            writeln!(out, "::notice file={}::{more} more", property(&path(problems.dir(), file)))?;
        }
    }
    Ok(())
}

fn annotation(problems: &Problems, problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
    let annotation = Annotation {
        severity: problem.rule().severity(),
        location: problem.location(),
        rule: problem.rule().as_str(),
        message: problem.message(),
        help: problem.help(),
    };
    annotate(problems.dir(), &annotation, out)
}

/// What is said of a location, in a workflow.
pub struct Annotation<'a> {
    pub severity: Severity,
    pub location: &'a Location,
    pub rule: &'a str,
    pub message: &'a str,
    pub help: Option<&'a str>,
}

/// Writes an annotation as a workflow command.
pub fn annotate(dir: &str, annotation: &Annotation<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Annotation { severity, location, rule, message, help } = annotation;
    let command = match severity {
        Severity::Warning => "warning",
        _ => "error",
    };
    let file = property(&path(dir, location.file()));
    let (start, end) = (location.start(), location.end());
    let place = if location.has_line() {
        format!(",line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        String::new()
    };
    let help = help.map(|help| format!("\n{help}")).unwrap_or_default();
    writeln!(out, "::{command} file={file}{place},title={rule}::{}", data(&format!("{message}{help}")))
}

/// The path of a file of a directory, from the workspace on, as the changed files of a pull request are named.
fn path(dir: &str, file: &str) -> String {
    match (from_workspace(Path::new(dir)).as_str(), file) {
        ("", file) => file.to_owned(),
        (dir, "") => dir.to_owned(),
        (dir, file) => format!("{dir}/{file}"),
    }
}

/// A directory as it is called from the workspace on, or else from the current directory on; whole if it is in neither.
fn from_workspace(dir: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| plain(&here.join(path)));
    let dir = real(dir);
    let workspace = env::var_os("GITHUB_WORKSPACE").map(|workspace| real(Path::new(&workspace)));
    let roots = workspace.into_iter().chain([real(&here)]);
    let inside = roots.filter_map(|root| dir.strip_prefix(&root).map(Path::to_owned).ok()).next();
    inside.unwrap_or(dir).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// A path without `.` and `..`, for what is not there.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
        plain
    })
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
