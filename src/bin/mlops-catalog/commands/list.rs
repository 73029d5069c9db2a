//! Lists the tools of a catalog, filtered, as a table, JSON, CSV or Markdown.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use mlops_catalog::Expression;
use mlops_catalog::Selection;

use crate::arguments::Filters;
use crate::failure::Failure;
use crate::output::csv::cell;
use crate::output::{markdown, tools};

/// Lists the tools of a catalog
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog list feature-stores --license open-source
  mlops-catalog list --released 2020.. --status active --format json
  mlops-catalog list model-serving --as-of 2019")]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// How the tools are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    /// For spreadsheets: an apostrophe is before a text that they would run as a formula
    Csv,
    Markdown,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let catalog = self.filters.catalog()?;
        let tools = self.filters.select(&catalog);
        match self.format {
            Format::Table => tools::table(tools.iter(), "No tool matches.", out)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &tools)?;
                writeln!(out)?;
            }
            Format::Csv => csv(&tools, out)?,
            Format::Markdown => write_markdown(&tools, out)?,
        }
        Ok(())
    }
}

fn csv(tools: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    // In memory: an error of the writer would hide that of a closed pipe.
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record([
        "id",
        "name",
        "categories",
        "license",
        "spdx",
        "released",
        "year",
        "status",
        "vendor",
        "homepage",
    ])?;
    for tool in tools {
        rows.write_record([
            tool.id().as_str(),
            &cell(tool.name()),
            &itertools::join(tool.categories(), ";"),
            tool.license_type().as_str(),
            tool.spdx().map_or("", Expression::as_str),
            &tool.release_date().map(|date| date.to_string()).unwrap_or_default(),
            &tool.release_year().map(|year| year.to_string()).unwrap_or_default(),
            tool.status().as_str(),
            &cell(tool.vendor().unwrap_or_default()),
            tool.homepage().map_or("", |page| page.as_str()),
        ])?;
    }
    out.write_all(&rows.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

fn write_markdown(tools: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", tools::HEADING.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(tools::HEADING.len()))?;
    for tool in tools {
        writeln!(out, "| {} |", tools::cells(tool).map(|text| markdown::cell(&text)).join(" | "))?;
    }
    Ok(())
}
