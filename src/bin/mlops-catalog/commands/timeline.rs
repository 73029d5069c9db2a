//! Shows when the tools of a catalog were released, year by year.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use mlops_catalog::views::{LifespanYear, Lifespans, YearGroup};
use mlops_catalog::{Selection, Timeline};
use serde::ser::{Serialize, Serializer};

use crate::arguments::Filters;
use crate::failure::Failure;
use crate::output::format::Format;
use crate::output::years::{Bar, Row, years};

/// Shows when the tools of a catalog were released, or when they lived
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog timeline model-serving
  mlops-catalog timeline --license open-source --format json
  mlops-catalog timeline --life --by category")]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// Births, ends and the number of living tools, in place of releases alone
    #[arg(long)]
    life: bool,
    /// A timeline for each category or each type of license
    #[arg(long, value_enum)]
    by: Option<By>,
    /// How the timeline is written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    Category,
    License,
}

/// A timeline as it was asked for.
enum View<'c> {
    Releases(Timeline<'c>),
    Lifespans(Lifespans<'c>),
}

/// The timelines of groups of tools, in order.
struct Groups<'c>(Vec<(&'static str, View<'c>)>);

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let catalog = self.filters.catalog()?;
        let timeline = self.filters.select(&catalog).timeline();
        let view = if self.life { View::life } else { View::Releases };
        let groups = match self.by {
            None => return Ok(self.format.write(&view(timeline), View::table, out)?),
            Some(By::Category) => timeline.by_category().map(|(group, of)| (group.as_str(), view(of))).collect(),
            Some(By::License) => timeline.by_license_type().map(|(group, of)| (group.as_str(), view(of))).collect(),
        };
        Ok(self.format.write(&Groups(groups), Groups::tables, out)?)
    }
}

impl<'c> View<'c> {
    fn life(timeline: Timeline<'c>) -> Self {
        Self::Lifespans(timeline.lifespans())
    }

    fn table(&self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Releases(timeline) => releases(timeline, out),
            Self::Lifespans(life) => lives(life, out),
        }
    }
}

impl Groups<'_> {
    fn tables(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.0.is_empty() {
            return writeln!(out, "No tool matches.");
        }
        for (at, (group, view)) in self.0.iter().enumerate() {
            let gap = if at > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{group}\n")?;
            view.table(out)?;
        }
        Ok(())
    }
}

fn releases(timeline: &Timeline<'_>, out: &mut dyn Write) -> io::Result<()> {
    let row = |group: &YearGroup<'_>| Row {
        year: group.year().get(),
        counts: vec![group.tools().len()],
        total: group.cumulative(),
    };
    let bar = Bar { of: |row| row.counts[0], width: 50 };
    let apart = [("Without a known year", timeline.undated())];
    years(&["#Year", "#Tools", "#In all", ""], timeline.years().map(row), &bar, &apart, out)
}

fn lives(life: &Lifespans<'_>, out: &mut dyn Write) -> io::Result<()> {
    let row = |group: &LifespanYear<'_>| {
        let counts = [group.released(), group.revived(), group.discontinued()].map(Selection::len);
        Row { year: group.year().get(), counts: counts.into(), total: group.available().len() }
    };
    let bar = Bar { of: |row| row.total, width: 40 };
    let apart =
        [("Without a known year", life.undated()), ("Ended in a year that is not known", life.discontinued_undated())];
    years(&["#Year", "#Born", "#Revived", "#Ended", "#Alive", ""], life.years().map(row), &bar, &apart, out)
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Releases(timeline) => timeline.serialize(serializer),
            Self::Lifespans(life) => life.serialize(serializer),
        }
    }
}

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(group, view)| (group, view)))
    }
}
