//! All that is known of a tool.

use std::io::{self, Write};

use mlops_catalog::model::{Claim, Fact, Release, Source};
use mlops_catalog::paper::{Erratum, PrintedType, Usage};
use mlops_catalog::views::ToolEvent;
use mlops_catalog::{Paper, Tool, Year};
use serde::Serialize;

use crate::landscape::Landscape;
use crate::output::wrap::wrap;

/// A tool, and what a catalog and the paper say of it.
#[derive(Serialize)]
pub struct Profile<'c> {
    #[serde(flatten)]
    tool: &'c Tool,
    /// What happened, with what became of a changed license or name.
    events: Vec<ToolEvent<'c>>,
    /// The claims without a source, in words.
    unsourced: Vec<String>,
    replaced: Vec<&'c str>,
    replaced_by: Vec<&'c str>,
    alternatives: Alternatives<'c>,
    printed: Vec<Printed<'c>>,
    errata: Vec<Erratum<'c>>,
    /// In the paper's survey; none if it did not ask about the tool.
    votes: Option<u64>,
    #[serde(skip)]
    titles: Vec<String>,
    #[serde(skip)]
    has_status: bool,
}

#[derive(Serialize)]
struct Alternatives<'c> {
    open_source: Vec<&'c str>,
    others: Vec<&'c str>,
}

/// A row of the paper's tables.
#[derive(Serialize)]
struct Printed<'c> {
    table: u8,
    name: &'c str,
    #[serde(rename = "type")]
    printed_type: PrintedType,
    released: Option<Year>,
}

/// Something that is known of a tool, with its source where it must have one.
pub struct Line {
    pub label: &'static str,
    pub text: String,
    pub source: Evidence,
}

pub enum Evidence {
    /// The tool's own pages show it, or it is derived.
    None,
    Of(String),
    Missing,
}

impl Evidence {
    fn of(source: Option<&Source>) -> Self {
        source.map_or(Self::Missing, |source| Self::Of(source.to_string()))
    }

    /// Of a fact that need not have a source.
    fn if_any(source: Option<&Source>) -> Self {
        source.map_or(Self::None, |source| Self::Of(source.to_string()))
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Of(source) => Some(source),
            Self::Missing => Some("no source"),
        }
    }
}

