//! The MLOps tool landscape as typed data: which tools exist, what they are, since when, under which licence, and how
//! they relate.
//!
//! The catalog is baked into the crate: opening it does no work and allocates nothing.
//!
//! *Which tools?* A [`Query`] is a value, built or parsed; it gives a [`Selection`], a set with the algebra of sets.
//!
//! ```
//! use mlops_catalog::{Catalog, Category, LicenseType, Query};
//!
//! let catalog = Catalog::embedded();
//! let query = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource).released(2018..=2021);
//! for tool in &catalog.select(&query) {
//!     println!("{} ({})", tool.name(), tool.license().unwrap_or("no expression"));
//! }
//! ```
//!
//! *Since when?* A [`Timeline`] groups tools by the year of their release.
//!
//! ```
//! # use mlops_catalog::Catalog;
//! for group in Catalog::embedded().all().timeline().years() {
//!     println!("{}: {} tools, {} in all", group.year(), group.selection().len(), group.cumulative());
//! }
//! ```
//!
//! *How do they relate?* An [`Overlap`] says what categories share.
//!
//! ```
//! # use mlops_catalog::{Catalog, Category};
//! let overlap = Catalog::embedded().all().overlap();
//! let shared = overlap.between(Category::EndToEndPlatforms, Category::ModelServing);
//! println!("{} tools, Jaccard index {:.2}", shared.selection().len(), shared.jaccard());
//! ```
//!
//! *How was it then?* The landscape as it stood at the end of a year is a catalog of its own.
//!
//! ```
//! # use mlops_catalog::{Catalog, Year};
//! let then = Catalog::embedded().as_of(Year::new(2020)?);
//! for tool in &then.all() {
//!     println!("{}, then under {}", tool.name(), tool.full_license());
//! }
//! # Ok::<(), mlops_catalog::BadYear>(())
//! ```
//!
//! *What could I use instead?* And what replaced it, who owns it, what changed hands: [`Catalog::alternatives`],
//! [`Catalog::successors`], [`Selection::owners`], [`Selection::changed_hands`], [`Selection::most_connected`].
//!
//! ```
//! # use mlops_catalog::{Catalog, UnknownTool};
//! let catalog = Catalog::embedded();
//! for tool in catalog.alternatives(catalog.named("neptune ai")?) {
//!     println!("{}", tool.name());
//! }
//! # Ok::<(), UnknownTool>(())
//! ```
//!
//! *What changed?* A [`Diff`] says how one catalog became another, and how far its version must be raised for that.
//!
//! ```
//! # use mlops_catalog::{Catalog, Diff, Paper};
//! let printed = Paper::embedded().catalog();
//! for change in Diff::between(&printed, Catalog::embedded()).changes() {
//!     println!("{change}");
//! }
//! ```
//!
//! *What did the survey paper print?* A [`Paper`] has its tables, and answers the same questions over them.
//!
//! ```
//! # use mlops_catalog::{Catalog, Paper};
//! let printed = Paper::embedded().catalog();
//! for tool in printed.tools().filter(|tool| tool.year() != Catalog::embedded().tool(tool.id().as_str()).and_then(|of| of.year())) {
//!     println!("{}: printed with another year", tool.name());
//! }
//! ```
//!
//! *What did its respondents answer, and what does not add up?* A [`Question`] has the printed counts; [`Paper::errata`]
//! compares the tables with a catalog, [`Paper::usage`] counts votes for tools.
//!
//! ```
//! # use mlops_catalog::Paper;
//! for question in Paper::embedded().survey() {
//!     println!("{}: {} answers", question.caption(), question.total());
//!     for discrepancy in question.discrepancies() {
//!         println!("  {discrepancy}");
//!     }
//! }
//! ```
//!
//! # Features
//!
//! None is on by default. `serde` adds `Serialize` to tools and results; `yaml` adds reading and writing catalog
//! directories, with every problem at its place; `schema` adds the JSON Schemas of a catalog's files.

mod catalog;
mod diff;
mod embedded;
#[cfg(feature = "yaml")]
mod load;
mod model;
mod paper;
mod query;
mod views;

pub use catalog::{Catalog, CatalogError, Clash, UnknownTool};
pub use diff::{Bump, CatalogChange, Diff, FactChange, FromTo, InfoChange, VersionTooLow};
pub use embedded::constants as tool;
#[cfg(feature = "schema")]
pub use load::FileKind;
#[cfg(feature = "yaml")]
pub use load::{Inspection, Level, LoadError, Place, Problem, Problems, Rule, Style, WriteError};
pub use model::*;
pub use paper::{
    Answers, BadDoi, BadExhibit, BadPercent, Case, Choice, Discrepancy, Doi, Erratum, Exhibit, Figure, Mismatch, Paper,
    Percent, Platform, PrintedFact, Question, Ranked, Reference, Role, Row, Table, Usage,
};
pub use query::{BadYearRange, Query, QueryError, YearRange};
pub use views::{
    Combination, Life, LifeYear, Overlap, Owner, Owners, Selection, Shared, Timeline, ToolEvent, YearGroup,
};

#[cfg(all(doctest, feature = "yaml"))]
#[doc = include_str!("../README.md")]
struct Readme;
