//! Years.

use std::fmt;
use std::str::FromStr;

use super::parse_error::ParseError;
use super::text::shorten;

/// A year from 1950 to 9999.
///
/// In JSON a year is a number; text is read, too.
///
/// ```
/// use mlops_catalog::Year;
/// let year: Year = "2018".parse()?;
/// assert_eq!((year.get(), Year::try_from(2018)?), (2018, year));
/// assert!(Year::new(1492).is_err());
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The first year that a tool can be dated to.
    pub const FIRST: Self = Self(1950);

    /// The last year that can be written.
    pub const LAST: Self = Self(9999);

    /// Creates a year.
    ///
    /// # Errors
    ///
    /// When the number is not from 1950 to 9999.
    pub fn new(number: u16) -> Result<Self, ParseError> {
        let year = Self(number);
        if (Self::FIRST..=Self::LAST).contains(&year) { Ok(year) } else { Err(not_a_year(&number.to_string())) }
    }

    /// The year of a number that is known to be one.
    pub(crate) const fn of_known(number: u16) -> Self {
        Self(number)
    }

    /// Returns the year as a number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

fn not_a_year(text: &str) -> ParseError {
    ParseError::new(format!("`{}` is not a year", shorten(text)), "write a year from 1950 on, such as 2018")
}

impl FromStr for Year {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::new(digits::<4>(text).ok_or_else(|| not_a_year(text))?)
    }
}

impl TryFrom<u16> for Year {
    type Error = ParseError;

    fn try_from(number: u16) -> Result<Self, ParseError> {
        Self::new(number)
    }
}

impl From<Year> for u16 {
    fn from(year: Year) -> Self {
        year.get()
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The number that exactly `N` ASCII digits are, without a sign or spaces.
pub(crate) fn digits<const N: usize>(text: &str) -> Option<u16> {
    (text.len() == N && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(feature = "serde")]
impl serde::Serialize for Year {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Year {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;

        struct AYear;

        impl serde::de::Visitor<'_> for AYear {
            type Value = Year;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a year from 1950 to 9999")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Year, E> {
                let number = u16::try_from(number).map_err(|_| E::custom(not_a_year(&number.to_string())))?;
                Year::new(number).map_err(E::custom)
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Year, E> {
                let number = u64::try_from(number).map_err(|_| E::custom(not_a_year(&number.to_string())))?;
                self.visit_u64(number)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Year, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(AYear)
    }
}
