//! Tables of years for people.

use std::io::{self, Write};

use mlops_catalog::Selection;

use crate::output::bar::bar as draw;
use crate::output::count::count;
use crate::output::table::table;

/// A line of a table: what was counted in a year, and how many tools there were at its end.
pub struct Row {
    pub year: u16,
    pub counts: Vec<usize>,
    pub total: usize,
}

/// What the bars of a table show, and how long the longest is.
pub struct Bar {
    pub of: fn(&Row) -> usize,
    pub width: usize,
}

/// A table of years, and below it the tools that stand apart.
pub fn years(
    heading: &[&str],
    rows: impl Iterator<Item = Row>,
    bar: &Bar,
    apart: &[(&str, &Selection<'_>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows = with_gaps(rows);
    let most = rows.iter().map(bar.of).max();
    if let Some(most) = most {
        let cells = rows.iter().map(|row| {
            let numbers = row.counts.iter().chain([&row.total]).map(ToString::to_string);
            let bar = draw((bar.of)(row) as f64, most as f64, bar.width);
            [row.year.to_string()].into_iter().chain(numbers).chain([bar]).collect()
        });
        table(out, heading, cells)?;
    }
    let apart = apart.iter().filter(|(_, tools)| !tools.is_empty());
    if most.is_none() && apart.clone().count() == 0 {
        return writeln!(out, "No tool matches.");
    }
    for (at, (name, tools)) in apart.enumerate() {
        let gap = if at == 0 && most.is_some() { "\n" } else { "" };
        writeln!(out, "{gap}{name}: {}", count(tools.len(), "tool"))?;
    }
    Ok(())
}

/// The rows of all years from the first to the last: a year in which nothing happened is a gap that should be seen.
fn with_gaps(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let mut filled: Vec<Row> = Vec::new();
    for row in rows {
        let next = |last: &Row| Row { year: last.year + 1, counts: vec![0; last.counts.len()], total: last.total };
        while let Some(gap) = filled.last().map(next).filter(|gap| gap.year < row.year) {
            filled.push(gap);
        }
        filled.push(row);
    }
    filled
}
