//! The catalog for spreadsheets, and as a list in Markdown.

use mlops_catalog::{Catalog, Expression, Tool};

use super::{layout, words};

const COLUMNS: [&str; 16] = [
    "id",
    "name",
    "aliases",
    "description",
    "vendor",
    "homepage",
    "repository",
    "categories",
    "license",
    "spdx",
    "released",
    "released_event",
    "status",
    "successor",
    "history",
    "checked",
];

/// A row for each tool; several values of a cell have `;` between them.
pub fn csv(catalog: &Catalog) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let records = std::iter::once(COLUMNS.map(str::to_owned)).chain(catalog.tools().map(record));
    for record in records {
        rows.write_record(record).expect("memory takes every row, and all rows have as many cells");
    }
    let bytes = rows.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("cells are text")
}

fn record(tool: &Tool) -> [String; COLUMNS.len()] {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let history = tool.history().iter().map(|event| match event.date() {
        Some(date) => format!("{date} {}", words::event(tool, event)),
        None => format!("undated {}", words::event(tool, event)),
    });
    [
        tool.id().to_string(),
        tool.name().to_owned(),
        itertools::join(tool.aliases(), ";"),
        text(tool.description()),
        text(tool.vendor()),
        text(tool.homepage().map(|address| address.as_str())),
        text(tool.repository().map(|address| address.as_str())),
        itertools::join(tool.categories(), ";"),
        tool.license_type().to_string(),
        text(tool.license().spdx().map(Expression::as_str)),
        tool.release_date().map(|date| date.to_string()).unwrap_or_default(),
        text(tool.release().map(|release| release.event().as_str())),
        tool.status().to_string(),
        text(tool.successor().map(|id| id.as_str())),
        history.collect::<Vec<_>>().join(";"),
        tool.checked().map(|date| date.to_string()).unwrap_or_default(),
    ]
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
        text += &format!("\n### {}\n\n", escaped(catalog.title(category)));
        for tool in tools {
            text += &item(tool);
        }
    }
    text
}

fn item(tool: &Tool) -> String {
    let address = tool.homepage().or(tool.repository());
    let name = match address {
        Some(address) => format!("[{}](<{address}>)", escaped(tool.name())),
        None => escaped(tool.name()),
    };
    let description = tool.description().map(|text| format!(" - {}", escaped(text))).unwrap_or_default();
    format!("- {name}{description} `{}`, {}\n", words::license(tool.license()), tool.status())
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, '.' | ',' | ':' | ';' | '\'' | '"' | '-' | '/' | '(' | ')' | '?' | '%')
        {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}
