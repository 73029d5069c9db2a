//! What is wrong with a catalog, and where.

use std::cmp::Ordering;
use std::fmt;

use super::first_few::Placed;
use super::location::Location;
use super::rule::{Rule, Severity};

/// A problem in a catalog: the broken rule, the location, and what to do.
///
/// Problems are ordered by file, line, column and rule. A problem of a whole file is at 1:1.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/directory").unwrap_err();
/// let problem = &error.problems()[0];
/// // The directory itself is missing.
/// assert_eq!((problem.file(), problem.has_line()), ("", false));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(crate) location: Location,
    pub(crate) rule: Rule,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) related: Option<(Location, &'static str)>,
}

impl Problem {
    pub(crate) fn new(location: Location, rule: Rule, message: impl Into<String>, help: Option<String>) -> Self {
        Self { location, rule, message: message.into(), help, related: None }
    }

    pub(crate) fn with_related(self, related: Option<(Location, &'static str)>) -> Self {
        Self { related, ..self }
    }

    /// Returns the rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Returns where it is broken.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Returns a related location, such as the first of two equal names, and what is there.
    #[must_use]
    pub fn related(&self) -> Option<(&Location, &str)> {
        self.related.as_ref().map(|(location, label)| (location, *label))
    }

    /// Returns the path of the file from the catalog's directory on, with `/` between the parts.
    #[must_use]
    pub fn file(&self) -> &str {
        self.location.file()
    }

    /// Returns the line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.location.start().line
    }

    /// Returns true if the problem is in a line of a file; what is missing has no lines.
    #[must_use]
    pub fn has_line(&self) -> bool {
        self.location.has_line()
    }

    /// Returns the column in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.location.start().column
    }

    /// Returns what is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl Placed for Problem {
    fn start(&self) -> usize {
        self.location.span().start
    }

    fn order(&self, other: &Self) -> Ordering {
        let key = |of: &Self| (of.location.start(), of.rule, of.location.end());
        let file = self.file().cmp(other.file());
        file.then_with(|| key(self).cmp(&key(other))).then_with(|| self.message.cmp(&other.message))
    }
}

/// One line: `file:line:column: message; help [rule]`. What is missing has no line, and a missing directory no file.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file(), self.has_line()) {
            ("", _) => f.write_str(&self.message)?,
            (file, false) => write!(f, "{file}: {}", self.message)?,
            (file, true) => write!(f, "{file}:{}:{}: {}", self.line(), self.column(), self.message)?,
        }
        if let Some(help) = &self.help {
            write!(f, "; {help}")?;
        }
        write!(f, " [{}]", self.rule)
    }
}

/// `{level, rule, file, line, column, end_line, end_column, start, end, message, help, also: {file, …, label}}`.
impl serde::Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Json<'p> {
            level: Severity,
            rule: Rule,
            #[serde(flatten)]
            location: &'p Location,
            message: &'p str,
            help: Option<&'p str>,
            also: Option<Also<'p>>,
        }
        #[derive(serde::Serialize)]
        struct Also<'p> {
            #[serde(flatten)]
            location: &'p Location,
            label: &'p str,
        }
        let also = self.related().map(|(location, label)| Also { location, label });
        let json = Json {
            level: self.rule.severity(),
            rule: self.rule,
            location: &self.location,
            message: &self.message,
            help: self.help(),
            also,
        };
        json.serialize(serializer)
    }
}

/// The style in which problems are rendered.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/directory").unwrap_err();
/// assert!(error.render(mlops_catalog::load::RenderStyle::Plain).contains("error[missing-file]"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum RenderStyle {
    /// Without colors.
    #[default]
    Plain,
    /// With the colors of a terminal.
    Colored,
}
