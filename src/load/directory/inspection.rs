//! Reading a catalog directory: every file, whatever is wrong in the others.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::files::{Directory, Files, problem};
use crate::catalog::{CATEGORIES, Catalog};
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::problems::{LoadError, Problems};
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::SourceFile;
use crate::load::format::example::example;
use crate::load::read::across::{Filed, between};
use crate::load::read::report::Report;
use crate::load::read::{catalog, paper, tool};
use crate::load::yaml::{de, tree};
use crate::model::{Date, Tool, ToolId, Year};
use crate::paper::Paper;

/// What reading a catalog directory found: the catalog and the paper if nothing is wrong, and every problem.
///
/// Warnings do not keep a catalog from being used.
///
/// ```
/// use mlops_catalog::Inspection;
/// let inspection = Inspection::of_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"));
/// assert_eq!(inspection.errors().count(), 0);
/// println!("{} warnings", inspection.warnings().count());
/// ```
#[derive(Debug, Clone)]
pub struct Inspection {
    /// As far as it could be read, whatever is wrong.
    read: Option<(Catalog, Paper)>,
    errors: Problems,
    warnings: Problems,
}

impl Inspection {
    /// Reads a directory; nothing may be dated after today (UTC).
    #[must_use]
    pub fn of_dir(dir: impl AsRef<Path>) -> Self {
        Self::of_dir_on(dir, today())
    }

    /// The same, with `today` for what depends on the day.
    #[must_use]
    pub fn of_dir_on(dir: impl AsRef<Path>, today: Date) -> Self {
        let mut found = Found::default();
        let dir = dir.as_ref();
        let read = Directory::open(dir, &mut found).and_then(|files| load(&files, today, &mut found));
        let (errors, warnings) = found.into_problems(&dir.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"));
        Self { read, errors, warnings }
    }

    /// The catalog, if nothing is wrong.
    #[must_use]
    pub fn catalog(&self) -> Option<&Catalog> {
        self.read.as_ref().filter(|_| self.errors.is_empty()).map(|(catalog, _)| catalog)
    }

    /// The tool that [`Catalog::find`] gives, of what could be read: whatever is wrong with it or with others, but for
    /// names that two tools claim.
    ///
    /// ```
    /// let inspection = mlops_catalog::Inspection::of_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"));
    /// assert!(inspection.find("ml flow").is_some());
    /// ```
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Tool> {
        self.read.as_ref()?.0.find(name)
    }

    /// What is wrong.
    #[must_use]
    pub fn errors(&self) -> &Problems {
        &self.errors
    }

    /// What could be better.
    #[must_use]
    pub fn warnings(&self) -> &Problems {
        &self.warnings
    }

    /// The catalog and the paper.
    ///
    /// # Errors
    ///
    /// When there is any error.
    pub fn into_parts(self) -> Result<(Catalog, Paper), LoadError> {
        self.read.filter(|_| self.errors.is_empty()).ok_or(LoadError::new(self.errors))
    }
}

/// `{dir, problems: […], left_out: […]}`: errors and warnings as one list, in order of file, line, column and rule.
impl Serialize for Inspection {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.errors.with(&self.warnings).serialize(serializer)
    }
}

pub(crate) fn today() -> Date {
    let today = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date().to_string();
    today.parse().unwrap_or(Date::from(Year::FIRST))
}

/// The catalog and the paper of files as far as they can be read.
pub(crate) fn load(files: &impl Files, today: Date, found: &mut Found) -> Option<(Catalog, Paper)> {
    let mut optional = |path: &str| files.has(path).then(|| files.file(path, found)).flatten();
    let (version, categories) = (optional("catalog.yaml"), optional("categories.yaml"));
    if !files.has("catalog.yaml") {
        let message = "the folder has no `catalog.yaml`".to_owned();
        problem(found, "catalog.yaml", Rule::MissingFile, message, "add it, or name another folder");
    }
    let version = read(version.as_ref(), today, found, catalog::version);
    let categories = read_list(categories.as_ref(), today, found, catalog::categories);
    let mut stems = files.tool_names(found);
    stems.sort();
    let ids = stems.iter().map(String::as_str).collect();
    let tools = read_tools(files, &stems, today, found);
    let names = between(&tools, &ids, found);
    let paper = read_paper(files, &ids, today, found);
    let mut tools: Vec<Tool> = tools.into_iter().map(|(placed, _)| placed.tool).collect();
    tools.shrink_to_fit();
    let catalog = Catalog {
        version: version?,
        categories: categories.map_or_else(|| CATEGORIES.into(), Into::into),
        names: names?,
        tools: tools.into(),
    };
    Some((catalog, paper))
}

