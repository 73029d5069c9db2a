//! The landscape that is asked: a catalog, as it is or as it was.

use clap::ValueEnum;
use mlops_catalog::model::nearest;
use mlops_catalog::views::Absence;
use mlops_catalog::{Catalog, Date, Query, Selection, Tool, Year};

use crate::failure::Failure;
use crate::output::count::count;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Edition {
    Living,
    Paper,
}

/// A catalog, and what it was at the end of a year.
pub struct Landscape {
    whole: Catalog,
    then: Option<(Year, Catalog)>,
    edition: Edition,
}

impl Landscape {
    pub fn new(whole: Catalog, edition: Edition, year: Option<Year>) -> Result<Self, Failure> {
        let this_year = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).year();
        if let Some(year) = year.filter(|year| i32::from(year.get()) > i32::from(this_year)) {
            let why = format!("nothing is known of what will be; write {this_year} or an earlier year");
            return Err(Failure::Arguments(format!("the year {year} is in the future; {why}")));
        }
        let then = year.map(|year| (year, whole.as_of(year)));
        Ok(Self { whole, then, edition })
    }

    /// The catalog, or that of the year.
    pub fn catalog(&self) -> &Catalog {
        self.then.as_ref().map_or(&self.whole, |(_, then)| then)
    }

    /// Whether it says of tools whether they live.
    pub fn has_statuses(&self) -> bool {
        self.edition != Edition::Paper
    }

    /// The tool of that name. One that was not there in the year is named, with the reason.
    pub fn resolve(&self, name: &str) -> Result<&Tool, Failure> {
        let Some((year, then)) = &self.then else { return Ok(self.whole.resolve(name)?) };
        if let Some(tool) = then.find(name) {
            return Ok(tool);
        }
        let tool = self.whole.resolve(name)?;
        let why = match (tool.absence_in(*year), tool.release_date()) {
            (Some(Absence::ReleasedLater), Some(date)) => format!("it was first released {}", when(date)),
            (Some(Absence::ReleaseUndated), _) => "the year of its release is not known".to_owned(),
            (Some(Absence::EndUndated), _) => "it was discontinued in a year that is not known".to_owned(),
            _ => match tool.end().and_then(|end| end.date()) {
                Some(date) => format!("it was discontinued {}", when(date)),
                None => "it was not available".to_owned(),
            },
        };
        Err(Failure::Arguments(format!("{} was not available at the end of {year}: {why}", tool.name())))
    }

    /// Fails if a vendor is none of the catalog's, whatever the year. The paper prints none.
    pub fn know_vendor(&self, name: &str) -> Result<(), Failure> {
        let named = Query::new().vendor(name);
        let mut known = self.whole.tools().filter_map(Tool::vendor).peekable();
        if known.peek().is_none() || self.whole.tools().any(|tool| named.matches(tool)) {
            return Ok(());
        }
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "no vendor has a similar name".to_owned(),
        };
        Err(Failure::Arguments(format!("unknown vendor `{name}`; {help}")))
    }

    /// What the year leaves out of what is asked for, as it is today, in a line.
    pub fn left_out<'c>(&'c self, select: impl Fn(&'c Catalog) -> Selection<'c>) -> Option<String> {
        let (year, _) = self.then.as_ref()?;
        let asked = select(&self.whole);
        let part = |(reason, what): (Absence, &str)| {
            let left_out = asked.filter(|tool| tool.absence_in(*year) == Some(reason)).len();
            (left_out > 0).then(|| format!("{left_out} {what}"))
        };
        let reasons = [
            (Absence::ReleasedLater, "released later"),
            (Absence::Discontinued, "discontinued by then"),
            (Absence::ReleaseUndated, "without a known year of release"),
            (Absence::EndUndated, "discontinued in a year that is not known"),
        ];
        let parts: Vec<String> = reasons.into_iter().filter_map(part).collect();
        let all = asked.filter(|tool| tool.absence_in(*year).is_some()).len();
        let why = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        Some(format!("Not in the landscape at the end of {year}: {}{why}.", count(all, "tool")))
    }
}

/// A date in a sentence: on a day, in a month or a year.
fn when(date: Date) -> String {
    let word = if date.day().is_some() { "on" } else { "in" };
    format!("{word} {date}")
}
