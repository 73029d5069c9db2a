//! Facts by what shows them. As `page/evidence.js`.

use maud::{Markup, html};
use mlops_catalog::Tool;

use super::{Plot, Site};
use crate::site::evidence::{FACTS, SourceKind, fact, sourced};
use crate::site::number::{at, percent, plural, real, share};

const WIDTH: f64 = 860.0;
const GUTTER: f64 = 152.0;
const RIGHT: f64 = 44.0;
const ROW: f64 = 26.0;

pub fn plot(site: &Site<'_>) -> Plot {
    let (with, all) = sourced(site.catalog.tools());
    let rows = rows(site);
    let legend = SourceKind::ALL.map(|kind| {
        let (class, text) = kind.words();
        (html! { rect class=(format!("k-{class}")) x="0.5" y="1.5" width="11" height="11" rx="2" {} }, text.to_owned())
    });
    Plot {
        name: "evidence",
        headline: format!("{} of {} have a source", percent(with, all), plural(all, "fact", "facts")),
        sentence: format!("Kinds of sources by kind of fact; {} of {} facts have a source.", with, all),
        width: WIDTH,
        height: real(rows.len()) * ROW + 4.0,
        drawing: drawing(&rows),
        legend: legend.into(),
    }
}

/// A kind of fact, and how many facts have each kind of source.
struct Row {
    fact: &'static str,
    counts: [usize; 6],
}

fn rows(site: &Site<'_>) -> Vec<Row> {
    let claims: Vec<(&str, SourceKind)> = site
        .catalog
        .tools()
        .flat_map(Tool::claims)
        .map(|(claim, source)| (fact(&claim), SourceKind::of(source)))
        .collect();
    let count = |fact: &'static str| Row {
        fact,
        counts: SourceKind::ALL.map(|kind| claims.iter().filter(|claim| **claim == (fact, kind)).count()),
    };
    FACTS.map(count).into_iter().filter(|row| row.counts.iter().sum::<usize>() > 0).collect()
}

fn drawing(rows: &[Row]) -> Markup {
    html! {
        defs {
            pattern id="missing" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect class="hatch" width="2" height="5" {}
            }
        }
        @for (i, row) in rows.iter().enumerate() {
            @let y = real(i) * ROW;
            @let total = row.counts.iter().sum::<usize>();
            text x=(at(GUTTER - 8.0)) y=(at(y + 17.0)) text-anchor="end" { (row.fact) }
            @for (kind, (x, width), count) in pieces(row, total) {
                @let (class, _) = kind.words();
                rect class=(format!("k-{class}")) x=(at(x)) y=(at(y + 3.0)) width=(at((width - 1.0).max(1.0))) height="19" rx="2" {}
                @if width > 26.0 {
                    text class=(format!("on-{class}")) x=(at(x + width / 2.0)) y=(at(y + 17.0)) text-anchor="middle" { (count) }
                }
            }
            text class="muted" x=(at(WIDTH - RIGHT + 6.0)) y=(at(y + 17.0)) { (total) }
        }
    }
}

/// Each kind of source with its place in the bar and its count.
fn pieces(row: &Row, total: usize) -> Vec<(SourceKind, (f64, f64), usize)> {
    let mut x = GUTTER;
    let piece = |(kind, count): (SourceKind, usize)| {
        let width = share(count, total) * (WIDTH - GUTTER - RIGHT);
        let from = x;
        x += width;
        (count > 0).then_some((kind, (from, width), count))
    };
    SourceKind::ALL.into_iter().zip(row.counts).filter_map(piece).collect()
}