/// The paper as far as it can be read; `ids` are those of the tools that it can mean.
fn read_paper(files: &impl Files, ids: &BTreeSet<&str>, today: Date, found: &mut Found) -> Paper {
    let [tables, survey, references, cases] = ["tables", "survey", "references", "cases"].map(|name| {
        let path = format!("paper/{name}.yaml");
        files.has(&path).then(|| files.file(&path, found)).flatten()
    });
    let tables = read_list(tables.as_ref(), today, found, |tables: &[_], report: &mut Report<'_>| {
        paper::tables(tables, ids, report)
    });
    let survey = read_list(survey.as_ref(), today, found, |survey: &[_], report: &mut Report<'_>| {
        paper::survey(survey, ids, report)
    });
    let references = read_list(references.as_ref(), today, found, paper::references);
    let (references, numbers) = references.unwrap_or_default();
    let cases = read_list(cases.as_ref(), today, found, |cases: &[_], report: &mut Report<'_>| {
        paper::cases(cases, ids, &numbers, report)
    });
    Paper {
        tables: tables.unwrap_or_default().into(),
        survey: survey.unwrap_or_default().into(),
        cases: cases.unwrap_or_default().into(),
        references: references.into(),
    }
}

/// The value that a file means; its problems are told.
fn read<W: DeserializeOwned, T>(
    file: Option<&SourceFile>,
    today: Date,
    found: &mut Found,
    value: impl FnOnce(&W, &mut Report<'_>) -> Option<T>,
) -> Option<T> {
    let file = file?;
    let mut report = Report::new(file, today);
    let tree = tree::parse(file.text(), report.faults());
    let written: Option<W> = tree.and_then(|tree| de::read(&tree, example, report.faults()));
    let value = written.and_then(|written| value(&written, &mut report));
    report.tell(found);
    value
}

fn read_list<W: DeserializeOwned, T>(
    file: Option<&SourceFile>,
    today: Date,
    found: &mut Found,
    value: impl FnOnce(&[W], &mut Report<'_>) -> T,
) -> Option<T> {
    read(file, today, found, |list: &Vec<W>, report: &mut Report<'_>| Some(value(list, report)))
}

/// The tools that could be read, in the order of their names. Files are independent: they are read on as many threads as
/// there are cores, a few at least on each, and what is found is found in the same order.
fn read_tools(files: &impl Files, names: &[String], today: Date, found: &mut Found) -> Vec<Filed> {
    const FEW: usize = 64;
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(names.len() / FEW + 1);
    let some = |names: &[String]| {
        let (mut tools, mut found) = (Vec::with_capacity(names.len()), Found::default());
        tools.extend(names.iter().filter_map(|name| read_tool(files, name, today, &mut found)));
        (tools, found)
    };
    let (own, others) = names.split_at(names.len().div_ceil(threads));
    thread::scope(|scope| {
        let chunks = others.chunks(own.len().max(1));
        let others: Vec<_> = chunks.map(|names| scope.spawn(move || some(names))).collect();
        let (mut tools, other) = some(own);
        found.append(other);
        for thread in others {
            let (some, other) = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
            tools.extend(some);
            found.append(other);
        }
        tools
    })
}

fn read_tool(files: &impl Files, name: &str, today: Date, found: &mut Found) -> Option<Filed> {
    let source = files.file(&format!("tools/{name}.yaml"), found)?;
    if let Err(error) = name.parse::<ToolId>() {
        problem(found, source.path(), Rule::BadId, error.to_string(), "rename the file");
    }
    // A file with a bad name is read all the same, for what is wrong in it.
    let id = ToolId::unchecked(name);
    let tool = read(Some(&source), today, found, |written, report| Some(tool::tool(written, id, report)))?;
    Some((tool, source))
}
