//! The MLOps tool landscape as typed data: which tools exist, what they are, since when, under which license, and how
//! they relate.
//!
//! The catalog is compiled into the crate. [`Catalog::embedded`] returns it without any work or allocation.
//!
//! *Which tools are there?* A [`Query`] is a filter, built or parsed. It selects a [`Selection`], a set of tools.
//!
//! ```
//! use mlops_catalog::{Catalog, Category, LicenseType, Query};
//!
//! let query = Query::new()
//!     .category(Category::FeatureStores)
//!     .license(LicenseType::OpenSource)
//!     .released(2018..=2021);
//! for tool in Catalog::embedded().select(&query) {
//!     println!("{tool}: {}", tool.license());
//! }
//! ```
//!
//! *What is known about a tool?* A [`Tool`] has facts, their sources and a history.
//!
//! ```
//! use mlops_catalog::{Catalog, UnknownTool};
//!
//! let feast = Catalog::embedded().resolve("feast")?;
//! for (claim, source) in feast.claims() {
//!     let source = source.map_or("no source", |source| source.as_str());
//!     println!("{claim}: {source}");
//! }
//! # Ok::<(), UnknownTool>(())
//! ```
//!
//! *When did tools appear?* A [`Timeline`] groups tools by the year of their release.
//!
//! ```
//! use mlops_catalog::Catalog;
//!
//! for group in Catalog::embedded().all().timeline().years() {
//!     let (new, all) = (group.tools().len(), group.cumulative());
//!     println!("{}: {new} new tools, {all} in all", group.year());
//! }
//! ```
//!
//! *How do tools relate?* An [`Overlap`] compares categories. [`Catalog::alternatives`] and [`Catalog::successors`] start
//! from a tool. [`Selection::vendors`] groups tools by owner, [`Selection::events`] lists what happened to them.
//!
//! ```
//! use mlops_catalog::{Catalog, Category};
//!
//! let overlap = Catalog::embedded().all().overlap();
//! let pair = overlap.between(Category::EndToEndPlatforms, Category::ModelServing);
//! println!("{} shared tools", pair.tools().len());
//! println!("Jaccard index {:.2}", pair.jaccard());
//!
//! let neptune = Catalog::embedded().resolve("neptune ai")?;
//! for tool in Catalog::embedded().alternatives(neptune) {
//!     println!("{tool} can be used instead");
//! }
//! # Ok::<(), mlops_catalog::UnknownTool>(())
//! ```
//!
//! *What did the landscape look like?* [`Catalog::as_of`] returns the catalog at the end of a year.
//!
//! ```
//! use mlops_catalog::{Catalog, Year};
//!
//! for tool in &Catalog::embedded().as_of(Year::new(2020)?) {
//!     println!("{tool}, then under {}", tool.license());
//! }
//! # Ok::<(), mlops_catalog::ParseError>(())
//! ```
//!
//! *What changed?* A [`Diff`] compares two catalogs and computes the version bump that the changes require.
//!
//! ```
//! use mlops_catalog::{Catalog, Diff, Paper};
//!
//! let printed = Paper::embedded().catalog();
//! for change in Diff::between(&printed, Catalog::embedded()).changes() {
//!     println!("{change}");
//! }
//! ```
//!
//! *What did the survey paper print?* A [`Paper`] has the paper's tables, survey and references, and compares them with a
//! catalog.
//!
//! ```
//! use mlops_catalog::{Catalog, Paper};
//!
//! for erratum in Paper::embedded().errata(Catalog::embedded()) {
//!     println!("{erratum}");
//! }
//! ```
//!
//! # Features
//!
//! No feature is on by default.
//!
//! - `serde`: `Serialize` and `Deserialize` for [`Tool`], [`Catalog`] and their parts, `Serialize` for results.
//! - `yaml`: the module `load`, which reads, checks and writes catalog directories.
//! - `schema`: the JSON Schemas of a catalog's files.
//! - `cli`: the command `mlops-catalog`.
//!
//! # JSON
//!
//! With the feature `serde`, values have the shapes below; the command writes the same with `--format json`. Enums,
//! dates, versions, queries and ids are strings as `Display` writes them, years are numbers. An unknown value is `null`,
//! an empty list `[]`. In results, `tools` is a list of ids and `count` their number.
//!
//! | value | JSON |
//! | --- | --- |
//! | [`Catalog`] | `{version, categories, tools}` |
//! | [`CategoryInfo`](model::CategoryInfo) | `{category, title, definition, stage, table}` |
//! | [`Tool`] | `{id, former_ids, name, aliases, description, vendor, homepage, repository, categories, license, released, released_event, year, status, successor, history, sources, settled, checked}` |
//! | [`License`] | `{type, spdx}` |
//! | [`Event`](model::Event) | `{date, event, source}`, and `by`, `from` or `to` where the event has one |
//! | [`Selection`] | a list of tools |
//! | [`Timeline`] | `{years, undated}`, `undated` is `{count, tools}` |
//! | [`YearGroup`](views::YearGroup) | `{year, count, cumulative, tools}` |
//! | [`Lifespans`](views::Lifespans) | `{years, undated, ended_undated}`, the last two are `{count, tools}` |
//! | [`LifespanYear`](views::LifespanYear) | `{year, born, revived, ended, alive}`, `alive` is a number, the others are `{count, tools}` |
//! | [`Overlap`] | `{pairs, combinations}` |
//! | [`PairOverlap`](views::PairOverlap) | `{a, b, shared, jaccard, tools}`, `shared` is the number of tools |
//! | [`Combination`](views::Combination) | `{categories, count, tools}` |
//! | [`Vendors`](views::Vendors) | `{owners, unknown}`, `unknown` is `{count, tools}` |
//! | [`Vendor`](views::Vendor) | `{vendor, count, tools, owned}`, `owned` is a list of `{tool, name, released, transfer}` |
//! | [`ToolEvent`](views::ToolEvent) | `{tool, name}` and the keys of the event, and `to` where a license or name changed |
//! | [`Diff`] | `{old_version, new_version, required_bump, least_version, changes}` |
//! | [`Table`](paper::Table) | `{number, title, category, rows}` |
//! | [`Row`](paper::Row) | `{name, type, released, tool}` |
//! | [`Question`](paper::Question) | `{id, caption, figure, statement, answers, respondents, options, discrepancies}` |
//! | [`AnswerOption`](paper::AnswerOption) | `{label, count, percent, tool}` |
//! | [`Case`](paper::Case) | `{company, platforms, references}` |
//! | [`Platform`](paper::Platform) | `{name, role, tool}` |
//! | [`Reference`](paper::Reference) | `{number, authors, title, venue, year, doi, address}` |
//! | [`Ranked`](paper::Ranked) | `{place, label, votes, tool}` |
//! | [`Erratum`](paper::Erratum) | `{tool, table, row, fact, printed, true, source}` |
//!
//! [`Tool`], [`Catalog`] and what they consist of also deserialize from these shapes, and are validated on the way. The
//! derived keys `year`, `status` and `stage` are ignored then.
//!
//! The keys of a tool are those of its file in the catalog with three exceptions: the release is written as `released`
//! (its date) and `released_event`, the sources of facts are collected in `sources`, and `former-ids` is `former_ids`.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::doc_markdown)]

// Methods are documented in the order of these modules: how to get a catalog first.
mod embedded;

mod catalog;

pub mod model;
pub mod query;

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

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
