//! Ranges of years.

use std::fmt;
use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use std::str::FromStr;

use crate::model::{BadYear, Year};

/// A range of years, open or closed at either end; it may be empty.
///
/// Made from a number or a [`Year`], or from a Rust range of either; parsed as Rust writes ranges.
///
/// ```
/// use mlops_catalog::{Year, YearRange};
/// let range: YearRange = "2018..=2021".parse().unwrap();
/// assert_eq!(range, YearRange::from(2018..2022));
/// assert!(range.contains(Year::new(2021).unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearRange {
    first: u16,
    last: u16,
}

/// Text that is not a range of years.
///
/// ```
/// let error = "2021..2018".parse::<mlops_catalog::YearRange>().unwrap_err();
/// assert!(error.to_string().starts_with("no year lies in `2021..2018`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{wrong}; ranges of years are written 2018, 2018..=2021, 2018.. or ..=2020")]
pub struct BadYearRange {
    wrong: BadRange,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum BadRange {
    #[error(transparent)]
    Year(#[from] BadYear),
    #[error("no year lies in `{0}`")]
    Empty(String),
    #[error("no year is given")]
    Nothing,
}

impl YearRange {
    const OPEN_FIRST: u16 = 0;
    const OPEN_LAST: u16 = u16::MAX;

    /// Whether `year` lies in the range.
    #[must_use]
    pub const fn contains(self, year: Year) -> bool {
        self.first <= year.get() && year.get() <= self.last
    }

    const fn new(first: u16, last: u16) -> Self {
        Self { first, last }
    }

    /// The range that ends before `end`: an exclusive end of 0 leaves nothing.
    const fn until(first: u16, end: u16) -> Self {
        match end.checked_sub(1) {
            Some(last) => Self::new(first, last),
            None => Self::new(1, 0),
        }
    }
}

macro_rules! from_ranges {
    ($($number:ty, $get:expr;)*) => { $(
        impl From<$number> for YearRange {
            fn from(year: $number) -> Self {
                Self::new($get(year), $get(year))
            }
        }
        impl From<RangeInclusive<$number>> for YearRange {
            fn from(range: RangeInclusive<$number>) -> Self {
                Self::new($get(*range.start()), $get(*range.end()))
            }
        }
        impl From<Range<$number>> for YearRange {
            fn from(range: Range<$number>) -> Self {
                Self::until($get(range.start), $get(range.end))
            }
        }
        impl From<RangeFrom<$number>> for YearRange {
            fn from(range: RangeFrom<$number>) -> Self {
                Self::new($get(range.start), Self::OPEN_LAST)
            }
        }
        impl From<RangeTo<$number>> for YearRange {
            fn from(range: RangeTo<$number>) -> Self {
                Self::until(Self::OPEN_FIRST, $get(range.end))
            }
        }
        impl From<RangeToInclusive<$number>> for YearRange {
            fn from(range: RangeToInclusive<$number>) -> Self {
                Self::new(Self::OPEN_FIRST, $get(range.end))
            }
        }
    )* };
}
from_ranges! {
    u16, std::convert::identity;
    Year, Year::get;
}

impl From<RangeFull> for YearRange {
    fn from(_: RangeFull) -> Self {
        Self::new(Self::OPEN_FIRST, Self::OPEN_LAST)
    }
}

impl FromStr for YearRange {
    type Err = BadYearRange;

    fn from_str(text: &str) -> Result<Self, BadYearRange> {
        parse(text).map_err(|wrong| BadYearRange { wrong })
    }
}

fn parse(text: &str) -> Result<YearRange, BadRange> {
    let year = |text: &str| text.trim().parse::<Year>().map_err(BadRange::from);
    if text.trim().is_empty() {
        return Err(BadRange::Nothing);
    }
    let Some((first, last)) = text.split_once("..") else {
        return year(text).map(YearRange::from);
    };
    let first = if first.trim().is_empty() { None } else { Some(year(first)?) };
    let range = match (first, last.trim().strip_prefix('='), last.trim()) {
        (Some(first), Some(last), _) => YearRange::from(first..=year(last)?),
        (None, Some(last), _) => YearRange::from(..=year(last)?),
        (Some(first), None, "") => YearRange::from(first..),
        (None, None, "") => YearRange::from(..),
        (Some(first), None, last) => YearRange::from(first..year(last)?),
        (None, None, last) => YearRange::from(..year(last)?),
    };
    // An empty range can be built; written by hand it is a slip.
    if range.first > range.last { Err(BadRange::Empty(text.to_owned())) } else { Ok(range) }
}

impl fmt::Display for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (Self::OPEN_FIRST, Self::OPEN_LAST) => f.write_str(".."),
            (Self::OPEN_FIRST, last) => write!(f, "..={last}"),
            (first, Self::OPEN_LAST) => write!(f, "{first}.."),
            (first, last) if first == last => write!(f, "{first}"),
            (first, last) => write!(f, "{first}..={last}"),
        }
    }
}
