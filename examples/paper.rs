//! Shows the survey paper as printed: its tables of tools.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/count.rs"]
mod count;
#[path = "support/format.rs"]
mod format;
#[path = "support/run.rs"]
mod run;
#[path = "support/table.rs"]
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mlops_catalog::{Paper, Table};

/// Shows the survey paper as printed.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example paper -- tables 6
  cargo run --example paper -- tables --format json")]
struct Arguments {
    #[command(subcommand)]
    part: Part,
}

#[derive(Subcommand)]
enum Part {
    /// Tables 1 to 9: tools with their type and year
    Tables {
        /// Only the table of this number
        #[arg(value_name = "N", value_parser = table_number)]
        number: Option<u8>,
        /// How the tables are written
        #[arg(long, value_enum, default_value = "table")]
        format: format::Format,
    },
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let Part::Tables { number, format } = arguments.part;
        let is_asked_for = |table: &&Table| number.is_none_or(|number| table.number() == number);
        let tables: Vec<&Table> = Paper::embedded().tables().filter(is_asked_for).collect();
        Ok(format.write(&tables, |tables, out| tables.iter().try_for_each(|table| show(table, out)), out)?)
    })
}

fn table_number(text: &str) -> Result<u8, String> {
    let number = text.parse().ok().filter(|&number| Paper::embedded().table(number).is_some());
    number.ok_or_else(|| format!("the paper has no table of tools `{text}`; its tables are numbered 1 to 9"))
}

fn show(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "Table {}: {}\n", table.number(), table.title())?;
    let rows = table.rows().map(|row| {
        let year = row.released().map(|year| year.to_string()).unwrap_or_default();
        vec![row.name().to_owned(), row.license_type().to_string(), year, row.tool().to_string()]
    });
    table::table(out, &["Name", "Type", "#Year", "Tool"], rows)?;
    writeln!(out, "\n{}", count::count(table.rows().len(), "row"))?;
    writeln!(out)
}
