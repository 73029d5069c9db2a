//! The MLOps tool landscape as typed data: which tools exist, what they are, since when, under which license, and how
//! they relate.
//!
//! The catalog is part of the crate: [`Catalog::embedded`] does no work and no allocation.
//!
//! *Which tools?* A [`Query`] is a filter, built or parsed. It selects a [`Selection`], a set of tools.
//!
//! ```
//! use mlops_catalog::{Catalog, Category, LicenseType, Query};
//!
//! let catalog = Catalog::embedded();
//! let query = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource).released(2018..=2021);
//! for tool in catalog.select(&query) {
//!     println!("{tool}: {}", tool.license());
//! }
//! ```
//!
//! *What is known of one?* A [`Tool`] has its facts, their sources and its history.
//!
//! ```
//! use mlops_catalog::{Catalog, UnknownTool};
//!
//! let feast = Catalog::embedded().resolve("feast")?;
//! for (claim, source) in feast.claims() {
//!     println!("{claim}: {}", source.map_or("no source", |source| source.as_str()));
//! }
//! # Ok::<(), UnknownTool>(())
//! ```
//!
//! *Since when?* A [`Timeline`] groups tools by the year of their release.
//!
//! ```
//! # use mlops_catalog::Catalog;
//! for group in Catalog::embedded().all().timeline().years() {
//!     println!("{}: {} tools, {} in all", group.year(), group.tools().len(), group.cumulative());
//! }
//! ```
//!
//! *How do they relate?* An [`Overlap`] compares categories; [`Catalog::alternatives`] and [`Catalog::successors`] start
//! from a tool, [`Selection::vendors`] and [`Selection::events`] say who owns what and what happened.
//!
//! ```
//! # use mlops_catalog::{Catalog, Category};
//! let overlap = Catalog::embedded().all().overlap();
//! let pair = overlap.between(Category::EndToEndPlatforms, Category::ModelServing);
//! println!("{} shared tools, Jaccard index {:.2}", pair.tools().len(), pair.jaccard());
//! ```
//!
//! *How was it then?* The landscape at the end of a year is a catalog of its own.
//!
//! ```
//! # use mlops_catalog::{Catalog, Year};
//! for tool in &Catalog::embedded().as_of(Year::new(2020)?) {
//!     println!("{tool}, then under {}", tool.license());
//! }
//! # Ok::<(), mlops_catalog::ParseError>(())
//! ```
//!
//! *What changed?* A [`Diff`] compares two catalogs and says how far the version must be raised.
//!
//! ```
//! # use mlops_catalog::{Catalog, Diff, Paper};
//! let printed = Paper::embedded().catalog();
//! for change in Diff::between(&printed, Catalog::embedded()).changes() {
//!     println!("{change}");
//! }
//! ```
//!
//! *What did the survey paper print?* A [`Paper`] has its tables, its survey and its references, and compares them with a
//! catalog.
//!
//! ```
//! # use mlops_catalog::{Catalog, Paper};
//! for erratum in Paper::embedded().errata(Catalog::embedded()) {
//!     println!("{erratum}");
//! }
//! ```
//!
//! # Features
//!
//! None is on by default.
//!
//! - `serde`: `Serialize` and `Deserialize` for tools, catalogs and what they are made of; `Serialize` for results.
//! - `yaml`: module `load`, which reads and writes catalog directories, with every problem at its place.
//! - `schema`: the JSON Schemas of a catalog's files.
//! - `cli`: the command `mlops-catalog`.

#![cfg_attr(docsrs, feature(doc_cfg))]

// Methods are documented in the order of these modules: how to get a catalog first.
mod embedded;

mod catalog;

pub mod model;
mod query;

pub mod views;

pub mod diff;
pub mod paper;

#[cfg(feature = "yaml")]
pub mod load;

pub use catalog::{Catalog, CatalogError, Conflict, UnknownTool};
pub use diff::Diff;
pub use embedded::constants as tool;
pub use model::{
    Category, CategorySet, Date, Expression, License, LicenseType, ParseError, Stage, Status, Tool, ToolId, Year,
};
pub use paper::Paper;
pub use query::{Query, YearRange};
#[doc(no_inline)]
pub use semver::Version;
pub use views::{Overlap, Selection, Timeline};

#[cfg(all(doctest, feature = "yaml"))]
#[doc = include_str!("../README.md")]
struct Readme;
