//! Words of closed enums: what every one of them does with a word it does not know.

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
    known
        .into_iter()
        .filter_map(|known| Some((given.distance(&known.to_lowercase())?, known)))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// A word as it was given, to be held against known words that are folded in the same way.
pub(crate) struct Given {
    word: String,
    length: usize,
}

impl Given {
    /// The word, folded, unless it is too long for anybody to mistype; a distance costs the product of both lengths.
    pub(crate) fn new(word: &str, fold: impl FnOnce(&str) -> String) -> Option<Self> {
        const LONGEST: usize = 100;
        let word = (word.len() <= LONGEST).then(|| fold(word))?;
        Some(Self { length: word.chars().count(), word })
    }

    /// How far `known` is, if it is near enough to be meant.
    pub(crate) fn distance(&self, known: &str) -> Option<usize> {
        let length = known.chars().count();
        let gap = length.abs_diff(self.length);
        if self.word.len() >= 3 && known.starts_with(&self.word) {
            return Some(gap);
        }
        let near = |distance: usize| distance * 3 <= length.max(self.length);
        // No distance is less than the gap between the lengths.
        near(gap).then(|| strsim::damerau_levenshtein(&self.word, known)).filter(|&distance| near(distance))
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

/// `FromStr` errors, `kind`s and `Serialize` for an enum whose words strum spells.
macro_rules! words {
    ($enum:ty, $kind:literal, $unknown:ident) => {
        fn $unknown(word: &str) -> $crate::model::UnknownWord {
            $crate::model::UnknownWord::new($kind, word, <$enum as strum::VariantNames>::VARIANTS)
        }

        impl $enum {
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
