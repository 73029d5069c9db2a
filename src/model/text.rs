//! Texts in messages.

use super::unseen::unseen;

/// Cuts `text` to what a message can hold, with a mark for each character that nobody sees: a terminal obeys some.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => visible(text),
        Some((end, _)) => format!("{}…", visible(&text[..end])),
    }
}

/// The text with a mark for each character that nobody sees; tabs stay.
pub(crate) fn visible(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut done = 0;
    for (at, character) in unseen(text).filter(|(_, character)| *character != '\t') {
        marked += &text[done..at];
        marked.push(char::REPLACEMENT_CHARACTER);
        done = at + character.len_utf8();
    }
    marked + &text[done..]
}
