//! Shows which categories share tools, pair by pair and in exact combinations.

use std::io::{self, Write};

use clap::Args;
use mlops_catalog::{Category, Overlap};

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::bar::bar;
use crate::output::format::Format;
use crate::output::number::number;
use crate::output::table::table;

/// Shows which categories share tools
#[derive(Args)]
#[command(after_help = format!("The Jaccard index of two categories is the number of tools of both, divided by that of either.
JSON has every pair and every combination.

{GRAMMAR}

Examples:
  mlops-catalog overlap
  mlops-catalog overlap --as-of 2021 --top 20
  mlops-catalog overlap --stage serving --matrix"))]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// How many pairs, and how many combinations: the strongest
    #[arg(long, value_name = "N", default_value = "12", value_parser = number, conflicts_with = "matrix")]
    top: usize,
    /// The number of shared tools of every pair, in place of both lists
    #[arg(long)]
    matrix: bool,
    /// How the overlap is written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.filters.landscape()?;
        let overlap = self.filters.select(landscape.catalog()).overlap();
        let show = |overlap: &Overlap<'_>, out: &mut dyn Write| {
            if self.matrix { matrix(overlap, out) } else { lists(overlap, self.top, out) }
        };
        self.format.write(&overlap, show, out)?;
        if let (Format::Table, Some(line)) = (self.format, self.filters.left_out(&landscape)) {
            writeln!(out, "\n{line}")?;
        }
        Ok(())
    }
}

fn lists(overlap: &Overlap<'_>, top: usize, out: &mut dyn Write) -> io::Result<()> {
    const WIDTH: usize = 20;
    let pairs = overlap.strongest_pairs();
    if overlap.combinations().next().is_none() {
        return writeln!(out, "No tool matches.");
    }
    if pairs.is_empty() {
        return writeln!(out, "No tool belongs to two categories.");
    }
    let rows = pairs.iter().take(top).map(|shared| {
        let (a, b) = shared.categories();
        let bar = bar(shared.jaccard(), 1.0, WIDTH);
        vec![a.to_string(), b.to_string(), shared.tools().len().to_string(), format!("{:.2}", shared.jaccard()), bar]
    });
    table(out, &["Category", "Category", "#Shared", "#Jaccard", ""], rows)?;
    left_out(pairs.len(), top, "pair", out)?;
    writeln!(out)?;
    let several: Vec<_> = overlap.combinations().filter(|combination| combination.categories().len() > 1).collect();
    let rows = several
        .iter()
        .take(top)
        .map(|combination| vec![combination.tools().len().to_string(), combination.categories().to_string()]);
    table(out, &["#Tools", "Exactly these categories"], rows)?;
    left_out(several.len(), top, "combination", out)
}

/// Says what of a list is not shown.
fn left_out(all: usize, top: usize, noun: &str, out: &mut dyn Write) -> io::Result<()> {
    match all.saturating_sub(top) {
        0 => Ok(()),
        1 => writeln!(out, "\n1 more {noun}; --top {all} shows all"),
        more => writeln!(out, "\n{more} more {noun}s; --top {all} shows all"),
    }
}

/// Columns have the numbers of the rows, so that they are narrow; categories without a tool are left out.
fn matrix(overlap: &Overlap<'_>, out: &mut dyn Write) -> io::Result<()> {
    let numbers = overlap.matrix();
    let shown: Vec<Category> = Category::all().filter(|category| !overlap.category(*category).is_empty()).collect();
    if shown.is_empty() {
        return writeln!(out, "No tool matches.");
    }
    let label = shown.iter().map(|category| category.as_str().len()).max().unwrap_or(0);
    let most = shown.iter().map(|category| overlap.category(*category).len()).max().unwrap_or(0);
    let width = most.max(shown.len()).to_string().len() + 1;
    let heads: String = (1..=shown.len()).map(|column| format!("{column:width$}")).collect();
    writeln!(out, "{:2} {:label$} {heads}", "", "Category")?;
    for (at, row) in shown.iter().enumerate() {
        let cell = |column: &Category| match numbers[*row as usize][*column as usize] {
            0 => format!("{:>width$}", "·"),
            shared => format!("{shared:width$}"),
        };
        writeln!(out, "{:2} {:label$} {}", at + 1, row.as_str(), shown.iter().map(cell).collect::<String>())?;
    }
    Ok(())
}
