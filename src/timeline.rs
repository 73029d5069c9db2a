//! Tools by the year of their release.

use std::collections::BTreeMap;

use crate::{Category, Selection, Year};

/// The releases of a selection, year by year.
///
/// Years without a release are left out; tools whose year is not known stand apart.
///
/// ```
/// use mlops_catalog::Catalog;
/// let timeline = Catalog::embedded().all().timeline();
/// let dated: usize = timeline.years().map(|group| group.selection().len()).sum();
/// assert_eq!(dated + timeline.undated().len(), Catalog::embedded().len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<'c> {
    all: Selection<'c>,
    years: Vec<YearGroup<'c>>,
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
    selection: Selection<'c>,
    cumulative: usize,
}

impl<'c> Timeline<'c> {
    pub(crate) fn new(all: &Selection<'c>) -> Self {
        let mut groups: BTreeMap<Option<Year>, Vec<_>> = BTreeMap::new();
        for tool in all {
            groups.entry(tool.year()).or_default().push(tool);
        }
        let undated = groups.remove(&None).unwrap_or_default().into_iter().collect();
        let mut cumulative = 0;
        let years = groups.into_iter().filter_map(|(year, tools)| {
            cumulative += tools.len();
            Some(YearGroup { year: year?, selection: tools.into_iter().collect(), cumulative })
        });
        Self { all: all.clone(), years: years.collect(), undated }
    }

    /// The years with a release, in order.
    pub fn years(&self) -> impl ExactSizeIterator<Item = &YearGroup<'c>> + DoubleEndedIterator {
        self.years.iter()
    }

    /// The tools whose year is not known.
    #[must_use]
    pub fn undated(&self) -> &Selection<'c> {
        &self.undated
    }

    /// The timeline of each category that has a tool, in the order of [`Category`]; a tool of several categories
    /// stands in each.
    pub fn by_category(&self) -> impl Iterator<Item = (Category, Timeline<'c>)> {
        Category::all().filter_map(|category| {
            let tools: Selection<'c> = self.all.iter().filter(|tool| tool.is_in(category)).collect();
            (!tools.is_empty()).then(|| (category, tools.timeline()))
        })
    }
}

impl<'c> YearGroup<'c> {
    /// The year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// The tools released in it.
    #[must_use]
    pub fn selection(&self) -> &Selection<'c> {
        &self.selection
    }

    /// How many tools were released in it and in the years before.
    #[must_use]
    pub fn cumulative(&self) -> usize {
        self.cumulative
    }
}

#[cfg(feature = "serde")]
mod json {
    use serde::ser::{Serialize, SerializeStruct as _, Serializer};

    use super::{Timeline, YearGroup};
    use crate::{Selection, ToolId};

    impl Serialize for Timeline<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut timeline = serializer.serialize_struct("Timeline", 2)?;
            timeline.serialize_field("years", &self.years)?;
            timeline.serialize_field("undated", &Counted(&self.undated))?;
            timeline.end()
        }
    }

    impl Serialize for YearGroup<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut group = serializer.serialize_struct("YearGroup", 4)?;
            group.serialize_field("year", &self.year)?;
            group.serialize_field("count", &self.selection.len())?;
            group.serialize_field("cumulative", &self.cumulative)?;
            group.serialize_field("tools", &ids(&self.selection))?;
            group.end()
        }
    }

    struct Counted<'s, 'c>(&'s Selection<'c>);

    impl Serialize for Counted<'_, '_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut counted = serializer.serialize_struct("Counted", 2)?;
            counted.serialize_field("count", &self.0.len())?;
            counted.serialize_field("tools", &ids(self.0))?;
            counted.end()
        }
    }

    pub(crate) fn ids<'c>(selection: &Selection<'c>) -> Vec<&'c ToolId> {
        selection.iter().map(crate::Tool::id).collect()
    }
}
#[cfg(feature = "serde")]
pub(crate) use json::ids;
