//! What happened to a tool after its release.

use std::borrow::Cow;
use std::fmt;

use super::date::Date;
use super::license::License;
use super::source::Source;
use super::status::Status;
use super::word::words;
use super::year::Year;

words! {
    "event";
    /// The word for what happened, as written in catalog files.
    ///
    /// ```
    /// use mlops_catalog::model::ChangeKind;
    /// assert_eq!(ChangeKind::ClosedToNewCustomers.as_str(), "closed-to-new-customers");
    /// ```
    #[non_exhaustive]
    pub enum ChangeKind {
        /// The tool or its owner was bought.
        Acquired,
        /// The tool was renamed.
        Renamed,
        /// The license changed.
        Relicensed,
        /// The tool was given to a foundation.
        Donated,
        /// The last commit was made, and none followed for 24 months.
        Inactive,
        /// The repository was made read-only.
        Archived,
        /// The owner ended the tool.
        Discontinued,
        /// Development or service resumed.
        Revived,
        /// New customers are no longer accepted.
        ClosedToNewCustomers,
    }
}

/// A change in a tool's history, with its buyer, foundation, former name or former license.
///
/// ```
/// use mlops_catalog::model::{Change, ChangeKind};
/// let change = Change::Acquired { by: "OpenAI".into() };
/// assert_eq!(change.kind(), ChangeKind::Acquired);
/// assert_eq!(change.to_string(), "acquired by OpenAI");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Change {
    /// Its owner, or the tool, was bought.
    Acquired {
        /// The buyer.
        by: Cow<'static, str>,
    },
    /// It was given another name.
    Renamed {
        /// The former name.
        from: Cow<'static, str>,
    },
    /// It was put under another license.
    Relicensed {
        /// The former license.
        from: License,
    },
    /// It was given to a foundation.
    Donated {
        /// The foundation.
        to: Cow<'static, str>,
    },
    /// The last commit, 24 months or more ago.
    Inactive,
    /// Its repository was made read-only.
    Archived,
    /// Its owner ended it.
    Discontinued,
    /// Development or service resumed.
    Revived,
    /// Only those who had it may go on using it.
    ClosedToNewCustomers,
}

#[cfg(feature = "yaml")]
impl ChangeKind {
    /// The field of a catalog file that says what an event of this kind changed.
    pub(crate) fn field(self) -> Option<&'static str> {
        match self {
            Self::Acquired => Some("by"),
            Self::Renamed | Self::Relicensed => Some("from"),
            Self::Donated => Some("to"),
            Self::Inactive | Self::Archived | Self::Discontinued | Self::Revived | Self::ClosedToNewCustomers => None,
        }
    }
}

impl Change {
    /// Returns the word for what happened.
    #[must_use]
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::Acquired { .. } => ChangeKind::Acquired,
            Self::Renamed { .. } => ChangeKind::Renamed,
            Self::Relicensed { .. } => ChangeKind::Relicensed,
            Self::Donated { .. } => ChangeKind::Donated,
            Self::Inactive => ChangeKind::Inactive,
            Self::Archived => ChangeKind::Archived,
            Self::Discontinued => ChangeKind::Discontinued,
            Self::Revived => ChangeKind::Revived,
            Self::ClosedToNewCustomers => ChangeKind::ClosedToNewCustomers,
        }
    }

    /// Returns the status of a tool from then on, or `None` when the change leaves the status as it was.
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        match self {
            Self::Inactive => Some(Status::Inactive),
            Self::Archived => Some(Status::Archived),
            Self::Discontinued => Some(Status::Discontinued),
            Self::Revived => Some(Status::Active),
            _ => None,
        }
    }

    /// Whether a tool stops or starts being available with it.
    pub(crate) fn turns_availability(&self) -> bool {
        matches!(self, Self::Discontinued | Self::Revived)
    }

    /// The buyer, the former name or the foundation.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Acquired { by: text } | Self::Renamed { from: text } | Self::Donated { to: text } => Some(text),
            _ => None,
        }
    }

    /// Whether it can happen to a tool of that status.
    pub(crate) fn can_follow(&self, status: Status) -> bool {
        match self {
            Self::Inactive | Self::ClosedToNewCustomers => status == Status::Active,
            Self::Archived => status != Status::Archived,
            Self::Discontinued => status != Status::Discontinued,
            Self::Revived => status != Status::Active,
            _ => true,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Acquired { by } => write!(f, "acquired by {by}"),
            Self::Renamed { from } => write!(f, "renamed from {from}"),
            Self::Relicensed { from } => write!(f, "relicensed from {from}"),
            Self::Donated { to } => write!(f, "donated to {to}"),
            other => f.write_str(&other.kind().as_str().replace('-', " ")),
        }
    }
}

/// An entry of a tool's history: when, what, and the source.
///
/// ```
/// use mlops_catalog::model::{Change, Event};
/// let event = Event::new("2024".parse().ok(), Change::Archived);
/// assert_eq!(event.to_string(), "2024: archived");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    pub(crate) date: Option<Date>,
    pub(crate) change: Change,
    pub(crate) source: Option<Source>,
}

impl Event {
    /// Returns an event without a source; without a date, too, if `date` is `None`.
    #[must_use]
    pub const fn new(date: Option<Date>, change: Change) -> Self {
        Self { date, change, source: None }
    }

    /// Returns the same event with a source.
    #[must_use]
    pub fn with_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Returns the date, if it is known.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// Returns what happened.
    #[must_use]
    pub const fn change(&self) -> &Change {
        &self.change
    }

    /// Returns the source, if there is one.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Whether it had happened at the end of `year`; an event without a date counts as past.
    pub(crate) fn is_past_in(&self, year: Year) -> bool {
        // Its date is that of the last commit: the tool was inactive when there had been none for two years.
        let later = if matches!(self.change, Change::Inactive) { 2 } else { 0 };
        self.date.is_none_or(|date| date.year().get() + later <= year.get())
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date {
            Some(date) => write!(f, "{date}: {}", self.change),
            None => write!(f, "undated: {}", self.change),
        }
    }
}
