//! Tables for people.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

/// A table: columns whose heading starts with `#` hold numbers and stand to the right. It is as wide as a wide terminal;
/// wider only where it has addresses, which are never broken.
pub fn table(out: &mut dyn Write, heading: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> io::Result<()> {
    const WIDTH: u16 = 120;
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    let has_addresses = rows.iter().flatten().any(|cell| cell.contains("://"));
    let mut table = Table::new();
    let arrangement = if has_addresses { ContentArrangement::Disabled } else { ContentArrangement::Dynamic };
    table.set_content_arrangement(arrangement).set_width(WIDTH);
    table.load_style(presets::NOTHING).set_header(heading.iter().map(|name| name.trim_start_matches('#')));
    for row in rows {
        table.add_row(row);
    }
    for (at, _) in heading.iter().enumerate().filter(|(_, name)| name.starts_with('#')) {
        if let Some(column) = table.column_mut(at) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
