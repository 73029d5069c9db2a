//! Tables of tools for people.

use std::io::{self, Write};

use mlops_catalog::Tool;

use crate::output::count::count;
use crate::output::table::table as write_table;

pub const HEADING: [&str; 5] = ["Name", "Category", "License", "Released", "Status"];

/// What a table says of a tool, under [`HEADING`].
pub fn cells(tool: &Tool) -> [String; 5] {
    let more = match tool.categories().len() {
        1 => String::new(),
        categories => format!(" +{}", categories - 1),
    };
    [
        tool.name().to_owned(),
        format!("{}{more}", tool.primary_category()),
        tool.license().to_string(),
        tool.release_date().map(|date| date.to_string()).unwrap_or_default(),
        tool.status().to_string(),
    ]
}

/// The tools and how many they are, or what to say when there is none.
pub fn table<'t>(tools: impl ExactSizeIterator<Item = &'t Tool>, none: &str, out: &mut dyn Write) -> io::Result<()> {
    let number = tools.len();
    if number == 0 {
        return writeln!(out, "{none}");
    }
    write_table(out, &HEADING, tools.map(|tool| cells(tool).into()))?;
    writeln!(out, "\n{}", count(number, "tool"))
}
