//! The arguments that commands share.

use std::error::Error;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use mlops_catalog::load::LoadError;
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Catalog, Category, Paper, Query, Selection, Stage, Status, Tool, Year, YearRange};

use crate::failure::Failure;
use crate::landscape::{Edition, Landscape};
use crate::output::format::Format;

/// How queries are written, in the help of every command that takes them.
pub const GRAMMAR: &str = "Queries (--query; `mlops-catalog help queries` has it all):
  category:a,b  in either; category:a+b in both; stage:serving; vendor:\"Hugging Face\"
  license:open-source,BUSL-1.1  a type or an SPDX identifier; status:active,inactive
  released:2018, 2018.., 2018..=2021, ..2015 (before 2015), ..=2015 (2015 too)
  event:acquired, event:archived:2024, relicensed:2023..; source:missing
  kubernetes or \"feature store\"  in names, description, vendor; - before any excludes";

/// Which tools, of which catalog.
#[derive(Args)]
pub struct Filters {
    /// Only tools of these categories, such as feature-stores; with several, of any of them
    #[arg(value_name = "CATEGORY", value_delimiter = ',')]
    categories: Vec<Category>,
    #[command(flatten)]
    conditions: Conditions,
    #[command(flatten)]
    origin: Origin,
}

/// What tools must be.
#[derive(Args)]
pub struct Conditions {
    /// Only tools with a category of this stage: platforms, data, training, serving, operations, language-models
    #[arg(long, value_delimiter = ',')]
    stage: Vec<Stage>,
    /// Only tools under this license: open-source, source-available, public, private, or an SPDX identifier
    #[arg(long, value_name = "LICENSE", value_delimiter = ',')]
    license: Vec<LicenseFilter>,
    /// Only tools released in these years: 2018, 2018..=2021, 2018.. or ..=2020
    #[arg(long, value_name = "RANGE", allow_hyphen_values = true)]
    released: Option<YearRange>,
    /// Only tools of this status: active, inactive, archived, discontinued
    #[arg(long, value_delimiter = ',')]
    status: Vec<Status>,
    /// Only tools of this vendor
    #[arg(long, value_name = "NAME", value_parser = vendor)]
    vendor: Vec<String>,
    /// Only tools that match this query, such as "archived:2024 -license:private"
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, value_parser = query)]
    query: Option<Query>,
}

/// Of which catalog tools are shown, and how.
#[derive(Args)]
pub struct Presentation {
    #[command(flatten)]
    pub origin: Origin,
    /// How it is written
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

/// How what is wrong is told.
#[derive(Args)]
pub struct Told {
    /// For people, for programs, or as annotations of a GitHub workflow
    #[arg(long, value_enum, default_value = "human")]
    pub format: Audience,
}

/// Who reads what is wrong.
#[derive(Clone, Copy, ValueEnum)]
pub enum Audience {
    Human,
    Json,
    Github,
}

/// Which catalog, and when.
#[derive(Args)]
pub struct Origin {
    /// The current catalog, or the survey paper as printed
    #[arg(long, value_enum, default_value = "living")]
    edition: Edition,
    /// A catalog directory instead of the built-in catalog
    #[arg(long, value_name = "DIR", conflicts_with = "edition")]
    catalog: Option<PathBuf>,
    /// The landscape at the end of this year
    #[arg(long, value_name = "YEAR")]
    as_of: Option<Year>,
}

impl Origin {
    /// The landscape that is asked.
    pub fn landscape(&self) -> Result<Landscape, Failure> {
        Landscape::new(self.whole()?, self.edition, self.as_of)
    }

    fn whole(&self) -> Result<Catalog, LoadError> {
        Ok(match (&self.catalog, self.edition) {
            (Some(dir), _) => Catalog::from_dir(dir)?,
            (None, Edition::Paper) => Paper::embedded().catalog(),
            (None, Edition::Living) => Catalog::embedded().clone(),
        })
    }
}

impl Conditions {
    fn queries(&self, categories: &[Category]) -> [Query; 2] {
        let query = categories.iter().fold(Query::new(), |query, &category| query.category(category));
        let query = self.stage.iter().fold(query, |query, &stage| query.stage(stage));
        let query = self.license.iter().cloned().fold(query, Query::license);
        let query = self.status.iter().fold(query, |query, &status| query.status(status));
        let query = self.vendor.iter().fold(query, Query::vendor);
        let query = self.released.into_iter().fold(query, Query::released);
        [query, self.query.clone().unwrap_or_default()]
    }

    /// Fails if a vendor is none of the landscape's.
    pub fn know_vendors(&self, landscape: &Landscape) -> Result<(), Failure> {
        self.vendor.iter().try_for_each(|name| landscape.know_vendor(name))
    }

    /// Whether every condition holds.
    pub fn matches(&self, tool: &Tool) -> bool {
        self.queries(&[]).iter().all(|query| query.matches(tool))
    }
}

impl Filters {
    /// The landscape that is asked.
    pub fn landscape(&self) -> Result<Landscape, Failure> {
        if self.origin.edition == Edition::Paper && !self.conditions.status.is_empty() {
            return Err(Failure::Arguments("the paper prints no status; leave out --status or --edition".to_owned()));
        }
        let landscape = self.origin.landscape()?;
        self.conditions.know_vendors(&landscape)?;
        Ok(landscape)
    }

    /// The tools for which every filter holds.
    pub fn select<'c>(&self, catalog: &'c Catalog) -> Selection<'c> {
        let [query, more] = self.conditions.queries(&self.categories);
        catalog.select(&query).filter(|tool| more.matches(tool))
    }

    /// The categories that were named.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// What the year leaves out of the tools for which every filter holds, in a line of its own, if a year was given.
    pub fn left_out(&self, landscape: &Landscape) -> Option<String> {
        landscape.left_out(|catalog| self.select(catalog))
    }
}

/// The name of a vendor: nothing would be no condition.
fn vendor(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        Err("the vendor is empty; write a name, such as NVIDIA".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// A query, which may begin with `-`; an option in its place is a slip.
fn query(text: &str) -> Result<Query, Box<dyn Error + Send + Sync>> {
    if text.starts_with("--") {
        return Err(format!("a query is missing before `{text}`").into());
    }
    Ok(text.parse()?)
}
