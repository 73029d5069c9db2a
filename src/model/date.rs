//! Dates that may be known only in part.

mod meant;

use std::fmt;
use std::str::FromStr;

use self::meant::not_a_date;
use super::parse_error::ParseError;
use super::word::serde_as_text;
use super::year::{Year, digits};

/// A date of the Gregorian calendar that is known to the year, the month or the day.
///
/// Dates have no total order: whether 2016 is before 2016-05 is not known. [`Date::is_after`] says what is certain;
/// [`Date::first_day`] is a key to sort by.
///
/// ```
/// use mlops_catalog::Date;
/// let date: Date = "2018-06".parse().unwrap();
/// assert_eq!((date.year().get(), date.month(), date.day()), (2018, Some(6), None));
/// assert_eq!(date.to_string(), "2018-06");
/// assert!("2018-02-30".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: Year,
    rest: Rest,
}

/// What is known of a date beside its year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Rest {
    Nothing,
    Month(u8),
    Day(u8, u8),
}

impl Date {
    /// Returns the date of a year, a month (1-12) and a day of the month (1-31).
    ///
    /// # Errors
    ///
    /// When the calendar has no such day.
    ///
    /// ```
    /// use mlops_catalog::{Date, Year};
    /// let date = Date::new(Year::new(2018)?, 6, 5)?;
    /// assert_eq!(date.to_string(), "2018-06-05");
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    pub fn new(year: Year, month: u8, day: u8) -> Result<Self, ParseError> {
        Self::of_day(year, month, day).ok_or_else(|| not_a_date(&format!("{year}-{month:02}-{day:02}")))
    }

    fn of_day(year: Year, month: u8, day: u8) -> Option<Self> {
        let is_there = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        is_there.then_some(Self { year, rest: Rest::Day(month, day) })
    }

    /// The date of a text, even of a year that a tool cannot be dated to.
    pub(crate) fn of_any_year(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = Year::of_known(digits::<4>(parts.next()?)?);
        let Some(month) = parts.next() else { return Some(Self::from(year)) };
        let month = u8::try_from(digits::<2>(month)?).ok()?;
        let Some(day) = parts.next() else {
            return (1..=12).contains(&month).then_some(Self { year, rest: Rest::Month(month) });
        };
        Self::of_day(year, month, u8::try_from(digits::<2>(day)?).ok()?)
    }

    /// The date of numbers that are known to be one; a month or day of 0 is not known.
    pub(crate) const fn of_known(year: u16, month: u8, day: u8) -> Self {
        let rest = match (month, day) {
            (0, _) => Rest::Nothing,
            (month, 0) => Rest::Month(month),
            (month, day) => Rest::Day(month, day),
        };
        Self { year: Year::of_known(year), rest }
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// Returns the month, 1-12, if it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        match self.rest {
            Rest::Nothing => None,
            Rest::Month(month) | Rest::Day(month, _) => Some(month),
        }
    }

    /// Returns the day of the month, 1-31, if it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        match self.rest {
            Rest::Day(_, day) => Some(day),
            Rest::Nothing | Rest::Month(_) => None,
        }
    }

    /// Returns true if this date is certainly after `other`. 2017 is after 2016-05; 2016 may be or may not be.
    ///
    /// ```
    /// let date = |text: &str| text.parse::<mlops_catalog::Date>().unwrap();
    /// assert!(date("2017").is_after(date("2016-05")));
    /// assert!(!date("2016").is_after(date("2016-05")));
    /// ```
    #[must_use]
    pub fn is_after(self, other: Self) -> bool {
        self.first_day() > other.last_day()
    }

    /// Returns the first day that this date can mean, as year, month and day: the key by which dates are sorted.
    ///
    /// ```
    /// let mut dates: Vec<mlops_catalog::Date> = vec!["2018-06".parse()?, "2018".parse()?, "2017-12-31".parse()?];
    /// dates.sort_by_key(|date| date.first_day());
    /// assert_eq!(dates, ["2017-12-31".parse()?, "2018".parse()?, "2018-06".parse()?]);
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    #[must_use]
    pub fn first_day(self) -> (Year, u8, u8) {
        (self.year, self.month().unwrap_or(1), self.day().unwrap_or(1))
    }

    /// Returns the last day that this date can mean, as year, month and day.
    #[must_use]
    pub fn last_day(self) -> (Year, u8, u8) {
        let month = self.month().unwrap_or(12);
        (self.year, month, self.day().unwrap_or(days(self.year, month)))
    }

    /// The date `months` months earlier; a day that the earlier month lacks becomes its last day.
    pub(crate) fn months_earlier(self, months: u16) -> Option<Self> {
        let month = self.month()?;
        let count = (u32::from(self.year.get()) * 12 + u32::from(month) - 1).checked_sub(months.into())?;
        let year = Year::new(u16::try_from(count / 12).ok()?).ok()?;
        let month = u8::try_from(count % 12 + 1).ok()?;
        let rest = self.day().map_or(Rest::Month(month), |day| Rest::Day(month, day.min(days(year, month))));
        Some(Self { year, rest })
    }
}

impl From<Year> for Date {
    fn from(year: Year) -> Self {
        Self { year, rest: Rest::Nothing }
    }
}

impl FromStr for Date {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        match Self::of_any_year(text) {
            Some(date) if date.year >= Year::FIRST => Ok(date),
            Some(_) => Err(ParseError::new(format!("`{text}` is before 1950"), "see whether the year is mistyped")),
            None => Err(not_a_date(text)),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rest {
            Rest::Nothing => f.pad(&self.year.to_string()),
            Rest::Month(month) => f.pad(&format!("{}-{month:02}", self.year)),
            Rest::Day(month, day) => f.pad(&format!("{}-{month:02}-{day:02}", self.year)),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn days(year: Year, month: u8) -> u8 {
    let leap = year.get().is_multiple_of(4) && (!year.get().is_multiple_of(100) || year.get().is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

serde_as_text!(Date);
