//! The catalog for spreadsheets, and as a list in Markdown.

use mlops_catalog::{Catalog, Tool};

use super::{layout, words};
use crate::failure::Failure;
use crate::landscape::{Edition, Landscape};
use crate::output::{markdown, spreadsheet};

/// A row for each tool, as `list --format csv` has it.
pub fn csv(catalog: &Catalog) -> Result<String, Failure> {
    let landscape = Landscape::new(catalog.clone(), Edition::Living, None)?;
    let tools: Vec<&Tool> = catalog.tools().collect();
    let mut text = Vec::new();
    spreadsheet::tools(&tools, &landscape, &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// A list with links, by stage and category.
pub fn list(catalog: &Catalog) -> String {
    let mut text = format!("# The MLOps landscape\n\nVersion {} of the catalog, CC0-1.0.\n", catalog.version());
    let mut stage = None;
    for category in layout::by_stage(catalog) {
        let mut tools: Vec<&Tool> = catalog.tools().filter(|tool| tool.primary_category() == category).collect();
        if tools.is_empty() {
            continue;
        }
        tools.sort_by_key(|tool| tool.name().to_lowercase());
        if stage.replace(category.stage()) != Some(category.stage()) {
            text += &format!("\n## {}\n", words::stage(category.stage()));
        }
        text += &format!("\n### {}\n\n", markdown::text(catalog.title(category)));
        for tool in tools {
            text += &item(tool);
        }
    }
    text
}

fn item(tool: &Tool) -> String {
    let address = tool.homepage().or(tool.repository());
    let name = match address {
        Some(address) => format!("[{}](<{address}>)", markdown::text(tool.name())),
        None => markdown::text(tool.name()),
    };
    let description = tool.description().map(|text| format!(" - {}", markdown::text(text))).unwrap_or_default();
    format!("- {name}{description} `{}`, {}\n", words::license(tool.license()), tool.status())
}
