//! Characters that have no business in a catalog: they hide what a reviewer should see.

use crate::load::diagnostics::fault::{Fault, Faults};
use crate::load::diagnostics::rule::Rule;
use crate::model::unseen;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// What the characters of a text are part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A file, which may begin with a byte order mark.
    File,
    /// A value that was written with escapes.
    Value,
}

/// Reports the forbidden characters of a text: control characters but for line ends and tabs, lone carriage returns, and
/// whatever else nobody sees.
pub(crate) fn forbidden_characters(text: &str, whole: Whole, faults: &mut Faults) {
    // Most texts need no closer look; without an early end many bytes are seen at once.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return;
    }
    for (at, character) in unseen(text) {
        let end = at + character.len_utf8();
        let is_allowed = match character {
            '\n' | '\t' => true,
            '\r' => text.as_bytes().get(end) == Some(&b'\n'),
            BYTE_ORDER_MARK => at == 0 && whole == Whole::File,
            _ => false,
        };
        if !is_allowed {
            faults.push_with(at, || {
                let message = format!("the character U+{:04X} cannot be used in a catalog file", u32::from(character));
                Fault::new(Rule::ForbiddenCharacter, at..end, message).help("delete it; it may not be visible")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forbidden(text: &str) -> (Vec<Fault>, usize) {
        let mut faults = Faults::default();
        forbidden_characters(text, Whole::File, &mut faults);
        faults.into_parts()
    }

    #[test]
    fn each_is_reported_where_it_stands() {
        let text = "a\u{202e}b\r\nc\rd\0e\u{feff}";
        let spans: Vec<_> = forbidden(text).0.into_iter().map(|fault| fault.span).collect();
        assert_eq!(spans, [1..4, 8..9, 10..11, 12..15]);
        assert_eq!(forbidden("\u{feff}tab\t, line\n, ünïcode 中 👩\u{200d}💻\r\n"), (Vec::new(), 0));
        assert_eq!(forbidden(&"\u{7}".repeat(100)).1, 80);
    }

    #[test]
    fn a_byte_order_mark_begins_a_file_alone() {
        let mut faults = Faults::default();
        forbidden_characters("\u{feff}x", Whole::Value, &mut faults);
        assert!(!faults.is_empty());
    }
}
