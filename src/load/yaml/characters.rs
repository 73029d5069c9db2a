//! Characters that have no business in a catalog: they hide what a reviewer should see.

use crate::load::diagnostics::fault::{Fault, Faults};
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::is_unseen;

/// Reports the forbidden characters of a text: control characters but for line ends and tabs, lone carriage returns,
/// bidirectional formatting, separators of lines and paragraphs, and byte order marks that are not the first character.
pub(crate) fn forbidden_characters(text: &str, faults: &mut Faults) {
    // Most texts need no closer look; without an early end many bytes are seen at once.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return;
    }
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if is_forbidden(at, character, text.as_bytes().get(end)) {
            faults.push_with(at, || {
                let message = format!("the character U+{:04X} cannot be used in a catalog file", u32::from(character));
                Fault::new(Rule::ForbiddenCharacter, at..end, message).help("delete it; it may not be visible")
            });
        }
    }
}

fn is_forbidden(at: usize, character: char, next: Option<&u8>) -> bool {
    match character {
        '\n' | '\t' => false,
        '\r' => next != Some(&b'\n'),
        '\u{feff}' => at > 0,
        other => is_unseen(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forbidden(text: &str) -> (Vec<Fault>, usize) {
        let mut faults = Faults::default();
        forbidden_characters(text, &mut faults);
        faults.into_parts()
    }

    #[test]
    fn each_is_reported_where_it_stands() {
        let text = "a\u{202e}b\r\nc\rd\0";
        let spans: Vec<_> = forbidden(text).0.into_iter().map(|fault| fault.span).collect();
        assert_eq!(spans, [1..4, 8..9, 10..11]);
        assert_eq!(forbidden("\u{feff}tab\t, line\n, ünïcode 中\r\n"), (Vec::new(), 0));
        assert_eq!(forbidden(&"\u{7}".repeat(100)).1, 80);
    }
}
