//! The script and the styles of the page, joined, and their digests for its Content-Security-Policy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// One closure; whatever comes later in the list uses what comes before.
const SCRIPT: [&str; 24] = [
    include_str!("page/text.js"),
    include_str!("page/dom.js"),
    include_str!("page/fold.js"),
    include_str!("page/words.js"),
    include_str!("page/query.js"),
    include_str!("page/match.js"),
    include_str!("page/as_of.js"),
    include_str!("page/lives.js"),
    include_str!("page/layout.js"),
    include_str!("page/marks.js"),
    include_str!("page/address.js"),
    include_str!("page/timeline.js"),
    include_str!("page/facets.js"),
    include_str!("page/lifespans.js"),
    include_str!("page/bars.js"),
    include_str!("page/map.js"),
    include_str!("page/table.js"),
    include_str!("page/overlap.js"),
    include_str!("page/evidence.js"),
    include_str!("page/paper.js"),
    include_str!("page/changes.js"),
    include_str!("page/panel.js"),
    include_str!("page/main.js"),
    include_str!("page/events.js"),
];

const LIGHT: &str = include_str!("page/colors.css");
const DARK: &str = include_str!("page/dark.css");
const PLOTS: &str = include_str!("page/plots.css");
const PAGE: &str = include_str!("page/page.css");

/// What is seen only where the script runs.
pub const WITHOUT_SCRIPT: &str = ".script { display: none !important; }";

pub fn script() -> String {
    let parts: Vec<String> = SCRIPT.iter().map(|part| without_comments(part)).collect();
    format!("(() => {{\n'use strict';\n{}}})();\n", parts.concat())
}

pub fn styles() -> String {
    let dark = without_comments(DARK);
    format!(
        "{}:root[data-theme=dark] {{\n{dark}}}\n@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{\n{dark}}} }}\n{}{}",
        without_comments(LIGHT),
        without_comments(PLOTS),
        without_comments(PAGE),
    )
}

/// The text without the comments that begin a line, which are not for the reader of the page.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines() {
        in_comment |= line.trim_start().starts_with("/*");
        let ends = in_comment && line.trim_end().ends_with("*/");
        if !in_comment && !line.trim().is_empty() {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !ends;
    }
    kept
}

/// A digest as a Content-Security-Policy writes it.
pub fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The colors of a theme.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// The styles of a plot that is a file of its own, with its colors written out: not every program that shows such
/// files knows variables.
pub fn plot_styles(theme: Theme) -> String {
    let colors = match theme {
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
    };
    let declared = colors.split([';', '{']).filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
    let own = ".ground { fill: var(--ground); } .headline { font-size: 20px; font-weight: 680; } svg { font-family: Inter, system-ui, \
               -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif; }";
    let styles = without_comments(PLOTS) + own;
    declared.fold(styles, |styles, (name, color)| styles.replace(&format!("var(--{})", name.trim()), color.trim()))
}
