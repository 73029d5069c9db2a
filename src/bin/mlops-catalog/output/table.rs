//! Tables for people.

use std::env;
use std::io::{self, IsTerminal as _, Write};

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, presets};
use mlops_catalog::model::Address;

/// A table: columns whose heading starts with `#` hold numbers and stand to the right. In a terminal it is as wide as that,
/// but addresses are never broken; elsewhere each row is one line, for programs that read lines.
pub fn table(out: &mut dyn Write, heading: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> io::Result<()> {
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    let has_addresses = |column: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.parse::<Address>().is_ok())
    };
    let columns = 0..heading.len();
    let of_addresses: Vec<usize> = columns.filter(|column| has_addresses(*column)).collect();
    let mut table = Table::new();
    match terminal_width() {
        Some(width) => table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    table.load_style(presets::NOTHING).set_header(heading.iter().map(|name| name.trim_start_matches('#')));
    for row in rows {
        table.add_row(row);
    }
    for (at, name) in heading.iter().enumerate() {
        let Some(column) = table.column_mut(at) else { continue };
        if name.starts_with('#') {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if of_addresses.contains(&at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// How many columns the terminal has that the output goes to, if it goes to one.
fn terminal_width() -> Option<u16> {
    const USUAL: u16 = 80;
    const LEAST: u16 = 40;
    if !io::stdout().is_terminal() {
        return None;
    }
    let stated = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| width);
    Some(stated.or_else(measured).unwrap_or(USUAL).max(LEAST))
}
