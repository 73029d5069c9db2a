//! Catalog directories: reading them, with every problem at once.

mod characters;
mod de;
mod event;
mod field;
mod file;
mod files;
mod license;
mod paper;
mod problem;
mod report;
mod rule;
mod rules;
mod text;
mod tool;
mod tree;

use std::collections::BTreeSet;
use std::path::Path;

use semver::Version;
use serde::de::DeserializeOwned;

pub use self::problem::{LoadError, Problem, Style};
pub use self::rule::Rule;

use self::files::Files;
use self::problem::Place;
use self::report::Report;
use self::rules::Filed;
use self::text::SourceFile;
use crate::{Catalog, CategoryInfo, Date, Paper, ToolId, embedded};

impl Catalog {
    /// The catalog of a directory: `catalog.yaml`, `tools/<id>.yaml` and, if there are any, `categories.yaml` and
    /// `paper/tables.yaml`.
    ///
    /// # Errors
    ///
    /// Every problem of every file, located; in order of file, line and column.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// let catalog = Catalog::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&catalog, Catalog::embedded());
    /// # Ok::<(), mlops_catalog::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        Self::from_dir_on(dir, today())
    }

    /// The same, with `today` for what depends on the day: nothing may be dated after it.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_dir`].
    ///
    /// ```
    /// let today = "1999-12-31".parse().unwrap();
    /// let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
    /// assert!(mlops_catalog::Catalog::from_dir_on(dir, today).is_err());
    /// ```
    pub fn from_dir_on(dir: impl AsRef<Path>, today: Date) -> Result<Self, LoadError> {
        load(dir.as_ref(), today).map(|(catalog, _)| catalog)
    }
}

impl Paper {
    /// The paper of a catalog directory, `paper/tables.yaml`; the whole directory is checked.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_dir`].
    ///
    /// ```
    /// use mlops_catalog::Paper;
    /// let paper = Paper::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"))?;
    /// assert_eq!(&paper, Paper::embedded());
    /// # Ok::<(), mlops_catalog::LoadError>(())
    /// ```
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Self, LoadError> {
        load(dir.as_ref(), today()).map(|(_, paper)| paper)
    }
}

fn today() -> Date {
    let today = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date().to_string();
    today.parse().unwrap_or(Date::from(crate::Year::FIRST))
}

fn load(dir: &Path, today: Date) -> Result<(Catalog, Paper), LoadError> {
    let (files, mut problems) = Files::read(dir);
    let version = read(&files.catalog, today, &mut problems, rules::version);
    let categories = read_list(&files.categories, today, &mut problems, rules::categories);
    let (tools, ids) = read_tools(&files.tools, today, &mut problems);
    problems.extend(rules::between(&tools, &ids));
    let tables = read_list(&files.tables, today, &mut problems, |tables: &[_], report: &mut Report<'_>| {
        paper::tables(tables, &ids, report)
    });
    match version {
        Some(version) if problems.is_empty() => {
            Ok((catalog(version, categories, tools), Paper { tables: tables.unwrap_or_default().into() }))
        }
        _ => Err(LoadError::new(problems)),
    }
}

fn catalog(version: Version, categories: Option<Vec<CategoryInfo>>, tools: Vec<Filed<'_>>) -> Catalog {
    let catalog = Catalog::of_known_tools(version, tools.into_iter().map(|(placed, _)| placed.tool));
    let categories = categories.map_or_else(|| embedded::CATALOG.categories.clone(), Into::into);
    Catalog { categories, ..catalog }
}

/// The value that a file means, and its problems.
fn read<W: DeserializeOwned, T>(
    file: &Option<SourceFile>,
    today: Date,
    problems: &mut Vec<Problem>,
    value: impl FnOnce(&W, &mut Report<'_>) -> Option<T>,
) -> Option<T> {
    let file = file.as_ref()?;
    let mut report = Report::new(file, today);
    let tree = tree::parse(file.text(), report.faults());
    let written: Option<W> = tree.and_then(|tree| de::read(&tree, report.faults()));
    let value = written.and_then(|written| value(&written, &mut report));
    problems.extend(report.into_problems());
    value
}

fn read_list<W: DeserializeOwned, T>(
    file: &Option<SourceFile>,
    today: Date,
    problems: &mut Vec<Problem>,
    value: impl FnOnce(&[W], &mut Report<'_>) -> T,
) -> Option<T> {
    read(file, today, problems, |list: &Vec<W>, report: &mut Report<'_>| Some(value(list, report)))
}

/// The tools that could be read, and the ids of all files.
fn read_tools<'f>(
    files: &'f [Option<SourceFile>],
    today: Date,
    problems: &mut Vec<Problem>,
) -> (Vec<Filed<'f>>, BTreeSet<&'f str>) {
    let ids = files.iter().flatten().map(SourceFile::stem).collect();
    let mut tools = Vec::new();
    for file in files {
        let Some(source) = file else { continue };
        if let Err(error) = source.stem().parse::<ToolId>() {
            let help = "rename the file".to_owned();
            problems.push(Problem::new(Place::new(source, 0..0), Rule::BadId, error.to_string(), Some(help)));
        }
        // A file with a bad name is read all the same, for what is wrong in it.
        let id = ToolId(source.stem().to_owned().into());
        let tool = read(file, today, problems, |written, report| Some(tool::tool(written, id, report)));
        tools.extend(tool.map(|tool| (tool, source)));
    }
    tools.sort_by(|(a, _), (b, _)| a.tool.id().cmp(b.tool.id()));
    (tools, ids)
}
