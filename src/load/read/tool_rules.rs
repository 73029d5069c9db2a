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
            ToolViolation::EventOutOfOrder { .. } | ToolViolation::EventCannotFollow { .. } if self.has_gaps => {
                return None;
            }
            ToolViolation::RepeatedCategory { at, first, category } => {
                repeated(Rule::RepeatedCategory, self.categories, *first, *at, category)
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
            ToolViolation::RepeatedFormerId { at: id, first } => {
                let former = self.tool.former_ids.get(*id)?;
                match first {
                    Some(first) => repeated(Rule::RepeatedFormerId, self.former_ids, *first, *id, former),
                    None => Fault::new(
                        Rule::RepeatedFormerId,
                        self.former_ids.get(*id)?.clone(),
                        format!("`{former}` is the tool's id"),
                    )
                    .help("leave it out"),
                }
            }
            ToolViolation::OwnSuccessor => {
                at(Rule::OwnSuccessor, &self.successor, "write the id of the tool that took its place, or leave it out")
            }
            ToolViolation::CheckedWithoutDay => at(Rule::BadDate, &self.checked, "write the day as YYYY-MM-DD"),
            ToolViolation::ReleasedAfterChecked => {
                at(Rule::AfterChecked, &self.released, "one of the two dates is wrong; or check the facts again")
            }
            ToolViolation::EventAfterChecked { at } => {
                let help = "one of the two dates is wrong; or check the facts again";
                self.event(Rule::AfterChecked, *at, AFTER_CHECKED)?.help(help)
            }
            ToolViolation::EventOutOfOrder { at } => {
                let fault = self.event(Rule::EventOrder, *at, OUT_OF_ORDER)?;
                let before = self.events.get(at.checked_sub(1)?)?.clone();
                fault.help("move it up to where its date belongs").also(before, "this one comes later")
            }
            ToolViolation::EventCannotFollow { at, status, .. } => {
                let what = format!("cannot happen to a tool that is {status}");
                let help = "see whether an event before it is missing, or leave it out";
                self.event(Rule::EventCannotFollow, *at, &what)?.help(help)
            }
            ToolViolation::NotYetInactive { at: event } => {
                let fault = Fault::new(Rule::NotYetInactive, self.events.get(*event)?.clone(), NOT_YET_INACTIVE);
                fault.help("leave the event out: the tool is active")
            }
        })
    }

    /// What is wrong with an event, which is named: those that cannot be read are not counted.
    fn event(&self, rule: Rule, at: usize, what: &str) -> Option<Fault> {
        let event = self.tool.history().get(at)?.change().kind();
        Some(Fault::new(rule, self.events.get(at)?.clone(), format!("the event `{event}` {what}")))
    }
}

fn repeated(rule: Rule, spans: &[Span], first: usize, second: usize, what: &impl std::fmt::Display) -> Fault {
    let at = |index: usize| spans.get(index).cloned().unwrap_or_default();
    let fault = Fault::new(rule, at(second), format!("`{}` is listed twice", shorten(&what.to_string())));
    fault.help("leave one of them out").also(at(first), "listed first here")
}
