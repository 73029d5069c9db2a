//! The laws of one tool.

use std::collections::BTreeMap;
use std::fmt;

use super::{ChangeKind, Date, Status, Tool, ToolId};

impl Tool {
    /// Every law of one tool that it breaks.
    pub(crate) fn faults(&self) -> Vec<ToolFault> {
        let mut faults = Vec::new();
        let texts = [Some(self.name()), self.description(), self.vendor()];
        faults.extend(
            texts
                .into_iter()
                .flatten()
                .chain(self.aliases())
                .chain(self.history().iter().filter_map(|event| event.change.text()))
                .filter(|text| !is_a_line(text))
                .map(|text| ToolFault::NotALine { text: text.to_owned() }),
        );
        if self.categories.is_empty() {
            faults.push(ToolFault::NoCategory);
        }
        let categories = repeated(self.categories.iter().copied());
        faults.extend(categories.map(|(first, at)| ToolFault::RepeatedCategory { at, first }));
        let aliases = repeated(self.aliases().map(str::to_lowercase));
        faults.extend(aliases.map(|(first, at)| ToolFault::RepeatedAlias { at, first }));
        if self.successor.as_ref() == Some(&self.id) {
            faults.push(ToolFault::OwnSuccessor);
        }
        if after(self.released(), self.checked) {
            faults.push(ToolFault::ReleasedAfterChecked);
        }
        faults.extend(self.history_faults());
        faults
    }

    fn history_faults(&self) -> Vec<ToolFault> {
        let mut faults = Vec::new();
        let mut status = Status::Active;
        let mut last = None;
        for (at, event) in self.history.iter().enumerate() {
            let undated_before = event.date.is_some() && at > 0 && self.history[at - 1].date.is_none();
            if after(last, event.date) || undated_before {
                faults.push(ToolFault::EventOutOfOrder { at });
            }
            if after(event.date, self.checked) {
                faults.push(ToolFault::EventAfterChecked { at });
            }
            if !event.change.can_follow(status) {
                faults.push(ToolFault::EventCannotFollow { at, event: event.change.kind(), status });
            }
            status = event.change.status().unwrap_or(status);
            last = event.date.or(last);
        }
        faults
    }
}

fn after(date: Option<Date>, other: Option<Date>) -> bool {
    date.zip(other).is_some_and(|(date, other)| date.is_after(other))
}

fn is_a_line(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains(char::is_control)
}

/// The items that stand earlier already: where they stood first, and where they stand again.
fn repeated<T: Ord>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (usize, usize)> {
    let mut places = BTreeMap::new();
    items.enumerate().filter_map(move |(at, item)| {
        let first = *places.entry(item).or_insert(at);
        (first != at).then_some((first, at))
    })
}

/// A law of one tool that a tool breaks. Indices count from 0, in the order in which the builder was told.
///
/// ```
/// use mlops_catalog::{Tool, ToolFault};
/// let error = Tool::builder("mine".parse().unwrap()).build().unwrap_err();
/// assert_eq!(error.faults(), [ToolFault::NoCategory]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ToolFault {
    /// A name, alias, description or vendor, of today or in the history, is empty, has blanks around it, or is more than
    /// a line.
    #[error("`{text}` is not a line of text: it is empty, or has blanks around it or control characters in it")]
    NotALine {
        /// The text.
        text: String,
    },
    /// It belongs to no category.
    #[error("it belongs to no category")]
    NoCategory,
    /// A category stands twice.
    #[error("category {} stands twice", at + 1)]
    RepeatedCategory {
        /// The second place.
        at: usize,
        /// The first place.
        first: usize,
    },
    /// An alias stands twice, in whatever case.
    #[error("alias {} stands twice", at + 1)]
    RepeatedAlias {
        /// The second place.
        at: usize,
        /// The first place.
        first: usize,
    },
    /// It is its own successor.
    #[error("it is its own successor")]
    OwnSuccessor,
    /// Its release is after the day on which its facts were checked.
    #[error("its release is after the day on which it was checked")]
    ReleasedAfterChecked,
    /// An event is dated before the one above it, or dated events follow undated ones.
    #[error("event {} of its history is out of order: dated events stand in order of date, undated ones last", at + 1)]
    EventOutOfOrder {
        /// Which event.
        at: usize,
    },
    /// An event is after the day on which its facts were checked.
    #[error("event {} of its history is after the day on which it was checked", at + 1)]
    EventAfterChecked {
        /// Which event.
        at: usize,
    },
    /// An event cannot happen to a tool of the status that the events before it give.
    #[error("event {} of its history, `{event}`, cannot happen to a tool that is {status}", at + 1)]
    EventCannotFollow {
        /// Which event.
        at: usize,
        /// What happened.
        event: ChangeKind,
        /// The status before it.
        status: Status,
    },
}

/// A tool that breaks laws, all of them.
///
/// ```
/// let error = mlops_catalog::Tool::builder("mine".parse().unwrap()).build().unwrap_err();
/// assert_eq!(error.to_string(), "tool `mine`: it belongs to no category");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolError {
    pub(super) id: ToolId,
    pub(super) faults: Vec<ToolFault>,
}

impl ToolError {
    /// The tool's id.
    #[must_use]
    pub fn id(&self) -> &ToolId {
        &self.id
    }

    /// What is wrong with it; at least one.
    #[must_use]
    pub fn faults(&self) -> &[ToolFault] {
        &self.faults
    }
}

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tool `{}`: {}", self.id, itertools::join(&self.faults, "; "))
    }
}

impl std::error::Error for ToolError {}
