//! Shows when the tools of a catalog were released, year by year.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/bar.rs"]
mod bar;
#[path = "support/count.rs"]
mod count;
#[path = "support/filters.rs"]
mod filters;
#[path = "support/format.rs"]
mod format;
#[path = "support/run.rs"]
mod run;
#[path = "support/table.rs"]
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use mlops_catalog::Timeline;

/// Shows when the tools of a catalog were released.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example timeline -- model-serving
  cargo run --example timeline -- --license open-source --format json")]
struct Arguments {
    #[command(flatten)]
    filters: filters::Filters,
    /// How the timeline is written
    #[arg(long, value_enum, default_value = "table")]
    format: format::Format,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let catalog = arguments.filters.catalog()?;
        let timeline = arguments.filters.select(&catalog).timeline();
        Ok(arguments.format.write(&timeline, table, out)?)
    })
}

fn table(timeline: &Timeline<'_>, out: &mut dyn Write) -> io::Result<()> {
    const WIDTH: usize = 50;
    let counts: Vec<_> =
        timeline.years().map(|group| (group.year().get(), group.selection().len(), group.cumulative())).collect();
    if let (Some((first, ..)), Some((last, ..))) = (counts.first(), counts.last()) {
        let most = counts.iter().map(|(_, count, _)| *count).max().unwrap_or(0);
        let mut before = 0;
        let rows = (*first..=*last).map(|year| {
            // A year without a release is a gap that should be seen.
            let found = counts.iter().find(|(of, ..)| *of == year);
            let (count, cumulative) = found.map_or((0, before), |&(_, count, cumulative)| (count, cumulative));
            before = cumulative;
            let bar = bar::bar(count as f64, most as f64, WIDTH);
            vec![year.to_string(), count.to_string(), cumulative.to_string(), bar]
        });
        table::table(out, &["#Year", "#Tools", "#In all", ""], rows)?;
    }
    let undated = timeline.undated();
    if undated.is_empty() && counts.is_empty() {
        return writeln!(out, "No tool matches.");
    }
    if !undated.is_empty() {
        writeln!(out, "\nWithout a known year: {}", count::count(undated.len(), "tool"))?;
    }
    Ok(())
}
