//! Problems as annotations of a GitHub workflow, which show them beside the changed lines.

use std::io::{self, Write};

use mlops_catalog::load::{Problem, Problems, Report, Severity};

/// Writes every error and the warnings that are shown as workflow commands; the names of files begin with the folder
/// that was checked.
pub fn annotations(report: &Report, is_shown: impl Fn(&str) -> bool, out: &mut dyn Write) -> io::Result<()> {
    for problems in [report.errors(), report.warnings()] {
        let is_error = |problem: &&Problem| problem.rule().severity() == Severity::Error;
        for problem in problems.iter().filter(|problem| is_error(problem) || is_shown(problem.file())) {
            writeln!(out, "{}", annotation(problems, problem))?;
        }
        for (file, more) in problems.omitted().filter(|(file, _)| is_shown(file)) {
            writeln!(out, "::notice file={}::{more} more", property(&path(problems, file)))?;
        }
    }
    Ok(())
}

fn annotation(problems: &Problems, problem: &Problem) -> String {
    let command = match problem.rule().severity() {
        Severity::Warning => "warning",
        _ => "error",
    };
    let (start, end) = (problem.location().start(), problem.location().end());
    let file = property(&path(problems, problem.file()));
    let help = problem.help().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", problem.message()));
    let rule = problem.rule();
    format!(
        "::{command} file={file},line={},col={},endLine={},endColumn={},title={rule}::{message}",
        start.line, start.column, end.line, end.column
    )
}

fn path(problems: &Problems, file: &str) -> String {
    format!("{}/{file}", problems.dir().trim_end_matches('/'))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
