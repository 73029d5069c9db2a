//! Printed percentages.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::model::{ParseError, shorten};

/// A percentage as printed, with its number of decimals.
///
/// 27 and 27.0 are different values, since the second is more precise. Computed percentages are rounded half up to the
/// printed number of decimals: 26.96 % is 27 without decimals, and 27.0 with one.
///
/// ```
/// use mlops_catalog::paper::Percent;
/// let printed: Percent = "37.4".parse()?;
/// assert!(printed.is_of(43, 115));
/// assert!(!printed.is_of(43, 110));
/// assert_eq!(printed.to_string(), "37.4");
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Percent {
    /// The percentage without its point.
    pub(crate) digits: u64,
    pub(crate) decimals: u8,
}

impl Percent {
    /// Returns the percentage that `count` is of `base`, or `None` if `base` is 0.
    pub(crate) fn of(count: u32, base: u32, decimals: u8) -> Option<Self> {
        let base = u64::from(base);
        let whole = 100 * 10u64.pow(decimals.into()) * u64::from(count);
        Some(Self { digits: (2 * whole + base).checked_div(2 * base)?, decimals })
    }

    /// Returns the percentage as a number, such as 31.3.
    #[must_use]
    pub fn value(self) -> f64 {
        self.digits as f64 / 10f64.powi(self.decimals.into())
    }

    /// Returns the number of printed decimals, from 0 to 2.
    #[must_use]
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// Returns true if `count` divided by `base`, rounded half up to the printed decimals, is this percentage.
    #[must_use]
    pub fn is_of(self, count: u32, base: u32) -> bool {
        Self::of(count, base, self.decimals) == Some(self)
    }

    /// Twice the whole, in the units of this percentage's last digit.
    fn twice_whole(self) -> u64 {
        200 * 10u64.pow(self.decimals.into())
    }

    /// Returns the counts that are this percentage of `base`; the range may be empty.
    pub(crate) fn counts(self, base: u32) -> RangeInclusive<u64> {
        let base = u64::from(base);
        let at_least = (2 * self.digits).saturating_sub(1) * base;
        let less_than = (2 * self.digits + 1) * base;
        at_least.div_ceil(self.twice_whole())..=less_than.div_ceil(self.twice_whole()).saturating_sub(1)
    }

    /// Returns the bases of which `count` is this percentage; the range may be empty or open-ended.
    pub(crate) fn bases(self, count: u32) -> RangeInclusive<u64> {
        let whole = self.twice_whole() * u64::from(count);
        let first = whole / (2 * self.digits + 1) + 1;
        let last = (2 * self.digits).checked_sub(1).map_or(u64::MAX, |least| whole / least);
        first..=last
    }
}

impl FromStr for Percent {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        const LONGEST: (usize, usize) = (3, 2);
        let digits =
            |text: &str, longest| (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let is_short = digits(whole, LONGEST.0) && digits(decimals, LONGEST.1);
        let leads_with_nothing = whole.len() > 1 && whole.starts_with('0');
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        match (text.replace('.', "").parse(), u8::try_from(decimals)) {
            (Ok(digits), Ok(decimals)) if is_short && !leads_with_nothing => Ok(Self { digits, decimals }),
            _ => {
                let message = format!("`{}` is not a percentage", shorten(text));
                Err(ParseError::new(message, "write it as printed, with at most two decimals, such as 31.3"))
            }
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10u64.pow(self.decimals.into());
        let (whole, rest) = (self.digits / unit, self.digits % unit);
        match self.decimals {
            0 => f.pad(&whole.to_string()),
            decimals => f.pad(&format!("{whole}.{rest:0width$}", width = decimals.into())),
        }
    }
}

/// Writes a number, without a fraction if no decimals are printed.
#[cfg(feature = "serde")]
impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.decimals {
            0 => serializer.serialize_u64(self.digits),
            _ => serializer.serialize_f64(self.value()),
        }
    }
}
