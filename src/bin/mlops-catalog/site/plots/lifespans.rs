//! All lives in one picture. As `page/bars.js`.

use maud::{Markup, html};
use mlops_catalog::{Date, License};

use super::signs::{axis, license_legend, x_of};
use super::{Plot, Site};
use crate::site::layout::{METRICS, Picture, Row, Scale, bar_paths, groups};
use crate::site::lives::{Life, type_changes};
use crate::site::number::{at, decimals, plural, real};
use crate::site::words;

pub const WIDTH: f64 = 1232.0;
pub const HEIGHT: f64 = 580.0;

pub fn plot(site: &Site<'_>) -> Plot {
    let scale = Scale { axis: site.axis(), width: WIDTH, gutter: METRICS.gutter, right: METRICS.right };
    let groups = groups(site.catalog);
    let picture = Picture::new(&groups, HEIGHT);
    let lives: Vec<(&Row<'_>, Life<'_>)> =
        picture.rows.iter().filter_map(|row| Some((row, Life::of(row.tool, scale.axis.now)?))).collect();
    let ended = lives.iter().filter(|(_, life)| life.end.is_some()).count();
    let changed = lives.iter().filter(|(row, _)| !type_changes(row.tool).is_empty()).count();
    let tools = plural(lives.len(), "tool", "tools");
    let mut legend = license_legend();
    let bar = |class: &str| html! { path class=(class) stroke-width="6" d="M0 7H12" {} };
    legend.push((bar("bar open-source pale"), "inactive or archived".to_owned()));
    legend.push((html! { circle class="mark full" cx="6" cy="7" r="3" {} }, "end".to_owned()));
    legend.push((html! { path class="mark full" d="M5 1h2v12h-2z" {} }, "type of license changed".to_owned()));
    Plot {
        name: "lifespans",
        headline: format!("Lifespans of {tools}, by category and first release"),
        sentence: format!(
            "A bar for each of {tools}, from its first release to its end or {}; {ended} ended, {changed} changed the type of their license.",
            site.today
        ),
        width: WIDTH,
        height: picture.height,
        drawing: drawing(site, &picture, &lives, &scale),
        legend,
    }
}

fn drawing(site: &Site<'_>, picture: &Picture<'_>, lives: &[(&Row<'_>, Life<'_>)], scale: &Scale) -> Markup {
    let paths = bar_paths(lives.iter().map(|(row, life)| (row.y, life)), scale);
    html! {
        @for band in picture.bands.iter().step_by(2) {
            rect class="band" x="0" y=(at(band.top)) width=(at(scale.width)) height=(at(band.height)) {}
        }
        (axis(scale, METRICS.top - 4.0, picture.height - METRICS.bottom, 44.0))
        g class=(if picture.is_thin() { "bars thin" } else { "bars" }) stroke-width=(decimals(picture.bar_height(), 2)) {
            @for (class, d) in &paths { path class=(class) d=(d) {} }
        }
        @for band in &picture.bands {
            text class="stage" x="6" y=(at(band.top + 14.0)) { (words::stage(band.stage)) }
        }
        @for group in &picture.groups {
            @let y = at(group.top + group.height / 2.0 + 4.0);
            text class="group" x=(at(scale.gutter - 10.0)) y=(y) text-anchor="end" {
                (words::short_title(group.category.as_str(), site.catalog.title(group.category)))
            }
            text class="muted" x=(at(scale.width - 4.0)) y=(y) text-anchor="end" { (group.count) }
        }
        @for (row, life) in lives {
            @if let Some(end) = life.end {
                circle class="mark full" cx=(at(scale.x(end))) cy=(at(row.y)) r=(decimals(picture.row_height.clamp(1.4, 2.6), 2)) {}
            }
        }
        (changes(lives, scale))
    }
}

/// A tick where a type of license changed, with a note where there is room for it: of the latest changes first.
fn changes(lives: &[(&Row<'_>, Life<'_>)], scale: &Scale) -> Markup {
    let of = |at: usize| type_changes(lives[at].0.tool).into_iter().map(move |change| (at, change));
    let mut changes: Vec<_> = (0..lives.len()).flat_map(of).collect();
    // Stable: of one date, the order of the rows stays.
    changes.sort_by_key(|(_, (date, ..))| std::cmp::Reverse(date.to_string()));
    let mut taken: Vec<f64> = Vec::new();
    let mut notes = Vec::new();
    for (row, change) in &changes {
        let y = lives[*row].0.y;
        if taken.iter().all(|other| (other - y).abs() >= 12.0)
            && let Some(note) = note(lives, *row, *change, scale)
        {
            taken.push(y);
            notes.push(note);
        }
    }
    html! {
        @for (row, (date, ..)) in &changes {
            path class="mark full" d=(format!("M{} {}h2v7h-2z", at(x_of(scale, *date) - 1.0), at(lives[*row].0.y - 3.5))) {}
        }
        @for note in &notes { (note) }
    }
}

/// What a license became, left of the bars: of its own and of those beside which the text is.
fn note(
    lives: &[(&Row<'_>, Life<'_>)],
    at_row: usize,
    change: (Date, &License, &License),
    scale: &Scale,
) -> Option<Markup> {
    let (row, life) = &lives[at_row];
    let (date, from, to) = change;
    let word = |license| words::cut(words::license(license).trim_start_matches("LicenseRef-"), 22);
    let text = format!("{}: {} → {}, {}", words::cut(row.tool.name(), 30), word(from), word(to), date.year());
    let beside = lives.iter().filter(|(other, _)| (other.y - row.y).abs() < 7.0);
    let right = beside.map(|(_, life)| scale.x(life.start)).fold(f64::INFINITY, f64::min) - 6.0;
    let start = scale.x(life.start);
    let fits = right - real(text.chars().count()) * 5.7 >= scale.gutter;
    fits.then(|| {
        html! {
            @if start - right > 8.0 {
                path class="leader" d=(format!("M{} {}H{}", at(right + 1.0), at(row.y), at(start))) {}
            }
            text class="note" x=(at(right)) y=(at(row.y + 3.5)) text-anchor="end" { (text) }
        }
    })
}
