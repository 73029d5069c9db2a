//! Where everything stands in a plot of lives. As `page/layout.js`, which has the same measures from the page.

use std::collections::BTreeMap;

use mlops_catalog::{Catalog, Category, LicenseType, Stage, Tool};
use serde::Serialize;

use super::lives::{Axis, Life, Pale};
use super::number::{at, decimals, real};

/// Measures in pixels, shared with the script.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// How many years are drawn at most, before that of today.
    years: u16,
    /// From this width on, the stages have a column of their own.
    wide: f64,
    pub gutter: f64,
    narrow_gutter: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    gap: f64,
    band_gap: f64,
    band_padding: f64,
    lowest_group: f64,
    lowest_row: f64,
    highest_row: f64,
    named_row: f64,
    named_bar: f64,
    group_title: f64,
    group_gap: f64,
    pub upset: Upset,
}

/// Measures of the plot of combinations.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Upset {
    pub gutter: f64,
    narrow_gutter: f64,
    pub narrowest_column: f64,
    pub widest_column: f64,
    pub top: f64,
    pub row: f64,
}

pub const METRICS: Metrics = Metrics {
    years: Axis::YEARS,
    wide: 860.0,
    gutter: 228.0,
    narrow_gutter: 150.0,
    right: 34.0,
    top: 20.0,
    bottom: 6.0,
    gap: 3.0,
    band_gap: 4.0,
    band_padding: 4.0,
    lowest_group: 14.0,
    lowest_row: 0.4,
    highest_row: 6.0,
    named_row: 17.0,
    named_bar: 8.0,
    group_title: 24.0,
    group_gap: 18.0,
    upset: Upset {
        gutter: 292.0,
        narrow_gutter: 140.0,
        narrowest_column: 15.0,
        widest_column: 40.0,
        top: 120.0,
        row: 22.0,
    },
};

/// The categories by stage, each stage's in the order of the catalog.
pub fn by_stage(catalog: &Catalog) -> Vec<Category> {
    let mut categories: Vec<Category> = catalog.categories().map(|info| info.category()).collect();
    // Stable: of one stage, the order of the catalog stays.
    categories.sort_by_key(|category| category.stage());
    categories
}

/// The tools with a year whose first category it is, the oldest first.
pub struct Group<'c> {
    pub category: Category,
    pub tools: Vec<&'c Tool>,
}

pub fn groups(catalog: &Catalog) -> Vec<Group<'_>> {
    let mut tools: BTreeMap<Category, Vec<&Tool>> = BTreeMap::new();
    for tool in catalog.tools().filter(|tool| tool.release_date().is_some()) {
        tools.entry(tool.primary_category()).or_default().push(tool);
    }
    let of = |category| Some(Group { category, tools: tools.remove(&category)? });
    let mut groups: Vec<Group<'_>> = by_stage(catalog).into_iter().filter_map(of).collect();
    for group in &mut groups {
        // A date that is part of another comes first, as in the order of texts.
        group.tools.sort_by_key(|tool| tool.release_date().map(|date| date.to_string()));
    }
    groups
}

/// The time axis across a plot.
pub struct Scale {
    pub axis: Axis,
    pub width: f64,
    pub gutter: f64,
    pub right: f64,
}

impl Scale {
    pub fn x(&self, time: f64) -> f64 {
        let first = f64::from(self.axis.first);
        self.gutter + (time.max(first) - first) * self.per_year()
    }

    fn per_year(&self) -> f64 {
        (self.width - self.gutter - self.right) / (self.axis.now - f64::from(self.axis.first))
    }

    /// The years that have a label: as many as there is room for, the newest always.
    pub fn labelled(&self, room: f64) -> Vec<u16> {
        let step = [1, 2, 4, 5, 10].into_iter().find(|step| f64::from(*step) * self.per_year() >= room).unwrap_or(20);
        (self.axis.first..=self.axis.last).filter(|year| (self.axis.last - year).is_multiple_of(step)).collect()
    }
}

pub struct Row<'c> {
    pub tool: &'c Tool,
    pub y: f64,
}

pub struct Placed {
    pub category: Category,
    pub count: usize,
    pub top: f64,
    pub height: f64,
}

pub struct Band {
    pub stage: Stage,
    pub top: f64,
    pub height: f64,
}

/// Everything in one picture: rows as high as the height allows, a category never lower than its title.
pub struct Picture<'c> {
    pub row_height: f64,
    pub rows: Vec<Row<'c>>,
    pub groups: Vec<Placed>,
    pub bands: Vec<Band>,
    pub height: f64,
}

