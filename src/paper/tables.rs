//! The nine tables of tools.

use std::borrow::Cow;

use super::Paper;
use super::printed_type::PrintedType;
use crate::model::{Category, ToolId, Year};

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

/// A row of a table as the paper prints it, with the tool that it means.
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
    pub(crate) printed_type: PrintedType,
    pub(crate) released: Option<Year>,
    pub(crate) tool: ToolId,
}

impl Paper {
    /// Returns the rows that mean the tool of this id, each with its table, in printed order.
    ///
    /// ```
    /// for (table, row) in mlops_catalog::Paper::embedded().rows_of("mlflow") {
    ///     println!("Table {}: {}, {}", table.number(), row.name(), row.printed_type());
    /// }
    /// ```
    pub fn rows_of(&self, tool: impl AsRef<str>) -> impl Iterator<Item = (&Table, &Row)> {
        let rows = self.tables().flat_map(|table| table.rows().map(move |row| (table, row)));
        rows.filter(move |(_, row)| *row.tool() == tool.as_ref())
    }
}

impl Table {
    /// Returns the table's number in the paper.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Returns the title as printed.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the category whose tools the table lists.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// Returns the rows in printed order, duplicates included.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.rows.iter()
    }
}

impl Row {
    /// Returns the name as printed, misprints included.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the type as printed.
    #[must_use]
    pub fn printed_type(&self) -> PrintedType {
        self.printed_type
    }

    /// Returns the year as printed. The rows of Table 7 have none.
    #[must_use]
    pub fn released(&self) -> Option<Year> {
        self.released
    }

    /// Returns the id of the tool that the row means.
    #[must_use]
    pub fn tool(&self) -> &ToolId {
        &self.tool
    }
}
