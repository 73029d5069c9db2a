//! What could be better about a tool that is not wrong.

use super::evidence::{evidence, sources};
use super::findings::Findings;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{FormerFile, ToolFile};
use crate::load::yaml::field::Field;
use crate::model::{Claim, Fact, Tool, shorten};

/// The longest description, in characters.
const LONGEST: usize = 120;

/// After how many months facts are stale.
const MONTHS: u16 = 24;

/// Reports what could be better about a tool; `events` are the places of its events.
pub(crate) fn warnings(tool: &Tool, written: &ToolFile, events: &[Span], findings: &mut Findings<'_>) {
    description(&written.description, findings);
    checked(tool, written, findings);
    aliases(tool, written, findings);
    unsourced(tool, written, events, findings);
    tracking(written, findings);
    evidence(tool, written, events, findings);
    before_release(tool, events, findings);
    placeholders(written, findings);
    skeleton_comments(findings);
}

fn description(written: &Field<String>, findings: &mut Findings<'_>) {
    let Some((text, span)) = written.given() else { return };
    let length = text.chars().count();
    if length > LONGEST {
        let message = format!("the description has {length} characters");
        findings.error(Rule::LongDescription, span, message, format!("say it in at most {LONGEST}"));
    }
}

fn checked(tool: &Tool, written: &ToolFile, findings: &mut Findings<'_>) {
    let (Some(checked), Some(span)) = (tool.checked(), written.checked.span()) else { return };
    if findings.today.months_earlier(MONTHS).is_some_and(|oldest| oldest.is_after(checked)) {
        let message = format!("the facts were checked more than {MONTHS} months ago");
        findings.error(Rule::Stale, span, message, "check them and write today's date");
    }
}

fn aliases(tool: &Tool, written: &ToolFile, findings: &mut Findings<'_>) {
    for (alias, span) in Findings::items(&written.aliases) {
        if alias.to_lowercase() == tool.name().to_lowercase() {
            findings.error(Rule::AliasCase, span, "the alias differs from the name in case alone", "leave it out");
        }
    }
}

fn unsourced(tool: &Tool, written: &ToolFile, events: &[Span], findings: &mut Findings<'_>) {
    // A source that cannot be read is an error, not a fact without one.
    if !findings.is_clean() {
        return;
    }
    let mut events = events.iter();
    for (claim, source) in tool.claims() {
        let span = match claim {
            Claim::Event(_) => events.next().cloned(),
            Claim::Fact(Fact::Released) => written.released.value().and_then(|released| released.date.span()),
            Claim::Fact(Fact::Successor) => written.successor.span(),
            Claim::Fact(_) => written.license.value().and_then(|license| license.kind.span()),
        };
        if let (None, Some(span)) = (source, span) {
            findings.error(Rule::Unsourced, span, format!("{claim} has no source"), help(&claim));
        }
    }
}

