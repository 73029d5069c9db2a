//! The rules of one tool.

use std::collections::BTreeMap;
use std::fmt;

use super::category::Category;
use super::date::Date;
use super::fold::fold;
use super::history::{Change, ChangeKind};
use super::id::ToolId;
use super::license_violation::LicenseViolation;
use super::status::Status;
use super::tool::Tool;
use super::unseen::unseen;

pub(crate) const OUT_OF_ORDER: &str = "is out of order: dated events in order of date, undated ones last";
pub(crate) const AFTER_CHECKED: &str = "is after the day on which the facts were checked";
pub(crate) const NOT_YET_INACTIVE: &str = "the last commit is less than 24 months before `checked`";

impl Tool {
    /// Every rule that this tool breaks, but for that of lines: its texts are lines once it is built.
    pub(crate) fn violations(&self) -> Vec<ToolViolation> {
        let mut violations = Vec::new();
        violations.extend(not_lines(self.history().iter().filter_map(|event| Some(("history", event.change.text()?)))));
        if self.categories().is_empty() {
            violations.push(ToolViolation::NoCategory);
        }
        let categories = repeated(self.categories().iter().copied());
        let repeated_category =
            |(first, at)| ToolViolation::RepeatedCategory { at, first, category: self.categories()[at] };
        violations.extend(categories.map(repeated_category));
        let aliases = repeated(self.aliases().map(fold));
        violations.extend(aliases.map(|(first, at)| ToolViolation::RepeatedAlias { at, first }));
        let former_ids = repeated([&self.id].into_iter().chain(self.former_ids()));
        violations.extend(
            former_ids.map(|(first, at)| ToolViolation::RepeatedFormerId { at: at - 1, first: first.checked_sub(1) }),
        );
        if self.successor.as_ref() == Some(&self.id) {
            violations.push(ToolViolation::OwnSuccessor);
        }
        violations.extend(self.license.violation().map(|violation| ToolViolation::License { event: None, violation }));
        if self.checked.is_some_and(|checked| checked.day().is_none()) {
            violations.push(ToolViolation::CheckedWithoutDay);
        }
        if after(self.release_date(), self.checked) {
            violations.push(ToolViolation::ReleasedAfterChecked);
        }
        violations.extend(self.history_violations());
        violations
    }

    fn history_violations(&self) -> Vec<ToolViolation> {
        let mut violations = Vec::new();
        let mut status = Status::Active;
        let mut last = None;
        for (at, event) in self.history.iter().enumerate() {
            let undated_before = event.date.is_some() && at > 0 && self.history[at - 1].date.is_none();
            if after(last, event.date) || undated_before {
                violations.push(ToolViolation::EventOutOfOrder { at });
            }
            if after(event.date, self.checked) {
                violations.push(ToolViolation::EventAfterChecked { at });
            }
            if !event.change.can_follow(status) {
                violations.push(ToolViolation::EventCannotFollow { at, event: event.change.kind(), status });
            }
            match &event.change {
                Change::Inactive if !long_enough(event.date, self.checked) => {
                    violations.push(ToolViolation::NotYetInactive { at });
                }
                Change::Relicensed { from } => {
                    let license = |violation| ToolViolation::License { event: Some(at), violation };
                    violations.extend(from.violation().map(license));
                }
                _ => {}
            }
            status = event.change.status().unwrap_or(status);
            last = event.date.or(last);
        }
        violations
    }
}

/// The texts that are not lines, of those with their fields.
pub(super) fn not_lines<'t>(texts: impl Iterator<Item = (&'static str, &'t str)>) -> Vec<ToolViolation> {
    let violation = |(field, text): (_, &str)| ToolViolation::NotALine { field, text: text.to_owned() };
    texts.filter(|(_, text)| !is_a_line(text)).map(violation).collect()
}

fn after(date: Option<Date>, other: Option<Date>) -> bool {
    date.zip(other).is_some_and(|(date, other)| date.is_after(other))
}

/// Whether no commit in that time can be called inactive; dates that are not known to the day have the doubt.
fn long_enough(last_commit: Option<Date>, checked: Option<Date>) -> bool {
    const MONTHS: u16 = 24;
    let latest = checked.and_then(|checked| checked.months_earlier(MONTHS));
    last_commit.zip(latest).is_none_or(|(date, latest)| !date.is_after(latest))
}

fn is_a_line(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && unseen(text).next().is_none()
}