impl<'c> Picture<'c> {
    pub fn new(groups: &[Group<'c>], height: f64) -> Self {
        let m = &METRICS;
        let stages: std::collections::BTreeSet<Stage> = groups.iter().map(|group| group.category.stage()).collect();
        let between = |count: usize| real(count.saturating_sub(1));
        let gaps = between(groups.len()) * m.gap
            + between(stages.len()) * m.band_gap
            + real(stages.len()) * 2.0 * m.band_padding;
        let sizes: Vec<usize> = groups.iter().map(|group| group.tools.len()).collect();
        let row_height = fitting_row(&sizes, height - m.top - m.bottom - gaps);
        let mut picture = Self { row_height, rows: vec![], groups: vec![], bands: vec![], height: 0.0 };
        let mut y = m.top;
        for group in groups {
            y = picture.place(group, y);
        }
        picture.height = picture.bands.last().map_or(y, |band| band.top + band.height) + m.bottom;
        picture
    }

    /// Places a group at `y`, and returns where the next one begins.
    fn place(&mut self, group: &Group<'c>, mut y: f64) -> f64 {
        let m = &METRICS;
        let stage = group.category.stage();
        if self.bands.last().is_none_or(|band| band.stage != stage) {
            if !self.bands.is_empty() {
                y += m.band_padding + m.band_gap - m.gap;
            }
            self.bands.push(Band { stage, top: y, height: 0.0 });
            y += m.band_padding;
        }
        let content = real(group.tools.len()) * self.row_height;
        let height = content.max(m.lowest_group);
        let first = y + (height - content) / 2.0 + self.row_height / 2.0;
        let row = |(i, tool): (usize, &&'c Tool)| Row { tool, y: first + real(i) * self.row_height };
        self.rows.extend(group.tools.iter().enumerate().map(row));
        self.groups.push(Placed { category: group.category, count: group.tools.len(), top: y, height });
        if let Some(band) = self.bands.last_mut() {
            band.height = y + height + m.band_padding - band.top;
        }
        y + height + m.gap
    }

    /// Rows thinner than a pixel are drawn as one, so that no tool vanishes, and without smoothing.
    pub fn is_thin(&self) -> bool {
        self.row_height < 1.6
    }

    pub fn bar_height(&self) -> f64 {
        if self.is_thin() { self.row_height.max(1.0) } else { self.row_height - 0.5 }
    }
}

/// The height of a row with which all groups fill the space, when those too low for a title are made higher.
fn fitting_row(sizes: &[usize], space: f64) -> f64 {
    let m = &METRICS;
    let mut low = vec![false; sizes.len()];
    loop {
        let rest: usize = sizes.iter().zip(&low).filter(|(_, low)| !**low).map(|(size, _)| size).sum();
        let taken = real(low.iter().filter(|low| **low).count()) * m.lowest_group;
        let row = if rest == 0 { m.highest_row } else { (space - taken) / real(rest) };
        let row = row.max(m.lowest_row).min(m.highest_row);
        let before = low.clone();
        for (low, size) in low.iter_mut().zip(sizes) {
            *low |= real(*size) * row < m.lowest_group;
        }
        if low == before {
            return row;
        }
    }
}

/// The order in which the bars are drawn: in thin rows the rare types must not vanish below the frequent one.
const BARS: [(LicenseType, Pale); 8] = [
    (LicenseType::OpenSource, Pale::Yes),
    (LicenseType::SourceAvailable, Pale::Yes),
    (LicenseType::Public, Pale::Yes),
    (LicenseType::Private, Pale::Yes),
    (LicenseType::OpenSource, Pale::No),
    (LicenseType::Private, Pale::No),
    (LicenseType::Public, Pale::No),
    (LicenseType::SourceAvailable, Pale::No),
];

/// The bars of lives at their heights, a path for each type of license, full and pale: its class, and `M x y H x` for
/// each piece. Those without a piece are left out.
pub fn bar_paths<'l>(lives: impl Iterator<Item = (f64, &'l Life<'l>)> + Clone, scale: &Scale) -> Vec<(String, String)> {
    let first = f64::from(scale.axis.first);
    let path = |(license, pale): (LicenseType, Pale)| {
        let mut d = String::new();
        for (y, life) in lives.clone() {
            let pieces = life.pieces.iter().filter(|piece| piece.license == license && piece.pale == pale);
            for piece in pieces.filter(|piece| piece.to > first) {
                let from = scale.x(piece.from);
                let to = scale.x(piece.to).max(from + 0.8);
                d += &format!("M{} {}H{}", at(from), decimals(y, 2), at(to));
            }
        }
        let class = if pale == Pale::Yes { format!("bar {license} pale") } else { format!("bar {license}") };
        (!d.is_empty()).then_some((class, d))
    };
    BARS.into_iter().filter_map(path).collect()
}
