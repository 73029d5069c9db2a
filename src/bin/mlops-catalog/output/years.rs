//! Tables of years for people.

use std::io::{self, Write};

use mlops_catalog::Selection;

use crate::output::bar::bar as draw;
use crate::output::count::count;
use crate::output::table::table;

/// A line of a table: what was counted in a year, and how many tools there were at its end.
#[derive(Clone)]
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

/// What tables that are to be compared have in common: their years, and what the longest bar stands for.
pub struct Scale {
    years: Option<(u16, u16)>,
    most: usize,
}

impl Scale {
    /// The scale of tables of these rows.
    pub fn of<'r>(rows: impl Iterator<Item = &'r Row> + Clone, bar: &Bar) -> Self {
        let years = rows.clone().map(|row| row.year);
        Self { years: years.clone().min().zip(years.max()), most: rows.map(bar.of).max().unwrap_or(0) }
    }
}

/// A table of years, and below it the tools that stand apart.
pub fn years(
    heading: &[&str],
    rows: &[Row],
    bar: &Bar,
    scale: &Scale,
    apart: &[(&str, &Selection<'_>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    if let (Some(years), Some(first)) = (scale.years, rows.first()) {
        let cells = with_gaps(rows, first.counts.len(), years).into_iter().map(|row| {
            let numbers = row.counts.iter().chain([&row.total]).map(ToString::to_string);
            let bar = draw((bar.of)(&row) as f64, scale.most as f64, bar.width);
            [row.year.to_string()].into_iter().chain(numbers).chain([bar]).collect()
        });
        table(out, heading, cells)?;
    }
    let apart = apart.iter().filter(|(_, tools)| !tools.is_empty());
    if rows.is_empty() && apart.clone().count() == 0 {
        return writeln!(out, "No tool matches.");
    }
    for (at, (name, tools)) in apart.enumerate() {
        let gap = if at == 0 && !rows.is_empty() { "\n" } else { "" };
        writeln!(out, "{gap}{name}: {}", count(tools.len(), "tool"))?;
    }
    Ok(())
}

/// The rows of all years from the first to the last: a year in which nothing happened is a gap that should be seen.
fn with_gaps(rows: &[Row], columns: usize, (first, last): (u16, u16)) -> Vec<Row> {
    let mut rows = rows.iter().peekable();
    let mut total = 0;
    let mut row = |year| {
        let gap = Row { year, counts: vec![0; columns], total };
        let row = rows.next_if(|row| row.year == year).cloned().unwrap_or(gap);
        total = row.total;
        row
    };
    (first..=last).map(&mut row).collect()
}
