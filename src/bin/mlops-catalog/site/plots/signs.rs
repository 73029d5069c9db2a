//! The small signs: what happened in a life, and what the colors mean. As `page/marks.js`.

use maud::{Markup, html};
use mlops_catalog::model::ChangeKind;
use mlops_catalog::{LicenseType, Tool};

use crate::site::layout::{Scale, bar_paths};
use crate::site::lives::{Axis, Life, time};
use crate::site::number::{at, decimals};
use crate::site::words;

/// The sign of an event, its middle at `x` and `y`.
pub fn mark(kind: ChangeKind, x: f64, y: f64, r: f64) -> Markup {
    let p = |dx: f64, dy: f64| format!("{} {}", at(x + dx), at(y + dy));
    let n = |number: f64| decimals(number, 2);
    let circle = |class: &str, r: f64| html! { circle class=(class) cx=(at(x)) cy=(at(y)) r=(n(r)) {} };
    let path = |class: &str, d: String| html! { path class=(class) d=(d) {} };
    match kind {
        ChangeKind::Inactive => circle("mark open", r - 0.5),
        ChangeKind::Renamed => circle("mark open", r - 1.5),
        ChangeKind::Archived => {
            let side = n(2.0 * r - 1.0);
            path("mark open", format!("M{}h{side}v{side}h-{side}z", p(0.5 - r, 0.5 - r)))
        }
        ChangeKind::Discontinued => {
            let side = n(2.0 * r);
            path("mark cross", format!("M{}l{side} {side}M{}l{side} -{side}", p(-r, -r), p(-r, r)))
        }
        ChangeKind::Acquired => {
            let side = n(r);
            path("mark full", format!("M{}l{side} {side}l-{side} {side}l-{side} -{side}z", p(0.0, -r)))
        }
        ChangeKind::Relicensed => path("mark full", format!("M{}h3v{}h-3z", p(-1.5, -r - 2.0), n(2.0 * r + 4.0))),
        ChangeKind::Donated => path("mark full", format!("M{}l{} {}h-{}z", p(0.0, -r), n(r), n(2.0 * r), n(2.0 * r))),
        ChangeKind::Revived => {
            path("mark line", format!("M{}v{}M{}h{}", p(0.0, -r), n(2.0 * r), p(-r, 0.0), n(2.0 * r)))
        }
        _ => path("mark line", format!("M{}h{}", p(-r, 0.0), n(2.0 * r))),
    }
}

/// A square in the color of a license; on the ground, with its shape.
pub fn license_sign(license: LicenseType) -> Markup {
    let class = format!("fill {license}");
    match license {
        LicenseType::Public => html! { circle class=(class) cx="6" cy="7" r="5.5" {} },
        LicenseType::Private => html! { path class=(class) d="M6 1l6 6l-6 6l-6 -6z" {} },
        LicenseType::SourceAvailable => {
            html! { path class="bar source-available" stroke-width="2" d="M1 2h10v10h-10zM1 7L6 2M1 12L11 2M6 12L11 7" {} }
        }
        _ => html! { rect class=(class) x="0.5" y="1.5" width="11" height="11" rx="2" {} },
    }
}

/// What the colors of licenses mean.
pub fn license_legend() -> Vec<(Markup, String)> {
    let licenses = [LicenseType::OpenSource, LicenseType::SourceAvailable, LicenseType::Public, LicenseType::Private];
    licenses.map(|license| (license_sign(license), words::license_type(license).to_owned())).into()
}

/// The grid and the years above it; a year stands at its beginning.
pub fn axis(scale: &Scale, top: f64, bottom: f64, room: f64) -> Markup {
    let labelled = scale.labelled(room);
    html! {
        g class="axis" {
            @for year in scale.axis.first..=scale.axis.last {
                @let x = scale.x(year.into());
                path class=(if labelled.contains(&year) { "grid" } else { "grid fine" })
                    d=(format!("M{} {}V{}", at(x), at(top), at(bottom))) {}
                @if labelled.contains(&year) {
                    text class="muted" x=(at(x)) y=(at(top - 4.0)) text-anchor=(if x < 14.0 { "start" } else { "middle" }) { (year) }
                }
            }
        }
    }
}

/// The life of one tool, as on its page; nothing when its first release is not known.
pub fn small_life(tool: &Tool, axis: Axis, width: f64) -> Option<Markup> {
    let (y, height, r) = (15.5, 11.0, 4.4);
    let scale = Scale { axis, width, gutter: 4.0, right: 6.0 };
    let life = Life::of(tool, axis.now)?;
    let paths = bar_paths(std::iter::once((y, &life)), &scale);
    let released = tool.release_date()?;
    Some(html! {
        svg class="life" width=(at(width)) height="42" viewBox=(format!("0 0 {} 42", at(width))) role="img"
            aria-label=(format!("Its life from {released} on")) {
            path class="grid" d=(format!("M4 {}H{}", at(y), at(width - 6.0))) {}
            @for (class, d) in &paths { path class=(class) stroke-width=(at(height)) d=(d) {} }
            @for (when, event) in &life.marks { (mark(event.change().kind(), scale.x(*when), y, r)) }
            @for year in scale.labelled(56.0) {
                @let x = scale.x(year.into());
                text class="muted small" x=(at(x)) y="38" text-anchor=(if x < 14.0 { "start" } else { "middle" }) { (year) }
            }
        }
    })
}

/// A date on the axis.
pub fn x_of(scale: &Scale, date: mlops_catalog::Date) -> f64 {
    scale.x(time(date))
}
