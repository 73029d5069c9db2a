//! What is wrong in one file, before it is known which file that is.

use std::cmp::Ordering;
use std::ops::Range;

use super::first_few::{FirstFew, Placed};
use super::rule::Rule;

/// A place: bytes of the text.
pub(crate) type Span = Range<usize>;

/// Something wrong at a place of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) rule: Rule,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) also: Option<(Span, &'static str)>,
}

impl Fault {
    pub(crate) fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self { rule, span, message: message.into(), help: None, also: None }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Names another place that has to do with it, and what stands there.
    pub(crate) fn also(self, span: Span, label: &'static str) -> Self {
        Self { also: Some((span, label)), ..self }
    }
}

/// The faults of one file.
pub(crate) type Faults = FirstFew<Fault>;

impl Placed for Fault {
    fn start(&self) -> usize {
        self.span.start
    }

    fn order(&self, other: &Self) -> Ordering {
        let key = |of: &Self| (of.span.start, of.rule, of.span.end);
        key(self).cmp(&key(other)).then_with(|| self.message.cmp(&other.message))
    }
}