fn help(claim: &Claim<'_>) -> &'static str {
    match claim {
        Claim::Fact(Fact::Successor) => "add `sources: {successor: …}` if you know a page that shows it",
        _ => "add `source: …` beside it if you know a page that shows it",
    }
}

fn tracking(written: &ToolFile, findings: &mut Findings<'_>) {
    let addresses = [&written.homepage, &written.repository].into_iter();
    for field in addresses.chain(sources(written)) {
        let Some((address, span)) = field.given() else { continue };
        if let Some(parameter) = tracking_parameter(address) {
            let message = format!("the address has the tracking parameter `{parameter}`");
            findings.error(Rule::TrackingParameters, span, message, "leave it out");
        }
    }
}

fn before_release(tool: &Tool, events: &[Span], findings: &mut Findings<'_>) {
    let Some(release) = tool.release_date() else { return };
    for (event, span) in tool.history().iter().zip(events) {
        if let Some(date) = event.date().filter(|date| release.is_after(*date)) {
            let message = format!("{date} is before the first release, {release}");
            findings.error(Rule::BeforeRelease, span.clone(), message, "see whether one of the two dates is wrong");
        }
    }
}

/// What people write where they do not know what to write.
const PLACEHOLDERS: [&str; 18] = [
    "todo", "to do", "tbd", "tba", "tbc", "fixme", "n/a", "n.a.", "na", "none", "no", "nil", "unknown", "-", "--", "?",
    "...", "xxx",
];

fn placeholders(written: &ToolFile, findings: &mut Findings<'_>) {
    let events = Findings::items(&written.history).flat_map(|(event, _)| [&event.by, &event.to]);
    let fields = [&written.name, &written.description, &written.vendor].into_iter().chain(events);
    let former = Findings::items(&written.history).filter_map(|(event, _)| match event.from.given() {
        Some((FormerFile::Name(name), span)) => Some((name, span)),
        _ => None,
    });
    for (text, span) in fields.filter_map(Field::given).chain(Findings::items(&written.aliases)).chain(former) {
        let lower = text.to_lowercase();
        let begins = ["todo:", "fixme:", "tbd:"].iter().any(|start| lower.starts_with(start));
        if begins || PLACEHOLDERS.contains(&lower.trim_end_matches('!')) {
            let message = format!("`{}` says nothing", shorten(text));
            findings.error(
                Rule::Placeholder,
                span,
                message,
                "write what is true, or leave it out where it is not required",
            );
        }
    }
}

/// Reports the comments that a skeleton of a new file has for whoever fills it in.
fn skeleton_comments(findings: &mut Findings<'_>) {
    let mut start = 0;
    let mut first = None;
    let mut count = 0;
    for line in findings.file.text().split_inclusive('\n') {
        let comment = line.trim();
        if is_of_skeleton(comment) {
            let at = start + line.len() - line.trim_start().len();
            first.get_or_insert(at..at + comment.len());
            count += 1;
        }
        start += line.len();
    }
    if let Some(at) = first {
        let message =
            format!("comments of the skeleton are left in: {count} line{}", if count == 1 { "" } else { "s" });
        findings.error(Rule::SkeletonComment, at, message, "delete all comments but the first line");
    }
}

/// `#spdx:` and `#  by:`, the instructions, and what ends with an example.
fn is_of_skeleton(line: &str) -> bool {
    let Some(comment) = line.strip_prefix('#') else { return false };
    let field = ["- ", "  "].iter().find_map(|mark| comment.strip_prefix(mark)).unwrap_or(comment).strip_suffix(':');
    let is_field =
        field.is_some_and(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    is_field || comment.contains(" Example: ") || comment.starts_with(" Fill in the fields that have no value.")
}

/// Parameters that tell where a reader came from; those that begin with `utm_` do, too.
const NAMES: [&str; 9] = ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "twclid"];

/// A parameter of an address that tells the page where its reader came from.
fn tracking_parameter(address: &str) -> Option<&str> {
    let (_, query) = address.split_once('?')?;
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let names = query.split('&').map(|parameter| parameter.split_once('=').map_or(parameter, |(name, _)| name));
    names.filter(|name| !name.contains(char::is_whitespace)).find(|name| {
        let name = name.to_ascii_lowercase();
        name.starts_with("utm_") || NAMES.contains(&name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_the_skeleton_are_told_from_others() {
        for line in [
            "#spdx:",
            "#  by:",
            "#- event:",
            "#former-ids:",
            "# Fill in the fields that have no value. Then",
            "# As in. Example: a",
        ] {
            assert!(is_of_skeleton(line), "{line}");
        }
        for line in
            ["", "spdx:", "#", "#:", "# See:", "#See:", "# see also:", "#spdx", "#a1:", "#Example: a", "# Fill in:"]
        {
            assert!(!is_of_skeleton(line), "{line}");
        }
    }

    #[test]
    fn tracking_parameters_are_those_of_the_query() {
        for (address, found) in [
            ("https://example.org/?utm_source=x", Some("utm_source")),
            ("https://example.org/?page=2&GCLID=x#top", Some("GCLID")),
            ("https://example.org/?page=2&utm_medium", Some("utm_medium")),
            ("https://example.org/?source=utm_source", None),
            ("https://example.org/utm_source=x", None),
            ("https://example.org/?a=b#utm_source=x", None),
        ] {
            assert_eq!(tracking_parameter(address), found, "{address}");
        }
        for name in NAMES {
            assert_eq!(tracking_parameter(&format!("https://example.org/?a=b&{name}=x")), Some(name));
        }
    }
}
