//! The numbered tables and figures of the paper.

use std::fmt;
use std::str::FromStr;

use crate::model::shorten;

/// A table or figure of the paper, by its number: `table-12`, `figure-7`.
///
/// ```
/// use mlops_catalog::Exhibit;
/// assert_eq!("table-12".parse(), Ok(Exhibit::Table(12)));
/// assert_eq!(Exhibit::Figure(7).to_string(), "figure-7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exhibit {
    /// The table of that number.
    Table(u8),
    /// The figure of that number; where the paper has two, that of the survey.
    Figure(u8),
}

/// Text that names no table or figure.
///
/// ```
/// let error = "tabel 12".parse::<mlops_catalog::Exhibit>().unwrap_err();
/// assert_eq!(error.to_string(), "`tabel 12` is no table or figure; write one such as table-12 or figure-7");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no table or figure; write one such as table-12 or figure-7")]
pub struct BadExhibit(String);

impl FromStr for Exhibit {
    type Err = BadExhibit;

    fn from_str(text: &str) -> Result<Self, BadExhibit> {
        let exhibit = match text.split_once('-') {
            Some(("table", rest)) => number(rest).map(Self::Table),
            Some(("figure", rest)) => number(rest).map(Self::Figure),
            _ => None,
        };
        exhibit.ok_or_else(|| BadExhibit(shorten(text)))
    }
}

/// A number from 1, without leading zeros or a sign.
fn number(text: &str) -> Option<u8> {
    text.starts_with(|c: char| ('1'..='9').contains(&c)).then(|| text.parse().ok())?
}

impl fmt::Display for Exhibit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(number) => f.pad(&format!("table-{number}")),
            Self::Figure(number) => f.pad(&format!("figure-{number}")),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Exhibit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
