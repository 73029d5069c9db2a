//! `changes.atom`: what happened, the latest first. Addresses of the site are relative: where it will be is not known.

use maud::{PreEscaped, html};
use mlops_catalog::model::Source;
use mlops_catalog::{Date, Tool};

use super::{Site, words};

/// Feeds hold what is new; everything is in the other files.
const LONGEST: usize = 200;

/// Something that happened on a known date.
struct Change<'c> {
    tool: &'c Tool,
    date: Date,
    /// What makes it one of its own among the changes of the tool: its kind, and how many of that kind were before.
    key: String,
    text: String,
    source: Option<&'c Source>,
}

pub fn atom(site: &Site<'_>) -> String {
    let mut changes: Vec<Change<'_>> = site.catalog.tools().flat_map(changes).collect();
    changes.sort_by_key(|change| {
        (std::cmp::Reverse(change.date.to_string()), change.tool.id().to_string(), change.key.clone())
    });
    changes.truncate(LONGEST);
    let updated = changes.first().map_or(site.today, |change| change.date);
    let markup = html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" {
            id { "urn:mlops-catalog:changes" }
            title { "The MLOps landscape: changes" }
            updated { (timestamp(updated)) }
            author { name { "mlops-catalog" } }
            link rel="alternate" href="index.html" {}
            rights { "CC0-1.0" }
            @for change in &changes {
                entry {
                    id { "urn:mlops-catalog:" (change.tool.id()) ":" (change.key) }
                    title { (change.tool.name()) " " (change.text) }
                    updated { (timestamp(change.date)) }
                    link rel="alternate" href={ "tools/" (change.tool.id()) ".html" } {}
                    @if let Some(address) = change.source.and_then(words::address) { link rel="related" href=(address) {} }
                    summary { (change.date) ": " (change.tool.name()) " " (change.text) ". " (change.tool.description().unwrap_or_default()) }
                }
            }
        }
    };
    html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")) (markup) "\n" }.into_string()
}

fn changes(tool: &Tool) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    if let Some(release) = tool.release() {
        let text = "first released".to_owned();
        changes.push(Change { tool, date: release.date(), key: "released".to_owned(), text, source: release.source() });
    }
    for (at, event) in tool.history().iter().enumerate() {
        let Some(date) = event.date() else { continue };
        let kind = event.change().kind();
        let before = tool.history()[..at].iter().filter(|other| other.change().kind() == kind).count();
        let key = format!("{kind}:{}", before + 1);
        changes.push(Change { tool, date, key, text: words::event(tool, event), source: event.source() });
    }
    changes
}

/// A date as a moment, at its beginning.
fn timestamp(date: Date) -> String {
    format!("{}-{:02}-{:02}T00:00:00Z", date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))
}
