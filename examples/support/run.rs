//! Running an example: arguments in, one line for each mistake, output that may be cut off.

use std::error::Error as _;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind as Wrong;
use mlops_catalog::LoadError;

/// Why an example gives up.
pub enum Failure {
    Output(io::Error),
    Catalog(LoadError),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Catalog(error)
    }
}

/// Runs `example` with the command line's arguments: exit status 2 for wrong arguments, 1 for a catalog with problems.
pub fn run<A: Parser>(example: impl FnOnce(A, &mut dyn Write) -> Result<(), Failure>) -> ExitCode {
    let arguments = match A::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match example(arguments, &mut out).and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => fail(&format!("error: the output cannot be written: {error}\n")),
        Err(Failure::Catalog(error)) => fail(&error.render(style())),
    }
}

fn fail(text: &str) -> ExitCode {
    // There is nobody left to tell that this cannot be written either.
    let _ = io::stderr().write_all(text.as_bytes());
    ExitCode::FAILURE
}

/// Colours for a terminal, unless NO_COLOR is set.
fn style() -> mlops_catalog::Style {
    use std::io::IsTerminal as _;
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && io::stderr().is_terminal() { mlops_catalog::Style::Colored } else { mlops_catalog::Style::Plain }
}

/// Help as asked for, or one line that says what is wrong with the arguments.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), Wrong::DisplayHelp | Wrong::DisplayVersion) {
        let _ = io::stdout().write_all(error.to_string().as_bytes());
        return ExitCode::SUCCESS;
    }
    let line = match error.source() {
        Some(ours) => format!("error: {ours}"),
        None => one_line(&error.to_string()),
    };
    let _ = writeln!(io::stderr(), "{line}");
    ExitCode::from(2)
}

/// What is wrong and what was probably meant, without the usage that clap adds.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let said = lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"));
    let parts: Vec<&str> = said.map(|line| line.trim_start_matches("tip: ")).collect();
    parts.join("; ")
}
