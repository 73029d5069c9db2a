//! Shows which categories share tools, pair by pair and in exact combinations.

use std::cmp::Reverse;
use std::io::{self, Write};

use clap::Args;
use mlops_catalog::Overlap;

use crate::arguments::Filters;
use crate::failure::Failure;
use crate::output::bar::bar;
use crate::output::format::Format;
use crate::output::table::table;

/// Shows which categories share tools
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog overlap
  mlops-catalog overlap --status active --format json")]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// How the overlap is written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let catalog = self.filters.catalog()?;
        let overlap = self.filters.select(&catalog).overlap();
        Ok(self.format.write(&overlap, tables, out)?)
    }
}

fn tables(overlap: &Overlap<'_>, out: &mut dyn Write) -> io::Result<()> {
    const WIDTH: usize = 20;
    let mut pairs: Vec<_> = overlap.pairs().filter(|shared| !shared.tools().is_empty()).collect();
    pairs.sort_by_key(|shared| Reverse(shared.tools().len()));
    if pairs.is_empty() {
        return writeln!(out, "No tool belongs to two categories.");
    }
    let rows = pairs.iter().map(|shared| {
        let (a, b) = shared.categories();
        let bar = bar(shared.jaccard(), 1.0, WIDTH);
        vec![a.to_string(), b.to_string(), shared.tools().len().to_string(), format!("{:.2}", shared.jaccard()), bar]
    });
    table(out, &["Category", "Category", "#PairOverlap", "#Jaccard", ""], rows)?;
    writeln!(out)?;
    let several = overlap.combinations().filter(|combination| combination.categories().len() > 1);
    let rows =
        several.map(|combination| vec![combination.tools().len().to_string(), combination.categories().to_string()]);
    table(out, &["#Tools", "Exactly these categories"], rows)
}
