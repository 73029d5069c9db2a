//! How much of a catalog is evidenced, category by category.

use std::io::{self, Write};

use mlops_catalog::{Catalog, Category, Tool};
use serde::Serialize;

use crate::output::table::table;

/// Tools, sourced and unsourced facts of each category; a tool of several categories counts in each.
#[derive(Serialize)]
pub struct Summary {
    categories: Vec<Row>,
    all: Counts,
}

#[derive(Serialize)]
struct Row {
    category: Category,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    tools: usize,
    sourced: usize,
    unsourced: usize,
}

impl Counts {
    fn of<'t>(tools: impl Iterator<Item = &'t Tool> + Clone) -> Self {
        let facts = tools.clone().flat_map(Tool::claims);
        let (sourced, unsourced): (Vec<_>, Vec<_>) = facts.partition(|(_, source)| source.is_some());
        Self { tools: tools.count(), sourced: sourced.len(), unsourced: unsourced.len() }
    }

    fn cells(&self, name: String) -> Vec<String> {
        vec![name, self.tools.to_string(), self.sourced.to_string(), self.unsourced.to_string()]
    }
}

impl Summary {
    pub fn of(catalog: &Catalog) -> Self {
        let tools: Vec<&Tool> = catalog.tools().collect();
        let of = |category| Counts::of(tools.iter().copied().filter(move |tool| tool.is_in(category)));
        let categories = Category::all().map(|category| Row { category, counts: of(category) }).collect();
        Self { categories, all: Counts::of(tools.iter().copied()) }
    }

    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let rows = self.categories.iter().map(|row| row.counts.cells(row.category.to_string()));
        writeln!(out)?;
        table(
            out,
            &["Category", "#Tools", "#Sourced facts", "#Unsourced facts"],
            rows.chain([self.all.cells("all tools".to_owned())]),
        )
    }
}
