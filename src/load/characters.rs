//! Characters that have no business in a catalog: they hide what a reviewer should see.

use super::problem::Rule;
use super::tree::Fault;

/// How many of them are reported in one text.
const MOST: usize = 20;

/// The forbidden characters of a text, in order: control characters but for line ends and tabs, lone carriage returns,
/// bidirectional formatting, separators of lines and paragraphs, and byte order marks that are not the first character.
pub(super) fn forbidden_characters(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        if is_forbidden(at, character, next) {
            let message = format!("the character U+{:04X} cannot be used in a catalog file", u32::from(character));
            let fault = Fault::new(Rule::ForbiddenCharacter, at..at + character.len_utf8(), message);
            faults.push(fault.help("delete it; it may not be visible"));
            if faults.len() == MOST {
                break;
            }
        }
    }
    faults
}

fn is_forbidden(at: usize, character: char, next: Option<char>) -> bool {
    match character {
        '\n' | '\t' => false,
        '\r' => next != Some('\n'),
        '\u{feff}' => at > 0,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_reported_where_it_stands() {
        let text = "a\u{202e}b\r\nc\rd\0";
        let spans: Vec<_> = forbidden_characters(text).into_iter().map(|fault| fault.span).collect();
        assert_eq!(spans, [1..4, 8..9, 10..11]);
        assert!(forbidden_characters("\u{feff}tab\t, line\n, ünïcode 中\r\n").is_empty());
        assert_eq!(forbidden_characters(&"\u{7}".repeat(100)).len(), 20);
    }
}
