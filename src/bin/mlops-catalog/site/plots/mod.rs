//! The plots of the whole catalog as files: for slides, for the README, for readers without script.

mod errata;
mod evidence;
mod frame;
mod lifespans;
mod overlap;
mod signs;

use maud::Markup;

use super::assets::Theme;
use super::{File, Site};

pub use signs::small_life;

/// A plot without its frame.
struct Plot {
    name: &'static str,
    headline: String,
    /// What it shows, in a sentence, for whoever does not see it.
    sentence: String,
    width: f64,
    height: f64,
    drawing: Markup,
    legend: Vec<(Markup, String)>,
}

pub fn files(site: &Site<'_>) -> Vec<File> {
    let plots = [lifespans::plot(site), overlap::plot(site), errata::plot(site), evidence::plot(site)];
    let themed = |plot: &Plot, theme, end: &str| File::new(format!("{}{end}.svg", plot.name), frame::svg(plot, theme));
    plots.iter().flat_map(|plot| [themed(plot, Theme::Light, ""), themed(plot, Theme::Dark, "-dark")]).collect()
}
