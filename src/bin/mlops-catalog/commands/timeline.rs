//! Shows when the tools of a catalog were released, year by year.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use mlops_catalog::views::{LifespanYear, Lifespans, YearGroup};
use mlops_catalog::{Selection, Timeline};
use serde::ser::{Serialize, Serializer};

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::count::count;
use crate::output::format::Format;
use crate::output::number::number;
use crate::output::years::{Bar, Row, Scale, years};

/// Shows how many tools were released, or available, in each year
#[derive(Args)]
#[command(after_help = format!("With --by, all tables have the same years and one scale, so that they can be compared.

{GRAMMAR}

Examples:
  mlops-catalog timeline model-serving
  mlops-catalog timeline --license open-source --format json
  mlops-catalog timeline --life --by stage"))]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// Also show revived, discontinued and available tools
    #[arg(long)]
    life: bool,
    /// A timeline for each category, stage, type of license or vendor
    #[arg(long, value_enum)]
    by: Option<By>,
    /// How many vendors are shown with --by vendor: those with the most tools, 10 by default; JSON has all
    #[arg(long, value_name = "N", value_parser = number)]
    top: Option<usize>,
    /// How the timeline is written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// How many vendors are shown unless another number is asked for.
const VENDORS: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Category,
    Stage,
    License,
    Vendor,
}

/// A timeline as it was asked for.
enum View<'c> {
    Releases(Timeline<'c>),
    Lifespans(Lifespans<'c>),
}

/// The timelines of groups of tools, in order.
struct Groups<'c>(Vec<(&'c str, View<'c>)>);

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        if self.top.is_some() && self.by != Some(By::Vendor) {
            return Err(Failure::Arguments(
                "--top is a number of vendors; add --by vendor, or leave it out".to_owned(),
            ));
        }
        let landscape = self.filters.landscape()?;
        let timeline = self.filters.select(landscape.catalog()).timeline();
        let view = if self.life { View::life } else { View::Releases };
        match self.by {
            None => self.format.write(&view(timeline), |view, out| view.table(&view.scale(), out), out)?,
            Some(by) => {
                let shown = if by == By::Vendor { self.top.unwrap_or(VENDORS) } else { usize::MAX };
                let groups = Groups(groups(&timeline, by, view));
                self.format.write(&groups, |groups, out| groups.tables(shown, out), out)?;
            }
        }
        if let (Format::Table, Some(line)) = (self.format, self.filters.left_out(&landscape)) {
            writeln!(out, "\n{line}")?;
        }
        Ok(())
    }
}

fn groups<'c>(timeline: &Timeline<'c>, by: By, view: fn(Timeline<'c>) -> View<'c>) -> Vec<(&'c str, View<'c>)> {
    match by {
        By::Category => timeline.by_category().map(|(group, of)| (group.as_str(), view(of))).collect(),
        By::Stage => timeline.by_stage().map(|(group, of)| (group.as_str(), view(of))).collect(),
        By::License => timeline.by_license_type().map(|(group, of)| (group.as_str(), view(of))).collect(),
        By::Vendor => timeline.by_vendor().map(|(group, of)| (group, view(of))).collect(),
    }
}

impl<'c> View<'c> {
    fn life(timeline: Timeline<'c>) -> Self {
        Self::Lifespans(timeline.lifespans())
    }

    fn rows(&self) -> Vec<Row> {
        match self {
            Self::Releases(timeline) => timeline.years().map(released).collect(),
            Self::Lifespans(life) => life.years().map(lived).collect(),
        }
    }

    fn bar(&self) -> Bar {
        match self {
            Self::Releases(_) => Bar { of: |row| row.counts[0], width: 50 },
            Self::Lifespans(_) => Bar { of: |row| row.total, width: 40 },
        }
    }

    fn scale(&self) -> Scale {
        Scale::of(self.rows().iter(), &self.bar())
    }

    fn table(&self, scale: &Scale, out: &mut dyn Write) -> io::Result<()> {
        let (rows, bar) = (self.rows(), self.bar());
        match self {
            Self::Releases(timeline) => {
                let apart = [("Without a known year", timeline.undated())];
                years(&["#Year", "#Tools", "#In all", ""], &rows, &bar, scale, &apart, out)
            }
            Self::Lifespans(life) => {
                let apart = [
                    ("Without a known year", life.undated()),
                    ("Ended in a year that is not known", life.discontinued_undated()),
                ];
                let heading = ["#Year", "#Born", "#Revived", "#Ended", "#Alive", ""];
                years(&heading, &rows, &bar, scale, &apart, out)
            }
        }
    }
}

fn released(group: &YearGroup<'_>) -> Row {
    Row { year: group.year().get(), counts: vec![group.tools().len()], total: group.cumulative() }
}

fn lived(group: &LifespanYear<'_>) -> Row {
    let counts = [group.released(), group.revived(), group.discontinued()].map(Selection::len);
    Row { year: group.year().get(), counts: counts.into(), total: group.available().len() }
}

impl Groups<'_> {
    /// The tables of the first groups, with one scale for all that are shown.
    fn tables(&self, shown: usize, out: &mut dyn Write) -> io::Result<()> {
        let Some((_, first)) = self.0.first() else { return writeln!(out, "No tool matches.") };
        let groups = &self.0[..shown.min(self.0.len())];
        let rows: Vec<Row> = groups.iter().flat_map(|(_, view)| view.rows()).collect();
        let scale = Scale::of(rows.iter(), &first.bar());
        for (at, (group, view)) in groups.iter().enumerate() {
            let gap = if at > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{group}\n")?;
            view.table(&scale, out)?;
        }
        match self.0.len() - groups.len() {
            0 => Ok(()),
            more => {
                writeln!(out, "\n{} more, with fewer tools; --top {} shows all", count(more, "group"), self.0.len())
            }
        }
    }
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
