//! Numbers and names that a file of the paper lists at most once.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::load::read::findings::Findings;
use crate::load::yaml::field::Field;
use crate::model::shorten;

/// Numbers or names of which each may stand once, and where they stood.
pub(crate) struct Once<T> {
    rule: Rule,
    places: BTreeMap<T, Span>,
}

impl<T: Ord + Display> Once<T> {
    /// Nothing has been seen yet; what stands twice breaks `rule`.
    pub(crate) fn new(rule: Rule) -> Self {
        Self { rule, places: BTreeMap::new() }
    }

    /// Reports a number or name that was there before.
    pub(crate) fn see(&mut self, what: T, at: Span, findings: &mut Findings<'_>) {
        if let Some(first) = self.places.get(&what) {
            findings.fault_with(self.rule, at, |rule, at| {
                let fault = Fault::new(rule, at, format!("`{}` is listed twice", shorten(&what.to_string())));
                fault.help("remove one of them").also(first.clone(), "first listed here")
            });
        } else {
            self.places.insert(what, at);
        }
    }

    /// The number in a field that must be there; it stands for a `T` that may stand once.
    pub(crate) fn number(
        &mut self,
        written: &Field<u8>,
        what: fn(u8) -> T,
        parent: Span,
        findings: &mut Findings<'_>,
    ) -> Option<u8> {
        let (&number, at) = findings.required(written, "number", parent)?;
        self.see(what(number), at, findings);
        Some(number)
    }
}
