//! Years and dates that may be known only in part.

use std::fmt;
use std::str::FromStr;

use super::word::shorten;

/// A year from 1950 to 9999.
///
/// ```
/// use mlops_catalog::Year;
/// let year: Year = "2018".parse().unwrap();
/// assert_eq!(year.get(), 2018);
/// assert!(Year::new(1492).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub(crate) u16);

/// A number or text that is not a year from 1950 to 9999.
///
/// ```
/// let error = "18".parse::<mlops_catalog::Year>().unwrap_err();
/// assert_eq!(error.to_string(), "`18` is not a year; write one from 1950 on, such as 2018");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a year; write one from 1950 on, such as 2018")]
pub struct BadYear(String);

impl Year {
    /// The first year that a tool can be dated to.
    pub const FIRST: Self = Self(1950);

    /// The year of that number.
    ///
    /// # Errors
    ///
    /// When the number is not from 1950 to 9999.
    pub fn new(number: u16) -> Result<Self, BadYear> {
        if (Self::FIRST.0..=9999).contains(&number) { Ok(Self(number)) } else { Err(BadYear(number.to_string())) }
    }

    /// The year as a number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl FromStr for Year {
    type Err = BadYear;

    fn from_str(text: &str) -> Result<Self, BadYear> {
        let number = digits::<4>(text).ok_or_else(|| BadYear(shorten(text)))?;
        Self::new(number)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A date of the Gregorian calendar that is known to the year, the month or the day.
///
/// It has no total order: whether 2016 is before 2016-05 is not known. [`Date::is_after`] says what is certain.
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
    pub(crate) year: Year,
    pub(crate) rest: Rest,
}

/// What is known of a date beside its year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Rest {
    Nothing,
    Month(u8),
    Day(u8, u8),
}

/// Text or numbers that are no date.
///
/// ```
/// let error = "2018-13".parse::<mlops_catalog::Date>().unwrap_err();
/// assert!(error.to_string().starts_with("`2018-13` is not a date"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadDate {
    /// It has not the form of a date, or the calendar has no such day.
    #[error("`{0}` is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, from 1950 on")]
    NotADate(String),
    /// It has the form of a date, of a year before 1950.
    #[error("`{0}` is before 1950; write the date of a tool's life")]
    TooEarly(String),
}

impl Date {
    /// The full day of that year, month (1-12) and day of the month.
    ///
    /// # Errors
    ///
    /// When the calendar has no such day.
    pub fn day_of(year: Year, month: u8, day: u8) -> Result<Self, BadDate> {
        let date = Self { year, rest: Rest::Day(month, day) };
        if (1..=12).contains(&month) && (1..=days(year, month)).contains(&day) {
            Ok(date)
        } else {
            Err(BadDate::NotADate(date.to_string()))
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// The month, 1-12, if known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        match self.rest {
            Rest::Nothing => None,
            Rest::Month(month) | Rest::Day(month, _) => Some(month),
        }
    }

    /// The day of the month, 1-31, if known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        match self.rest {
            Rest::Day(_, day) => Some(day),
            Rest::Nothing | Rest::Month(_) => None,
        }
    }

    /// Whether this date is certainly after `other`: 2017 is after 2016-05, 2016 may be or not, so it is not.
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

    fn first_day(self) -> (u16, u8, u8) {
        (self.year.0, self.month().unwrap_or(1), self.day().unwrap_or(1))
    }

    fn last_day(self) -> (u16, u8, u8) {
        (self.year.0, self.month().unwrap_or(12), self.day().unwrap_or(31))
    }

    /// The date `months` months earlier; a full day becomes the last day that the earlier month has.
    #[cfg(feature = "yaml")]
    #[must_use]
    pub(crate) fn months_earlier(self, months: u16) -> Option<Self> {
        let month = self.month()?;
        let count = (u32::from(self.year.0) * 12 + u32::from(month) - 1).checked_sub(months.into())?;
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
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let parse = || {
            let mut parts = text.splitn(3, '-');
            let year = Year(digits::<4>(parts.next()?)?);
            let Some(month) = parts.next() else { return Some(Self::from(year)) };
            let month = u8::try_from(digits::<2>(month)?).ok()?;
            let Some(day) = parts.next() else {
                return (1..=12).contains(&month).then_some(Self { year, rest: Rest::Month(month) });
            };
            Self::day_of(year, month, u8::try_from(digits::<2>(day)?).ok()?).ok()
        };
        match parse() {
            Some(date) if date.year >= Year::FIRST => Ok(date),
            Some(_) => Err(BadDate::TooEarly(text.to_owned())),
            None => Err(BadDate::NotADate(shorten(text))),
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
        write!(f, "Date({self})")
    }
}

fn days(year: Year, month: u8) -> u8 {
    let leap = year.0.is_multiple_of(4) && (!year.0.is_multiple_of(100) || year.0.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number that exactly `N` ASCII digits are; no sign, no blanks.
fn digits<const N: usize>(text: &str) -> Option<u16> {
    (text.len() == N && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(feature = "serde")]
impl serde::Serialize for Year {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
