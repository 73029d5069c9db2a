//! What happened to a tool after its release.

use std::borrow::Cow;
use std::fmt;

use super::word::words;
use super::{Date, License, Source, Status, UnknownWord, Year};

/// What happened.
///
/// ```
/// use mlops_catalog::{Change, ChangeKind};
/// let change = Change::Acquired { by: "OpenAI".into() };
/// assert_eq!(change.kind(), ChangeKind::Acquired);
/// assert_eq!(change.to_string(), "acquired by OpenAI");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, strum::EnumDiscriminants)]
#[strum_discriminants(
    name(ChangeKind),
    doc = "The word for what happened, as it stands in catalog files.\n\n```\nuse mlops_catalog::ChangeKind;\nassert_eq!(ChangeKind::ClosedToNewCustomers.id(), \"closed-to-new-customers\");\n```",
    derive(PartialOrd, Ord, Hash),
    derive(strum::Display, strum::EnumString, strum::VariantNames, strum::VariantArray, strum::EnumMessage),
    strum(serialize_all = "kebab-case"),
    strum(parse_err_ty = UnknownWord, parse_err_fn = ChangeKind::unknown),
    non_exhaustive
)]
#[non_exhaustive]
pub enum Change {
    /// Its owner, or the tool, was bought.
    Acquired {
        /// The buyer.
        by: Cow<'static, str>,
    },
    /// It was given another name.
    Renamed {
        /// The name until then.
        from: Cow<'static, str>,
    },
    /// It was put under another licence.
    Relicensed {
        /// The licence until then.
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
    /// It lives again.
    Revived,
    /// Only those who had it may go on using it.
    ClosedToNewCustomers,
}

words!(ChangeKind, "event");

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
    /// The word for what happened.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        ChangeKind::from(self)
    }

    /// The status that a tool has from then on; none when the change leaves it as it was.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Inactive => Some(Status::Inactive),
            Self::Archived => Some(Status::Archived),
            Self::Discontinued => Some(Status::Discontinued),
            Self::Revived => Some(Status::Active),
            _ => None,
        }
    }

    /// Whether a life ends or begins again with it.
    pub(crate) fn turns_life(&self) -> bool {
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
            other => f.write_str(&other.kind().id().replace('-', " ")),
        }
    }
}

/// An entry of a tool's history: when, what, and where it is evidenced.
///
/// ```
/// use mlops_catalog::{Change, Event};
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
    /// An event without a source, and without a date where that is not known.
    #[must_use]
    pub const fn new(date: Option<Date>, change: Change) -> Self {
        Self { date, change, source: None }
    }

    /// The same event with the place that evidences it.
    #[must_use]
    pub fn with_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// When it happened, if known.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// What happened.
    #[must_use]
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// Where it is evidenced; none if that is not known.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
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

#[cfg(feature = "serde")]
impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("date", &self.date)?;
        map.serialize_entry("event", &self.change.kind())?;
        match &self.change {
            Change::Acquired { by } => map.serialize_entry("by", by)?,
            Change::Renamed { from } => map.serialize_entry("from", from)?,
            Change::Relicensed { from } => map.serialize_entry("from", from)?,
            Change::Donated { to } => map.serialize_entry("to", to)?,
            _ => {}
        }
        map.serialize_entry("source", &self.source)?;
        map.end()
    }
}
