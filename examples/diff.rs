//! Shows what changed between two catalog directories, and how far the version must be raised for it.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/changes.rs"]
mod changes;
#[path = "support/count.rs"]
mod count;
#[path = "support/markdown.rs"]
mod markdown;
#[path = "support/run.rs"]
mod run;
#[path = "support/table.rs"]
mod table;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use mlops_catalog::{Catalog, Diff};

use run::Failure;

/// Shows what changed between two catalog directories, and the version that the change requires.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example diff -- ../released/catalog catalog
  cargo run --example diff -- ../released/catalog catalog --format markdown
  cargo run --example diff -- ../released/catalog catalog --release")]
struct Arguments {
    /// The folder of the catalog as it was
    #[arg(value_name = "OLD_DIR")]
    old: PathBuf,
    /// The folder of the catalog as it is
    #[arg(value_name = "NEW_DIR")]
    new: PathBuf,
    /// How the changes are written; markdown is an entry for CHANGELOG.md
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Exit with 1 when the version of NEW_DIR is not raised enough over that of OLD_DIR
    #[arg(long)]
    release: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Markdown,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let (old, new) = load(&arguments.old, &arguments.new)?;
        let diff = Diff::between(&old, &new);
        let written = write(&diff, arguments.format, out);
        // The version is judged even if nobody reads the changes to their end.
        if arguments.release {
            let file = arguments.new.join("catalog.yaml");
            diff.check_version().map_err(|error| format!("error: {}: {error}\n", file.display()))?;
        }
        Ok(written?)
    })
}

fn write(diff: &Diff<'_>, format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => changes::table(diff, out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, diff)?;
            writeln!(out)
        }
        Format::Markdown => changes::markdown(diff, out),
    }
}

/// Both catalogs, or the problems of both.
fn load(old: &Path, new: &Path) -> Result<(Catalog, Catalog), Failure> {
    match (Catalog::from_dir(old), Catalog::from_dir(new)) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error.into()),
        (Err(first), Err(second)) => {
            Err(format!("{}\n{}", first.render(run::style()), second.render(run::style())).into())
        }
    }
}
