//! Writes the landscape as a page, with plots and data files.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use mlops_catalog::Catalog;

use crate::failure::Failure;
use crate::site::{Directory, Refusal, Site};

/// Writes the landscape as a page: one file that opens anywhere, a page for each tool, plots and data files
#[derive(Args)]
#[command(after_help = "The feed, changes.atom, has the latest 200 changes; the page and the data files have all.

DIR must be missing, empty, or written by this command before; it is replaced whole or not at all.

Examples:
  mlops-catalog site public
  mlops-catalog site public --catalog catalog --repository https://github.com/you/your-catalog
  mlops-catalog site docs/plots --only plots")]
pub struct Arguments {
    /// Where the files are written
    #[arg(value_name = "DIR")]
    out: PathBuf,
    /// A catalog directory, in place of the catalog in the crate
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// The address of the repository in which the catalog is kept: its tools get a link for corrections
    #[arg(long, value_name = "URL", value_parser = https)]
    repository: Option<String>,
    /// Only a part of the files
    #[arg(long, value_enum)]
    only: Option<Part>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// The plots
    Plots,
}

fn https(text: &str) -> Result<String, String> {
    let address: Result<mlops_catalog::model::Address, _> = text.parse();
    address.map(|address| address.to_string()).map_err(|error| error.to_string())
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let directory = Directory::open(&self.out)?;
        let own = self.catalog.map(Catalog::from_dir).transpose()?;
        let site = Site::new(own.as_ref().unwrap_or(Catalog::embedded()), self.repository.as_deref());
        let files = match self.only {
            Some(Part::Plots) => site.plots(),
            None => site.files()?,
        };
        directory.replace(&files)?;
        writeln!(out, "{} files written to {}", files.len(), self.out.display())?;
        Ok(())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Io(..) => Self::Answer(format!("error: {refusal}\n")),
            Refusal::Foreign(_) | Refusal::NotADirectory(_) => Self::Arguments(refusal.to_string()),
        }
    }
}
