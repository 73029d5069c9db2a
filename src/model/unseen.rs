//! Characters that nobody sees: they hide what a reader should know.

/// Whether a character shows nothing of itself, wherever it is: control characters, what Unicode says may be ignored where
/// it cannot be shown (soft hyphens, joiners, variation selectors, tags, fillers, bidirectional formatting), separators of
/// lines and paragraphs, annotations between lines and the empty pattern of Braille.
pub(crate) fn is_unseen(character: char) -> bool {
    match character {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        other => other.is_control(),
    }
}

/// The characters of a text that nobody sees, with their places; those that hold an emoji together are seen with it.
pub(crate) fn unseen(text: &str) -> impl Iterator<Item = (usize, char)> {
    let is_hidden = |&(at, character): &(usize, char)| {
        is_unseen(character) && !holds_an_emoji_together(&text[..at], character, &text[at + character.len_utf8()..])
    };
    // Nearly every text is plain, and its bytes say so faster than its characters.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let searched = if is_plain { "" } else { text };
    searched.char_indices().filter(is_hidden)
}

/// Whether a joiner is between two emoji, or a selector makes one of the character before it.
fn holds_an_emoji_together(before: &str, character: char, after: &str) -> bool {
    const JOINER: char = '\u{200d}';
    const SELECTOR: char = '\u{fe0f}';
    const KEYCAP: char = '\u{20e3}';
    let mut before = before.chars().rev();
    let (last, next) = (before.next(), after.chars().next());
    match character {
        JOINER => {
            let base = if last == Some(SELECTOR) { before.next() } else { last };
            base.is_some_and(is_emoji) && next.is_some_and(is_emoji)
        }
        SELECTOR => last.is_some_and(|c| is_emoji(c) || is_key(c) && next == Some(KEYCAP)),
        _ => false,
    }
}

/// Whether a keycap is made of a character.
fn is_key(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '#' | '*')
}

/// Whether a character is an emoji or can become one: the blocks in which they are, whole.
fn is_emoji(character: char) -> bool {
    matches!(character,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{24c2}' | '\u{25a0}'..='\u{27bf}' | '\u{2934}'..='\u{2935}'
        | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_seen_within_emoji_alone() {
        for (text, hidden) in [
            ("plain ünïcode 中", ""),
            ("👩\u{200d}💻 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 👩🏽\u{200d}🔬 🏳\u{fe0f}\u{200d}🌈", ""),
            ("ML\u{200d}flow", "\u{200d}"),
            ("👩\u{200d}", "\u{200d}"),
            ("\u{200d}👩", "\u{200d}"),
            ("a\u{fe0f}1\u{fe0f}", "\u{fe0f}\u{fe0f}"),
            ("#\u{fe0f}\u{20e3} a\u{fe0f}\u{20e3}", "\u{fe0f}"),
            ("❤\u{fe0e}🏴\u{e0067}", "\u{fe0e}\u{e0067}"),
            ("a\u{ad}b\u{200c}c\u{115f}d\u{fff9}e\u{2800}", "\u{ad}\u{200c}\u{115f}\u{fff9}\u{2800}"),
        ] {
            assert_eq!(unseen(text).map(|(_, character)| character).collect::<String>(), hidden, "{text:?}");
        }
    }
}
