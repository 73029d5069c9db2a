//! Years of first release, as the paper prints them and as they are evidenced. As `page/paper.js`.

use maud::{Markup, html};
use mlops_catalog::paper::{Erratum, Mismatch};

use super::{Plot, Site};
use crate::site::number::{at, plural, real};
use crate::site::words;

const WIDTH: f64 = 860.0;
const GUTTER: f64 = 190.0;
const ROW: f64 = 15.0;

/// A year that is printed otherwise.
struct Year<'s> {
    name: &'s str,
    tool: &'s str,
    printed: u16,
    truth: u16,
}

impl Year<'_> {
    fn by(&self) -> i32 {
        i32::from(self.truth) - i32::from(self.printed)
    }
}

pub fn plot(site: &Site<'_>) -> Plot {
    let errata = site.errata();
    let mut years: Vec<Year<'_>> = errata.iter().filter_map(|erratum| year(site, erratum)).collect();
    years.sort_by_key(|one| (one.by(), one.printed, one.tool.to_owned()));
    let older = years.iter().filter(|one| one.by() < 0).count();
    let circle = |class: &str| html! { circle class=(class) cx="6" cy="7" r="4.2" {} };
    Plot {
        name: "errata",
        headline: format!(
            "The survey paper prints {} differently",
            plural(years.len(), "release year", "release years")
        ),
        sentence: format!(
            "Years of first release as printed and as evidenced: {} older than printed, {} younger.",
            plural(older, "tool", "tools"),
            years.len() - older
        ),
        width: WIDTH,
        height: 32.0 + real(years.len()) * ROW,
        drawing: drawing(&years),
        legend: vec![
            (circle("printed"), "as printed".to_owned()),
            (html! { g class="older" { (circle("true")) } }, "as evidenced, older".to_owned()),
            (circle("true"), "as evidenced, younger".to_owned()),
        ],
    }
}

fn year<'s>(site: &Site<'s>, erratum: &Erratum<'s>) -> Option<Year<'s>> {
    let tool = site.catalog.get(erratum.tool().as_str())?;
    match erratum.mismatch() {
        Mismatch::Year { printed, truth } => {
            Some(Year { name: tool.name(), tool: tool.id().as_str(), printed: printed.get(), truth: truth.get() })
        }
        _ => None,
    }
}

fn drawing(years: &[Year<'_>]) -> Markup {
    let numbers = || years.iter().flat_map(|one| [one.printed, one.truth]);
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else { return html! {} };
    let per_year = (WIDTH - GUTTER - 56.0) / f64::from((last - first).max(1));
    let x = |year: u16| GUTTER + 12.0 + f64::from(year - first) * per_year;
    let bottom = 26.0 + real(years.len()) * ROW;
    html! {
        @for year in first..=last {
            path class="grid" d=(format!("M{} 18V{}", at(x(year)), at(bottom))) {}
            @if (last - year).is_multiple_of(2) { text class="muted" x=(at(x(year))) y="11" text-anchor="middle" { (year) } }
        }
        @for (i, one) in years.iter().enumerate() {
            @let y = 28.0 + real(i) * ROW;
            @let (from, to) = (x(one.printed), x(one.truth));
            g class=(if one.by() < 0 { "older" } else { "younger" }) {
                text x=(at(GUTTER - 4.0)) y=(at(y + 4.0)) text-anchor="end" { (words::cut(one.name, 28)) }
                path class="dumbbell" d=(format!("M{} {}H{}", at(from), at(y), at(to))) {}
                circle class="printed" cx=(at(from)) cy=(at(y)) r="4" {}
                circle class="true" cx=(at(to)) cy=(at(y)) r="4.4" {}
                text class="muted small" x=(at(from.max(to) + 9.0)) y=(at(y + 4.0)) { (format!("{:+}", one.by()).replace('-', "−")) }
            }
        }
    }
}
