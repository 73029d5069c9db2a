//! Shows what changed between two catalog directories, and how far the version must be raised for it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use mlops_catalog::{Catalog, Diff};

use crate::failure::{Failure, style};
use crate::output::changes;

/// Shows what changed between two catalog directories, and the version that the change requires
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog diff ../released/catalog catalog
  mlops-catalog diff ../released/catalog catalog --format markdown
  mlops-catalog diff ../released/catalog catalog --release")]
pub struct Arguments {
    /// The directory of the catalog as it was
    #[arg(value_name = "OLD_DIR")]
    old: PathBuf,
    /// The directory of the catalog as it is
    #[arg(value_name = "NEW_DIR")]
    new: PathBuf,
    /// How the changes are written; markdown is an entry for catalog/CHANGELOG.md
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Exit with 1 when the version in NEW_DIR is too low for the changes
    #[arg(long)]
    release: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Markdown,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let (old, new) = load(&self.old, &self.new)?;
        let diff = Diff::between(&old, &new);
        let written = write(&diff, self.format, out);
        // The version is judged even if nobody reads the changes to their end.
        if self.release {
            let file = self.new.join("catalog.yaml");
            let low = |error| Failure::Answer(format!("error: {}: {error}\n", file.display()));
            diff.check_version().map_err(low)?;
        }
        Ok(written?)
    }
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
            Err(Failure::Answer(format!("{}\n{}", first.render(style()), second.render(style()))))
        }
    }
}
