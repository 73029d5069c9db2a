//! Problems as annotations of a GitHub workflow, which show them beside the changed lines.

use std::io::{self, Write};

use mlops_catalog::{Inspection, Level, Problem, Problems};

/// Writes every error and the warnings that are shown as workflow commands; the names of files begin with the folder
/// that was checked.
pub fn annotations(inspection: &Inspection, is_shown: impl Fn(&str) -> bool, out: &mut dyn Write) -> io::Result<()> {
    for problems in [inspection.errors(), inspection.warnings()] {
        let is_error = |problem: &&Problem| problem.rule().level() == Level::Error;
        for problem in problems.iter().filter(|problem| is_error(problem) || is_shown(problem.file())) {
            writeln!(out, "{}", annotation(problems, problem))?;
        }
        for (file, more) in problems.left_out().filter(|(file, _)| is_shown(file)) {
            writeln!(out, "::notice file={}::{more} more", property(&path(problems, file)))?;
        }
    }
    Ok(())
}

fn annotation(problems: &Problems, problem: &Problem) -> String {
    let command = match problem.rule().level() {
        Level::Warning => "warning",
        _ => "error",
    };
    let ((line, column), (end_line, end_column)) = (problem.place().start(), problem.place().end());
    let file = property(&path(problems, problem.file()));
    let help = problem.help().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", problem.message()));
    let rule = problem.rule();
    format!(
        "::{command} file={file},line={line},col={column},endLine={end_line},endColumn={end_column},title={rule}::{message}"
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
