//! Arguments of the command line: one line for each mistake.

use std::error::Error as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

/// The arguments of the command line; when they are wrong or ask for help, that is said, and the status to end with.
pub fn arguments<A: Parser>() -> Result<A, ExitCode> {
    A::try_parse().map_err(|error| refuse(&error))
}

/// Help as asked for, or one line that says what is wrong with the arguments.
pub fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
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
    parts.join("; ").replace(":; ", ": ")
}
