//! The known word that was probably meant.

use std::borrow::Cow;

/// Returns the known word that is most similar to `word`, if one is similar enough.
///
/// Similar words have an edit distance (Damerau-Levenshtein, ignoring case) of at most a third of the longer word, or begin
/// with `word`. The first of equally similar words is returned. Text of more than 100 bytes is never similar.
///
/// ```
/// use mlops_catalog::model::nearest;
/// assert_eq!(nearest("mlfow", ["kubeflow", "mlflow"]), Some("mlflow"));
/// assert_eq!(nearest("xyz", ["kubeflow", "mlflow"]), None);
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

/// A word as it was given, to be compared with known words; both in lower case.
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
        let distance = || strsim::damerau_levenshtein(&self.word, &known.to_ascii_lowercase());
        // No distance is less than the difference of the lengths.
        is_near(gap).then(distance).filter(|&distance| is_near(distance))
    }
}
