//! Answers questions that people ask: what replaced a tool, what could stand in for it, which tools are in the most
//! categories.

use std::io::Write;

use clap::{Args, Subcommand};
use mlops_catalog::Tool;

use crate::arguments::{Conditions, Filters, GRAMMAR, Origin};
use crate::failure::Failure;
use crate::landscape::Landscape;
use crate::output::count::count;
use crate::output::number::number;
use crate::output::tools::{Column, Listed, Listing, usual};

/// Answers questions about the tools of a catalog
#[derive(Args)]
#[command(arg_required_else_help = false)]
#[command(after_help = "Examples:
  mlops-catalog ask replaced-by snorkel
  mlops-catalog ask alternatives \"neptune ai\" --all
  mlops-catalog ask connected --top 5")]
pub struct Arguments {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    /// What replaced a tool, and what replaced that; what it is called today
    #[command(after_help = "Examples:
  mlops-catalog ask replaced-by snorkel
  mlops-catalog ask replaced-by KFServing
  mlops-catalog ask replaced-by algorithmia --format json")]
    ReplacedBy(Named),
    /// Active open-source tools of the same primary category; others too with --all
    #[command(after_help = format!("{GRAMMAR}

Examples:
  mlops-catalog ask alternatives \"neptune ai\"
  mlops-catalog ask alternatives \"weights & biases\" --all
  mlops-catalog ask alternatives pinecone --query \"released:2019.. -license:AGPL\""))]
    Alternatives {
        /// Tools that are not open-source, too, after those that are
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        named: Named,
        #[command(flatten)]
        conditions: Conditions,
    },
    /// The tools that belong to the most categories
    #[command(after_help = format!("{GRAMMAR}

Examples:
  mlops-catalog ask connected --top 5
  mlops-catalog ask connected --license open-source
  mlops-catalog ask connected --stage data --format json"))]
    Connected {
        /// How many tools; those that belong to as many categories as the last are shown too
        #[arg(long, value_name = "N", default_value = "10", value_parser = number)]
        top: usize,
        #[command(flatten)]
        filters: Filters,
        #[command(flatten)]
        listing: Listing,
    },
}

#[derive(Args)]
struct Named {
    /// The tool's id, name or alias
    tool: String,
    #[command(flatten)]
    origin: Origin,
    #[command(flatten)]
    listing: Listing,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.question {
            Question::ReplacedBy(named) => {
                let landscape = named.origin.landscape()?;
                let tool = landscape.resolve(&named.tool)?;
                let none = nothing_replaced(tool, &named.tool);
                named.write(landscape.catalog().successors(tool), none, None, &landscape, out)
            }
            Question::Alternatives { all, named, conditions } => {
                let landscape = named.origin.landscape()?;
                conditions.know_vendors(&landscape)?;
                let (catalog, tool) = (landscape.catalog(), landscape.resolve(&named.tool)?);
                let (mut tools, mut others) = (catalog.alternatives(tool), catalog.other_alternatives(tool));
                let has_some = !tools.is_empty() || all && !others.is_empty();
                tools.retain(|tool| conditions.matches(tool));
                others.retain(|tool| conditions.matches(tool));
                let hidden = if all { 0 } else { others.len() };
                let shown = if all { others } else { Vec::new() };
                tools.extend(shown);
                let none = match (all, tool.primary_category()) {
                    _ if has_some => "No alternative matches.".to_owned(),
                    (true, category) => format!("No other tool of {category} is active."),
                    (false, category) => format!("No other tool of {category} is open-source and active."),
                };
                let more = (hidden > 0)
                    .then(|| format!("{} under other licenses: --all shows them too.", count(hidden, "tool")));
                named.write(tools, none, more, &landscape, out)
            }
            Question::Connected { top, filters, listing } => {
                let landscape = filters.landscape()?;
                let asked = filters.select(landscape.catalog());
                let none = if asked.is_empty() { "No tool matches." } else { "No tool belongs to two categories." };
                let listed = Listed {
                    tools: asked.broadest(top),
                    asked: &[],
                    columns: vec![Column::Name, Column::Number, Column::Categories],
                    none: none.to_owned(),
                    last: filters.left_out(&landscape),
                };
                listing.write(&listed, &landscape, out)
            }
        }
    }
}

impl Named {
    fn write(
        &self,
        tools: Vec<&Tool>,
        none: String,
        last: Option<String>,
        landscape: &Landscape,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let listed = Listed { tools, asked: &[], columns: usual(&[]), none, last };
        self.listing.write(&listed, landscape, out)
    }
}

/// A tool that was asked for by a former name is told by its present one.
fn nothing_replaced(tool: &Tool, asked: &str) -> String {
    match tool.renamed_from(asked) {
        Some(renamed) => {
            let is = match renamed.event().date() {
                Some(date) => format!("has been called {} since {date}", tool.name()),
                None => format!("is called {}", tool.name()),
            };
            let status = tool.status();
            format!("{} {is}. Nothing replaced it: it is {status}.", renamed.name_before())
        }
        None => format!("Nothing is known to have replaced {}.", tool.name()),
    }
}
