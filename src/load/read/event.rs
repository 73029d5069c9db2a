//! Histories as written.

use super::license::license;
use super::report::Report;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{EventFile, FormerFile};
use crate::load::yaml::field::Field;
use crate::model::{Change, ChangeKind, Date, Event};

/// The events that can be read, and where they stand.
pub(crate) fn history(
    written: &Field<Vec<Field<EventFile>>>,
    checked: Option<Date>,
    report: &mut Report<'_>,
) -> (Vec<Event>, Vec<Span>) {
    let event = |(written, span)| event(written, span, checked, report);
    Report::items(written).filter_map(event).unzip()
}

fn event(written: &EventFile, span: Span, checked: Option<Date>, report: &mut Report<'_>) -> Option<(Event, Span)> {
    let date = report.date(written.date.given());
    let source = report.source(&written.source);
    let word = report.required(&written.event, "event", span.clone());
    let kind: ChangeKind = report.parse(word, Rule::UnknownEvent)?;
    let change = change(written, kind, &span, report)?;
    if change == Change::Inactive && !long_enough(date, checked) {
        let wrong = "the last commit is less than 24 months before `checked`; leave the event out, the tool is active";
        report.error(Rule::NotYetInactive, written.date.span().unwrap_or(span.clone()), &wrong);
    }
    Some((Event { date, change, source }, written.event.span().unwrap_or(span)))
}

/// Whether no commit in that time can be called inactive; dates that are not known to the day have the doubt.
fn long_enough(last_commit: Option<Date>, checked: Option<Date>) -> bool {
    const MONTHS: u16 = 24;
    let latest = checked.and_then(|checked| checked.months_earlier(MONTHS));
    last_commit.zip(latest).is_none_or(|(date, latest)| !date.is_after(latest))
}

/// What an event of that kind changed, from the fields that belong to it.
fn change(written: &EventFile, kind: ChangeKind, span: &Span, report: &mut Report<'_>) -> Option<Change> {
    refuse_others(written, kind, report);
    let mut party = |field: &Field<String>, name| {
        let given = report.required(field, name, span.clone());
        report.line(given)
    };
    Some(match kind {
        ChangeKind::Acquired => Change::Acquired { by: party(&written.by, "by")?.into() },
        ChangeKind::Donated => Change::Donated { to: party(&written.to, "to")?.into() },
        ChangeKind::Renamed | ChangeKind::Relicensed => {
            let (former, at) = report.required(&written.from, "from", span.clone())?;
            former_change(former, kind, at, report)?
        }
        ChangeKind::Inactive => Change::Inactive,
        ChangeKind::Archived => Change::Archived,
        ChangeKind::Discontinued => Change::Discontinued,
        ChangeKind::Revived => Change::Revived,
        ChangeKind::ClosedToNewCustomers => Change::ClosedToNewCustomers,
    })
}

fn former_change(former: &FormerFile, kind: ChangeKind, at: Span, report: &mut Report<'_>) -> Option<Change> {
    let expected = match (former, kind) {
        (FormerFile::Name(name), ChangeKind::Renamed) => {
            return Some(Change::Renamed { from: report.line(Some((name, at)))?.into() });
        }
        (FormerFile::License(was), ChangeKind::Relicensed) => {
            return Some(Change::Relicensed { from: license(report, &was.kind, &was.spdx, at)? });
        }
        (_, ChangeKind::Renamed) => "write the name until then",
        _ => "write the licence until then, such as {type: open-source, spdx: MIT}",
    };
    report.error(Rule::EventFields, at, &format!("`from` is not what the event `{kind}` changed; {expected}"));
    None
}

fn refuse_others(written: &EventFile, kind: ChangeKind, report: &mut Report<'_>) {
    for (name, at) in [("by", written.by.span()), ("from", written.from.span()), ("to", written.to.span())] {
        if let Some(at) = at.filter(|_| kind.field() != Some(name)) {
            let wrong = format!("`{name}` does not belong to the event `{kind}`; leave it out");
            report.error(Rule::EventFields, at, &wrong);
        }
    }
}
