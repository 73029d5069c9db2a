//! The whole landscape as HTML, for readers without script.

use maud::{Markup, html};
use mlops_catalog::{Category, Tool};

use super::number::grouped;
use super::{Site, layout, words};

pub fn landscape(site: &Site<'_>) -> Markup {
    html! {
        div id="plain" {
            img src="lifespans.svg" alt="Lifespans of the tools by category, the color is the license at that time" width="1280" height="680";
            h2 { "The tools by category" }
            @if site.catalog.is_empty() { p { "This catalog has no tool." } }
            @for category in layout::by_stage(site.catalog) {
                @let tools = of(site, category);
                @if !tools.is_empty() {
                    details {
                        summary { b { (site.catalog.title(category)) } " " span { (grouped(tools.len())) } }
                        (table(&tools))
                    }
                }
            }
        }
    }
}

/// The tools whose first category it is, by name.
fn of<'c>(site: &Site<'c>, category: Category) -> Vec<&'c Tool> {
    let mut tools: Vec<&Tool> = site.catalog.tools().filter(|tool| tool.primary_category() == category).collect();
    tools.sort_by_key(|tool| tool.name().to_lowercase());
    tools
}

fn table(tools: &[&Tool]) -> Markup {
    html! {
        table {
            thead {
                tr { @for title in ["Name", "License", "Released", "Status", "What it does"] { th scope="col" { (title) } } }
            }
            tbody {
                @for tool in tools {
                    tr {
                        th scope="row" { a href=(format!("tools/{}.html", tool.id())) { (tool.name()) } }
                        td { (words::license(tool.license())) }
                        td { @if let Some(date) = tool.release_date() { (date) } @else { "not known" } }
                        td { (tool.status()) }
                        td { (tool.description().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}
