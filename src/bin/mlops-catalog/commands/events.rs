//! Shows what happened to the tools of a catalog.

use std::io::{self, Write};

use clap::Args;
use mlops_catalog::YearRange;
use mlops_catalog::model::{Change, ChangeKind};
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::views::{Events, ToolEvent};

use crate::arguments::{Filters, GRAMMAR};
use crate::failure::Failure;
use crate::output::count::count;
use crate::output::format::Format;
use crate::output::table::table;

/// Shows what happened to tools: acquired, renamed, relicensed, donated, inactive, archived, discontinued, revived,
/// closed-to-new-customers
#[derive(Args)]
#[command(after_help = format!("The filters are about the tools as they are today, `--kind`, `--years`, `--from` and `--to` about the events.
With `--years`, undated events come last in JSON and are counted apart in tables: no range is known to have them.

{GRAMMAR}

Examples:
  mlops-catalog events --kind acquired --kind donated --years 2025..
  mlops-catalog events model-serving --kind archived --years 2024 --format json
  mlops-catalog events --kind relicensed --from open-source --to source-available --years 2023.."))]
pub struct Arguments {
    #[command(flatten)]
    filters: Filters,
    /// Only events of this kind: acquired, renamed, relicensed, donated, inactive, archived, discontinued, revived,
    /// closed-to-new-customers
    #[arg(long, value_delimiter = ',')]
    kind: Vec<ChangeKind>,
    /// Only events in these years: 2025, 2023..=2026, 2023.. or ..=2020; undated events are counted apart
    #[arg(long, value_name = "RANGE", allow_hyphen_values = true)]
    years: Option<YearRange>,
    /// Only changes from this license
    #[arg(long, value_name = "LICENSE")]
    from: Option<LicenseFilter>,
    /// Only changes to this license
    #[arg(long, value_name = "LICENSE")]
    to: Option<LicenseFilter>,
    /// How they are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let kinds = &self.kind;
        if (self.from.is_some() || self.to.is_some()) && !kinds.is_empty() && !kinds.contains(&ChangeKind::Relicensed) {
            let why = "only `relicensed` changes a license; leave out --kind, or --from and --to";
            return Err(Failure::Arguments(why.to_owned()));
        }
        let landscape = self.filters.landscape()?;
        let tools = self.filters.select(landscape.catalog());
        let asked = tools.events().filter(|found| self.is_asked_for(found));
        let (shown, undated) = match self.years {
            Some(years) => (asked.in_years(years), asked.undated()),
            None => (asked, Events::default()),
        };
        if matches!(self.format, Format::Json) {
            let all: Vec<ToolEvent<'_>> = shown.into_iter().chain(undated).collect();
            return Ok(self.format.write(&all, |_, _| Ok(()), out)?);
        }
        events(&shown, out)?;
        if shown.is_empty() {
            let why = if tools.is_empty() { "No tool matches.".to_owned() } else { self.nothing(tools.len()) };
            writeln!(out, "{why}")?;
        } else {
            writeln!(out, "\n{}", count(shown.len(), "event"))?;
        }
        if !undated.is_empty() {
            writeln!(out, "Without a date, in no range of years: {}", count(undated.len(), "event"))?;
            undated.iter().try_for_each(|found| writeln!(out, "  {}: {found}", found.tool().name()))?;
        }
        Ok(self.filters.left_out(&landscape).iter().try_for_each(|line| writeln!(out, "{line}"))?)
    }

    fn is_asked_for(&self, found: &ToolEvent<'_>) -> bool {
        let change = found.event().change();
        let is_relicensed = change.kind() == ChangeKind::Relicensed;
        let is = |filter: &Option<LicenseFilter>, license| {
            filter.as_ref().is_none_or(|filter| is_relicensed && filter.matches(license))
        };
        (self.kind.is_empty() || self.kind.contains(&change.kind()))
            && is(&self.from, found.license_before())
            && is(&self.to, found.license_after())
    }

    /// What is said when the tools have no such event.
    fn nothing(&self, tools: usize) -> String {
        let kinds = self.kind.iter().map(|kind| format!("`{kind}`"));
        let kinds = if self.kind.is_empty() { String::new() } else { format!(" {}", itertools::join(kinds, " or ")) };
        let changed = [("from", &self.from), ("to", &self.to)].into_iter();
        let changed = changed.filter_map(|(word, license)| Some(format!(" {word} {}", license.as_ref()?)));
        let years = self.years.map(|years| format!(" in `{years}`")).unwrap_or_default();
        format!("None of {} has an event{kinds}{}{years}.", count(tools, "tool"), changed.collect::<String>())
    }
}

fn events(found: &Events<'_>, out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    let rows = found.iter().map(|found| {
        let date = found.event().date().map_or("undated".to_owned(), |date| date.to_string());
        let change = found.event().change();
        let what = match change {
            Change::Relicensed { .. } => format!("{change} to {}", found.license_after()),
            Change::Renamed { .. } => format!("{change} to {}", found.name_after()),
            _ => change.to_string(),
        };
        vec![date, found.tool().name().to_owned(), what]
    });
    table(out, &["Date", "Tool", "What"], rows)
}
