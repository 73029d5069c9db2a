//! The rules of one tool that its file breaks, each at its place.

use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;
use crate::model::{Tool, ToolViolation, shorten};

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
    pub(crate) successor: Span,
}

impl Places<'_> {
    /// The broken rule at its place, with what to do about it.
    pub(crate) fn fault(&self, violation: &ToolViolation) -> Option<Fault> {
        let at = |rule, span: &Span, help: &str| Fault::new(rule, span.clone(), violation.to_string()).help(help);
        Some(match violation {
            // Texts, licenses and the list of categories are checked as they are read; what is left here follows from that.
            ToolViolation::NotALine { .. } | ToolViolation::NoCategory | ToolViolation::License { .. } => return None,
            ToolViolation::EventOutOfOrder { .. } | ToolViolation::EventCannotFollow { .. } if self.has_gaps => {
                return None;
            }
            ToolViolation::RepeatedCategory { at, first } => {
                repeated(Rule::RepeatedCategory, self.categories, *first, *at, &self.tool.categories()[*at])
            }
            ToolViolation::RepeatedAlias { at, first } => {
                let (before, alias) = (*self.names.get(*first)?, *self.names.get(*at)?);
                let fault = repeated(Rule::RepeatedAlias, self.aliases, *first, *at, &alias);
                if before == alias {
                    return Some(fault);
                }
                let message = format!("`{}` and `{}` are one name", shorten(alias), shorten(before));
                Fault {
                    message,
                    ..fault.help("leave one of them out: case, accents, spaces and punctuation are ignored")
                }
            }
            ToolViolation::RepeatedFormerId { at: id } => {
                at(Rule::RepeatedFormerId, self.former_ids.get(*id)?, "leave it out")
            }
            ToolViolation::OwnSuccessor => {
                at(Rule::OwnSuccessor, &self.successor, "write the id of the tool that took its place, or leave it out")
            }
            ToolViolation::ReleasedAfterChecked => {
                at(Rule::AfterChecked, &self.released, "one of the two dates is wrong; or check the facts again")
            }
            ToolViolation::EventAfterChecked { at: event } => at(
                Rule::AfterChecked,
                self.events.get(*event)?,
                "one of the two dates is wrong; or check the facts again",
            ),
            ToolViolation::EventOutOfOrder { at: event } => {
                let fault = at(Rule::EventOrder, self.events.get(*event)?, "move it up to where its date belongs");
                fault.also(self.events.get(event.checked_sub(1)?)?.clone(), "this one comes later")
            }
            ToolViolation::EventCannotFollow { at: event, .. } => {
                let help = "see whether an event before it is missing, or leave it out";
                at(Rule::EventCannotFollow, self.events.get(*event)?, help)
            }
            ToolViolation::NotYetInactive { at: event } => {
                at(Rule::NotYetInactive, self.events.get(*event)?, "leave the event out: the tool is active")
            }
        })
    }
}

fn repeated(rule: Rule, spans: &[Span], first: usize, second: usize, what: &impl std::fmt::Display) -> Fault {
    let at = |index: usize| spans.get(index).cloned().unwrap_or_default();
    let fault = Fault::new(rule, at(second), format!("`{}` is listed twice", shorten(&what.to_string())));
    fault.help("leave one of them out").also(at(first), "listed first here")
}
