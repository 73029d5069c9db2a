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
