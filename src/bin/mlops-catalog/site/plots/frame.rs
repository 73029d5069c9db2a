//! The frame of a plot: ground, headline, legend.

use maud::{PreEscaped, html};

use super::Plot;
use crate::site::assets::{Theme, plot_styles};
use crate::site::number::{at, real};

const MARGIN: f64 = 24.0;
const HEAD: f64 = 52.0;
const LINE: f64 = 22.0;

pub fn svg(plot: &Plot, theme: Theme) -> String {
    let width = plot.width + 2.0 * MARGIN;
    let items = legend(plot);
    let lines = items.last().map_or(0.0, |(_, y)| y + LINE);
    let height = HEAD + plot.height + lines + MARGIN;
    let view_box = format!("0 0 {} {}", at(width), at(height));
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view_box) width=(at(width)) height=(at(height)) role="img"
            aria-labelledby="headline sentence" {
            title id="headline" { (plot.headline) }
            desc id="sentence" { (plot.sentence) }
            style { (PreEscaped(plot_styles(theme))) }
            rect class="ground" width=(at(width)) height=(at(height)) {}
            text class="headline" x=(at(MARGIN)) y="35" { (plot.headline) }
            g transform=(format!("translate({} {})", at(MARGIN), at(HEAD))) { (plot.drawing) }
            g class="legend" transform=(format!("translate({} {})", at(MARGIN), at(HEAD + plot.height + 14.0))) {
                @for ((sign, text), (x, y)) in plot.legend.iter().zip(&items) {
                    g transform=(format!("translate({} {})", at(*x), at(*y))) {
                        (sign)
                        text class="muted" x="18" y="11" { (text) }
                    }
                }
            }
        }
    };
    markup.into_string() + "\n"
}

/// Where each item of the legend stands: beside the one before, or on the next line.
fn legend(plot: &Plot) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (0.0, 0.0);
    let place = |(_, text): &(_, String)| {
        let width = 34.0 + real(text.chars().count()) * 6.4;
        if x + width > plot.width {
            (x, y) = (0.0, y + LINE);
        }
        let here = (x, y);
        x += width;
        here
    };
    plot.legend.iter().map(place).collect()
}
