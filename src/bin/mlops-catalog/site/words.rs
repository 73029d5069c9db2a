//! The words of the page that are not the catalog's.

use mlops_catalog::model::{Change, Event, ReleaseEvent, Source};
use mlops_catalog::{Expression, License, LicenseType, Stage, Tool};

pub fn license_type(license: LicenseType) -> &'static str {
    match license {
        LicenseType::OpenSource => "open source",
        LicenseType::SourceAvailable => "source available",
        LicenseType::Public => "public cloud",
        _ => "private",
    }
}

/// A license as short as it can be said: its SPDX expression, or its type.
pub fn license(license: &License) -> &str {
    license.spdx().map(Expression::as_str).unwrap_or_else(|| license_type(license.license_type()))
}

pub fn stage(stage: Stage) -> String {
    capitalized(&stage.as_str().replace('-', " "))
}

pub fn release(event: ReleaseEvent) -> String {
    event.as_str().replace('-', " ")
}

/// Titles that are too long beside a plot.
pub fn short_title<'t>(id: &str, title: &'t str) -> &'t str {
    match id {
        "data-versioning" => "Data versioning",
        "hyperparameter-optimization" => "Hyperparameters",
        "workflow-orchestration" => "Orchestration",
        _ => title,
    }
}

/// What happened to a tool, in words; of a change of license also what it became.
pub fn event(tool: &Tool, event: &Event) -> String {
    match event.change() {
        Change::Relicensed { from } => format!("relicensed from {} to {}", license(from), license(after(tool, event))),
        Change::Donated { to } => format!("given to {to}"),
        Change::Inactive => "last commit before it became inactive".to_owned(),
        change => change.to_string(),
    }
}

/// The license to which a change of license led: what the next one came from, or that of today.
pub fn after<'t>(tool: &'t Tool, event: &Event) -> &'t License {
    let later = tool.history().iter().skip_while(|other| !std::ptr::eq(*other, event)).skip(1);
    let from = |event: &'t Event| match event.change() {
        Change::Relicensed { from } => Some(from),
        _ => None,
    };
    later.filter_map(from).next().unwrap_or_else(|| tool.license())
}

/// The host of an address, without `www.`.
pub fn host(address: &str) -> &str {
    let rest = address.strip_prefix("https://").unwrap_or(address);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// The address of a source that has one.
pub fn address(source: &Source) -> Option<&str> {
    match source {
        Source::Address(address) => Some(address.as_str()),
        _ => None,
    }
}

/// The text, cut to a length with `…`.
pub fn cut(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        None => text.to_owned(),
        Some(_) => format!("{}…", text.chars().take(length - 1).collect::<String>().trim_end()),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
