//! The arguments that commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use mlops_catalog::load::LoadError;
use mlops_catalog::{Catalog, Category, LicenseType, Paper, Query, Selection, Status, Year, YearRange};

/// Which tools, of which catalog.
#[derive(Args)]
pub struct Filters {
    /// Only tools of these categories, such as feature-stores
    #[arg(value_name = "CATEGORY")]
    categories: Vec<Category>,
    /// Only tools under this type of license: open-source, source-available, public, private; may be repeated
    #[arg(long, value_name = "TYPE")]
    license: Vec<LicenseType>,
    /// Only tools released in these years: 2018, 2018..=2021, 2018.. or ..=2020
    #[arg(long, value_name = "RANGE")]
    released: Option<YearRange>,
    /// Only tools of this status: active, inactive, archived, discontinued; may be repeated
    #[arg(long)]
    status: Vec<Status>,
    /// Only tools that this query asks for, such as "category:model-serving+model-observability"
    #[arg(long, value_name = "STR")]
    query: Option<Query>,
    #[command(flatten)]
    origin: Origin,
}

/// Which catalog, and when.
#[derive(Args)]
pub struct Origin {
    /// The living catalog, or the survey paper as printed
    #[arg(long, value_enum, default_value = "living")]
    edition: Edition,
    /// A catalog directory, in place of the catalog in the crate
    #[arg(long, value_name = "DIR", conflicts_with = "edition")]
    catalog: Option<PathBuf>,
    /// The landscape as it stood at the end of this year
    #[arg(long, value_name = "YEAR")]
    as_of: Option<Year>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Edition {
    Living,
    Paper,
}

impl Origin {
    /// The catalog that is asked.
    pub fn catalog(&self) -> Result<Catalog, LoadError> {
        let catalog = match (&self.catalog, self.edition) {
            (Some(dir), _) => Catalog::from_dir(dir)?,
            (None, Edition::Paper) => Paper::embedded().catalog(),
            (None, Edition::Living) => Catalog::embedded().clone(),
        };
        Ok(match self.as_of {
            Some(year) => catalog.as_of(year),
            None => catalog,
        })
    }
}

impl Filters {
    /// The catalog that is asked.
    pub fn catalog(&self) -> Result<Catalog, LoadError> {
        self.origin.catalog()
    }

    /// The tools for which every filter holds.
    pub fn select<'c>(&self, catalog: &'c Catalog) -> Selection<'c> {
        let query = self.categories.iter().fold(Query::new(), |query, &category| query.category(category));
        let query = self.license.iter().fold(query, |query, &license| query.license(license));
        let query = self.status.iter().fold(query, |query, &status| query.status(status));
        let query = self.released.into_iter().fold(query, Query::released);
        let selection = catalog.select(&query);
        match &self.query {
            Some(query) => selection.intersection(&catalog.select(query)),
            None => selection,
        }
    }
}
