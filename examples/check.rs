//! Checks a catalog directory and shows every problem at its place.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/count.rs"]
mod count;
#[path = "support/run.rs"]
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use mlops_catalog::Catalog;

/// Checks a catalog directory; exits with 1 when it has problems.
#[derive(Parser)]
#[command(after_help = "Example:\n  cargo run --example check -- catalog")]
struct Arguments {
    /// The folder with catalog.yaml and tools/
    dir: PathBuf,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let catalog = Catalog::from_dir(&arguments.dir)?;
        let tools = count::count(catalog.len(), "tool");
        writeln!(out, "{}: {tools}, no problems", arguments.dir.display())?;
        Ok(())
    })
}
