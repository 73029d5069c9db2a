//! A life as a list of pieces: from when to when, under which type of license, pale or not. As `page/lives.js`.

use mlops_catalog::model::{Change, Event};
use mlops_catalog::{Date, LicenseType, Tool, Year};

/// A date as a number: 2018-07 is 2018.5. A bare year begins at its start, so that nothing is drawn more exactly than
/// it is known.
pub fn time(date: Date) -> f64 {
    let part = |number: Option<u8>| f64::from(number.unwrap_or(1) - 1);
    f64::from(date.year().get()) + part(date.month()) / 12.0 + part(date.day()) / 372.0
}

/// The years that are drawn.
#[derive(Clone, Copy)]
pub struct Axis {
    /// The first year; what is older begins at its start.
    pub first: u16,
    /// The year of today.
    pub last: u16,
    pub now: f64,
}

impl Axis {
    /// How many years are drawn at most, before that of today.
    pub const YEARS: u16 = 18;

    pub fn new<'t>(tools: impl Iterator<Item = &'t Tool>, today: Date) -> Self {
        let last = today.year().get();
        // At least one year before today, so that there is an axis in a catalog without dates, too.
        let years = tools.filter_map(Tool::release_year).map(Year::get);
        let oldest = years.chain([last - 1]).min().unwrap_or(last - 1);
        Self { first: oldest.max(last - Self::YEARS), last, now: time(today) }
    }
}

/// A piece of a life.
pub struct Piece {
    pub from: f64,
    pub to: f64,
    pub license: LicenseType,
    /// Whether it was inactive or archived, or had perhaps ended.
    pub pale: Pale,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pale {
    No,
    Yes,
}

/// The life of a tool whose first release is known.
pub struct Life<'t> {
    pub start: f64,
    pub pieces: Vec<Piece>,
    /// What happened on a known date, in order.
    pub marks: Vec<(f64, &'t Event)>,
    /// When it ended.
    pub end: Option<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Alive,
    Pale,
    Gone,
}

impl<'t> Life<'t> {
    pub fn of(tool: &'t Tool, until: f64) -> Option<Self> {
        let start = time(tool.release_date()?);
        if start > until {
            return None;
        }
        let dated = |event: &'t Event| Some((time(event.date()?), event));
        let marks = tool.history().iter().filter_map(dated).filter(|(time, _)| *time <= until).collect();
        let mut life = Self { start, pieces: Vec::new(), marks, end: None };
        let mut walk = Walk { tool, until, time: start, mode: Mode::Alive, moved: 0 };
        for event in tool.history() {
            walk.pass(event, &mut life);
        }
        walk.proceed(until, &mut life.pieces);
        Some(life)
    }
}

/// A walk along the history of a tool.
struct Walk<'t> {
    tool: &'t Tool,
    until: f64,
    time: f64,
    mode: Mode,
    /// How many changes of license are past.
    moved: usize,
}

impl Walk<'_> {
    fn pass(&mut self, event: &Event, life: &mut Life<'_>) {
        let when = event.date().map(time);
        if when.is_some_and(|when| when > self.until) {
            return;
        }
        if let Some(when) = when {
            self.proceed(when, &mut life.pieces);
        }
        match event.change() {
            Change::Relicensed { .. } if when.is_some() => self.moved += 1,
            Change::Inactive | Change::Archived if self.mode == Mode::Alive => self.mode = Mode::Pale,
            Change::Discontinued if when.is_some() => {
                life.end = Some(self.time);
                self.mode = Mode::Gone;
            }
            // Ended, nobody noted when: what is certain reaches to the last dated event.
            Change::Discontinued => self.mode = Mode::Pale,
            Change::Revived => {
                self.time = when.map_or(self.time, |when| when.max(self.time));
                self.mode = Mode::Alive;
                life.end = None;
            }
            _ => {}
        }
    }

    fn proceed(&mut self, to: f64, pieces: &mut Vec<Piece>) {
        let stop = to.max(self.time).min(self.until);
        if self.mode != Mode::Gone && stop > self.time {
            let pale = if self.mode == Mode::Pale { Pale::Yes } else { Pale::No };
            pieces.push(Piece { from: self.time, to: stop, license: self.license(), pale });
        }
        self.time = self.time.max(stop);
    }

    /// The type of license after the changes that are past.
    fn license(&self) -> LicenseType {
        let moves =
            self.tool.history().iter().filter(|event| event.date().is_some_and(|date| time(date) <= self.until));
        let mut from = moves.filter_map(|event| match event.change() {
            Change::Relicensed { from } => Some(from.license_type()),
            _ => None,
        });
        from.nth(self.moved).unwrap_or_else(|| self.tool.license_type())
    }
}

/// The dated changes of the type of license: when, from what, to what.
pub fn type_changes(tool: &Tool) -> Vec<(Date, &mlops_catalog::License, &mlops_catalog::License)> {
    let moves = tool.history().iter().filter_map(|event| match (event.date(), event.change()) {
        (Some(date), Change::Relicensed { from }) => Some((date, from)),
        _ => None,
    });
    let moves: Vec<_> = moves.collect();
    let to = |i: usize| moves.get(i + 1).map_or_else(|| tool.license(), |(_, from)| from);
    let changes = moves.iter().enumerate().map(|(i, (date, from))| (*date, *from, to(i)));
    changes.filter(|(_, from, to)| from.license_type() != to.license_type()).collect()
}
