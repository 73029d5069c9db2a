//! Problems as annotations of a GitHub workflow, which show them beside the changed lines.

use std::io::{self, Write};

use mlops_catalog::load::{Location, Problem, Problems, Report, Severity};

/// Writes every error and the warnings that are shown as workflow commands; the names of files begin with the folder
/// that was checked.
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

/// Writes an annotation as a workflow command; the name of the file begins with the directory.
pub fn annotate(dir: &str, annotation: &Annotation<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Annotation { severity, location, rule, message, help } = annotation;
    let command = match severity {
        Severity::Warning => "warning",
        _ => "error",
    };
    let (start, end) = (location.start(), location.end());
    let file = property(&path(dir, location.file()));
    let help = help.map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{message}{help}"));
    writeln!(
        out,
        "::{command} file={file},line={},col={},endLine={},endColumn={},title={rule}::{message}",
        start.line, start.column, end.line, end.column
    )
}

fn path(dir: &str, file: &str) -> String {
    format!("{}/{file}", dir.trim_end_matches('/'))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
