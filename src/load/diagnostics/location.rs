//! Locations in the files of a catalog.

use std::fmt;
use std::ops::Range;

use super::source_file::{Excerpt, SourceFile};

/// A location in a file of a catalog.
///
/// For a whole or missing file the location is 1:1 with zero length.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/directory").unwrap_err();
/// let location = error.problems()[0].location();
/// assert_eq!((location.file(), location.start().to_string()), ("", "1:1".to_owned()));
/// assert_eq!(location.span(), 0..0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    file: String,
    start: LineColumn,
    end: LineColumn,
    span: Range<usize>,
    excerpt: Option<Excerpt>,
    /// Whether it is of something that is not there.
    is_missing: bool,
}

/// A line and a column, both counted from 1; columns count characters. Its text is `line:column`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl LineColumn {
    const START: Self = Self { line: 1, column: 1 };

    fn of((line, column): (usize, usize)) -> Self {
        Self { line, column }
    }
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Location {
    pub(crate) fn new(file: &SourceFile, span: Range<usize>) -> Self {
        Self {
            file: file.path().to_owned(),
            start: LineColumn::of(file.line_and_column(span.start)),
            end: LineColumn::of(file.line_and_column(span.end)),
            excerpt: (span != (0..0)).then(|| file.excerpt(&span)),
            span,
            is_missing: false,
        }
    }

    /// The location of a whole file.
    pub(crate) fn of_file(path: &str) -> Self {
        let (start, end) = (LineColumn::START, LineColumn::START);
        Self { file: path.to_owned(), start, end, span: 0..0, excerpt: None, is_missing: false }
    }

    /// The location of what is not there: the directory itself, if the path is empty.
    pub(crate) fn of_missing(path: &str) -> Self {
        Self { is_missing: true, ..Self::of_file(path) }
    }

    /// Returns true if there are lines at the location; what is missing has none.
    #[must_use]
    pub fn has_line(&self) -> bool {
        !self.is_missing
    }

    /// Returns the path of the file from the catalog's directory on, with `/` between the parts.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns the line and the column of the first character.
    #[must_use]
    pub fn start(&self) -> LineColumn {
        self.start
    }

    /// Returns the line and the column after the last character.
    #[must_use]
    pub fn end(&self) -> LineColumn {
        self.end
    }

    /// Returns the bytes of the file that are meant.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(crate) fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_ref()
    }
}

/// `{file, line, column, end_line, end_column, start, end}`; the last two are bytes.
impl serde::Serialize for Location {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut location = serializer.serialize_struct("Location", 7)?;
        location.serialize_field("file", &self.file)?;
        location.serialize_field("line", &self.start.line)?;
        location.serialize_field("column", &self.start.column)?;
        location.serialize_field("end_line", &self.end.line)?;
        location.serialize_field("end_column", &self.end.column)?;
        location.serialize_field("start", &self.span.start)?;
        location.serialize_field("end", &self.span.end)?;
        location.end()
    }
}

impl fmt::Display for Location {
    /// `file:line:column`, or the file alone if it is missing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_missing { f.write_str(&self.file) } else { write!(f, "{}:{}", self.file, self.start) }
    }
}
