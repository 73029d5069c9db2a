//! Shows the categories by stage.

use std::io::{self, Write};

use clap::Args;
use mlops_catalog::model::CategoryInfo;
use mlops_catalog::{Selection, Stage};
use serde::Serialize;

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::format::Format;
use crate::output::table::table;

/// Shows the categories by stage, with the number of their tools
#[derive(Args)]
#[command(after_help = format!("{GRAMMAR}

Examples:
  mlops-catalog categories
  mlops-catalog categories --license open-source --status active
  mlops-catalog categories --format json"))]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// How they are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// A category, and how many tools it has.
#[derive(Serialize)]
struct Row<'c> {
    category: &'c str,
    stage: Stage,
    title: &'c str,
    definition: &'c str,
    table: Option<u8>,
    tools: usize,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.filters.landscape()?;
        let tools = self.filters.select(landscape.catalog());
        let asked = self.filters.categories();
        let is_asked_for = |info: &&CategoryInfo| asked.is_empty() || asked.contains(&info.category());
        let rows: Vec<Row<'_>> =
            landscape.catalog().categories().filter(is_asked_for).map(|info| row(info, &tools)).collect();
        self.format.write(&rows, stages, out)?;
        if let (Format::Table, Some(line)) = (self.format, self.filters.left_out(&landscape)) {
            writeln!(out, "\n{line}")?;
        }
        Ok(())
    }
}

fn row<'c>(info: &'c CategoryInfo, tools: &Selection<'_>) -> Row<'c> {
    let category = info.category();
    Row {
        category: category.as_str(),
        stage: category.stage(),
        title: info.title(),
        definition: info.definition(),
        table: info.table(),
        tools: tools.filter(|tool| tool.is_in(category)).len(),
    }
}

/// In the order of the stages, each in a line above its categories.
fn stages(rows: &Vec<Row<'_>>, out: &mut dyn Write) -> io::Result<()> {
    let lines = Stage::all().flat_map(|stage| {
        let of_stage: Vec<_> = rows.iter().filter(|row| row.stage == stage).map(line).collect();
        let head = (!of_stage.is_empty()).then(|| vec![stage.to_string()]);
        head.into_iter().chain(of_stage)
    });
    table(out, &["Category", "Title", "#Tools", "#Table", "What belongs to it"], lines)
}

fn line(row: &Row<'_>) -> Vec<String> {
    let printed = row.table.map(|table| table.to_string()).unwrap_or_default();
    let category = format!("  {}", row.category);
    vec![category, row.title.to_owned(), row.tools.to_string(), printed, row.definition.to_owned()]
}
