//! The text of a file, and where lines are in it.

use std::ops::Range;

use crate::model::visible;

/// A file of the catalog: its path from the catalog's directory on, and its text.
pub(crate) struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    pub(crate) fn new(path: String, text: String) -> Self {
        Self { path, text }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(crate) fn line_and_column(&self, at: usize) -> (usize, usize) {
        let at = self.text.floor_char_boundary(at);
        let start = self.line_start(at);
        let line = self.text[..start].matches('\n').count() + 1;
        (line, self.text[start..at.max(start)].chars().count() + 1)
    }

    /// Where the line of a byte starts.
    fn line_start(&self, at: usize) -> usize {
        match self.text[..at].rfind('\n') {
            Some(end) => end + 1,
            // A byte order mark is no column of the first line.
            None if self.text.starts_with('\u{feff}') => '\u{feff}'.len_utf8(),
            None => 0,
        }
    }

    /// The line in which a span starts, cut to what can be shown, and the span in it.
    pub(crate) fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        const BEFORE: usize = 60;
        const AFTER: usize = 120;
        let start = self.line_start(self.text.floor_char_boundary(span.start));
        let end = self.text[start..].find('\n').map_or(self.text.len(), |length| start + length);
        let text = self.text[start..end].trim_end_matches('\r');
        let from = text.floor_char_boundary(span.start.saturating_sub(start).min(text.len()));
        let to = text.floor_char_boundary(span.end.saturating_sub(start).clamp(from, text.len()));
        let left = if from > BEFORE + AFTER { text.floor_char_boundary(from - BEFORE) } else { 0 };
        let right = text.ceil_char_boundary((from + AFTER).min(text.len()));
        let (open, close) = (if left > 0 { "…" } else { "" }, if right < text.len() { "…" } else { "" });
        let to = to.min(right);
        let before = format!("{open}{}", visible(&text[left..from]));
        let marked = visible(&text[from..to]);
        Excerpt {
            line: format!("{before}{marked}{}{close}", visible(&text[to..right])),
            from: before.len(),
            to: before.len() + marked.len(),
        }
    }
}

/// The line of a place, cut to what can be shown, and the bytes of the place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Excerpt {
    pub(crate) line: String,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line shown of so many `a`, an `X` that is marked, and so many `b`, and what is marked in it.
    fn shown(before: usize, after: usize) -> (String, String) {
        let line = format!("{}X{}", "a".repeat(before), "b".repeat(after));
        let file = SourceFile::new("f".to_owned(), format!("first\n{line}\nlast\n"));
        let at = "first\n".len() + before;
        let excerpt = file.excerpt(&(at..at + 1));
        let marked = excerpt.line[excerpt.from..excerpt.to].to_owned();
        (excerpt.line, marked)
    }

    #[test]
    fn lines_are_cut_where_they_are_long() {
        let line = |open: &str, a: usize, b: usize, close: &str| {
            (format!("{open}{}X{}{close}", "a".repeat(a), "b".repeat(b)), "X".to_owned())
        };
        // Up to 180 characters before the place are shown, of more the last 60; after it 119.
        assert_eq!(shown(0, 0), line("", 0, 0, ""));
        assert_eq!(shown(180, 119), line("", 180, 119, ""));
        assert_eq!(shown(181, 0), line("…", 60, 0, ""));
        assert_eq!(shown(0, 120), line("", 0, 119, "…"));
        assert_eq!(shown(400, 400), line("…", 60, 119, "…"));
    }

    #[test]
    fn places_begin_and_end_within_their_line() {
        let file = SourceFile::new("f".to_owned(), "\u{feff}one\r\ntwo\n".to_owned());
        let excerpt = |span: Range<usize>| {
            let Excerpt { line, from, to } = file.excerpt(&span);
            (line, from, to)
        };
        assert_eq!(excerpt(3..6), ("one".to_owned(), 0, 3));
        assert_eq!(excerpt(5..10), ("one".to_owned(), 2, 3));
        assert_eq!(excerpt(0..1), ("one".to_owned(), 0, 0));
        assert_eq!(excerpt(9..11), ("two".to_owned(), 1, 3));
        assert_eq!(file.line_and_column(3), (1, 1));
        assert_eq!(file.line_and_column(0), (1, 1));
        assert_eq!(file.line_and_column(10), (2, 3));
    }
}
