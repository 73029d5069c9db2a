//! Tools by the year of their release.

use std::collections::BTreeMap;

use super::selection::Selection;
use crate::model::{Category, LicenseType, Stage, Tool, Year};

/// The releases of a selection, year by year.
///
/// Years without a release are left out. Tools without a known year are returned by [`undated`](Self::undated). For ends
/// and revivals see [`lifespans`](Self::lifespans).
///
/// ```
/// use mlops_catalog::Catalog;
/// let timeline = Catalog::embedded().all().timeline();
/// let dated: usize = timeline.years().map(|group| group.tools().len()).sum();
/// assert_eq!(dated + timeline.undated().len(), Catalog::embedded().len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Timeline<'c> {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) all: Selection<'c>,
    years: Vec<YearGroup<'c>>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    undated: Selection<'c>,
}

/// The tools released in one year.
///
/// ```
/// let all = mlops_catalog::Catalog::embedded().all();
/// let timeline = all.timeline();
/// let last = timeline.years().last().unwrap();
/// assert_eq!(last.cumulative(), all.len() - timeline.undated().len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearGroup<'c> {
    year: Year,
    tools: Selection<'c>,
    cumulative: usize,
}

impl<'c> Selection<'c> {
    /// Groups the tools by year of release.
    #[must_use]
    pub fn timeline(&self) -> Timeline<'c> {
        Timeline::new(self)
    }
}

impl<'c> Timeline<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let (mut by_year, mut undated) = (BTreeMap::<Year, Vec<&'c Tool>>::new(), Vec::new());
        for tool in all {
            match tool.release_year() {
                Some(year) => by_year.entry(year).or_default().push(tool),
                None => undated.push(tool),
            }
        }
        let mut cumulative = 0;
        let years = by_year.into_iter().map(|(year, tools)| {
            cumulative += tools.len();
            YearGroup { year, tools: Selection::in_order(tools), cumulative }
        });
        Self { all: all.clone(), years: years.collect(), undated: Selection::in_order(undated) }
    }

    /// Returns the years with a release, in order.
    pub fn years(&self) -> impl ExactSizeIterator<Item = &YearGroup<'c>> + DoubleEndedIterator {
        self.years.iter()
    }

    /// Returns the tools without a known year.
    #[must_use]
    pub fn undated(&self) -> &Selection<'c> {
        &self.undated
    }

    /// Returns a timeline for each category that has a tool, in the order of [`Category`]. A tool of several categories
    /// is in each of them.
    pub fn by_category(&self) -> impl Iterator<Item = (Category, Timeline<'c>)> {
        Category::all().filter_map(|category| Some((category, self.part(|tool| tool.is_in(category))?)))
    }

    /// Returns a timeline for each license type that a tool has, in the order of [`LicenseType`]. The license is that of
    /// the tool's catalog, whatever it was before.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// for (license, timeline) in all.timeline().by_license_type() {
    ///     println!("{license}: {} years with a release", timeline.years().len());
    /// }
    /// ```
    pub fn by_license_type(&self) -> impl Iterator<Item = (LicenseType, Timeline<'c>)> {
        let of = |license: LicenseType| self.part(|tool| tool.license_type() == license);
        LicenseType::all().filter_map(move |license| Some((license, of(license)?)))
    }

    /// Returns a timeline for each stage of work that has a tool, in the order of [`Stage`]. A tool with categories of
    /// several stages is in each of them.
    pub fn by_stage(&self) -> impl Iterator<Item = (Stage, Timeline<'c>)> {
        let with_tools =
            |(stage, tools): (Stage, Selection<'c>)| (!tools.is_empty()).then(|| (stage, tools.timeline()));
        self.all.by_stage().filter_map(with_tools)
    }

    /// Returns a timeline for each vendor, those with the most tools first, then in order of name. Tools without a known
    /// vendor are in none.
    ///
    /// ```
    /// let all = mlops_catalog::Catalog::embedded().all();
    /// for (vendor, timeline) in all.timeline().by_vendor().take(3) {
    ///     println!("{vendor}: {} years with a release", timeline.years().len());
    /// }
    /// ```
    pub fn by_vendor(&self) -> impl ExactSizeIterator<Item = (&'c str, Timeline<'c>)> {
        self.all.vendors().into_iter().map(|vendor| (vendor.name(), vendor.tools().timeline()))
    }

    /// The timeline of some of the tools, if there are any.
    fn part(&self, wanted: impl Fn(&Tool) -> bool) -> Option<Timeline<'c>> {
        let tools = self.all.filter(wanted);
        (!tools.is_empty()).then(|| tools.timeline())
    }
}

impl<'c> YearGroup<'c> {
    /// Returns the year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// Returns the tools released in this year.
    #[must_use]
    pub fn tools(&self) -> &Selection<'c> {
        &self.tools
    }

    /// Returns the number of tools released up to the end of this year.
    #[must_use]
    pub fn cumulative(&self) -> usize {
        self.cumulative
    }
}

#[cfg(feature = "serde")]
mod json {
    use serde::ser::{Serialize, SerializeStruct as _, Serializer};

    use super::YearGroup;
    use crate::views::selection::ids;

    impl Serialize for YearGroup<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut group = serializer.serialize_struct("YearGroup", 4)?;
            group.serialize_field("year", &self.year)?;
            group.serialize_field("count", &self.tools.len())?;
            group.serialize_field("cumulative", &self.cumulative)?;
            group.serialize_field("tools", &ids(&self.tools))?;
            group.end()
        }
    }
}
