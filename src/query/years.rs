//! Ranges of years.

use std::fmt;
use std::ops::{Bound, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use std::str::FromStr;

use crate::model::{ParseError, Year, serde_as_text, shorten};

/// A range of years, open or closed at either end; it may be empty.
///
/// A range is made from a number or a [`Year`], or from a Rust range of either, and parsed as Rust writes ranges. Only
/// the years that it contains matter: all empty ranges are equal, and `1950..` is `..`.
///
/// ```
/// use mlops_catalog::{Year, YearRange};
/// let range: YearRange = "2018..=2021".parse()?;
/// assert_eq!(range, YearRange::from(2018..2022));
/// assert_eq!(range.first(), Some(Year::new(2018)?));
/// assert!(range.contains(Year::new(2021)?));
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearRange {
    /// The first and the last year, if there is any.
    years: Option<(Year, Year)>,
}

impl YearRange {
    /// The range of every year.
    pub const ALL: Self = Self { years: Some((Year::FIRST, Year::LAST)) };

    /// The empty range.
    pub const EMPTY: Self = Self { years: None };

    /// Returns true if `year` is in the range.
    #[must_use]
    pub fn contains(self, year: Year) -> bool {
        self.years.is_some_and(|(first, last)| first <= year && year <= last)
    }

    /// Returns true if no year is in the range.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.years.is_none()
    }

    /// Returns the first year, or `None` if the range is empty.
    #[must_use]
    pub fn first(self) -> Option<Year> {
        self.years.map(|(first, _)| first)
    }

    /// Returns the last year, or `None` if the range is empty.
    #[must_use]
    pub fn last(self) -> Option<Year> {
        self.years.map(|(_, last)| last)
    }

    /// The years from `first` to `last` that there are.
    fn between(first: u16, last: u16) -> Self {
        let (first, last) = (first.max(Year::FIRST.get()), last.min(Year::LAST.get()));
        Self { years: (first <= last).then(|| (Year::of_known(first), Year::of_known(last))) }
    }

    fn of(range: &impl RangeBounds<u16>) -> Self {
        let first = match range.start_bound() {
            Bound::Included(first) => *first,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let last = match range.end_bound() {
            Bound::Included(last) => *last,
            Bound::Excluded(after) => match after.checked_sub(1) {
                Some(last) => last,
                None => return Self::EMPTY,
            },
            Bound::Unbounded => u16::MAX,
        };
        Self::between(first, last)
    }
}

/// Every year.
impl Default for YearRange {
    fn default() -> Self {
        Self::ALL
    }
}

impl From<u16> for YearRange {
    fn from(year: u16) -> Self {
        Self::between(year, year)
    }
}

impl From<Year> for YearRange {
    fn from(year: Year) -> Self {
        Self { years: Some((year, year)) }
    }
}

impl From<RangeFull> for YearRange {
    fn from(_: RangeFull) -> Self {
        Self::ALL
    }
}

macro_rules! from_ranges {
    ($($range:ident)*) => { $(
        impl From<$range<u16>> for YearRange {
            fn from(range: $range<u16>) -> Self {
                Self::of(&range)
            }
        }

        impl From<$range<Year>> for YearRange {
            fn from(range: $range<Year>) -> Self {
                Self::of(&(range.start_bound().map(|year| year.get()), range.end_bound().map(|year| year.get())))
            }
        }
    )* };
}
from_ranges! { Range RangeInclusive RangeFrom RangeTo RangeToInclusive }

impl FromStr for YearRange {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        const HELP: &str = "write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020";
        let year = |text: &str| {
            let year = text.trim().parse::<Year>();
            year.map(Year::get).map_err(|error| ParseError::new(error.message(), HELP))
        };
        if text.trim().is_empty() {
            return Err(ParseError::new("the range of years is empty", HELP));
        }
        let Some((first, last)) = text.split_once("..") else { return year(text).map(Self::from) };
        let first = if first.trim().is_empty() { Bound::Unbounded } else { Bound::Included(year(first)?) };
        let last = match (last.trim().strip_prefix('='), last.trim()) {
            (Some(last), _) => Bound::Included(year(last)?),
            (None, "") => Bound::Unbounded,
            (None, last) => Bound::Excluded(year(last)?),
        };
        let range = Self::of(&(first, last));
        // An empty range can be built; in a text it is a slip.
        if range.is_empty() && text.trim() != EMPTY {
            return Err(ParseError::new(format!("empty year range `{}`", shorten(text)), HELP));
        }
        Ok(range)
    }
}

/// The text of the empty range.
const EMPTY: &str = "..1950";

impl fmt::Display for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&match self.years {
            None => EMPTY.to_owned(),
            Some((first, last)) if first == last => first.to_string(),
            Some((Year::FIRST, Year::LAST)) => "..".to_owned(),
            Some((Year::FIRST, last)) => format!("..={last}"),
            Some((first, Year::LAST)) => format!("{first}.."),
            Some((first, last)) => format!("{first}..={last}"),
        })
    }
}

impl fmt::Debug for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

serde_as_text!(YearRange);
