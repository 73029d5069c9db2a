//! Places in the files of a catalog, and what stands there.

use std::ops::Range;

use super::source_file::{Excerpt, SourceFile};

/// A place in a file of a catalog: lines and columns from 1, columns in characters, and bytes.
///
/// A place that is the whole file, or a file that is not there, is 1:1 without a width.
///
/// ```
/// let error = mlops_catalog::Catalog::from_dir("no/such/folder").unwrap_err();
/// let place = error.problems()[0].place();
/// assert_eq!((place.file(), place.start(), place.end(), place.span()), ("catalog.yaml", (1, 1), (1, 1), 0..0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    file: String,
    start: (usize, usize),
    end: (usize, usize),
    span: (usize, usize),
    excerpt: Option<Excerpt>,
}

impl Place {
    pub(crate) fn new(file: &SourceFile, span: Range<usize>) -> Self {
        Self {
            file: file.path().to_owned(),
            start: file.line_and_column(span.start),
            end: file.line_and_column(span.end),
            excerpt: (span != (0..0)).then(|| file.excerpt(&span)),
            span: (span.start, span.end),
        }
    }

    /// A place that is a whole file, or one that is not there.
    pub(crate) fn of_file(path: &str) -> Self {
        Self { file: path.to_owned(), start: (1, 1), end: (1, 1), span: (0, 0), excerpt: None }
    }

    /// The file, from the catalog's folder on, with `/` between the parts.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line and the column of its first character.
    #[must_use]
    pub fn start(&self) -> (usize, usize) {
        self.start
    }

    /// The line and the column after its last character.
    #[must_use]
    pub fn end(&self) -> (usize, usize) {
        self.end
    }

    /// Its bytes in the file.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.0..self.span.1
    }

    pub(crate) fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_ref()
    }
}

/// `{file, line, column, end_line, end_column, start, end}`; the last two are bytes.
impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut place = serializer.serialize_struct("Place", 7)?;
        place.serialize_field("file", &self.file)?;
        place.serialize_field("line", &self.start.0)?;
        place.serialize_field("column", &self.start.1)?;
        place.serialize_field("end_line", &self.end.0)?;
        place.serialize_field("end_column", &self.end.1)?;
        place.serialize_field("start", &self.span.0)?;
        place.serialize_field("end", &self.span.1)?;
        place.end()
    }
}
