//! The problems of a catalog while it is read.

use std::collections::BTreeMap;

use super::first_few::FirstFew;
use super::problem::Problem;
use super::problems::Problems;
use super::rule::Severity;

type Files = BTreeMap<String, FirstFew<Problem>>;

/// The problems of a catalog while it is read.
#[derive(Default)]
pub(crate) struct Found {
    errors: Files,
    warnings: Files,
}

impl Found {
    pub(crate) fn push(&mut self, problem: Problem) {
        self.of(problem.rule().severity(), problem.file()).push(problem);
    }

    /// Adds a problem of that severity that starts at a byte of a file; it is made only if it is one of the first few.
    pub(crate) fn push_with(
        &mut self,
        severity: Severity,
        file: &str,
        start: usize,
        problem: impl FnOnce() -> Problem,
    ) {
        self.of(severity, file).push_with(start, problem);
    }

    /// Adds what was found in other files.
    pub(crate) fn append(&mut self, other: Self) {
        self.errors.extend(other.errors);
        self.warnings.extend(other.warnings);
    }

    /// Counts others of a file.
    pub(crate) fn count(&mut self, severity: Severity, file: &str, more: usize) {
        if more > 0 {
            self.of(severity, file).count(more);
        }
    }

    fn of(&mut self, severity: Severity, file: &str) -> &mut FirstFew<Problem> {
        let files = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        files.entry(file.to_owned()).or_default()
    }

    /// The errors and the warnings.
    pub(crate) fn into_problems(self, dir: &str) -> (Problems, Problems) {
        (Problems::of(dir, Severity::Error, self.errors), Problems::of(dir, Severity::Warning, self.warnings))
    }
}
