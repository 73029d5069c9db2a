//! Loading a catalog directory: every file, whatever is wrong in the others.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use serde::de::DeserializeOwned;

use super::files::{Directory, Files, problem};
use super::report::Report;
use crate::catalog::{CATEGORIES, Catalog};
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::SourceFile;
use crate::load::format::hints::HINTS;
use crate::load::read::across::{Filed, between};
use crate::load::read::findings::Findings;
use crate::load::read::{catalog, paper, tool};
use crate::load::yaml::comments::swallowed_text;
use crate::load::yaml::{de, tree};
use crate::model::{Date, Tool, ToolId, Year, visible};
use crate::paper::Paper;

/// Loads catalog directories; a builder of the options.
///
/// ```
/// use mlops_catalog::load::Loader;
/// let report = Loader::new().today("1999-12-31".parse()?).load(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog"));
/// // Everything happened after that day.
/// assert!(report.errors().count() > 0);
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
pub struct Loader {
    today: Option<Date>,
}

impl Loader {
    /// Creates a loader with default options.
    pub const fn new() -> Self {
        Self { today: None }
    }

    /// Sets the day that dates are compared with: nothing may be dated after it. Defaults to the last day that has begun
    /// somewhere on earth.
    pub const fn today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Loads a directory: `catalog.yaml`, `tools/<id>.yaml` and, if they exist, `categories.yaml` and the files of
    /// `paper/`. Every problem of every file is in the report.
    #[must_use]
    pub fn load(&self, dir: impl AsRef<Path>) -> Report {
        let mut found = Found::default();
        let dir = dir.as_ref();
        let today = self.today.unwrap_or_else(today);
        let read = Directory::open(dir, &mut found).and_then(|files| load(&files, today, &mut found));
        let named = visible(&dir.to_string_lossy()).replace(std::path::MAIN_SEPARATOR, "/");
        let (errors, warnings) = found.into_problems(&named);
        Report { read, errors, warnings }
    }
}

/// The last day that has begun somewhere on earth.
pub(crate) fn today() -> Date {
    const EASTERNMOST: jiff::tz::Offset = jiff::tz::offset(14);
    let today = EASTERNMOST.to_datetime(jiff::Timestamp::now()).date().to_string();
    today.parse().unwrap_or(Date::from(Year::FIRST))
}

/// The catalog and the paper of files as far as they can be read.
pub(crate) fn load(files: &impl Files, today: Date, found: &mut Found) -> Option<(Catalog, Paper)> {
    let mut optional = |path: &str| files.has(path).then(|| files.file(path, found)).flatten();
    let (version, categories) = (optional("catalog.yaml"), optional("categories.yaml"));
    if !files.has("catalog.yaml") {
        let message = "the directory has no `catalog.yaml`".to_owned();
        problem(found, "catalog.yaml", Rule::MissingFile, message, "add it, or name another directory");
    }
    let version = read(version.as_ref(), today, found, catalog::version);
    let categories = read_list(categories.as_ref(), today, found, catalog::categories);
    let mut stems = files.tool_names(found);
    stems.sort();
    if stems.is_empty() && files.has("tools") {
        let help = "name the directory of a catalog; in a checkout, see whether all its files are there";
        problem(found, "tools", Rule::NoTools, "the catalog has no tool".to_owned(), help);
    }
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
    let tables = read_list(tables.as_ref(), today, found, |tables: &[_], findings: &mut Findings<'_>| {
        paper::tables(tables, ids, findings)
    });
    let survey = read_list(survey.as_ref(), today, found, |survey: &[_], findings: &mut Findings<'_>| {
        paper::survey(survey, ids, findings)
    });
    let references = read_list(references.as_ref(), today, found, paper::references);
    let (references, numbers) = references.unwrap_or_default();
    let cases = read_list(cases.as_ref(), today, found, |cases: &[_], findings: &mut Findings<'_>| {
        paper::cases(cases, ids, &numbers, findings)
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
    value: impl FnOnce(&W, &mut Findings<'_>) -> Option<T>,
) -> Option<T> {
    let file = file?;
    let mut findings = Findings::new(file, today);
    let tree = tree::parse(file.text(), findings.faults());
    if let Some(tree) = &tree {
        swallowed_text(file.text(), tree, findings.warnings());
    }
    let written: Option<W> = tree.and_then(|tree| de::read(&tree, HINTS, findings.faults()));
    let value = written.and_then(|written| value(&written, &mut findings));
    findings.tell(found);
    value
}

fn read_list<W: DeserializeOwned, T>(
    file: Option<&SourceFile>,
    today: Date,
    found: &mut Found,
    value: impl FnOnce(&[W], &mut Findings<'_>) -> T,
) -> Option<T> {
    read(file, today, found, |list: &Vec<W>, findings: &mut Findings<'_>| Some(value(list, findings)))
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
        let help = match ToolId::nearest(name) {
            Some(id) => format!("rename it to `{id}.yaml`"),
            None => format!("rename the file; {}", error.help()),
        };
        problem(found, source.path(), Rule::BadId, error.message().to_owned(), &help);
    }
    // A file with a bad name is read all the same, for what is wrong in it.
    let id = ToolId::unchecked(name);
    let tool = read(Some(&source), today, found, |written, findings| Some(tool::tool(written, id, findings)))?;
    Some((tool, source))
}
