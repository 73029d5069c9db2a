//! Every problem of a catalog.

use std::fmt;

use super::first_few::{FirstFew, Placed};
use super::problem::{Problem, Style};
use super::render;
use super::rule::Level;

/// Problems of a catalog: of each file the first 20, and the number of the others.
///
/// ```
/// let inspection = mlops_catalog::Inspection::of_dir("no/such/folder");
/// let errors = inspection.errors();
/// assert_eq!(errors.count(), errors.iter().len());
/// assert_eq!(errors.left_out().count(), 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Problems {
    /// The catalog's folder, as it was named.
    dir: String,
    problems: Vec<Problem>,
    left_out: Vec<LeftOut>,
}

/// The number of a file's problems that are not listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
struct LeftOut {
    file: String,
    level: Level,
    problems: usize,
}

impl Problems {
    /// The problems in order of file, line, column and rule.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Problem> {
        self.problems.iter()
    }

    /// The catalog's folder, as it was named; the problems name their files from there on.
    #[must_use]
    pub fn dir(&self) -> &str {
        &self.dir
    }

    /// The files with more than 20 problems, in order, and the number of those that are not listed.
    pub fn left_out(&self) -> impl ExactSizeIterator<Item = (&str, usize)> {
        self.left_out.iter().map(|LeftOut { file, problems, .. }| (file.as_str(), *problems))
    }

    /// The number of all problems, those that are not listed too.
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len() + self.left_out().map(|(_, more)| more).sum::<usize>()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// All of them as text for people, with the source lines underlined; nothing when there is none.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let mut text = String::new();
        for file in self.problems.chunk_by(|a, b| a.file() == b.file()) {
            for problem in file {
                text += &render::problem(problem, &self.dir, style);
                text += "\n\n";
            }
            for (file, more) in self.left_out().filter(|(left, _)| *left == file[0].file()) {
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
        all.left_out.extend_from_slice(&others.left_out);
        all.left_out.sort();
        all
    }

    /// The problems of one level, file by file.
    pub(crate) fn of(dir: &str, level: Level, files: impl IntoIterator<Item = (String, FirstFew<Problem>)>) -> Self {
        let mut all = Self { dir: dir.to_owned(), ..Self::default() };
        for (file, few) in files {
            let (problems, more) = few.into_parts();
            all.problems.extend(problems);
            if more > 0 {
                all.left_out.push(LeftOut { file, level, problems: more });
            }
        }
        all
    }
}

/// One line for each problem, and one for each file with more than 20; the files with the catalog's folder.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.problems.iter().map(|problem| render::path(&self.dir, &problem.to_string()));
        let more = self.left_out().map(|(file, more)| format!("{}: {more} more", render::path(&self.dir, file)));
        f.write_str(&itertools::join(problems.chain(more), "\n"))
    }
}

/// A catalog that cannot be used: every error in it.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// assert_eq!(error.problems()[0].rule(), mlops_catalog::Rule::MissingFile);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(transparent)]
#[error("{errors}")]
pub struct LoadError {
    errors: Problems,
}

impl LoadError {
    pub(crate) fn new(errors: Problems) -> Self {
        Self { errors }
    }

    /// The errors in order of file, line, column and rule; at least one, at most the first 20 of a file.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.errors.problems
    }

    /// The errors, and the number of those of each file that are not listed.
    #[must_use]
    pub fn errors(&self) -> &Problems {
        &self.errors
    }

    /// All errors as text for people, with the source lines, and their number.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let count = self.errors.count();
        format!("{}{count} problem{}\n", self.errors.render(style), if count == 1 { "" } else { "s" })
    }
}
