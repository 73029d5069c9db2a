//! Evidence that could be better: sources that move, events without a date, owners of before.

use super::findings::Findings;
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::tool::{EventFile, ToolFile};
use crate::load::yaml::field::Field;
use crate::model::{Change, Tool, fold};

/// Reports evidence that could be better; `events` are the places of the tool's events.
pub(super) fn evidence(tool: &Tool, written: &ToolFile, events: &[Span], findings: &mut Findings<'_>) {
    weak_sources(written, findings);
    // What cannot be read is an error, not a date or an owner that is missing.
    if findings.is_clean() {
        undated(tool, events, findings);
        vendor(tool, written, findings);
    }
}

/// The sources of a file, those of events last.
pub(super) fn sources(written: &ToolFile) -> impl Iterator<Item = &Field<String>> {
    let nested = [
        written.released.value().map(|released| &released.source),
        written.license.value().map(|license| &license.source),
    ];
    let facts = written.sources.value().into_iter().flat_map(|sources| sources.all().map(|(_, source)| source));
    let events = Findings::items(&written.history).map(|(EventFile { source, .. }, _)| source);
    nested.into_iter().flatten().chain(facts).chain(events)
}

fn weak_sources(written: &ToolFile, findings: &mut Findings<'_>) {
    for (address, span) in sources(written).filter_map(Field::given) {
        if let Some((message, help)) = weakness(address) {
            findings.error(Rule::WeakSource, span, message, help);
        }
    }
}

/// Why a page of a forge shows something else soon, and what to write instead.
fn weakness(address: &str) -> Option<(&'static str, &'static str)> {
    const FORGES: [&str; 4] = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"];
    const BRANCHES: [&str; 7] = ["HEAD", "main", "master", "develop", "dev", "trunk", "gh-pages"];
    let (host, path) = address.strip_prefix("https://")?.split_once('/')?;
    if !FORGES.contains(&host.strip_prefix("www.").unwrap_or(host)) {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != "-").collect();
    // Codeberg and Bitbucket have a word more, or none.
    parts.retain(|part| *part != "branch");
    match parts.as_slice() {
        [] | [_] => Some((
            "the page of an organization shows no fact that stays",
            "name a commit, a tag, a file or an announcement",
        )),
        [_, _, page, rest @ ..] => match (*page, rest) {
            ("blob" | "tree" | "raw" | "src" | "blame", [branch, ..]) if BRANCHES.contains(branch) => Some((
                "the page changes as soon as somebody commits",
                "name the same file at a commit, which GitHub's key `y` does",
            )),
            ("commits", rest) if !is_commit_of_bitbucket(host, rest) => {
                Some(("a list of commits begins with the newest one", "name the commit that shows the fact"))
            }
            _ => None,
        },
        _ => None,
    }
}

/// `bitbucket.org/owner/name/commits/<commit>` is one commit.
fn is_commit_of_bitbucket(host: &str, rest: &[&str]) -> bool {
    let is_commit = |name: &&str| name.len() >= 7 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    host == "bitbucket.org" && matches!(rest, [name] if is_commit(name))
}

fn undated(tool: &Tool, events: &[Span], findings: &mut Findings<'_>) {
    for (event, span) in tool.history().iter().zip(events) {
        let has_a_day = matches!(
            event.change(),
            Change::Acquired { .. } | Change::Archived | Change::Discontinued | Change::Donated { .. }
        );
        if has_a_day && event.date().is_none() {
            let kind = event.change().kind();
            let message = format!("the event `{kind}` has no date");
            findings.error(Rule::UndatedEvent, span.clone(), message, "add `date: …`, the year at least");
        }
    }
}

/// The vendor is the last buyer or foundation.
fn vendor(tool: &Tool, written: &ToolFile, findings: &mut Findings<'_>) {
    let owner = tool.history().iter().rev().find_map(|event| match event.change() {
        Change::Acquired { by: owner } | Change::Donated { to: owner } => Some(owner),
        _ => None,
    });
    let (Some(vendor), Some(owner), Some(span)) = (tool.vendor(), owner, written.vendor.span()) else { return };
    let (is, of) = (fold(vendor), fold(owner));
    // `LF AI & Data` and `LF AI & Data Foundation` are one.
    if !is.starts_with(&of) && !of.starts_with(&is) {
        let message = format!("the vendor is `{vendor}`, the history ends with `{owner}`");
        findings.error(Rule::FormerVendor, span, message, format!("write `{owner}`, or add what happened since"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_move_are_told_from_those_that_stay() {
        for (address, moves) in [
            ("https://github.com/a", true),
            ("https://github.com/a/", true),
            ("https://www.github.com/a", true),
            ("https://github.com/a/b", false),
            ("https://github.com/a/b/blob/HEAD/LICENSE", true),
            ("https://github.com/a/b/blob/main/docs/main.md", true),
            ("https://github.com/a/b/tree/master", true),
            ("https://github.com/a/b/blob/4f5c513e/main/LICENSE", false),
            ("https://github.com/a/b/blob/v1.0/LICENSE", false),
            ("https://github.com/a/b/commits", true),
            ("https://github.com/a/b/commits/main?author=c", true),
            ("https://github.com/a/b/commit/4f5c513e", false),
            ("https://gitlab.com/a/b/-/blob/main/LICENSE", true),
            ("https://gitlab.com/a/b/-/commits/main", true),
            ("https://codeberg.org/a/b/src/branch/main/LICENSE", true),
            ("https://bitbucket.org/a/b/commits/4f5c513e", false),
            ("https://bitbucket.org/a/b/commits/4f5c513", false),
            ("https://bitbucket.org/a/b/commits/4f5c51", true),
            ("https://bitbucket.org/a/b/commits/branch", true),
            ("https://github.com/a/b/commits/4f5c513e", true),
            ("https://bitbucket.org/a/b/commits", true),
            ("https://example.org/a", false),
            ("The Boston Globe, 2022-07-13", false),
        ] {
            assert_eq!(weakness(address).is_some(), moves, "{address}");
        }
    }
}
