//! The printed tables as a catalog.

use semver::Version;

use super::Paper;
use super::tables::Row;
use crate::catalog::Catalog;
use crate::model::{Category, CategoryList, Release, ReleaseEvent, Texts, Tool, ToolId};

impl Paper {
    /// Returns the printed tables as a catalog, which can be queried like any other.
    ///
    /// A tool that is printed in several rows takes its name and type from the first of them. Its year is the earliest
    /// one printed, and it belongs to the categories of all its rows, the first row's being the primary one. The version
    /// is always 1.0.0, since what is printed does not change.
    ///
    /// ```
    /// use mlops_catalog::{LicenseType, Paper};
    /// let printed = Paper::embedded().catalog();
    /// let featuretools = printed.get("featuretools").unwrap();
    /// // Printed as private, although it is open source.
    /// assert_eq!(featuretools.license_type(), LicenseType::Private);
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
        texts: Texts::new(&first.name, None, None, []),
        license: first.printed_type.meaning().into(),
        // The paper does not say what kind of event its years refer to; the column is headed "Release Date".
        release: year.map(|year| Release::new(year.into(), ReleaseEvent::Launch)),
        category_set: categories.iter().copied().collect(),
        categories: CategoryList::from_slice(&categories),
        ..Tool::blank(id.clone())
    }
}
