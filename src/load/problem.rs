//! What is wrong with a catalog, and where.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

pub(crate) use super::rule::Rule;
use super::text::SourceFile;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub(crate) struct Place {
    file: String,
    line: usize,
    column: usize,
    /// In bytes of the file.
    start: usize,
    end: usize,
    /// The line, cut to what can be shown, and the span in it.
    #[serde(skip)]
    excerpt: (String, usize, usize),
}

impl Place {
    pub(super) fn new(file: &SourceFile, span: Range<usize>) -> Self {
        let (line, column) = file.line_and_column(span.start);
        let excerpt = file.excerpt(&span);
        Self { file: file.path().to_owned(), line, column, start: span.start, end: span.end, excerpt }
    }
}

/// Something wrong with a catalog: the law that it breaks, the place, and what to do.
///
/// Problems are ordered by file, line, column and rule. Lines and columns count from 1, columns in characters; a
/// problem without a place inside its file stands at 1:1.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!((problem.file(), problem.line(), problem.column()), ("catalog.yaml", 1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    place: Place,
    rule: Rule,
    message: String,
    help: Option<String>,
    also: Option<(Place, String)>,
}

impl Problem {
    pub(super) fn new(place: Place, rule: Rule, message: impl Into<String>, help: Option<String>) -> Self {
        Self { place, rule, message: message.into(), help, also: None }
    }

    pub(super) fn with(self, also: Option<(Place, String)>) -> Self {
        Self { also, ..self }
    }

    /// The law that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The file, from the catalog's folder on, with `/` between the parts.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.place.file
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.column
    }

    /// The place in bytes of the file.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.place.start..self.place.end
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

    /// The problem as text of several lines, with the source line underlined.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let title = Level::ERROR.primary_title(self.message.as_str()).id(self.rule.id());
        let mut report = title.element(snippet(&self.place, AnnotationKind::Primary, ""));
        if let Some((place, label)) = &self.also {
            report = report.element(snippet(place, AnnotationKind::Context, label));
        }
        if let Some(help) = &self.help {
            report = report.element(Level::HELP.message(help.as_str()));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Colored => Renderer::styled(),
        };
        renderer.render(&[report]).clone()
    }
}

fn snippet<'p>(
    place: &'p Place,
    kind: AnnotationKind,
    label: &'p str,
) -> Snippet<'p, annotate_snippets::Annotation<'p>> {
    let (line, start, end) = &place.excerpt;
    let annotation = kind.span(*start..*end);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(line.as_str()).path(place.file.as_str()).line_start(place.line).annotation(annotation)
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

impl serde::Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Json<'p> {
            rule: Rule,
            #[serde(flatten)]
            place: &'p Place,
            message: &'p str,
            help: &'p Option<String>,
            also: Option<&'p Place>,
        }
        let also = self.also.as_ref().map(|(place, _)| place);
        let json = Json { rule: self.rule, place: &self.place, message: &self.message, help: &self.help, also };
        serde::Serialize::serialize(&json, serializer)
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

/// Every problem of a catalog.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// assert_eq!(error.problems()[0].rule(), mlops_catalog::Rule::MissingFile);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct LoadError {
    problems: Vec<Problem>,
}

impl LoadError {
    pub(super) fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        Self { problems }
    }

    /// The problems in order of file, line, column and rule; at least one.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// All problems as text for people, with the source lines, and their number.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let mut text: String = self.problems.iter().map(|problem| problem.render(style) + "\n\n").collect();
        let count = self.problems.len();
        text += &format!("{count} problem{}\n", if count == 1 { "" } else { "s" });
        text
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&itertools::join(&self.problems, "\n"))
    }
}

impl std::error::Error for LoadError {}
