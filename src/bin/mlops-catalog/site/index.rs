//! `index.html`: the shell of the page, with everything inline.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use mlops_catalog::Tool;

use super::evidence::sourced;
use super::number::{percent, plural};
use super::{Site, assets, data, plain};

const VIEWS: [(&str, &str); 7] = [
    ("lifespans", "Lifespans"),
    ("map", "Map"),
    ("table", "Table"),
    ("overlap", "Overlap"),
    ("evidence", "Evidence"),
    ("paper", "Paper"),
    ("changes", "Changes"),
];

pub const DOWNLOADS: [(&str, &str); 5] = [
    ("catalog.json", "JSON"),
    ("catalog.schema.json", "Schema of the JSON"),
    ("catalog.csv", "CSV"),
    ("catalog.md", "Markdown"),
    ("changes.atom", "Atom feed"),
];

pub fn page(site: &Site<'_>) -> Result<String, serde_json::Error> {
    let (script, styles) = (assets::script(), assets::styles());
    let policy = policy(Some(&script), &[&styles, assets::WITHOUT_SCRIPT]);
    let data = data::json(site)?;
    let summary = summary(site);
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (meta("The MLOps landscape", &policy))
                meta name="description" content=(format!("The MLOps landscape: {summary}."));
                link rel="alternate" type="application/atom+xml" title="Changes" href="changes.atom";
                style { (PreEscaped(&styles)) }
                noscript { style { (PreEscaped(assets::WITHOUT_SCRIPT)) } }
            }
            body {
                a class="skip" href="#view" { "Skip to the tools" }
                (header(&summary))
                (search())
                (main_part())
                noscript id="without" { (plain::landscape(site)) }
                (footer(site))
                script type="application/json" id="data" { (PreEscaped(&data)) }
                script { (PreEscaped(&script)) }
            }
        }
    };
    Ok(markup.into_string() + "\n")
}

/// What a document may do: use its own script and styles, and nothing from anywhere.
pub fn policy(script: Option<&str>, styles: &[&str]) -> String {
    let digests: Vec<String> = styles.iter().map(|text| assets::digest(text)).collect();
    let styles = if digests.is_empty() { "'none'".to_owned() } else { digests.join(" ") };
    let script = script.map_or_else(|| "'none'".to_owned(), assets::digest);
    format!(
        "default-src 'none'; script-src {script}; style-src {styles}; img-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

pub fn meta(title: &str, policy: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        title { (title) }
    }
}

/// What there is, in a line; every number is counted.
pub fn summary(site: &Site<'_>) -> String {
    let (sourced, facts) = sourced(site.catalog.tools());
    let tools = plural(site.catalog.len(), "tool", "tools");
    let categories = plural(site.catalog.categories().len(), "category", "categories");
    let years = || site.catalog.tools().filter_map(Tool::release_year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return format!("{tools} · {categories}") };
    format!("{tools} · {categories} · released {first}–{last} · {} of the facts with a source", percent(sourced, facts))
}

fn header(summary: &str) -> Markup {
    html! {
        header class="top" {
            h1 { "The MLOps landscape" }
            p { (summary) }
            div class="actions" {
                details class="menu" {
                    summary class="button" { "Download" }
                    ul { @for (file, name) in DOWNLOADS { li { a href=(file) { (name) } } } }
                }
                button type="button" class="button script" id="theme" aria-label="Light or dark" { span aria-hidden="true" { "◐" } }
            }
        }
    }
}

fn search() -> Markup {
    html! {
        div class="bar-search script" {
            div id="search" role="search" {
                label {
                    span class="unseen" { "Search, or a query" }
                    span aria-hidden="true" { "⌕" }
                    input id="query" type="search" autocomplete="off" spellcheck="false"
                        placeholder="a name, or category:feature-stores license:open-source released:2018..";
                    kbd aria-hidden="true" { "/" }
                }
                button type="button" class="button" id="filters" aria-expanded="false" aria-controls="facets" { "Filters" }
                output id="count" for="query" aria-live="polite" {}
            }
            p class="problem" id="problem" role="alert" hidden {}
        }
    }
}

fn main_part() -> Markup {
    html! {
        main class="script" {
            section class="timeline" aria-label="As of a year" {
                div class="now" {
                    p id="when" { small {} b {} span {} }
                    button type="button" class="button" id="play" { "▶ Play" }
                }
                div id="years" {
                    input type="range" id="year" step="1" aria-label="Show the landscape as of the end of this year";
                    svg preserveAspectRatio="none" aria-hidden="true" {
                        g id="area" {}
                        rect id="later" y="0" height="56" {}
                        path id="track" d="" {}
                        path id="past" d="" {}
                        path id="here" d="" {}
                        circle id="thumb" r="7" cy="56" {}
                    }
                }
            }
            div class="tabs" role="tablist" aria-label="View" {
                @for (id, name) in VIEWS {
                    button type="button" role="tab" id=(format!("tab-{id}")) data-view=(id) aria-controls="view" { (name) }
                }
            }
            div id="layout" {
                section id="facets" aria-label="Filters" {}
                div id="view" role="tabpanel" tabindex="-1" { div id="head" {} div id="body" {} }
                section id="panel" aria-label="Tool" hidden {}
            }
            p class="unseen" id="live" aria-live="polite" {}
        }
    }
}

fn footer(site: &Site<'_>) -> Markup {
    html! {
        footer {
            p {
                "Catalog " (site.catalog.version()) " (CC0-1.0), checked until " (site.today) ". Plots: "
                @for (i, name) in ["lifespans", "overlap", "errata", "evidence"].into_iter().enumerate() {
                    @if i > 0 { ", " }
                    a href=(format!("{name}.svg")) { (name) }
                }
                "."
                @if let Some(repository) = &site.repository { " " a href=(repository) rel="noreferrer" { "Repository" } "." }
            }
        }
    }
}
