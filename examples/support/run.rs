//! Running an example: output that may be cut off, a catalog that may have problems.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use mlops_catalog::{LoadError, UnknownTool};

use crate::arguments::{arguments, refuse};

/// Why an example gives up.
pub enum Failure {
    Output(io::Error),
    Catalog(LoadError),
    /// The answer is no, and this says why, in whole lines.
    Answer(String),
    Tool(UnknownTool),
    /// The arguments do not go together.
    Arguments(clap::Error),
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

impl From<String> for Failure {
    fn from(answer: String) -> Self {
        Self::Answer(answer)
    }
}

impl From<UnknownTool> for Failure {
    fn from(error: UnknownTool) -> Self {
        Self::Tool(error)
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Self::Arguments(error)
    }
}

/// Runs `example` with the command line's arguments: exit status 2 for wrong arguments and unknown tools, 1 for a
/// catalog with problems or an answer that is no.
pub fn run<A: Parser>(example: impl FnOnce(A, &mut dyn Write) -> Result<(), Failure>) -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let result = example(arguments, &mut out);
    // What was written so far belongs before whatever is said of it.
    let flushed = out.flush();
    match result.and_then(|()| Ok(flushed?)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => fail(&format!("error: the output cannot be written: {error}\n"), 1),
        Err(Failure::Catalog(error)) => fail(&error.render(style()), 1),
        Err(Failure::Tool(error)) => fail(&format!("error: {error}\n"), 2),
        Err(Failure::Answer(answer)) => fail(&answer, 1),
        Err(Failure::Arguments(error)) => refuse(&error),
    }
}

fn fail(text: &str, status: u8) -> ExitCode {
    // There is nobody left to tell that this cannot be written either.
    let _ = io::stderr().write_all(text.as_bytes());
    ExitCode::from(status)
}

/// Colours for a terminal, unless NO_COLOR is set.
pub fn style() -> mlops_catalog::Style {
    use std::io::IsTerminal as _;
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && io::stderr().is_terminal() { mlops_catalog::Style::Colored } else { mlops_catalog::Style::Plain }
}
