//! The rules of one tool that its file breaks, each at its place.

use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::model::{AFTER_CHECKED, NOT_YET_INACTIVE, OUT_OF_ORDER, Tool, ToolViolation, shorten};

/// Where the parts of a tool stand that its rules speak of.
pub(crate) struct Places<'p> {
    pub(crate) tool: &'p Tool,
    /// The aliases themselves: one is found by its index at once.
    pub(crate) names: Vec<&'p str>,
    pub(crate) aliases: &'p [Span],
    pub(crate) former_ids: &'p [Span],
    pub(crate) categories: &'p [Span],
    pub(crate) events: &'p [Span],
    /// Whether there are events that cannot be read: what follows what is not known then.
    pub(crate) has_gaps: bool,
    pub(crate) released: Span,
    pub(crate) checked: Span,
    pub(crate) successor: Span,
}

impl Places<'_> {
    /// The broken rule at its place, with what to do about it.
    pub(crate) fn fault(&self, violation: &ToolViolation) -> Option<Fault> {
        let at = |rule, span: &Span, help: &str| Fault::new(rule, span.clone(), violation.to_string()).help(help);
        Some(match violation {
            // Texts, licenses and the list of categories are checked as they are read; what is left here follows from that.
            ToolViolation::NotALine { .. } | ToolViolation::NoCategory | ToolViolation::License { .. } => return None,
            ToolViolation::RepeatedCategory { at, first, category } => {
                repeated(Rule::RepeatedCategory, self.categories, *first, *at, category)
            }
            ToolViolation::RepeatedAlias { at, first } => self.repeated_alias(*first, *at)?,
            ToolViolation::RepeatedFormerId { at, first: Some(first) } => {
                let id = self.tool.former_ids.get(*at)?;
                repeated(Rule::RepeatedFormerId, self.former_ids, *first, *at, id)
            }
            ToolViolation::RepeatedFormerId { at, first: None } => {
                let message = format!("`{}` is the tool's id", self.tool.id());
                Fault::new(Rule::RepeatedFormerId, self.former_ids.get(*at)?.clone(), message).help("leave it out")
            }
            ToolViolation::OwnSuccessor => {
                at(Rule::OwnSuccessor, &self.successor, "write the id of the tool that took its place, or leave it out")
            }
            ToolViolation::CheckedWithoutDay => at(Rule::BadDate, &self.checked, "write the day as YYYY-MM-DD"),
            ToolViolation::ReleasedAfterChecked => at(Rule::AfterChecked, &self.released, ONE_IS_WRONG),
            ToolViolation::EventAfterChecked { at: event }
            | ToolViolation::EventOutOfOrder { at: event }
            | ToolViolation::EventCannotFollow { at: event, .. }
            | ToolViolation::NotYetInactive { at: event } => self.event_fault(violation, *event)?,
        })
    }

    fn repeated_alias(&self, first: usize, at: usize) -> Option<Fault> {
        let (before, alias) = (*self.names.get(first)?, *self.names.get(at)?);
        let fault = repeated(Rule::RepeatedAlias, self.aliases, first, at, &alias);
        if before == alias {
            return Some(fault);
        }
        let message = format!("`{}` and `{}` are one name", shorten(alias), shorten(before));
        let help = "leave one of them out: case, accents, spaces and punctuation are ignored";
        Some(Fault { message, ..fault.help(help) })
    }

    /// The broken rule of an event, which is named: those that cannot be read are not counted.
    fn event_fault(&self, violation: &ToolViolation, at: usize) -> Option<Fault> {
        let (event, span) = (self.tool.history().get(at)?.change().kind(), self.events.get(at)?);
        let fault = |rule, what: &str| Fault::new(rule, span.clone(), format!("the event `{event}` {what}"));
        Some(match violation {
            ToolViolation::EventAfterChecked { .. } => fault(Rule::AfterChecked, AFTER_CHECKED).help(ONE_IS_WRONG),
            ToolViolation::EventOutOfOrder { .. } if !self.has_gaps => {
                let before = self.events.get(at.checked_sub(1)?)?.clone();
                let fault = fault(Rule::EventOrder, OUT_OF_ORDER).also(before, "this one comes later");
                fault.help("move it up to where its date belongs")
            }
            ToolViolation::EventCannotFollow { status, .. } if !self.has_gaps => {
                let fault = fault(Rule::EventCannotFollow, &format!("cannot happen to a tool that is {status}"));
                fault.help("see whether an event before it is missing, or leave it out")
            }
            ToolViolation::NotYetInactive { .. } => {
                let fault = Fault::new(Rule::NotYetInactive, span.clone(), NOT_YET_INACTIVE);
                fault.help("leave the event out: the tool is active")
            }
            _ => return None,
        })
    }
}

const ONE_IS_WRONG: &str = "one of the two dates is wrong; or check the facts again";

fn repeated(rule: Rule, spans: &[Span], first: usize, second: usize, what: &impl std::fmt::Display) -> Fault {
    let at = |index: usize| spans.get(index).cloned().unwrap_or_default();
    let fault = Fault::new(rule, at(second), format!("`{}` is listed twice", shorten(&what.to_string())));
    fault.help("leave one of them out").also(at(first), "listed first here")
}
