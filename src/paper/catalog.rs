//! The printed tables as a catalog.

use semver::Version;

use super::Paper;
use super::tables::Row;
use crate::catalog::Catalog;
use crate::model::{Category, Release, ReleaseEvent, Tool, ToolId};

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
    /// assert_eq!(printed.get("featuretools").unwrap().license_type(), LicenseType::Private);
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
        license: first.printed_type.meaning().into(),
        // What the paper's years are the years of, it does not say; its tables are headed "Release Date".
        release: year.map(|year| Release::new(year.into(), ReleaseEvent::Launch)),
        category_set: categories.iter().copied().collect(),
        categories: categories.into(),
        ..Tool::blank(id.clone())
    }
}
