//! Texts by which things are looked up.

use std::borrow::Cow;

/// A text by which something is looked up, in the order of texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Comes first: it decides most comparisons without a look at the text.
    start: Start,
    text: Cow<'static, str>,
}

impl Key {
    pub(crate) const fn of_static(text: &'static str) -> Self {
        Self { start: Start::of(text), text: Cow::Borrowed(text) }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The key as text, where a constant is made.
    pub(crate) const fn as_const_str(&self) -> &str {
        match &self.text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.as_str(),
        }
    }

    /// What keys are ordered by.
    pub(crate) fn order(&self) -> (Start, &Cow<'static, str>) {
        (self.start, &self.text)
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self { start: Start::of(&text), text: text.into() }
    }
}

/// The index of the first thing that has this text among things in order of what their texts begin with, then of their
/// texts.
pub(crate) fn search<T, S: Copy + Ord>(
    things: &[T],
    (start, text): (S, &str),
    order: impl Fn(&T) -> (S, &Cow<'static, str>),
) -> Option<usize> {
    let at = things.partition_point(|thing| {
        let (begins, other) = order(thing);
        begins < start || begins == start && **other < *text
    });
    things.get(at).filter(|thing| order(thing).1 == text).map(|_| at)
}

/// The first eight bytes of a text as a number: texts that differ in it are in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Start(u64);

impl Start {
    /// The first four bytes, which take half the room.
    pub(crate) const fn half(self) -> u32 {
        (self.0 >> u32::BITS) as u32
    }

    pub(crate) const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut start, mut at) = (0, 0);
        // Always eight rounds: that is faster than to find out about shorter texts.
        while at < 8 {
            let byte = if at < bytes.len() { bytes[at] } else { 0 };
            start = start << 8 | byte as u64;
            at += 1;
        }
        Self(start)
    }
}
