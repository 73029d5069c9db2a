//! The landscape as a page: its files, from a catalog and nothing else.
//!
//! Today is the newest day on which a tool was checked, never the clock: the same catalog gives the same bytes.

mod assets;
mod data;
mod directory;
mod evidence;
mod feed;
mod index;
mod layout;
mod lives;
mod number;
mod plain;
mod plots;
mod tables;
mod tool_page;
mod words;

use mlops_catalog::{Catalog, Date, Paper, Tool, ToolId, Year};

use crate::failure::Failure;

pub use directory::{Directory, Refusal};

/// A file of the site: where it is below the site's directory, and what it says.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// What the site shows.
pub struct Site<'c> {
    catalog: &'c Catalog,
    /// Where its YAML files are kept, without a slash at the end.
    repository: Option<String>,
    today: Date,
}

impl<'c> Site<'c> {
    pub fn new(catalog: &'c Catalog, repository: Option<&str>) -> Self {
        let repository = repository.map(|address| address.trim_end_matches('/').to_owned());
        Self { catalog, repository, today: today(catalog) }
    }

    /// Every file of the site, in order of path.
    pub fn files(&self) -> Result<Vec<File>, Failure> {
        let mut files = vec![
            File::new("index.html", index::page(self)?),
            File::new("catalog.json", json(self.catalog)?),
            File::new("catalog.schema.json", Catalog::json_schema()),
            File::new("catalog.csv", tables::csv(self.catalog)?),
            File::new("catalog.md", tables::list(self.catalog)),
            File::new("changes.atom", feed::atom(self)),
        ];
        files.extend(self.plots());
        for tool in self.catalog.tools() {
            files.push(File::new(format!("tools/{}.html", tool.id()), tool_page::page(self, tool)?));
            let led = |id: &ToolId| File::new(format!("tools/{id}.html"), tool_page::leading_to(tool));
            files.extend(tool.former_ids().map(led));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// The plots of the whole catalog, light and dark.
    pub fn plots(&self) -> Vec<File> {
        plots::files(self)
    }

    /// What the paper prints otherwise than this catalog has it.
    fn errata(&self) -> Vec<mlops_catalog::paper::Erratum<'_>> {
        Paper::embedded().errata(self.catalog)
    }

    fn axis(&self) -> lives::Axis {
        lives::Axis::new(self.catalog.tools(), self.today)
    }

    /// Where a file of a tool can be corrected.
    fn correction(&self, tool: &Tool) -> Option<String> {
        let repository = self.repository.as_deref()?;
        Some(format!("{repository}/edit/main/catalog/tools/{}.yaml", tool.id()))
    }
}

/// The newest day of the catalog; of a catalog in which nothing was checked, the newest year of a release or that of
/// the survey paper.
fn today(catalog: &Catalog) -> Date {
    let last_day = |date: &Date| (date.year(), date.month().unwrap_or(12), date.day().unwrap_or(31));
    let checked = catalog.tools().filter_map(Tool::checked).max_by_key(last_day);
    let released = || catalog.tools().filter_map(Tool::release_year).max().map(Date::from);
    let survey = || Date::from(Year::new(2023).expect("a year from 1950 on"));
    checked.or_else(released).unwrap_or_else(survey)
}

fn json(value: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
