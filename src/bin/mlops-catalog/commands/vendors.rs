//! Shows who owns the tools of a catalog.

use std::io::{self, Write};

use clap::Args;
use mlops_catalog::Tool;
use mlops_catalog::model::Change;
use mlops_catalog::views::{Order, SortKey, Vendors};

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::count::count;
use crate::output::format::Format;
use crate::output::number::number;
use crate::output::table::table;

/// Shows tools by vendor, with what each owns and since when
#[derive(Args)]
#[command(after_help = format!("A vendor is who owns or maintains a tool today. A company that was bought may go on under its name: the buyer
stands beside the tool. A tool that never changed hands is its vendor's since its release.

{GRAMMAR}

Examples:
  mlops-catalog vendors model-serving --status active
  mlops-catalog vendors --query \"event:acquired:2025\" --format json
  mlops-catalog vendors --vendor NVIDIA"))]
pub struct Arguments {
    /// How many vendors are shown: those with the most tools; JSON has all
    #[arg(long, value_name = "N", value_parser = number)]
    top: Option<usize>,
    #[command(flatten)]
    filters: Filters,
    /// How they are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.filters.landscape()?;
        let vendors = self.filters.select(landscape.catalog()).vendors();
        self.format.write(&vendors, |vendors, out| owners(vendors, self.top, out), out)?;
        if let (Format::Table, Some(line)) = (self.format, self.filters.left_out(&landscape)) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

fn owners(vendors: &Vendors<'_>, top: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    if vendors.is_empty() && vendors.unknown().is_empty() {
        return writeln!(out, "No tool matches.");
    }
    let shown = top.unwrap_or(usize::MAX);
    let rows = vendors.iter().take(shown).flat_map(|vendor| {
        vendor.tools().sorted(SortKey::Name, Order::Ascending).into_iter().enumerate().map(|(at, tool)| {
            let is_first = at == 0;
            let name = if is_first { vendor.name().to_owned() } else { String::new() };
            let number = if is_first { vendor.tools().len().to_string() } else { String::new() };
            let (since, how) = since(tool);
            vec![name, number, tool.name().to_owned(), since, how]
        })
    });
    if !vendors.is_empty() {
        table(out, &["Vendor", "#Tools", "Tool", "Since", "How"], rows)?;
        let left_out = vendors.len().saturating_sub(shown);
        let more = if left_out == 0 { String::new() } else { format!(", {left_out} of them not shown") };
        writeln!(out, "\n{}{more}", count(vendors.len(), "vendor"))?;
    }
    if vendors.unknown().is_empty() {
        return Ok(());
    }
    let names =
        itertools::join(vendors.unknown().sorted(SortKey::Name, Order::Ascending).into_iter().map(Tool::name), ", ");
    writeln!(out, "Without a known vendor: {}: {names}", count(vendors.unknown().len(), "tool"))
}

/// Since when the vendor has a tool, and by what.
fn since(tool: &Tool) -> (String, String) {
    let undated = "undated".to_owned();
    match tool.last_transfer() {
        Some(event) => {
            let how = match event.change() {
                // The vendor is named already.
                Change::Acquired { by } if tool.vendor() == Some(by) => "acquired".to_owned(),
                Change::Donated { to } if tool.vendor() == Some(to) => "donated".to_owned(),
                change => change.to_string(),
            };
            (event.date().map_or(undated, |date| date.to_string()), how)
        }
        None => (tool.release_date().map_or(undated, |date| date.to_string()), "released".to_owned()),
    }
}
