//! The base of a question's percentages.

use std::ops::RangeInclusive;

use super::{AnswerOption, Answers, Question};

impl Question {
    /// Returns the sum of the printed counts.
    ///
    /// ```
    /// use mlops_catalog::{Paper, paper::Exhibit};
    /// let question = Paper::embedded().question(Exhibit::Figure(13)).unwrap();
    /// assert_eq!(question.total(), 110);
    /// ```
    #[must_use]
    pub fn total(&self) -> u64 {
        self.options().filter_map(|option| option.count).map(u64::from).sum()
    }

    /// Returns the base of the percentages, the number that counts as 100 %, or `None` if it is unknown.
    ///
    /// The base is the first of these that exists:
    ///
    /// 1. the number of respondents that the paper states for this question;
    /// 2. the only number that fits every printed pair of count and percentage (see [`bases`](Self::bases));
    /// 3. the sum of the counts, if each respondent gave one answer and every count is printed.
    ///
    /// ```
    /// use mlops_catalog::Paper;
    /// use mlops_catalog::paper::Exhibit::{Figure, Table};
    /// let base = |id| Paper::embedded().question(id).unwrap().base();
    /// // Stated by the paper.
    /// assert_eq!(base(Figure(13)), Some(110));
    /// // Computed from the percentages.
    /// assert_eq!(base(Figure(7)), Some(115));
    /// // Unknown.
    /// assert_eq!(base(Table(12)), None);
    /// ```
    #[must_use]
    pub fn base(&self) -> Option<u32> {
        let only = || self.bases().filter(|bases| bases.start() == bases.end()).map(|bases| *bases.start());
        let sum = || (self.answers == Answers::One && self.is_counted()).then(|| u32::try_from(self.total()).ok())?;
        self.respondents.or_else(only).or_else(sum).filter(|&base| base > 0)
    }

    /// Returns the bases that fit every printed pair of count and percentage, or `None` if no number does or no option
    /// has both.
    ///
    /// ```
    /// use mlops_catalog::Paper;
    /// use mlops_catalog::paper::Exhibit::Figure;
    /// let bases = |id| Paper::embedded().question(id).unwrap().bases();
    /// assert_eq!(bases(Figure(12)), Some(111..=111));
    /// assert_eq!(bases(Figure(13)), None);
    /// ```
    #[must_use]
    pub fn bases(&self) -> Option<RangeInclusive<u32>> {
        let both = self.options().filter_map(|option| Some(option.percent?.bases(option.count?)));
        let (first, last) = both.map(RangeInclusive::into_inner).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)))?;
        let (first, last) = (u32::try_from(first).ok()?, u32::try_from(last).unwrap_or(u32::MAX));
        (first <= last).then_some(first..=last)
    }

    /// Returns the share of `option` in `base` as a fraction, or `None` if its count is not printed or `base` is 0.
    ///
    /// ```
    /// use mlops_catalog::{Paper, paper::Exhibit};
    /// let question = Paper::embedded().question(Exhibit::Table(12)).unwrap();
    /// let mlflow = question.options().next().unwrap();
    /// assert_eq!(question.share(mlflow, 100), Some(0.5));
    /// ```
    #[must_use]
    pub fn share(&self, option: &AnswerOption, base: u32) -> Option<f64> {
        option.count.filter(|_| base > 0).map(|count| f64::from(count) / f64::from(base))
    }

    /// Returns true if the count of every option is printed.
    pub(super) fn is_counted(&self) -> bool {
        self.options().all(|option| option.count.is_some())
    }
}
