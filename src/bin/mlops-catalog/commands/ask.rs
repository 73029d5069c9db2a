//! Answers questions that people ask: what replaced a tool, what could stand in for it, who owns what, what changed.

use std::io::{self, Write};
use std::num::NonZeroUsize;

use clap::{Args, Subcommand};
use mlops_catalog::model::ChangeKind;
use mlops_catalog::views::{Events, Vendors};
use mlops_catalog::{Selection, Tool, YearRange};

use crate::arguments::{Filters, Origin};
use crate::failure::Failure;
use crate::output::format::Format;
use crate::output::{count, table, tools};

/// Answers questions about the tools of a catalog
#[derive(Args)]
#[command(arg_required_else_help = false)]
#[command(after_help = "Examples:
  mlops-catalog ask replaced-by snorkel
  mlops-catalog ask alternatives \"neptune ai\"
  mlops-catalog ask owners model-serving --status active
  mlops-catalog ask changed-hands 2023..=2026 --format json
  mlops-catalog ask connected --top 5")]
pub struct Arguments {
    #[command(subcommand)]
    question: Question,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "table", global = true)]
    format: Format,
}

#[derive(Subcommand)]
enum Question {
    /// What replaced a tool, and what replaced that
    #[command(after_help = "Example:\n  mlops-catalog ask replaced-by snorkel")]
    ReplacedBy(Named),
    /// Active open-source tools of the same primary category
    #[command(after_help = "Example:\n  mlops-catalog ask alternatives \"neptune ai\"")]
    Alternatives(Named),
    /// Who owns the tools, those with the most first
    #[command(after_help = "Example:\n  mlops-catalog ask owners model-serving --status active")]
    #[command(name = "owners")]
    Vendors(Filters),
    /// What was acquired, donated or relicensed
    #[command(after_help = "Example:\n  mlops-catalog ask changed-hands 2023..=2026 --format json")]
    ChangedHands {
        /// In these years: 2025, 2023..=2026, 2023.. or ..=2020
        #[arg(value_name = "RANGE")]
        years: YearRange,
        #[command(flatten)]
        filters: Filters,
    },
    /// The tools that belong to the most categories
    #[command(after_help = "Example:\n  mlops-catalog ask connected --top 5")]
    Connected {
        /// How many tools; those that belong to as many categories as the last are shown too
        #[arg(long, value_name = "N", default_value = "10", value_parser = number)]
        top: usize,
        #[command(flatten)]
        filters: Filters,
    },
}

#[derive(Args)]
struct Named {
    /// The tool's id, name or alias
    tool: String,
    #[command(flatten)]
    origin: Origin,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let Self { question, format } = self;
        match question {
            Question::ReplacedBy(named) => {
                let catalog = named.origin.catalog()?;
                let tool = catalog.resolve(&named.tool)?;
                let none = format!("Nothing is known to have replaced {}.", tool.name());
                format.write(&catalog.successors(tool), |found, out| tools(found, &none, out), out)?;
            }
            Question::Alternatives(named) => {
                let catalog = named.origin.catalog()?;
                let tool = catalog.resolve(&named.tool)?;
                let none = format!("No other tool of {} is open-source and active.", tool.primary_category());
                format.write(&catalog.alternatives(tool), |found, out| tools(found, &none, out), out)?;
            }
            Question::Vendors(filters) => {
                let catalog = filters.catalog()?;
                format.write(&filters.select(&catalog).vendors(), owners, out)?;
            }
            Question::ChangedHands { years, filters } => {
                let catalog = filters.catalog()?;
                let found = filters.select(&catalog).events().of_kinds(CHANGED_HANDS).in_years(years);
                format.write(&found, |found, out| events(found, years, out), out)?;
            }
            Question::Connected { top, filters } => {
                let catalog = filters.catalog()?;
                format.write(&filters.select(&catalog).broadest(top), |found, out| connected(found, out), out)?;
            }
        }
        Ok(())
    }
}

/// The kinds of event by which a tool changes hands or license.
const CHANGED_HANDS: [ChangeKind; 3] = [ChangeKind::Acquired, ChangeKind::Donated, ChangeKind::Relicensed];

fn number(text: &str) -> Result<usize, String> {
    text.parse().map(NonZeroUsize::get).map_err(|_| format!("`{text}` is not a number of tools; write one such as 10"))
}

fn tools(found: &[&Tool], none: &str, out: &mut dyn Write) -> io::Result<()> {
    tools::table(found.iter().copied(), none, out)
}

fn owners(owners: &Vendors<'_>, out: &mut dyn Write) -> io::Result<()> {
    if owners.iter().len() == 0 && owners.unknown().is_empty() {
        return writeln!(out, "No tool matches.");
    }
    let row = |vendor: &str, tools: &Selection<'_>| {
        vec![vendor.to_owned(), tools.len().to_string(), itertools::join(tools.iter().map(Tool::name), ", ")]
    };
    table::table(out, &["Vendor", "#Tools", "Names"], owners.iter().map(|of| row(of.name(), of.tools())))?;
    if owners.unknown().is_empty() {
        return Ok(());
    }
    let names = itertools::join(owners.unknown().iter().map(Tool::name), ", ");
    writeln!(out, "\nWithout a known vendor: {}: {names}", count::count(owners.unknown().len(), "tool"))
}

fn events(found: &Events<'_>, years: YearRange, out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "No tool changed hands or license in {years}.");
    }
    let rows = found.iter().map(|found| {
        let date = found.event().date().map(|date| date.to_string()).unwrap_or_default();
        vec![date, found.tool().name().to_owned(), found.event().change().to_string()]
    });
    table::table(out, &["Date", "Tool", "What"], rows)
}

fn connected(found: &[&Tool], out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "No tool belongs to two categories.");
    }
    let rows = found
        .iter()
        .map(|tool| vec![tool.name().to_owned(), tool.categories().len().to_string(), tool.category_set().to_string()]);
    table::table(out, &["Name", "#Categories", "Which"], rows)
}
