//! The catalog as it was at the end of a year.

use std::collections::BTreeSet;

use super::Catalog;
use super::names::{names, owner};
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
        let alive = self.tools().filter(|tool| tool.is_available_in(year));
        let mut tools: Vec<Tool> = alive.map(|tool| former(tool, year)).collect();
        let ids: BTreeSet<ToolId> = tools.iter().map(|tool| tool.id.clone()).collect();
        let names = names(&tools);
        for (at, tool) in tools.iter_mut().enumerate() {
            if tool.successor.as_ref().is_some_and(|successor| !ids.contains(successor)) {
                drop_successor(tool);
            }
            let is_its_own = |alias: &str| owner(&names, alias) == Some(at);
            if !tool.aliases().all(is_its_own) {
                tool.texts = tool.texts.with_names(tool.name(), tool.aliases().filter(|alias| is_its_own(alias)));
            }
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
            let later = tool.name();
            let others = tool.aliases().filter(|alias| fold(alias) != fold(later));
            let aliases = std::iter::once(later).chain(others).filter(|alias| fold(alias) != fold(from));
            tool.texts = tool.texts.with_names(from, aliases);
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
