//! Histories as written.

use super::findings::Findings;
use super::license::license;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{EventFile, FormerFile};
use crate::load::yaml::field::Field;
use crate::model::{Change, ChangeKind, Event};

/// The events that can be read, and where they stand.
#[derive(Default)]
pub(crate) struct History {
    pub(crate) events: Vec<Event>,
    pub(crate) spans: Vec<Span>,
    /// Whether an event or its date cannot be read: then nothing is known of the order of events.
    pub(crate) has_gaps: bool,
}

pub(crate) fn history(written: &Field<Vec<Field<EventFile>>>, findings: &mut Findings<'_>) -> History {
    let mut history = History::default();
    for item in written.value().into_iter().flatten() {
        let Some((event, span)) = item.given().and_then(|(written, span)| event(written, span, findings)) else {
            history.has_gaps = true;
            continue;
        };
        let is_dated = item.value().is_some_and(|written| !matches!(written.date, Field::Absent));
        history.has_gaps |= is_dated && event.date.is_none();
        history.events.push(event);
        history.spans.push(span);
    }
    history
}

fn event(written: &EventFile, span: Span, findings: &mut Findings<'_>) -> Option<(Event, Span)> {
    let date = findings.date(written.date.given());
    let source = findings.source(&written.source);
    let word = findings.required(&written.event, "event", span.clone());
    let kind: ChangeKind = findings.parse(word, Rule::UnknownEvent)?;
    let change = change(written, kind, &span, findings)?;
    Some((Event { date, change, source }, written.event.span().unwrap_or(span)))
}

/// What an event of that kind changed, from the fields that belong to it.
fn change(written: &EventFile, kind: ChangeKind, span: &Span, findings: &mut Findings<'_>) -> Option<Change> {
    refuse_others(written, kind, findings);
    let mut party = |field: &Field<String>, name| {
        let given = findings.required(field, name, span.clone());
        findings.line(given)
    };
    Some(match kind {
        ChangeKind::Acquired => Change::Acquired { by: party(&written.by, "by")?.into() },
        ChangeKind::Donated => Change::Donated { to: party(&written.to, "to")?.into() },
        ChangeKind::Renamed | ChangeKind::Relicensed => {
            if matches!(written.from, Field::Absent) {
                let help = match kind {
                    ChangeKind::Renamed => "add the name until then, such as `from: Old Name`",
                    _ => "add the license until then, such as `from: {type: open-source, spdx: Apache-2.0}`",
                };
                findings.error(Rule::MissingField, span.clone(), "the field `from` is missing", help);
            }
            let (former, at) = written.from.given()?;
            former_change(former, kind, at, findings)?
        }
        ChangeKind::Inactive => Change::Inactive,
        ChangeKind::Archived => Change::Archived,
        ChangeKind::Discontinued => Change::Discontinued,
        ChangeKind::Revived => Change::Revived,
        ChangeKind::ClosedToNewCustomers => Change::ClosedToNewCustomers,
    })
}

fn former_change(former: &FormerFile, kind: ChangeKind, at: Span, findings: &mut Findings<'_>) -> Option<Change> {
    let expected = match (former, kind) {
        (FormerFile::Name(name), ChangeKind::Renamed) => {
            return Some(Change::Renamed { from: findings.line(Some((name, at)))?.into() });
        }
        (FormerFile::License(was), ChangeKind::Relicensed) => {
            return Some(Change::Relicensed { from: license(findings, &was.kind, &was.spdx, at)? });
        }
        (_, ChangeKind::Renamed) => ("name", "write the name until then"),
        _ => ("license", "write the license until then, such as {type: open-source, spdx: MIT}"),
    };
    let (what, help) = expected;
    findings.error(Rule::EventFields, at, format!("`{kind}` needs the previous {what} in `from`"), help);
    None
}

fn refuse_others(written: &EventFile, kind: ChangeKind, findings: &mut Findings<'_>) {
    for (name, at) in [("by", written.by.span()), ("from", written.from.span()), ("to", written.to.span())] {
        if let Some(at) = at.filter(|_| kind.field() != Some(name)) {
            let message = format!("`{name}` does not belong to the event `{kind}`");
            findings.error(Rule::EventFields, at, message, "leave it out");
        }
    }
}
