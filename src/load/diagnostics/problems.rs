//! Every problem of a catalog.

use std::collections::BTreeSet;
use std::fmt;

use super::first_few::{FirstFew, Placed};
use super::problem::{Problem, RenderStyle};
use super::render;
use super::rule::Severity;

/// The problems found in a catalog directory: at most 20 per file, the rest only counted.
///
/// ```
/// let report = mlops_catalog::load::Loader::new().load("no/such/directory");
/// let errors = report.errors();
/// assert_eq!(errors.count(), errors.iter().len());
/// assert_eq!(errors.omitted().count(), 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Problems {
    /// The catalog's directory, as it was named.
    dir: String,
    problems: Vec<Problem>,
    #[serde(rename = "left_out")]
    omitted: Vec<Omitted>,
}

/// The number of a file's problems that are not listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
struct Omitted {
    file: String,
    #[serde(rename = "level")]
    severity: Severity,
    problems: usize,
}

impl Problems {
    /// Returns the problems in order of file, line, column and rule.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Problem> {
        self.problems.iter()
    }

    /// Returns the catalog's directory, as it was named; the paths of the files are relative to it.
    #[must_use]
    pub fn dir(&self) -> &str {
        &self.dir
    }

    /// Returns the files with more than 20 problems, in order, and the number of those that are not listed.
    pub fn omitted(&self) -> impl ExactSizeIterator<Item = (&str, usize)> {
        self.omitted.iter().map(|Omitted { file, problems, .. }| (file.as_str(), *problems))
    }

    /// Returns the number of all problems, including those that are not listed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len() + self.omitted().map(|(_, more)| more).sum::<usize>()
    }

    /// Returns true if there is no problem.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Renders all problems as text for people, as rustc shows its errors. Without a problem the text is empty.
    #[must_use]
    pub fn render(&self, style: RenderStyle) -> String {
        let mut text = String::new();
        let mut known = BTreeSet::new();
        for file in self.problems.chunk_by(|a, b| a.file() == b.file()) {
            for problem in file {
                // A long list of words is read once.
                let is_list = |help: &&str| help.starts_with("known: ") || help.starts_with("known fields: ");
                let help = match problem.help().filter(is_list) {
                    Some(list) if !known.insert(list) => Some("the known words are listed above"),
                    _ => problem.help(),
                };
                text += &render::problem(problem, help, &self.dir, style);
                text += "\n\n";
            }
            for (file, more) in self.omitted().filter(|(left, _)| *left == file[0].file()) {
                text += &format!("{}: {more} more\n\n", render::path(&self.dir, file));
            }
        }
        text
    }

    /// These and others, in one order.
    pub(crate) fn with(&self, others: &Self) -> Self {
        let mut all = self.clone();
        all.problems.extend_from_slice(&others.problems);
        all.problems.sort_by(Placed::order);
        all.omitted.extend_from_slice(&others.omitted);
        all.omitted.sort();
        all
    }

    /// The problems of one level, file by file.
    pub(crate) fn of(
        dir: &str,
        severity: Severity,
        files: impl IntoIterator<Item = (String, FirstFew<Problem>)>,
    ) -> Self {
        let mut all = Self { dir: dir.to_owned(), ..Self::default() };
        for (file, few) in files {
            let (problems, more) = few.into_parts();
            all.problems.extend(problems);
            if more > 0 {
                all.omitted.push(Omitted { file, severity, problems: more });
            }
        }
        all
    }
}

/// One line for each problem, and one for each file with more than 20; paths begin with the catalog's directory.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |problem: &Problem| match problem.file() {
            "" => format!("{}: {problem}", self.dir),
            _ => render::path(&self.dir, &problem.to_string()),
        };
        let problems = self.problems.iter().map(line);
        let more = self.omitted().map(|(file, more)| format!("{}: {more} more", render::path(&self.dir, file)));
        f.write_str(&itertools::join(problems.chain(more), "\n"))
    }
}

/// The error returned when a catalog directory is invalid; contains every error found.
///
/// Its text is one line: the number of errors, the directory and the first error. [`render`](Self::render) shows all.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/directory").unwrap_err();
/// assert_eq!(error.problems()[0].rule(), mlops_catalog::load::Rule::MissingFile);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(transparent)]
#[error("{}", summary(errors))]
pub struct LoadError {
    errors: Problems,
}

impl LoadError {
    pub(crate) fn new(errors: Problems) -> Self {
        Self { errors }
    }

    /// Returns the errors in order of file, line, column and rule; never empty, at most the first 20 of each file.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.errors.problems
    }

    /// Returns the errors, with the number of those of each file that are not listed.
    #[must_use]
    pub fn errors(&self) -> &Problems {
        &self.errors
    }

    /// Renders all errors as text for people, with the source lines, and their number.
    #[must_use]
    pub fn render(&self, style: RenderStyle) -> String {
        let count = self.errors.count();
        format!("{}{count} problem{}\n", self.errors.render(style), if count == 1 { "" } else { "s" })
    }
}

/// `12 errors in `dir`; the first: …`.
fn summary(errors: &Problems) -> String {
    let count = errors.count();
    let s = if count == 1 { "" } else { "s" };
    let first = errors.problems.first().map(ToString::to_string).unwrap_or_default();
    format!("{count} error{s} in `{}`; the first: {first}", errors.dir)
}
