//! Tools by who owns them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::selection::Selection;
use crate::model::Tool;

/// The tools of a selection by their vendor: who owns or maintains them today.
///
/// The vendor with the most tools comes first, of equal ones the first in order of name. Vendors are told apart by their
/// names as the catalog writes them; tools without a known vendor stand apart.
///
/// ```
/// let all = mlops_catalog::Catalog::embedded().all();
/// let owners = all.owners();
/// let owned: usize = owners.iter().map(|owner| owner.selection().len()).sum();
/// assert_eq!(owned + owners.unknown().len(), all.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Owners<'c> {
    owners: Vec<Owner<'c>>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    unknown: Selection<'c>,
}

/// A vendor, and its tools.
///
/// ```
/// let owners = mlops_catalog::Catalog::embedded().all().owners();
/// let owner = owners.iter().next().unwrap();
/// assert!(owner.selection().iter().all(|tool| tool.vendor() == Some(owner.vendor())));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner<'c> {
    vendor: &'c str,
    selection: Selection<'c>,
}

impl<'c> Selection<'c> {
    /// The tools by who owns them.
    #[must_use]
    pub fn owners(&self) -> Owners<'c> {
        Owners::new(self)
    }
}

impl<'c> Owners<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let mut by_vendor: BTreeMap<Option<&str>, Vec<&Tool>> = BTreeMap::new();
        for tool in all {
            by_vendor.entry(tool.vendor()).or_default().push(tool);
        }
        let unknown = Selection::in_order(by_vendor.remove(&None).unwrap_or_default());
        let owner = |(vendor, tools): (Option<&'c str>, Vec<&'c Tool>)| {
            Some(Owner { vendor: vendor?, selection: Selection::in_order(tools) })
        };
        let mut owners: Vec<Owner<'c>> = by_vendor.into_iter().filter_map(owner).collect();
        owners.sort_by_key(|owner| (Reverse(owner.selection.len()), owner.vendor));
        Self { owners, unknown }
    }

    /// The vendors, those with the most tools first, then in order of name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Owner<'c>> + DoubleEndedIterator {
        self.owners.iter()
    }

    /// The tools whose vendor is not known.
    #[must_use]
    pub fn unknown(&self) -> &Selection<'c> {
        &self.unknown
    }
}

impl<'c> Owner<'c> {
    /// The vendor's name.
    #[must_use]
    pub fn vendor(&self) -> &'c str {
        self.vendor
    }

    /// Its tools.
    #[must_use]
    pub fn selection(&self) -> &Selection<'c> {
        &self.selection
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Owner<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut owner = serializer.serialize_struct("Owner", 3)?;
        owner.serialize_field("vendor", self.vendor)?;
        owner.serialize_field("count", &self.selection.len())?;
        owner.serialize_field("tools", &super::selection::ids(&self.selection))?;
        owner.end()
    }
}
