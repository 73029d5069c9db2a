//! What is wrong with a catalog, and where.

use std::cmp::Ordering;
use std::fmt;

use super::first_few::Placed;
use super::place::Place;
use super::rule::{Level, Rule};

/// Something wrong with a catalog: the law that it breaks, the place, and what to do.
///
/// Problems are ordered by file, line, column and rule. A problem without a place inside its file stands at 1:1.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!((problem.file(), problem.line(), problem.column()), ("catalog.yaml", 1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(crate) place: Place,
    pub(crate) rule: Rule,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) also: Option<(Place, &'static str)>,
}

impl Problem {
    pub(crate) fn new(place: Place, rule: Rule, message: impl Into<String>, help: Option<String>) -> Self {
        Self { place, rule, message: message.into(), help, also: None }
    }

    pub(crate) fn with(self, also: Option<(Place, &'static str)>) -> Self {
        Self { also, ..self }
    }

    /// The law that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Where it is broken.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The other place that has to do with it, such as the first of two equal names, and what stands there.
    #[must_use]
    pub fn also(&self) -> Option<(&Place, &str)> {
        self.also.as_ref().map(|(place, label)| (place, *label))
    }

    /// The file, from the catalog's folder on, with `/` between the parts.
    #[must_use]
    pub fn file(&self) -> &str {
        self.place.file()
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.start().0
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.start().1
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl Placed for Problem {
    fn start(&self) -> usize {
        self.place.span().start
    }

    fn order(&self, other: &Self) -> Ordering {
        let key = |of: &Self| (of.place.start(), of.rule, of.place.end());
        let file = self.file().cmp(other.file());
        file.then_with(|| key(self).cmp(&key(other))).then_with(|| self.message.cmp(&other.message))
    }
}

/// One line: `file:line:column: message; help [rule]`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file(), self.line(), self.column(), self.message)?;
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
            level: Level,
            rule: Rule,
            #[serde(flatten)]
            place: &'p Place,
            message: &'p str,
            help: Option<&'p str>,
            also: Option<Also<'p>>,
        }
        #[derive(serde::Serialize)]
        struct Also<'p> {
            #[serde(flatten)]
            place: &'p Place,
            label: &'p str,
        }
        let also = self.also().map(|(place, label)| Also { place, label });
        let json = Json {
            level: self.rule.level(),
            rule: self.rule,
            place: &self.place,
            message: &self.message,
            help: self.help(),
            also,
        };
        json.serialize(serializer)
    }
}

/// How problems are rendered.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// assert!(error.render(mlops_catalog::Style::Plain).contains("error[missing-file]"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without colours.
    Plain,
    /// With the colours of a terminal.
    Colored,
}