/// The items that occurred before: the index of the first one, and their own.
fn repeated<T: Ord>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (usize, usize)> {
    let mut places = BTreeMap::new();
    items.enumerate().filter_map(move |(at, item)| {
        let first = *places.entry(item).or_insert(at);
        (first != at).then_some((first, at))
    })
}

/// A rule that a single tool breaks. Indices are zero-based, in the order of the builder calls.
///
/// ```
/// use mlops_catalog::Tool;
/// use mlops_catalog::model::ToolViolation;
/// let error = Tool::builder("mine".parse()?).build().unwrap_err();
/// assert_eq!(error.violations(), [ToolViolation::NoCategory]);
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ToolViolation {
    /// A name, alias, description or vendor, of today or in the history, is empty, has spaces around it, is more than
    /// one line or has characters that nobody sees.
    #[error(
        "`{}` in `{field}` must be one non-empty line without leading or trailing whitespace or characters that nobody sees",
        super::text::shorten(text)
    )]
    NotALine {
        /// The field of a catalog file that has the text.
        field: &'static str,
        /// The text.
        text: String,
    },
    /// The tool has no category.
    #[error("the tool has no category")]
    NoCategory,
    /// A category is listed twice.
    #[error("the category `{category}` is listed twice")]
    RepeatedCategory {
        /// The category.
        category: Category,
        /// The index of the second.
        at: usize,
        /// The index of the first.
        first: usize,
    },
    /// An alias is listed twice; case, accents, spaces and punctuation are ignored.
    #[error("alias {} is listed twice", at + 1)]
    RepeatedAlias {
        /// The index of the second.
        at: usize,
        /// The index of the first.
        first: usize,
    },
    /// A former id is the tool's id or is listed twice.
    #[error("former id {} is {}", at + 1, if first.is_some() { "listed twice" } else { "the tool's id" })]
    RepeatedFormerId {
        /// The index of the former id.
        at: usize,
        /// The index of the first of two; `None` for the tool's id.
        first: Option<usize>,
    },
    /// The tool is its own successor.
    #[error("the tool is its own successor")]
    OwnSuccessor,
    /// The license of today, or one of the history, breaks a rule of licenses.
    #[error("{violation}")]
    License {
        /// The index of the event whose former license it is; `None` for the license of today.
        event: Option<usize>,
        /// What is wrong with the license.
        violation: LicenseViolation,
    },
    /// The date on which the facts were checked is not known to the day.
    #[error("`checked` is a month or a year, not a day")]
    CheckedWithoutDay,
    /// The release is after the day on which the facts were checked.
    #[error("the release is after the day on which the facts were checked")]
    ReleasedAfterChecked,
    /// An event is dated before the previous one, or a dated event follows an undated one.
    #[error("event {} of the history {OUT_OF_ORDER}", at + 1)]
    EventOutOfOrder {
        /// The index of the event.
        at: usize,
    },
    /// An event is after the day on which the facts were checked.
    #[error("event {} of the history {AFTER_CHECKED}", at + 1)]
    EventAfterChecked {
        /// The index of the event.
        at: usize,
    },
    /// An event cannot happen to a tool of the status that the events before give.
    #[error("event {} of the history, `{event}`, cannot happen to a tool that is {status}", at + 1)]
    EventCannotFollow {
        /// The index of the event.
        at: usize,
        /// What happened.
        event: ChangeKind,
        /// The status before.
        status: Status,
    },
    /// The last commit of an inactive tool is less than 24 months before the day on which the facts were checked.
    #[error("event {} of the history: {NOT_YET_INACTIVE}", at + 1)]
    NotYetInactive {
        /// The index of the event.
        at: usize,
    },
}

/// The error returned by [`ToolBuilder::build`](super::ToolBuilder::build); lists every violation.
///
/// ```
/// let error = mlops_catalog::Tool::builder("mine".parse()?).build().unwrap_err();
/// assert_eq!(error.to_string(), "tool `mine`: the tool has no category");
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolError {
    pub(super) id: ToolId,
    pub(super) violations: Vec<ToolViolation>,
}

impl ToolError {
    /// Returns the tool's id.
    #[must_use]
    pub fn id(&self) -> &ToolId {
        &self.id
    }

    /// Returns what is wrong; never empty.
    #[must_use]
    pub fn violations(&self) -> &[ToolViolation] {
        &self.violations
    }
}

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tool `{}`: {}", self.id, itertools::join(&self.violations, "; "))
    }
}

impl std::error::Error for ToolError {}