impl<'c> Profile<'c> {
    pub fn of(tool: &'c Tool, landscape: &'c Landscape, usage: &Usage<'_>, errata: &[Erratum<'c>]) -> Self {
        let catalog = landscape.catalog();
        let names = |tools: &[&'c Tool]| tools.iter().map(|tool| tool.name()).collect();
        let printed = Paper::embedded().rows_of(tool.id()).map(|(table, row)| Printed {
            table: table.number(),
            name: row.name(),
            printed_type: row.printed_type(),
            released: row.released(),
        });
        let unsourced = tool.unsourced().map(|claim| match claim {
            Claim::Event(event) => event.to_string(),
            claim => claim.to_string(),
        });
        Self {
            tool,
            events: tool.events().collect(),
            unsourced: unsourced.collect(),
            replaced: names(&catalog.predecessors(tool)),
            replaced_by: names(&catalog.successors(tool)),
            alternatives: Alternatives {
                open_source: names(&catalog.alternatives(tool)),
                others: names(&catalog.other_alternatives(tool)),
            },
            printed: printed.collect(),
            errata: errata.iter().filter(|erratum| erratum.tool() == tool.id()).cloned().collect(),
            votes: usage.votes(tool.id()),
            titles: tool.categories().iter().map(|category| catalog.title(*category).to_owned()).collect(),
            has_status: landscape.has_statuses(),
        }
    }

    pub fn tool(&self) -> &'c Tool {
        self.tool
    }

    /// What is known, in the order in which it is shown; of every tool the same lines.
    pub fn lines(&self) -> Vec<Line> {
        let tool = self.tool;
        let plain =
            |label, text: Option<String>| Line { label, text: text.unwrap_or_default(), source: Evidence::None };
        let shown = |date: Option<mlops_catalog::Date>| date.map(|date| date.to_string());
        let text = |value: Option<&str>| value.map(str::to_owned);
        let categories =
            self.titles.iter().zip(tool.categories()).map(|(title, category)| format!("{title} ({category})"));
        let former: Vec<&str> = tool.former_ids().map(|id| id.as_str()).collect();
        let status = self.has_status.then(|| tool.status().to_string());
        vec![
            plain("Id", Some(tool.id().to_string())),
            plain("Former ids", Some(former.join(", "))),
            Line {
                label: "Also called",
                text: itertools::join(tool.aliases(), ", "),
                source: Evidence::if_any(tool.source(Fact::Name)),
            },
            Line {
                label: "Vendor",
                text: text(tool.vendor()).unwrap_or_default(),
                source: Evidence::if_any(tool.source(Fact::Vendor)),
            },
            plain("Ownership", tool.last_transfer().map(ToString::to_string)),
            Line {
                label: "Categories",
                text: itertools::join(categories, ", "),
                source: Evidence::if_any(tool.source(Fact::Categories)),
            },
            Line {
                label: "License",
                text: tool.license().to_string(),
                source: Evidence::of(tool.source(Fact::License)),
            },
            plain("Earlier", Some(self.earlier_licenses())),
            Line {
                label: "Released",
                text: tool.release().map_or("not known".to_owned(), Release::to_string),
                source: match tool.release() {
                    Some(release) => Evidence::of(release.source()),
                    None => Evidence::None,
                },
            },
            plain("Status", status),
            plain("Homepage", text(tool.homepage().map(|page| page.as_str()))),
            plain("Repository", text(tool.repository().map(|page| page.as_str()))),
            plain("Checked", shown(tool.checked())),
            plain("Replaced", Some(self.replaced.join(", "))),
            Line {
                label: "Replaced by",
                text: self.replaced_by.join(", then "),
                source: if self.replaced_by.is_empty() {
                    Evidence::None
                } else {
                    Evidence::of(tool.source(Fact::Successor))
                },
            },
        ]
    }

    /// The licenses until now, each with when it ended.
    fn earlier_licenses(&self) -> String {
        let changes = self.events.iter().filter(|found| found.license_before() != found.license_after());
        let text = |found: &ToolEvent<'_>| match found.event().date() {
            Some(date) => format!("{} until {date}", found.license_before()),
            None => format!("{} before", found.license_before()),
        };
        itertools::join(changes.map(text), ", ")
    }

    /// What the paper prints of the tool, what of that is wrong, and its votes.
    fn in_the_paper(&self) -> Vec<String> {
        let printed = self.printed.iter().map(|row| {
            let year = row.released.map_or("no year".to_owned(), |year| year.to_string());
            format!("Table {}: {}, {}, {year}", row.table, row.name, row.printed_type)
        });
        let errata = self.errata.iter().map(|erratum| {
            let mismatch = erratum.mismatch();
            format!(
                "Table {}: {} {}, in truth {}",
                erratum.table(),
                mismatch.fact(),
                mismatch.printed(),
                mismatch.truth()
            )
        });
        let votes = self.votes.map(|votes| format!("Survey: {votes} votes"));
        printed.chain(errata).chain(votes).collect()
    }

    /// Everything, for people.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        const WIDTH: usize = 80;
        const LABEL: usize = 14;
        let indented = |label: &str, text: &str, out: &mut dyn Write| {
            let gap = format!("\n{}", " ".repeat(LABEL));
            writeln!(out, "{label:LABEL$}{}", wrap(text, WIDTH - LABEL).replace('\n', &gap))
        };
        writeln!(out, "{}", self.tool.name())?;
        if let Some(description) = self.tool.description() {
            writeln!(out, "{}", wrap(description, WIDTH))?;
        }
        writeln!(out)?;
        for line in self.lines().iter().filter(|line| !line.text.is_empty()) {
            indented(line.label, &line.text, out)?;
            line.source.text().iter().try_for_each(|source| indented("", source, out))?;
        }
        self.list(
            "History",
            self.events.iter().map(|found| {
                let evidence = Evidence::of(found.event().source());
                format!("{found}\n  {}", evidence.text().unwrap_or_default())
            }),
            out,
        )?;
        let alternatives = [("open-source", &self.alternatives.open_source), ("others", &self.alternatives.others)];
        let some = alternatives.iter().filter(|(_, names)| !names.is_empty());
        let alternatives = some.map(|(what, names)| wrap(&format!("{what}: {}", names.join(", ")), WIDTH - 4));
        self.list("Alternatives (active, of the same primary category)", alternatives, out)?;
        self.list("In the paper", self.in_the_paper().into_iter(), out)
    }

    fn list(&self, heading: &str, items: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
        for (at, item) in items.enumerate() {
            if at == 0 {
                writeln!(out, "\n{heading}")?;
            }
            writeln!(out, "  {}", item.replace('\n', "\n  "))?;
        }
        Ok(())
    }
}
