//! The nine tables of tools.

use std::borrow::Cow;

use semver::Version;

use super::Paper;
use crate::model::{Release, ReleaseEvent};
use crate::{Catalog, Category, LicenseType, Tool, ToolId, Year};

/// A table of tools as the paper prints it.
///
/// ```
/// let table = mlops_catalog::Paper::embedded().table(5).unwrap();
/// assert_eq!(table.title(), "Feature Stores and Feature Engineering");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Table {
    pub(crate) number: u8,
    pub(crate) title: Cow<'static, str>,
    pub(crate) category: Category,
    pub(crate) rows: Cow<'static, [Row]>,
}

/// A row of a table as the paper prints it, and the tool that it means.
///
/// ```
/// let table = mlops_catalog::Paper::embedded().table(5).unwrap();
/// let row = table.rows().find(|row| row.name() == "AutoFet").unwrap();
/// assert_eq!(row.tool(), "autofeat");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Row {
    pub(crate) name: Cow<'static, str>,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub(crate) license_type: LicenseType,
    pub(crate) released: Option<Year>,
    pub(crate) tool: ToolId,
}

impl Table {
    /// Its number in the paper.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Its title as printed.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The category that it is about.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// Its rows in printed order, double ones included.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.rows.iter()
    }
}

impl Row {
    /// The name as printed, misprints included.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type as printed.
    #[must_use]
    pub fn license_type(&self) -> LicenseType {
        self.license_type
    }

    /// The year as printed; the paper's Table 7 has none.
    #[must_use]
    pub fn released(&self) -> Option<Year> {
        self.released
    }

    /// The id of the tool that the row means.
    #[must_use]
    pub fn tool(&self) -> &ToolId {
        &self.tool
    }
}

impl Paper {
    /// The printed tables as a catalog, so that it answers the same questions as the living one.
    ///
    /// A tool that stands in several rows has the first row's name and type, the earliest year printed, and the
    /// categories of all its rows, that of the first row first. Its version is 1.0.0: what is printed stays.
    ///
    /// ```
    /// use mlops_catalog::{LicenseType, Paper};
    /// let printed = Paper::embedded().catalog();
    /// // Printed as private; in truth it never was.
    /// assert_eq!(printed.tool("featuretools").unwrap().license_type(), LicenseType::Private);
    /// ```
    #[must_use]
    pub fn catalog(&self) -> Catalog {
        let mut tools: Vec<(&ToolId, Vec<(Category, &Row)>)> = Vec::new();
        for (category, row) in self.tables().flat_map(|table| table.rows().map(|row| (table.category, row))) {
            match tools.iter_mut().find(|(id, _)| *id == row.tool()) {
                Some((_, rows)) => rows.push((category, row)),
                None => tools.push((row.tool(), vec![(category, row)])),
            }
        }
        Catalog::of_known_tools(Version::new(1, 0, 0), tools.into_iter().map(|(id, rows)| printed(id, &rows)))
    }
}

fn printed(id: &ToolId, rows: &[(Category, &Row)]) -> Tool {
    let mut categories: Vec<Category> = Vec::new();
    for (category, _) in rows {
        if !categories.contains(category) {
            categories.push(*category);
        }
    }
    let (_, first) = rows[0];
    let year = rows.iter().filter_map(|(_, row)| row.released).min();
    Tool {
        name: first.name.clone(),
        license: first.license_type.into(),
        // What the paper's years are the years of, it does not say; its tables are headed "Release Date".
        released: year.map(|year| Release::new(year.into(), ReleaseEvent::Launch)),
        category_set: categories.iter().copied().collect(),
        categories: categories.into(),
        ..Tool::blank(id.clone())
    }
}
