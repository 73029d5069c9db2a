//! The command `mlops-catalog`: asks a catalog of MLOps tools, checks it, compares it with another one.

mod arguments;
mod commands;
mod failure;
mod landscape;
mod output;
mod site;
mod verify;

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use clap::Parser;

use commands::Command;

/// Answers questions about MLOps tools, and checks the files of the catalog.
#[derive(Parser)]
#[command(version)]
#[command(after_help = "Examples:
  mlops-catalog list feature-stores --license open-source
  mlops-catalog show mlflow
  mlops-catalog timeline model-serving
  mlops-catalog ask alternatives \"neptune ai\"
  mlops-catalog check catalog")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return failure::refuse(&error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let result = arguments.command.run(&mut out);
    // What was written so far belongs before whatever is said of it.
    let flushed = out.flush();
    match result.and_then(|()| Ok(flushed?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
