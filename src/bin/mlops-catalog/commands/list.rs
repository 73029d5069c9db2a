//! Lists the tools of a catalog, filtered and sorted, as a table, JSON, CSV or Markdown.

use std::io::Write;

use clap::Args;
use mlops_catalog::views::{Order, SortKey};

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::number::number;
use crate::output::tools::{Column, Listed, Listing, usual};

/// Lists the tools of a catalog
#[derive(Args)]
#[command(after_help = format!("{GRAMMAR}

Examples:
  mlops-catalog list feature-stores --license open-source --sort released
  mlops-catalog list --query \"archived:2024 -license:private\" --format json
  mlops-catalog list model-serving --as-of 2019 --top 10"))]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// The order: name, released, checked, category, vendor, status; what is not known comes last
    #[arg(long, value_name = "KEY", default_value = "name")]
    sort: SortKey,
    /// The greatest first: the newest, the last of the alphabet
    #[arg(long)]
    reverse: bool,
    /// Only the first tools of that order
    #[arg(long, value_name = "N", value_parser = number)]
    top: Option<usize>,
    #[command(flatten)]
    listing: Listing,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.filters.landscape()?;
        let order = if self.reverse { Order::Descending } else { Order::Ascending };
        let column = match self.sort {
            SortKey::Checked => Some(Column::Checked),
            SortKey::Vendor => Some(Column::Vendor),
            // The others are shown anyway.
            _ => None,
        };
        let mut tools = self.filters.select(landscape.catalog()).sorted(self.sort, order);
        let more = tools.len().saturating_sub(self.top.unwrap_or(usize::MAX));
        tools.truncate(tools.len() - more);
        let more = (more > 0).then(|| format!("{more} more match; without --top all are shown."));
        let lines: Vec<String> = more.into_iter().chain(self.filters.left_out(&landscape)).collect();
        let listed = Listed {
            tools,
            asked: self.filters.categories(),
            columns: usual(self.filters.categories()).into_iter().chain(column).collect(),
            none: "No tool matches.".to_owned(),
            last: (!lines.is_empty()).then(|| lines.join("\n")),
        };
        self.listing.write(&listed, &landscape, out)
    }
}
