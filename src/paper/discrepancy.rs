//! What does not add up in the printed answers of a question.

use std::fmt;

use itertools::Itertools as _;

use super::{AnswerOption, Answers, Percent, Question};

/// The largest number that is tried as a base: well above the "over 110" respondents of the paper.
const MOST: u32 = 200;

/// Something that is printed and comes out otherwise when it is computed from what is printed beside it.
///
/// Nothing is corrected: which of the two is wrong is not known.
///
/// ```
/// use mlops_catalog::{Paper, paper::Exhibit};
/// let question = Paper::embedded().question(Exhibit::Figure(3)).unwrap();
/// let [discrepancy] = question.discrepancies().try_into().unwrap();
/// assert_eq!(discrepancy.to_string(), "the counts sum to 109, not to 115");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Discrepancy<'p> {
    /// The counts of a question with one answer do not sum to its base.
    Sum {
        /// What they sum to.
        sum: u64,
        /// The base.
        base: u32,
    },
    /// A percentage is not what its count is of the base.
    Percent {
        /// The option.
        label: &'p str,
        /// Its count as printed.
        count: u32,
        /// The base.
        base: u32,
        /// The percentage as printed.
        printed: Percent,
        /// What the count is of the base, with as many decimals.
        computed: Percent,
    },
    /// No whole counts of the base give the percentages.
    Base {
        /// The base.
        base: u32,
        /// The numbers from 1 to 200 whose whole counts would, in order.
        others: Vec<u32>,
    },
}

impl Question {
    /// What does not add up, computed for its [`base`](Self::base); nothing when that is not known.
    ///
    /// In this order: the sum of the counts, when each respondent gave one answer; the percentages of options with a
    /// count, in printed order; and, when some percentage is not that of its count and no other whole counts of the base
    /// give all percentages either, the numbers from 1 to 200 whose whole counts would. Where each respondent gave one
    /// answer, such counts sum to their base.
    ///
    /// ```
    /// use mlops_catalog::{Paper, paper::Exhibit};
    /// let question = Paper::embedded().question(Exhibit::Figure(13)).unwrap();
    /// for discrepancy in question.discrepancies() {
    ///     println!("{discrepancy}");
    /// }
    /// // What is printed adds up.
    /// assert!(Paper::embedded().question(Exhibit::Figure(7)).unwrap().discrepancies().is_empty());
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

    /// Whether whole counts of `base` give every printed percentage.
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
                write!(f, "no whole counts of {base} give these percentages; of the numbers up to {MOST}, ")?;
                if others.is_empty() {
                    f.write_str("those of none would")
                } else {
                    write!(f, "those of {} would", runs(others))
                }
            }
        }
    }
}

/// `85, 87, 88, 92 to 97`: numbers in order, three and more that follow each other as one.
fn runs(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    runs.map(|run| match run {
        [first, _, .., last] => format!("{first} to {last}"),
        few => few.iter().join(", "),
    })
    .join(", ")
}
