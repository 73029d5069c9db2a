//! The numbered tables and figures of the paper.

use std::fmt;
use std::str::FromStr;

use crate::model::{ParseError, serde_as_text, shorten};

/// A numbered table or figure of the paper, such as `table-12` or `figure-7`.
///
/// ```
/// use mlops_catalog::paper::Exhibit;
/// assert_eq!("table-12".parse(), Ok(Exhibit::Table(12)));
/// assert_eq!(Exhibit::Figure(7).to_string(), "figure-7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exhibit {
    /// The table with this number.
    Table(u8),
    /// The figure with this number. Where the paper uses a number twice, the survey's figure is meant.
    Figure(u8),
}

impl FromStr for Exhibit {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let exhibit = match text.split_once('-') {
            Some(("table", rest)) => number(rest).map(Self::Table),
            Some(("figure", rest)) => number(rest).map(Self::Figure),
            _ => None,
        };
        exhibit.ok_or_else(|| {
            let message = format!("`{}` is not a table or figure", shorten(text));
            ParseError::new(message, "write one such as table-12 or figure-7")
        })
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

serde_as_text!(Exhibit);
