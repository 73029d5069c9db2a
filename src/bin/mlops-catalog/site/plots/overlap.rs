//! Exact combinations of categories as columns. As `page/overlap.js`.

use maud::{Markup, html};
use mlops_catalog::{Category, LicenseType, Tool};

use super::signs::license_legend;
use super::{Plot, Site};
use crate::site::layout::{METRICS, by_stage};
use crate::site::number::{at, plural, real, share};

const WIDTH: f64 = 1152.0;

/// Tools that belong to exactly the same categories.
struct Combination<'c> {
    /// Where they are in the order of the rows.
    rows: Vec<usize>,
    tools: Vec<&'c Tool>,
}

pub fn plot(site: &Site<'_>) -> Plot {
    let m = &METRICS.upset;
    let is_used = |category: &Category| site.catalog.tools().any(|tool| tool.is_in(*category));
    let categories: Vec<Category> = by_stage(site.catalog).into_iter().filter(is_used).collect();
    let combinations = combinations(site, &categories);
    let shared: usize = combinations.iter().map(|one| one.tools.len()).sum();
    let room = ((WIDTH - m.gutter) / m.narrowest_column) as usize;
    // A column for what at least two tools have in common; those of one only where there is room for all.
    let several = combinations.iter().filter(|one| one.tools.len() > 1).count();
    let shown = if combinations.len() <= room { combinations.len() } else { several.min(room) };
    let rest = combinations.len() - shown;
    let tail = if rest == 0 {
        String::new()
    } else {
        format!("; {} more, smaller, are not shown", plural(rest, "combination", "combinations"))
    };
    Plot {
        name: "overlap",
        headline: format!("{} of {} belong to several categories", shared, plural(site.catalog.len(), "tool", "tools")),
        sentence: format!(
            "Exact combinations of categories, the largest first: {} of {}{tail}.",
            shown,
            combinations.len()
        ),
        width: WIDTH,
        height: m.top + real(categories.len()) * m.row + 6.0,
        drawing: drawing(site, &categories, &combinations[..shown]),
        legend: license_legend(),
    }
}

/// The largest first, then those of fewer categories.
fn combinations<'c>(site: &Site<'c>, categories: &[Category]) -> Vec<Combination<'c>> {
    let mut combinations: Vec<Combination<'c>> = Vec::new();
    for tool in site.catalog.tools().filter(|tool| tool.categories().len() > 1) {
        let is_its = |(row, category): (usize, &Category)| tool.is_in(*category).then_some(row);
        let rows: Vec<usize> = categories.iter().enumerate().filter_map(is_its).collect();
        match combinations.iter_mut().find(|one| one.rows == rows) {
            Some(one) => one.tools.push(tool),
            None => combinations.push(Combination { rows, tools: vec![tool] }),
        }
    }
    combinations.sort_by_key(|one| (std::cmp::Reverse(one.tools.len()), one.rows.len(), one.rows.clone()));
    combinations
}

fn drawing(site: &Site<'_>, categories: &[Category], shown: &[Combination<'_>]) -> Markup {
    let m = &METRICS.upset;
    let column = ((WIDTH - m.gutter) / real(shown.len().max(1))).min(m.widest_column);
    let sizes: Vec<usize> =
        categories.iter().map(|category| site.catalog.tools().filter(|tool| tool.is_in(*category)).count()).collect();
    let largest = sizes.iter().copied().max().unwrap_or(1);
    let most = shown.iter().map(|one| one.tools.len()).max().unwrap_or(1);
    html! {
        @for (i, (category, size)) in categories.iter().zip(&sizes).enumerate() {
            @let y = middle(i);
            @let length = share(*size, largest) * 42.0;
            @if i % 2 == 0 { rect class="band" x="0" y=(at(y - m.row / 2.0)) width=(at(WIDTH)) height=(at(m.row)) {} }
            rect class="size" x=(at(m.gutter - 80.0)) y=(at(y - 5.0)) width=(at(length)) height="10" {}
            text class="muted small" x=(at(m.gutter - 75.0 + length)) y=(at(y + 4.0)) { (size) }
            text x="4" y=(at(y + 4.0)) { (site.catalog.title(*category)) }
        }
        @for (j, one) in shown.iter().enumerate() {
            (combination(one, m.gutter + (real(j) + 0.5) * column, column, most, categories.len()))
        }
    }
}

fn middle(row: usize) -> f64 {
    METRICS.upset.top + (real(row) + 0.5) * METRICS.upset.row
}

fn combination(one: &Combination<'_>, x: f64, column: f64, most: usize, rows: usize) -> Markup {
    let m = &METRICS.upset;
    let wide = (column - 4.0).min(18.0);
    let r = (column / 2.0 - 2.0).min(5.5);
    let mut y = m.top - 6.0;
    let mut bars = Vec::new();
    for license in [LicenseType::OpenSource, LicenseType::SourceAvailable, LicenseType::Public, LicenseType::Private] {
        let count = one.tools.iter().filter(|tool| tool.license_type() == license).count();
        let height = share(count, most) * (m.top - 26.0);
        y -= height;
        if count > 0 {
            bars.push((format!("fill {license}"), y, height));
        }
    }
    let (first, last) = (one.rows.first().copied().unwrap_or(0), one.rows.last().copied().unwrap_or(0));
    html! {
        @for (class, y, height) in &bars {
            rect class=(class) x=(at(x - wide / 2.0)) y=(at(*y)) width=(at(wide)) height=(at(*height)) {}
        }
        text x=(at(x)) y=(at(y - 5.0)) text-anchor="middle" { (one.tools.len()) }
        @for row in (0..rows).filter(|row| !one.rows.contains(row)) {
            circle class="absent" cx=(at(x)) cy=(at(middle(row))) r=(at(r.min(3.5))) {}
        }
        path class="joint" d=(format!("M{} {}V{}", at(x), at(middle(first)), at(middle(last)))) {}
        @for row in &one.rows { circle class="present" cx=(at(x)) cy=(at(middle(*row))) r=(at(r)) {} }
    }
}
