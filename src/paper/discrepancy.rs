//! Arithmetic inconsistencies between printed numbers.

use std::fmt;

use itertools::Itertools as _;

use super::{AnswerOption, Answers, Percent, Question};

/// The largest base that is tried, well above the "over 110" respondents of the paper.
const MOST: u32 = 200;

/// An arithmetic inconsistency between printed numbers.
///
/// Nothing is corrected, since the paper does not show which of the numbers is wrong.
///
/// ```
/// use mlops_catalog::{Paper, paper::Exhibit};
/// let question = Paper::embedded().question(Exhibit::Figure(3)).unwrap();
/// let [discrepancy] = question.discrepancies().try_into().unwrap();
/// assert_eq!(
///     discrepancy.to_string(),
///     "the counts sum to 109, not to 115",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Discrepancy<'p> {
    /// The counts of a question with one answer do not sum to its base.
    Sum {
        /// The sum of the counts.
        sum: u64,
        /// The base.
        base: u32,
    },
    /// A printed percentage differs from the one that its count gives.
    Percent {
        /// The label of the option.
        label: &'p str,
        /// The count as printed.
        count: u32,
        /// The base.
        base: u32,
        /// The percentage as printed.
        printed: Percent,
        /// The percentage computed from the count, with as many decimals.
        computed: Percent,
    },
    /// The printed percentages cannot come from whole counts out of the base.
    Base {
        /// The base.
        base: u32,
        /// The bases from 1 to 200 for which they can, in ascending order.
        others: Vec<u32>,
    },
}

impl Question {
    /// Returns the inconsistencies between the printed numbers, computed for the question's [`base`](Self::base). The
    /// list is empty if the base is unknown.
    ///
    /// The list is in this order:
    ///
    /// 1. [`Discrepancy::Sum`], if each respondent gave one answer and the counts do not sum to the base;
    /// 2. a [`Discrepancy::Percent`] for each option whose percentage does not follow from its count;
    /// 3. [`Discrepancy::Base`], if no whole counts out of the base give the printed percentages. Where each respondent
    ///    gave one answer, the counts must also sum to the base.
    ///
    /// ```
    /// use mlops_catalog::{Paper, paper::Exhibit};
    /// let question = Paper::embedded().question(Exhibit::Figure(13)).unwrap();
    /// for discrepancy in question.discrepancies() {
    ///     println!("{discrepancy}");
    /// }
    /// // The printed numbers of this one agree.
    /// let question = Paper::embedded().question(Exhibit::Figure(7)).unwrap();
    /// assert!(question.discrepancies().is_empty());
    /// ```
    #[must_use]
    pub fn discrepancies(&self) -> Vec<Discrepancy<'_>> {
        let Some(base) = self.base() else { return Vec::new() };
        let sum = self.sum_discrepancy(base);
        let percents = self.percent_discrepancies(base);
        sum.into_iter().chain(percents).chain(self.base_discrepancy(base)).collect()
    }

    fn sum_discrepancy(&self, base: u32) -> Option<Discrepancy<'_>> {
        let sum = self.total();
        let is_wrong = if self.is_counted() { sum != u64::from(base) } else { sum > u64::from(base) };
        (self.answers == Answers::One && is_wrong).then_some(Discrepancy::Sum { sum, base })
    }

    fn percent_discrepancies(&self, base: u32) -> impl Iterator<Item = Discrepancy<'_>> {
        self.options().filter_map(move |option| {
            let (count, printed) = (option.count?, option.percent?);
            let computed = Percent::of(count, base, printed.decimals())?;
            let label = option.label();
            (printed != computed).then_some(Discrepancy::Percent { label, count, base, printed, computed })
        })
    }

    fn base_discrepancy(&self, base: u32) -> Option<Discrepancy<'_>> {
        let explained = |option: &AnswerOption| match (option.count, option.percent) {
            (Some(count), Some(percent)) => percent.is_of(count, base),
            (None, Some(_)) => false,
            (_, None) => true,
        };
        if self.options().all(explained) || self.has_whole_counts_of(base) {
            return None;
        }
        let others = (1..=MOST).filter(|&other| self.has_whole_counts_of(other)).collect();
        Some(Discrepancy::Base { base, others })
    }

    /// Returns true if whole counts out of `base` give every printed percentage.
    fn has_whole_counts_of(&self, base: u32) -> bool {
        let (mut least, mut most, mut all_printed) = (0, 0, true);
        for option in self.options() {
            let Some(percent) = option.percent else {
                all_printed = false;
                continue;
            };
            let counts = percent.counts(base);
            if counts.is_empty() {
                return false;
            }
            least += counts.start();
            most += counts.end();
        }
        let base = u64::from(base);
        self.answers == Answers::Many || least <= base && (base <= most || !all_printed)
    }
}

impl fmt::Display for Discrepancy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sum { sum, base } => write!(f, "the counts sum to {sum}, not to {base}"),
            Self::Percent { label, count, base, printed, computed } => {
                write!(f, "{label}: {count} of {base} is {computed} %, printed is {printed} %")
            }
            Self::Base { base, others } => {
                write!(f, "no whole counts out of {base} give these percentages; ")?;
                if others.is_empty() {
                    write!(f, "those out of no other number up to {MOST} do")
                } else {
                    write!(f, "of the numbers up to {MOST}, those out of {} do", runs(others))
                }
            }
        }
    }
}

/// Writes ascending numbers as `85, 87, 88, 92 to 97`: three or more consecutive ones as a range.
fn runs(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    runs.map(|run| match run {
        [first, _, .., last] => format!("{first} to {last}"),
        few => few.iter().join(", "),
    })
    .join(", ")
}
