//! Numbers that are given as arguments.

use std::num::NonZeroUsize;

/// How many things are to be shown: at least one.
pub fn number(text: &str) -> Result<usize, String> {
    text.parse()
        .map(NonZeroUsize::get)
        .map_err(|_| format!("`{text}` is not a number of things to show; write a whole number from 1 on, such as 10"))
}
