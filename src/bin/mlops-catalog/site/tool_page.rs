//! `tools/ID.html`: everything that is known of a tool, without script.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use mlops_catalog::Tool;
use mlops_catalog::model::{Fact, Source};
use serde_json::json;

use super::plots::small_life;
use super::{Site, assets, data, index, words};

pub fn page(site: &Site<'_>, tool: &Tool) -> Result<String, serde_json::Error> {
    let styles = assets::styles();
    let linked_data = data::embeddable(&serde_json::to_string(&linked_data(site, tool))?);
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (index::meta(&format!("{}: the MLOps landscape", tool.name()), &index::policy(None, &[&styles])))
                @if let Some(description) = tool.description() { meta name="description" content=(description); }
                style { (PreEscaped(&styles)) }
                script type="application/ld+json" { (PreEscaped(&linked_data)) }
            }
            body class="tool" {
                header class="top" { p { a href="../index.html" { "The MLOps landscape" } } }
                main {
                    h1 { (tool.name()) }
                    @if let Some(description) = tool.description() { p { (description) } }
                    @match small_life(tool, site.axis(), 640.0) {
                        Some(life) => (life),
                        None => p class="muted" { "First release not known." },
                    }
                    (facts(site, tool))
                    (history(tool))
                    (errata(site, tool))
                    (alternatives(site, tool))
                    (links(site, tool))
                }
                footer { p { "Catalog " (site.catalog.version()) " (CC0-1.0)." } }
            }
        }
    };
    Ok(markup.into_string() + "\n")
}

/// The page of an id that the tool had before.
pub fn leading_to(tool: &Tool) -> String {
    let page = format!("{}.html", tool.id());
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (index::meta(&format!("{}: the MLOps landscape", tool.name()), &index::policy(None, &[])))
                meta http-equiv="refresh" content=(format!("0; url={page}"));
                link rel="canonical" href=(page);
            }
            body { main { h1 { a href=(page) { (tool.name()) } } } }
        }
    };
    markup.into_string() + "\n"
}

fn facts(site: &Site<'_>, tool: &Tool) -> Markup {
    let titles = tool.categories().iter().map(|category| (category, site.catalog.title(*category)));
    html! {
        dl {
            dt { "License" }
            dd {
                span class="chip" { span class=(format!("swatch {}", tool.license_type())) {} (words::license(tool.license())) }
                " " (source(tool.source(Fact::License)))
            }
            dt { "Released" }
            dd {
                @if let Some(release) = tool.release() {
                    (release.date()) ", " (words::release(release.event())) " " (source(release.source()))
                } @else { "not known" }
            }
            dt { "Status" } dd { (tool.status()) }
            dt { "Owner" }
            dd {
                (tool.vendor().unwrap_or("not known"))
                @if let Some(vendor) = tool.source(Fact::Vendor) { " " (source(Some(vendor))) }
            }
            dt { "Categories" }
            dd {
                @for (i, (category, title)) in titles.enumerate() {
                    @if i > 0 { ", " }
                    a href=(format!("../index.html#category:{category}")) { (title) }
                }
            }
            @if let Some(successor) = tool.successor() {
                dt { "Successor" }
                dd { (tool_link(site, successor.as_str())) " " (source(tool.source(Fact::Successor))) }
            }
            @if tool.aliases().len() > 0 { dt { "Also called" } dd { (itertools::join(tool.aliases(), ", ")) } }
        }
    }
}

fn tool_link(site: &Site<'_>, id: &str) -> Markup {
    let name = site.catalog.get(id).map_or(id, Tool::name);
    html! { a href=(format!("{id}.html")) { (name) } }
}

fn source(source: Option<&Source>) -> Markup {
    html! {
        @match source {
            None => span class="missing" { "no source" },
            Some(source) => @match words::address(source) {
                Some(address) => a class="source" href=(address) rel="noreferrer" { (words::host(address)) },
                None => span class="source" { "“" (source.as_str()) "”" },
            },
        }
    }
}

fn history(tool: &Tool) -> Markup {
    html! {
        @if !tool.history().is_empty() {
            h2 { "History" }
            ol class="history" {
                @for event in tool.history() {
                    li {
                        @match event.date() { Some(date) => time { (date) }, None => span class="muted" { "undated" } }
                        " " (words::event(tool, event)) " " (source(event.source()))
                    }
                }
            }
        }
    }
}

fn errata(site: &Site<'_>, tool: &Tool) -> Markup {
    let errata: Vec<_> = site.errata().into_iter().filter(|erratum| erratum.tool() == tool.id()).collect();
    html! {
        @if !errata.is_empty() {
            h2 { "In the survey paper" }
            dl {
                @for erratum in &errata {
                    @let mismatch = erratum.mismatch();
                    dt { "Table " (erratum.table()) ", row " (erratum.row()) }
                    dd { (mismatch.fact()) ": printed " s { (mismatch.printed()) } ", in truth " (mismatch.truth()) }
                }
            }
        }
    }
}

fn alternatives(site: &Site<'_>, tool: &Tool) -> Markup {
    let others = site.catalog.alternatives(tool);
    html! {
        @if !others.is_empty() {
            h2 { "Instead, open source and active" }
            p class="instead" {
                @for (i, other) in others.iter().enumerate() { @if i > 0 { ", " } (tool_link(site, other.id().as_str())) }
            }
        }
    }
}

fn links(site: &Site<'_>, tool: &Tool) -> Markup {
    let home = tool.homepage().map(|address| ("Site", address.to_string()));
    let repository = tool.repository().map(|address| ("Repository", address.to_string()));
    let correction = site.correction(tool).map(|address| ("Correct this", address));
    html! {
        p class="links" {
            a href=(format!("../index.html#tool:{}", tool.id())) { "In the landscape" }
            @for (name, address) in [home, repository, correction].into_iter().flatten() {
                " · " a href=(address) rel="noreferrer" { (name) }
            }
            @if let Some(checked) = tool.checked() { " · checked " (checked) }
        }
    }
}

/// The tool in the vocabulary of schema.org.
fn linked_data(site: &Site<'_>, tool: &Tool) -> serde_json::Value {
    let kind = if tool.repository().is_some() { "SoftwareSourceCode" } else { "SoftwareApplication" };
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": tool.name(),
        "identifier": tool.id(),
        "keywords": tool.categories().iter().map(|category| site.catalog.title(*category)).collect::<Vec<_>>(),
    });
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            data[key] = value.into();
        }
    };
    add("description", tool.description().map(str::to_owned));
    add("url", tool.homepage().map(ToString::to_string));
    add(
        if kind == "SoftwareSourceCode" { "codeRepository" } else { "sameAs" },
        tool.repository().map(ToString::to_string),
    );
    add("license", tool.license().spdx().map(ToString::to_string));
    add("datePublished", tool.release_date().map(|date| date.to_string()));
    if let Some(vendor) = tool.vendor() {
        data["publisher"] = json!({ "@type": "Organization", "name": vendor });
    }
    if tool.aliases().len() > 0 {
        data["alternateName"] = tool.aliases().collect();
    }
    data
}
