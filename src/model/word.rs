//! Words of closed enums: what every one of them does with a word it does not know.

use std::borrow::Cow;
use std::fmt;

/// A word that is none of the known ones of its kind.
///
/// Its text names the nearest known word, or all of them when none is near.
///
/// ```
/// let error = "feature-store".parse::<mlops_catalog::Category>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown category `feature-store`; did you mean `feature-stores`?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    kind: &'static str,
    word: String,
    known: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) fn new(kind: &'static str, word: &str, known: &'static [&'static str]) -> Self {
        Self { kind, word: word.to_owned(), known }
    }

    /// What was expected: `category`, `licence type`, …
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The word as it was given.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// The known words, in the order of their enum.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }

    /// What is wrong, without advice.
    #[must_use]
    pub fn message(&self) -> String {
        format!("unknown {} `{}`", self.kind, shorten(&self.word))
    }

    /// What to do: the nearest known word, or all known words.
    #[must_use]
    pub fn help(&self) -> String {
        match nearest(&self.word, self.known.iter().copied()) {
            Some(word) => format!("did you mean `{word}`?"),
            None => format!("known: {}", self.known.join(", ")),
        }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message(), self.help())
    }
}

impl std::error::Error for UnknownWord {}

/// The known word that is nearest to `word`, if one is near enough to be meant.
///
/// Near is an edit distance (Damerau-Levenshtein, upper and lower case alike) of at most a third of the longer
/// word, or a known word that begins with what was given. Of equally near words the first stands.
///
/// ```
/// assert_eq!(mlops_catalog::nearest("mlfow", ["kubeflow", "mlflow"]), Some("mlflow"));
/// assert_eq!(mlops_catalog::nearest("xyz", ["kubeflow", "mlflow"]), None);
/// ```
#[must_use]
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let given = Given::new(word, |word| word.to_lowercase().replace([' ', '_'], "-"))?;
    let nearer = |nearest: Option<(usize, &'k str)>, known| {
        let least = nearest.map_or(usize::MAX, |(least, _)| least);
        given.distance_below(least, known).map(|distance| (distance, known)).or(nearest)
    };
    known.into_iter().fold(None, nearer).map(|(_, known)| known)
}

/// A word as it was given, to be held against known words; small letters in both.
pub(crate) struct Given {
    word: String,
    length: usize,
    letters: Letters,
}

impl Given {
    /// The word, folded, unless it is too long for anybody to mistype; a distance costs the product of both lengths.
    pub(crate) fn new(word: &str, fold: impl FnOnce(&str) -> String) -> Option<Self> {
        const LONGEST: usize = 100;
        let word = (word.len() <= LONGEST).then(|| fold(word))?;
        Some(Self { length: word.chars().count(), letters: Letters::of(&word), word })
    }

    /// How far `known` is, in whatever case, if it is near enough to be meant.
    pub(crate) fn distance(&self, known: &str) -> Option<usize> {
        self.distance_below(usize::MAX, known)
    }

    /// The same, if it is less than a limit.
    fn distance_below(&self, limit: usize, known: &str) -> Option<usize> {
        let known = if known.is_ascii() { Cow::from(known) } else { known.to_lowercase().into() };
        let length = if known.is_ascii() { known.len() } else { known.chars().count() };
        let gap = length.abs_diff(self.length);
        let start = known.as_bytes().get(..self.word.len());
        if self.word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(self.word.as_bytes())) {
            return (gap < limit).then_some(gap);
        }
        let is_near = |distance: usize| distance < limit && distance * 3 <= length.max(self.length);
        let can_be_near = is_near(gap) && is_near(self.letters.least_distance(&Letters::of(&known)));
        let distance = || strsim::damerau_levenshtein(&self.word, &known.to_ascii_lowercase());
        can_be_near.then(distance).filter(|&distance| is_near(distance))
    }
}

/// How often a word has each ASCII character, in whatever case.
struct Letters([u8; 64]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0_u8; 64];
        for byte in word.bytes().filter(u8::is_ascii) {
            let count = &mut counts[usize::from(byte.to_ascii_lowercase() % 64)];
            *count = count.saturating_add(1);
        }
        Self(counts)
    }

    /// What no edit distance is less than: an edit takes one letter away at most, and brings one at most. Found much
    /// faster than the distance, it is enough for most pairs of words.
    fn least_distance(&self, other: &Self) -> usize {
        let more = |a: &Self, b: &Self| a.0.iter().zip(b.0).map(|(a, b)| usize::from(a.saturating_sub(b))).sum();
        usize::max(more(self, other), more(other, self))
    }
}

/// `text` cut to what a message can hold.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// A closed enum of words: strum spells them, an unknown one is answered with the nearest.
///
/// The second form is for an enum that something else declares, with the derives of the first.
macro_rules! words {
    ($kind:literal; $(#[$meta:meta])* pub enum $enum:ident { $($variants:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(strum::Display, strum::EnumString, strum::EnumMessage, strum::VariantNames, strum::VariantArray)]
        #[strum(serialize_all = "kebab-case")]
        #[strum(parse_err_ty = $crate::model::UnknownWord, parse_err_fn = Self::unknown)]
        pub enum $enum { $($variants)* }

        $crate::model::words!($enum, $kind);
    };
    ($enum:ty, $kind:literal) => {
        impl $enum {
            fn unknown(word: &str) -> $crate::model::UnknownWord {
                $crate::model::UnknownWord::new($kind, word, <$enum as strum::VariantNames>::VARIANTS)
            }


            /// Its word, as it stands in catalog files, queries and JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                <Self as strum::VariantNames>::VARIANTS[self as usize]
            }

            /// Every variant, in the order of the enum.
            pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
                <Self as strum::VariantArray>::VARIANTS.iter().copied()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $enum {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}
pub(crate) use words;
