//! Why a command gives up, what it says then, and its exit status.

use std::error::Error as _;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind as Refusal};
use mlops_catalog::UnknownTool;
use mlops_catalog::load::{LoadError, RenderStyle};

/// Why a command gives up.
pub enum Failure {
    Output(io::Error),
    Catalog(LoadError),
    /// The answer is no, and this says why, in whole lines.
    Answer(String),
    /// The arguments do not go together, or not with the catalog.
    Arguments(String),
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

impl From<UnknownTool> for Failure {
    fn from(error: UnknownTool) -> Self {
        Self::Arguments(error.to_string())
    }
}

impl Failure {
    /// Says what is wrong; the exit status is 2 for wrong arguments, 1 for everything else.
    pub fn report(self) -> ExitCode {
        match self {
            // Whoever reads has seen enough.
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => fail(&format!("error: the output cannot be written: {error}\n"), 1),
            Self::Catalog(error) => fail(&error.render(style()), 1),
            Self::Answer(answer) => fail(&answer, 1),
            Self::Arguments(wrong) => fail(&plain(&format!("error: {wrong}\n")), 2),
        }
    }
}

/// Help as asked for, or one line that says what is wrong with the arguments.
pub fn refuse(error: &clap::Error) -> ExitCode {
    match (error.kind(), error.source()) {
        (Refusal::DisplayHelp | Refusal::DisplayVersion, _) => {
            let _ = io::stdout().write_all(error.to_string().as_bytes());
            ExitCode::SUCCESS
        }
        (Refusal::DisplayHelpOnMissingArgumentOrSubcommand, _) => fail(&error.to_string(), 2),
        (_, Some(ours)) => fail(&plain(&format!("error: {ours}\n")), 2),
        (Refusal::UnknownArgument, None) => fail(&plain(&format!("{}\n", unknown_option(error))), 2),
        (_, None) => fail(&plain(&format!("{}\n", one_line(&error.to_string()))), 2),
    }
}

/// Options that people expect, and what there is in their place.
const EXPECTED: [(&str, &str); 10] = [
    ("--year", "--released 2018"),
    ("--years", "--released 2018.."),
    ("--since", "--released 2018.."),
    ("--date", "--released 2018"),
    ("--category", "a category without an option, such as feature-stores"),
    ("--categories", "categories without an option, such as feature-stores"),
    ("--type", "--license open-source"),
    ("--spdx", "--license Apache-2.0"),
    ("--owner", "--vendor NVIDIA"),
    ("--search", "--query kubernetes"),
];

/// What is wrong, with the option that there is for what was probably meant.
fn unknown_option(error: &clap::Error) -> String {
    let text = one_line(&error.to_string());
    // How it could be passed as a value is not what anybody means who writes an option.
    let said = text.split("; to pass '").next().unwrap_or(&text);
    let given = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(given)) => given.as_str(),
        _ => "",
    };
    match EXPECTED.iter().find(|(expected, _)| given == *expected) {
        Some((_, instead)) => format!("{}; write {instead}", said.split("; ").next().unwrap_or(said)),
        _ if !said.contains("; ") => format!("{said}; `--help` shows the options"),
        _ => said.to_owned(),
    }
}

/// What is wrong and what was probably meant, without the usage that clap adds.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let said = lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"));
    let parts: Vec<&str> = said.map(|line| line.trim_start_matches("tip: ")).collect();
    parts.join("; ").replace(":; ", ": ")
}

/// What was typed may hold what a terminal obeys; it is shown as a mark.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn fail(text: &str, status: u8) -> ExitCode {
    // There is nobody left to tell that this cannot be written either.
    let _ = io::stderr().write_all(text.as_bytes());
    ExitCode::from(status)
}

/// Colors for a terminal, unless NO_COLOR is set.
pub fn style() -> RenderStyle {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && io::stderr().is_terminal() { RenderStyle::Colored } else { RenderStyle::Plain }
}
