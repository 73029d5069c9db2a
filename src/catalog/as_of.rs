//! The catalog as it was at the end of a year.

use std::mem;

use super::Catalog;
use super::names::{Named, folded, number, sort};
use crate::model::{Change, Event, Fact, Tool, ToolId, Year, fold};

impl Catalog {
    /// Returns the landscape at the end of `year`: the tools that were [available](Tool::is_available_in), each with the
    /// name, license, status and history of that time.
    ///
    /// What happened later is undone, and what cannot be known is left out:
    ///
    /// - A tool without a year of release is left out, and so is one whose end has no date.
    /// - An event without a date counts as past, as for [`Tool::history_in`].
    /// - Name and license are those before the first later change; their source is then that of the change.
    /// - Later names are aliases, so that a tool is still found by the name of today. Ids never change.
    /// - A vendor is left out when the tool was acquired or donated later: the former owner is not recorded.
    /// - A successor is left out when it was not available then, or when a change of the tool's status was still to come.
    /// - Description, categories and addresses have no history and are those of today.
    ///
    /// Two tools may have had one name. Both keep it; [`find`](Self::find) returns the one whose id it is, else the first
    /// in order of id. An alias that was another tool's name then is left out.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, LicenseType, Year};
    /// let then = Catalog::embedded().as_of(Year::new(2023)?);
    /// // Relicensed in 2024.
    /// assert_eq!(then.find("seldon core").map(|tool| tool.license_type()), Some(LicenseType::OpenSource));
    /// // Released in 2018.
    /// assert!(Catalog::embedded().as_of(Year::new(2017)?).find("mlflow").is_none());
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, year: Year) -> Self {
        let available: Vec<usize> = (0..self.len()).filter(|&at| self.tools[at].is_available_in(year)).collect();
        let mut tools: Vec<Tool> = available.iter().map(|&at| self.tools[at].clone()).collect();
        // Where each tool of today is then.
        let mut places = vec![None; self.len()];
        for (place, &at) in available.iter().enumerate() {
            places[at] = Some(number(place));
        }
        // The names of today, which are folded already, lead to the tools of then, too.
        let then = |named: &Named| Some(named.renumbered(places[named.index()]?));
        let mut names: Vec<Named> = self.names.iter().filter_map(then).collect();
        for (at, tool) in tools.iter_mut().enumerate() {
            let is_renamed = is_renamed_after(year, tool);
            turn_back(tool, year);
            if is_renamed {
                names.extend(folded(tool, number(at)));
            }
        }
        sort(&mut names, &tools);
        names.dedup_by(|named, before| {
            named.name() == before.name() && is_given_up(named.name(), &mut tools[named.index()])
        });
        let is_there =
            |id: &ToolId| ToolId::search(&self.tools, Tool::id, id.as_str()).is_some_and(|at| places[at].is_some());
        for tool in tools.iter_mut().filter(|tool| tool.successor().is_some_and(|id| !is_there(id))) {
            drop_successor(tool);
        }
        Self {
            version: self.version.clone(),
            categories: self.categories.clone(),
            names: names.into(),
            tools: tools.into(),
        }
    }
}

fn is_renamed_after(year: Year, tool: &Tool) -> bool {
    let is_renaming = |event: &Event| matches!(event.change, Change::Renamed { .. });
    tool.history().iter().any(|event| is_renaming(event) && !event.is_past_in(year))
}

/// Whether a tool is called so no longer, once it has left its aliases of that name to another tool.
fn is_given_up(name: &str, tool: &mut Tool) -> bool {
    tool.texts = tool.texts.with_names(tool.name(), tool.aliases().filter(|alias| fold(alias) != name));
    tool.names().all(|own| fold(own) != name)
}

/// Makes a tool what it was at the end of `year`.
fn turn_back(tool: &mut Tool, year: Year) {
    if tool.history_in(year).count() == tool.history.len() {
        return;
    }
    let past = tool.history_in(year).cloned().collect();
    let history = mem::replace(&mut tool.history, past);
    // The latest first: what stands at last is what was before the earliest.
    for event in history.iter().rev().filter(|event| !event.is_past_in(year)) {
        undo(event, tool);
    }
}

fn undo(event: &Event, tool: &mut Tool) {
    match &event.change {
        Change::Renamed { from } => {
            let (later, former) = (fold(tool.name()), fold(from));
            let others = tool.aliases().filter(|alias| ![&later, &former].contains(&&fold(alias)));
            let name = Some(tool.name()).filter(|_| later != former);
            tool.texts = tool.texts.with_names(from, name.into_iter().chain(others));
            tool.set_source(Fact::Name, event.source.clone());
        }
        Change::Relicensed { from } => {
            tool.license = from.clone();
            tool.set_source(Fact::License, event.source.clone());
        }
        Change::Acquired { .. } | Change::Donated { .. } => {
            tool.texts = tool.texts.with_vendor(None);
            tool.set_source(Fact::Vendor, None);
        }
        Change::Inactive | Change::Archived | Change::Discontinued | Change::Revived => drop_successor(tool),
        Change::ClosedToNewCustomers => {}
    }
}

fn drop_successor(tool: &mut Tool) {
    tool.successor = None;
    tool.set_source(Fact::Successor, None);
}
