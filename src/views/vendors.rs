//! Tools by who owns them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::selection::Selection;
use crate::model::{ChangeKind, Event, Tool};

/// The tools of a selection by vendor: who owns or maintains them today.
///
/// The vendor with the most tools comes first, equal ones are in order of name. Names are compared as the catalog writes
/// them. Tools without a known vendor are returned by [`unknown`](Self::unknown).
///
/// ```
/// let all = mlops_catalog::Catalog::embedded().all();
/// let vendors = all.vendors();
/// let owned: usize = vendors.iter().map(|vendor| vendor.tools().len()).sum();
/// assert_eq!(owned + vendors.unknown().len(), all.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Vendors<'c> {
    #[cfg_attr(feature = "serde", serde(rename = "owners"))]
    vendors: Vec<Vendor<'c>>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::selection::counted"))]
    unknown: Selection<'c>,
}

/// A vendor and its tools.
///
/// ```
/// for vendor in mlops_catalog::Catalog::embedded().all().vendors() {
///     assert!(vendor.tools().iter().all(|tool| tool.vendor() == Some(vendor.name())));
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vendor<'c> {
    name: &'c str,
    tools: Selection<'c>,
}

impl<'c> Selection<'c> {
    /// Groups the tools by vendor.
    #[must_use]
    pub fn vendors(&self) -> Vendors<'c> {
        Vendors::new(self)
    }
}

impl<'c> Vendors<'c> {
    fn new(all: &Selection<'c>) -> Self {
        let mut by_vendor: BTreeMap<Option<&str>, Vec<&Tool>> = BTreeMap::new();
        for tool in all {
            by_vendor.entry(tool.vendor()).or_default().push(tool);
        }
        let unknown = Selection::in_order(by_vendor.remove(&None).unwrap_or_default());
        let vendor = |(name, tools): (Option<&'c str>, Vec<&'c Tool>)| {
            Some(Vendor { name: name?, tools: Selection::in_order(tools) })
        };
        let mut vendors: Vec<Vendor<'c>> = by_vendor.into_iter().filter_map(vendor).collect();
        vendors.sort_by_key(|vendor| (Reverse(vendor.tools.len()), vendor.name));
        Self { vendors, unknown }
    }

    /// Returns the vendors, those with the most tools first, then in order of name.
    pub fn iter(&self) -> std::slice::Iter<'_, Vendor<'c>> {
        self.vendors.iter()
    }

    /// Returns the number of vendors.
    #[must_use]
    pub fn len(&self) -> usize {
        self.vendors.len()
    }

    /// Returns true if no tool has a known vendor.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.vendors.is_empty()
    }

    /// Returns the tools without a known vendor.
    #[must_use]
    pub fn unknown(&self) -> &Selection<'c> {
        &self.unknown
    }
}

impl<'c> IntoIterator for Vendors<'c> {
    type Item = Vendor<'c>;
    type IntoIter = std::vec::IntoIter<Vendor<'c>>;

    fn into_iter(self) -> Self::IntoIter {
        self.vendors.into_iter()
    }
}

impl<'v, 'c> IntoIterator for &'v Vendors<'c> {
    type Item = &'v Vendor<'c>;
    type IntoIter = std::slice::Iter<'v, Vendor<'c>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'c> Vendor<'c> {
    /// Returns the vendor's name.
    #[must_use]
    pub fn name(&self) -> &'c str {
        self.name
    }

    /// Returns the vendor's tools.
    #[must_use]
    pub fn tools(&self) -> &Selection<'c> {
        &self.tools
    }
}

impl Tool {
    /// Returns the event by which the tool came to who owns it: the last time that it was acquired or donated, if it was.
    ///
    /// The party of the event may not be the [`vendor`](Self::vendor): a company that was bought may go on under its name.
    ///
    /// ```
    /// use mlops_catalog::{model::ChangeKind, tool};
    /// let transfer = tool::NEPTUNE_AI.last_transfer().map(|event| event.change().kind());
    /// assert_eq!(transfer, Some(ChangeKind::Acquired));
    /// assert_eq!(tool::CLEARML.last_transfer(), None);
    /// ```
    #[must_use]
    pub fn last_transfer(&self) -> Option<&Event> {
        let moves = |event: &&Event| matches!(event.change().kind(), ChangeKind::Acquired | ChangeKind::Donated);
        self.history().iter().rfind(moves)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Vendor<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut vendor = serializer.serialize_struct("Vendor", 4)?;
        vendor.serialize_field("vendor", self.name)?;
        vendor.serialize_field("count", &self.tools.len())?;
        vendor.serialize_field("tools", &super::selection::ids(&self.tools))?;
        vendor.serialize_field("owned", &self.tools.iter().map(Owned::of).collect::<Vec<_>>())?;
        vendor.end()
    }
}

/// A tool, and since when its vendor has it: the event by which it came there, or its release.
#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
struct Owned<'c> {
    tool: &'c crate::model::ToolId,
    name: &'c str,
    released: Option<crate::model::Date>,
    transfer: Option<&'c Event>,
}

#[cfg(feature = "serde")]
impl<'c> Owned<'c> {
    fn of(tool: &'c Tool) -> Self {
        Self { tool: tool.id(), name: tool.name(), released: tool.release_date(), transfer: tool.last_transfer() }
    }
}
