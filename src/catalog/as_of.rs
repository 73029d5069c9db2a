//! The catalog as it stood at the end of a year.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::names::{fold, names, owner};
use crate::model::{Change, Event};
use crate::model::{Fact, Tool, ToolId, Year};

impl Catalog {
    /// The landscape as it stood at the end of `year`: the tools that [lived](Tool::is_alive_in) then, each with the
    /// name, the licence, the status and the history it had.
    ///
    /// What happened later is undone, and what cannot be known is left out:
    ///
    /// - A tool without a year of release is left out, and so is one whose end has no date.
    /// - An event without a date counts as past, as for [`Tool::history_in`].
    /// - The name and the licence are those before the first later change; its source is then theirs.
    /// - The later names are aliases, so that a tool is still found by its name of today; its id never changes.
    /// - A vendor is left out when the tool was acquired or donated later: from whom is not recorded.
    /// - A successor is left out when it did not live then, or when a change of status of the tool was still to come.
    /// - Description, categories and addresses have no history here and are those of today.
    ///
    /// Two tools may have been called alike. Both keep the name; [`find`](Self::find) gives the one whose id it is, else
    /// the first in order of id. An alias that was another tool's name then is left out.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, LicenseType, Year};
    /// let then = Catalog::embedded().as_of(Year::new(2023).unwrap());
    /// let seldon = then.find("seldon core").unwrap();
    /// assert_eq!((seldon.license_type(), seldon.license()), (LicenseType::OpenSource, Some("Apache-2.0")));
    /// // Released later.
    /// assert!(Catalog::embedded().as_of(Year::new(2017).unwrap()).find("mlflow").is_none());
    /// ```
    #[must_use]
    pub fn as_of(&self, year: Year) -> Self {
        let alive = self.tools().filter(|tool| tool.is_alive_in(year));
        let mut tools: Vec<Tool> = alive.map(|tool| former(tool, year)).collect();
        let ids: BTreeSet<ToolId> = tools.iter().map(|tool| tool.id.clone()).collect();
        let names = names(&tools);
        for tool in &mut tools {
            if tool.successor.as_ref().is_some_and(|successor| !ids.contains(successor)) {
                drop_successor(tool);
            }
            let is_its_own = |alias: &str| owner(&names, alias) == Some(&tool.id);
            tool.aliases = tool.aliases.iter().filter(|alias| is_its_own(alias)).cloned().collect();
        }
        Self { version: self.version.clone(), categories: self.categories.clone(), names, tools: tools.into() }
    }
}

/// The tool as it was at the end of `year`.
fn former(tool: &Tool, year: Year) -> Tool {
    let mut former = tool.clone();
    former.history = tool.history_in(year).cloned().collect();
    // The latest first: what stands at last is what was before the earliest.
    for event in tool.history.iter().rev().filter(|event| !event.is_past_in(year)) {
        undo(event, &mut former);
    }
    former
}

fn undo(event: &Event, tool: &mut Tool) {
    match &event.change {
        Change::Renamed { from } => {
            let later = std::mem::replace(&mut tool.name, from.clone());
            let others = tool.aliases.iter().filter(|alias| fold(alias) != fold(&later)).cloned();
            let names = std::iter::once(later.clone()).chain(others);
            tool.aliases = names.filter(|alias| fold(alias) != fold(from)).collect();
            tool.set_source(Fact::Name, event.source.clone());
        }
        Change::Relicensed { from } => {
            tool.license = from.clone();
            tool.set_source(Fact::License, event.source.clone());
        }
        Change::Acquired { .. } | Change::Donated { .. } => {
            tool.vendor = None;
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
