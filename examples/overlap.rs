//! Shows which categories share tools, pair by pair and in exact combinations.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/bar.rs"]
mod bar;
#[path = "support/filters.rs"]
mod filters;
#[path = "support/format.rs"]
mod format;
#[path = "support/run.rs"]
mod run;
#[path = "support/table.rs"]
mod table;

use std::cmp::Reverse;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use mlops_catalog::Overlap;

/// Shows which categories share tools.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example overlap
  cargo run --example overlap -- --status active --format json")]
struct Arguments {
    #[command(flatten)]
    filters: filters::Filters,
    /// How the overlap is written
    #[arg(long, value_enum, default_value = "table")]
    format: format::Format,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let catalog = arguments.filters.catalog()?;
        let overlap = arguments.filters.select(&catalog).overlap();
        Ok(arguments.format.write(&overlap, table, out)?)
    })
}

fn table(overlap: &Overlap<'_>, out: &mut dyn Write) -> io::Result<()> {
    const WIDTH: usize = 20;
    let mut pairs: Vec<_> = overlap.pairs().filter(|shared| !shared.selection().is_empty()).collect();
    pairs.sort_by_key(|shared| Reverse(shared.selection().len()));
    if pairs.is_empty() {
        return writeln!(out, "No tool belongs to two categories.");
    }
    let rows = pairs.iter().map(|shared| {
        let (a, b) = shared.categories();
        let bar = bar::bar(shared.jaccard(), 1.0, WIDTH);
        vec![
            a.to_string(),
            b.to_string(),
            shared.selection().len().to_string(),
            format!("{:.2}", shared.jaccard()),
            bar,
        ]
    });
    table::table(out, &["Category", "Category", "#Shared", "#Jaccard", ""], rows)?;
    writeln!(out)?;
    let several = overlap.combinations().filter(|combination| combination.categories().len() > 1);
    let rows = several
        .map(|combination| vec![combination.selection().len().to_string(), combination.categories().to_string()]);
    table::table(out, &["#Tools", "Exactly these categories"], rows)
}
