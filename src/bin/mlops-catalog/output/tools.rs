//! Lists of tools, for people and for programs.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use mlops_catalog::{Category, Tool};
use serde_json::Value;

use crate::failure::Failure;
use crate::landscape::Landscape;
use crate::output::count::count;
use crate::output::markdown;
use crate::output::spreadsheet;
use crate::output::table::table as write_table;

/// How a list of tools is written.
#[derive(Args)]
pub struct Listing {
    /// Shows the id in a column of its own
    #[arg(long, conflicts_with = "columns")]
    ids: bool,
    /// The columns of the table, also in Markdown, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', value_name = "COLUMN")]
    columns: Vec<Column>,
    /// How the tools are written; `list` is a Markdown list with links, csv has every field
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Markdown,
    List,
}

/// What a column says of a tool.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Column {
    Id,
    Name,
    Category,
    AlsoIn,
    Categories,
    Number,
    License,
    Released,
    Status,
    Vendor,
    Repository,
    Homepage,
    Checked,
    Unsourced,
    Description,
}

impl Column {
    fn heading(self) -> &'static str {
        match self {
            Self::Id => "Id",
            Self::Name => "Name",
            Self::Category => "Category",
            Self::AlsoIn => "Also in",
            Self::Categories => "Which",
            Self::Number => "#Categories",
            Self::License => "License",
            Self::Released => "Released",
            Self::Status => "Status",
            Self::Vendor => "Vendor",
            Self::Repository => "Repository",
            Self::Homepage => "Homepage",
            Self::Checked => "Checked",
            Self::Unsourced => "Without a source",
            Self::Description => "Description",
        }
    }

    /// What stands in the column; of the categories that were asked for, the tool's first is its category.
    fn cell(self, tool: &Tool, asked: &[Category]) -> String {
        let category = tool.categories().iter().find(|category| asked.contains(category));
        let category = *category.unwrap_or(&tool.primary_category());
        let others = tool.categories().iter().filter(|other| **other != category);
        let more = match tool.categories().len() {
            1 => String::new(),
            categories => format!(" +{}", categories - 1),
        };
        fn text(value: Option<impl ToString>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        match self {
            Self::Id => tool.id().to_string(),
            Self::Name => tool.name().to_owned(),
            // The others have a column of their own where a category was asked for.
            Self::Category if asked.is_empty() => format!("{category}{more}"),
            Self::Category => category.to_string(),
            Self::AlsoIn => first(others.map(|other| other.as_str())),
            Self::Categories => tool.category_set().to_string(),
            Self::Number => tool.categories().len().to_string(),
            Self::License => tool.license().to_string(),
            Self::Released => text(tool.release_date()),
            Self::Status => tool.status().to_string(),
            Self::Vendor => text(tool.vendor()),
            Self::Repository => text(tool.repository()),
            Self::Homepage => text(tool.homepage()),
            Self::Checked => text(tool.checked()),
            Self::Unsourced => itertools::join(tool.unsourced(), ", "),
            Self::Description => text(tool.description()),
        }
    }
}

/// The first of some words, and how many more there are: a table has a line for each tool.
fn first<'w>(mut words: impl Iterator<Item = &'w str>) -> String {
    let first = words.next().unwrap_or_default().to_owned();
    match words.count() {
        0 => first,
        more => format!("{first} +{more}"),
    }
}

/// The usual columns of tools of which these categories were asked for.
pub fn usual(asked: &[Category]) -> Vec<Column> {
    let also_in = (!asked.is_empty()).then_some(Column::AlsoIn);
    let facts = [Column::License, Column::Released, Column::Status];
    [Column::Name, Column::Category].into_iter().chain(also_in).chain(facts).collect()
}

/// Tools in the order in which they are shown, and what belongs to them.
pub struct Listed<'c> {
    pub tools: Vec<&'c Tool>,
    /// The categories that were asked for.
    pub asked: &'c [Category],
    /// The columns, unless others are asked for.
    pub columns: Vec<Column>,
    /// What is said when there is no tool.
    pub none: String,
    /// A line that is said at last.
    pub last: Option<String>,
}

impl Listing {
    pub fn write(&self, listed: &Listed<'_>, landscape: &Landscape, out: &mut dyn Write) -> Result<(), Failure> {
        let has_columns = matches!(self.format, Format::Table | Format::Markdown);
        if !has_columns && (self.ids || !self.columns.is_empty()) {
            let why = "only `table` and `markdown` have columns to choose; leave out --ids and --columns, or --format";
            return Err(Failure::Arguments(why.to_owned()));
        }
        let written = match self.format {
            Format::Table => self.table(listed, landscape, out),
            Format::Json => json(listed, landscape, out),
            Format::Csv => spreadsheet::tools(&listed.tools, landscape, out),
            Format::Markdown => self.markdown(listed, landscape, out),
            Format::List => list(listed, out),
        };
        Ok(written?)
    }

    fn columns(&self, listed: &Listed<'_>, landscape: &Landscape) -> Vec<Column> {
        if !self.columns.is_empty() {
            return self.columns.clone();
        }
        let id = self.ids.then_some(Column::Id);
        let is_known = |column: &Column| *column != Column::Status || landscape.has_statuses();
        id.into_iter().chain(listed.columns.iter().copied().filter(is_known)).collect()
    }

    fn table(&self, listed: &Listed<'_>, landscape: &Landscape, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.columns(listed, landscape);
        if listed.tools.is_empty() {
            writeln!(out, "{}", listed.none)?;
        } else {
            let heading: Vec<&str> = columns.iter().map(|column| column.heading()).collect();
            let row = |tool: &&Tool| columns.iter().map(|column| column.cell(tool, listed.asked)).collect();
            write_table(out, &heading, listed.tools.iter().map(row))?;
            writeln!(out, "\n{}", count(listed.tools.len(), "tool"))?;
        }
        listed.last.iter().try_for_each(|line| writeln!(out, "{line}"))
    }

    fn markdown(&self, listed: &Listed<'_>, landscape: &Landscape, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.columns(listed, landscape);
        let heading: Vec<&str> = columns.iter().map(|column| column.heading()).collect();
        writeln!(out, "| {} |", heading.join(" | "))?;
        writeln!(out, "|{}", " --- |".repeat(columns.len()))?;
        listed.tools.iter().try_for_each(|tool| {
            let cells: Vec<String> =
                columns.iter().map(|column| markdown::cell(&column.cell(tool, listed.asked))).collect();
            writeln!(out, "| {} |", cells.join(" | "))
        })
    }
}

fn json(listed: &Listed<'_>, landscape: &Landscape, out: &mut dyn Write) -> io::Result<()> {
    let mut tools = serde_json::to_value(&listed.tools)?;
    if !landscape.has_statuses() {
        let objects = tools.as_array_mut().into_iter().flatten();
        objects.for_each(|tool| tool["status"] = Value::Null);
    }
    serde_json::to_writer_pretty(&mut *out, &tools)?;
    writeln!(out)
}

/// Lines as lists of awesome things have them.
fn list(listed: &Listed<'_>, out: &mut dyn Write) -> io::Result<()> {
    listed.tools.iter().try_for_each(|tool| {
        let name = markdown::text(tool.name());
        let head = match tool.homepage().or(tool.repository()) {
            // A bracket in an address would end it.
            Some(address) => format!("[{name}](<{address}>)"),
            None => name,
        };
        let license = tool.spdx().map_or(tool.license_type().as_str(), |spdx| spdx.as_str());
        let about = tool.description().map(|text| format!(" {}", markdown::text(text))).unwrap_or_default();
        writeln!(out, "- {head} -{about} `{license}`")
    })
}
