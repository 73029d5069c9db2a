//! The changes of a diff for people: as plain text, or as an entry of a changelog.

use std::fmt::Display;
use std::io::{self, Write};

use itertools::Itertools as _;
use mlops_catalog::diff::{Bump, CatalogChange, FactChange};
use mlops_catalog::{Diff, Tool};

use crate::output::count::count;
use crate::output::markdown::{item, text};
use crate::output::table;

/// The changes under one heading.
struct Section<'d> {
    title: &'static str,
    /// New tools: too many, now and then, for a line each.
    added: Vec<&'d Tool>,
    /// How many tools were checked again without finding anything.
    checked: usize,
    others: Vec<&'d CatalogChange<'d>>,
}

/// The sections that have changes: what breaks programs first.
fn sections<'d>(diff: &'d Diff<'d>) -> impl Iterator<Item = Section<'d>> {
    ["Lead elsewhere", "Removed", "Renamed", "Added", "Changed"].into_iter().filter_map(|title| {
        let mut section = Section { title, added: Vec::new(), checked: 0, others: Vec::new() };
        let changes = diff.changes().filter(|change| title_of(change) == title);
        let number = changes.map(|change| section.insert(change)).count();
        (number > 0).then_some(section)
    })
}

fn title_of(change: &CatalogChange<'_>) -> &'static str {
    match change {
        CatalogChange::Redirected { .. } => "Lead elsewhere",
        CatalogChange::Removed { .. } | CatalogChange::CategoryRemoved { .. } => "Removed",
        CatalogChange::Renamed { .. } | CatalogChange::Merged { .. } => "Renamed",
        CatalogChange::Added { .. } | CatalogChange::CategoryAdded { .. } => "Added",
        _ => "Changed",
    }
}

impl<'d> Section<'d> {
    fn insert(&mut self, change: &'d CatalogChange<'d>) {
        match change {
            CatalogChange::Added { tool } => self.added.push(tool),
            CatalogChange::Changed { facts, .. } if matches!(facts.as_slice(), [FactChange::Checked(_)]) => {
                self.checked += 1;
            }
            other => self.others.push(other),
        }
    }

    fn len(&self) -> usize {
        self.added.len() + self.checked + self.others.len()
    }

    fn checked_again(&self) -> Option<String> {
        (self.checked > 0).then(|| format!("checked again, with no other change: {}", count(self.checked, "tool")))
    }
}

/// What breaks programs.
fn broken(diff: &Diff<'_>) -> &'static str {
    let is_redirected = |change: &CatalogChange<'_>| matches!(change, CatalogChange::Redirected { .. });
    let is_other = |change: &&CatalogChange<'_>| change.required_bump() == Bump::Major && !is_redirected(change);
    match (diff.changes().any(is_redirected), diff.changes().any(|change| is_other(&change))) {
        (true, false) => "Names no longer lead to their tools",
        (true, true) => "Ids are gone, and names no longer lead to their tools",
        _ => "Ids are gone",
    }
}

/// The changes as plain text.
pub fn table(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (old, next) = (diff.old_version(), diff.least_version());
    match diff.required_bump() {
        Bump::Nothing => writeln!(out, "Nothing changed.")?,
        Bump::Major => {
            let broken = broken(diff);
            writeln!(out, "{broken}, which is a major step: after {old}, the next version is {next}.")?;
        }
        step => writeln!(out, "A {step} step: after {old}, the next version is {next}.")?,
    }
    for section in sections(diff) {
        writeln!(out, "\n{} ({})", section.title, section.len())?;
        if !section.added.is_empty() {
            let rows = section.added.iter().map(|tool| {
                let (category, license) = (tool.primary_category().to_string(), tool.license().to_string());
                vec![format!(" {}", tool.name()), tool.id().to_string(), category, license]
            });
            table::table(out, &[" Name", "Id", "Category", "License"], rows)?;
        }
        for change in &section.others {
            let (head, facts) = Form::Plain.entry(change);
            writeln!(out, "  {head}")?;
            facts.iter().try_for_each(|fact| writeln!(out, "    {}", fact.replace('\n', "\n    ")))?;
        }
        section.checked_again().iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    }
    Ok(())
}

/// The changes as an entry of catalog/CHANGELOG.md, under the version that they are to be released as.
pub fn markdown(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let version = diff.check_version().map_or_else(|low| low.least().clone(), |()| diff.new_version().clone());
    writeln!(out, "## Data {version}")?;
    match diff.required_bump() {
        Bump::Nothing => writeln!(out, "\nNothing changed.")?,
        Bump::Major => writeln!(out, "\n{}: this is a major step.", broken(diff))?,
        Bump::Minor | Bump::Patch => {}
    }
    for section in sections(diff) {
        writeln!(out, "\n### {}\n", section.title)?;
        let by_category = section.added.iter().into_group_map_by(|tool| tool.primary_category());
        for (category, tools) in by_category.into_iter().sorted_by_key(|(category, _)| *category) {
            let tools = tools.into_iter().map(|tool| Form::Markdown.tool(tool)).collect_vec();
            writeln!(out, "{}", item(&format!("{category}:"), &tools))?;
        }
        for change in &section.others {
            let (head, facts) = Form::Markdown.entry(change);
            match facts.as_slice() {
                [fact] => writeln!(out, "- {head}: {fact}")?,
                facts => {
                    writeln!(out, "- {head}")?;
                    facts.iter().try_for_each(|fact| writeln!(out, "  - {fact}"))?;
                }
            }
        }
        section.checked_again().iter().try_for_each(|line| writeln!(out, "- {line}"))?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Form {
    Plain,
    Markdown,
}

impl Form {
    /// What a change is about, and the facts that changed.
    fn entry(self, change: &CatalogChange<'_>) -> (String, Vec<String>) {
        match change {
            CatalogChange::Redirected { name, from, to } => {
                let to = to.map_or_else(|| "nothing".to_owned(), |to| self.tool(to));
                (format!("{} found {} and finds {to}", self.name(name), self.tool(from)), Vec::new())
            }
            CatalogChange::Removed { tool } => (self.tool(tool), Vec::new()),
            CatalogChange::Renamed { from, to, facts } => {
                (format!("{} is now {}", self.tool(from), self.tool(to)), self.facts(facts))
            }
            CatalogChange::Merged { from, into } => {
                (format!("{} went into {}", self.tool(from), self.tool(into)), Vec::new())
            }
            CatalogChange::Changed { tool, facts } => (self.tool(tool), self.facts(facts)),
            CatalogChange::CategoryChanged { category, facts } => (format!("category {category}"), self.facts(facts)),
            other => (self.line(&other.to_string()), Vec::new()),
        }
    }

    fn facts(self, facts: &[impl Display]) -> Vec<String> {
        const WIDTH: usize = 76;
        let fact = |fact: &_| match (self, format!("{fact}")) {
            (Self::Plain, line) if line.chars().count() > WIDTH => format!("{fact:#}"),
            (_, line) => self.line(&line),
        };
        facts.iter().map(fact).collect()
    }

    fn tool(self, tool: &Tool) -> String {
        match self {
            Self::Plain => format!("{} ({})", tool.name(), tool.id()),
            Self::Markdown => format!("{} (`{}`)", text(tool.name()), tool.id()),
        }
    }

    fn name(self, name: &str) -> String {
        match self {
            Self::Plain => format!("`{name}`"),
            Self::Markdown => format!("“{}”", text(name)),
        }
    }

    fn line(self, line: &str) -> String {
        match self {
            Self::Plain => line.to_owned(),
            Self::Markdown => text(line),
        }
    }
}
