//! Events that are asked for.

use std::fmt;
use std::str::FromStr;

use super::years::YearRange;
use crate::model::{ChangeKind, ParseError, Tool};

/// An event of a kind, in some years or whenever it was.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct EventFilter {
    pub(super) kind: ChangeKind,
    pub(super) years: Option<YearRange>,
}

impl EventFilter {
    pub(super) fn matches(self, tool: &Tool) -> bool {
        let in_years = |range: YearRange, event: &crate::model::Event| {
            event.date().is_some_and(|date| range.contains(date.year()))
        };
        tool.history()
            .iter()
            .any(|event| event.change().kind() == self.kind && self.years.is_none_or(|range| in_years(range, event)))
    }
}

/// `archived`, or `archived:2024`.
impl FromStr for EventFilter {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Ok(match text.split_once(':') {
            Some((kind, years)) => Self { kind: kind.parse()?, years: Some(years.parse()?) },
            None => Self { kind: text.parse()?, years: None },
        })
    }
}

impl fmt::Display for EventFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.years {
            Some(years) => write!(f, "{}:{years}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}
