//! Differences between the printed rows and a catalog.

use std::fmt;

use super::{Mismatch, Paper, PrintedFact, Row, Table};
use crate::catalog::Catalog;
use crate::model::{Fact, Source, Tool, ToolId};

/// A difference between a printed row and a catalog.
///
/// ```
/// use mlops_catalog::{Catalog, Paper};
/// use mlops_catalog::paper::Mismatch;
/// let errata = Paper::embedded().errata(Catalog::embedded());
/// let erratum = errata
///     .iter()
///     .find(|erratum| erratum.tool() == "autofeat")
///     .unwrap();
/// assert_eq!(
///     erratum.mismatch(),
///     &Mismatch::Name { printed: "AutoFet", truth: "autofeat" },
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erratum<'p> {
    tool: &'p ToolId,
    table: u8,
    row: usize,
    mismatch: Mismatch<'p>,
    source: Option<&'p Source>,
}

impl Paper {
    /// Returns the differences between the printed tables and `catalog`, ordered by table, row and [`PrintedFact`].
    ///
    /// Each row is compared with the tool that it means. Rows whose tool is not in the catalog are skipped, and so are
    /// years where the row prints none or the catalog knows none. A printed name is an erratum only if
    /// [`Catalog::find`] does not find the tool by it, so an alias or a former name is accepted.
    ///
    /// The catalog counts as the truth; to compare with an earlier year, pass a catalog from [`Catalog::as_of`].
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Paper};
    /// for erratum in Paper::embedded().errata(Catalog::embedded()) {
    ///     println!("{erratum}");
    /// }
    /// ```
    #[must_use]
    pub fn errata<'p>(&'p self, catalog: &'p Catalog) -> Vec<Erratum<'p>> {
        let mut errata = Vec::new();
        for table in self.tables() {
            for (at, row) in table.rows().enumerate() {
                let Some(tool) = catalog.get(row.tool()) else { continue };
                let mismatches = [
                    license_type(row, tool),
                    year(row, tool),
                    name(row, tool, catalog),
                    category(table, tool),
                    duplicate(table, at),
                ];
                errata.extend(mismatches.into_iter().flatten().map(|mismatch| Erratum {
                    tool: row.tool(),
                    table: table.number(),
                    row: at + 1,
                    source: tool.source(evidence(mismatch.fact())),
                    mismatch,
                }));
            }
        }
        errata
    }
}

fn license_type<'p>(row: &Row, tool: &Tool) -> Option<Mismatch<'p>> {
    let (printed, truth) = (row.printed_type(), tool.license_type());
    (printed.meaning() != truth).then_some(Mismatch::Type { printed, truth })
}

fn year<'p>(row: &Row, tool: &Tool) -> Option<Mismatch<'p>> {
    let (printed, truth) = (row.released()?, tool.release_year()?);
    (printed != truth).then_some(Mismatch::Year { printed, truth })
}

fn name<'p>(row: &'p Row, tool: &'p Tool, catalog: &Catalog) -> Option<Mismatch<'p>> {
    let is_found = catalog.find(row.name()).is_some_and(|found| found.id() == tool.id());
    (!is_found).then(|| Mismatch::Name { printed: row.name(), truth: tool.name() })
}

fn category<'p>(table: &Table, tool: &Tool) -> Option<Mismatch<'p>> {
    let (printed, truth) = (table.category(), tool.category_set());
    (!truth.contains(printed)).then_some(Mismatch::Category { printed, truth })
}

fn duplicate<'p>(table: &Table, at: usize) -> Option<Mismatch<'p>> {
    let first = table.rows().position(|row| row.tool() == table.rows[at].tool())?;
    (first < at).then_some(Mismatch::Duplicate { row: at + 1, first: first + 1 })
}

/// Returns the fact of the catalog whose source proves the true value.
fn evidence(fact: PrintedFact) -> Fact {
    match fact {
        PrintedFact::Type => Fact::License,
        PrintedFact::Year => Fact::Released,
        PrintedFact::Category => Fact::Categories,
        // A duplicate row is about two printed names of one tool.
        PrintedFact::Name | PrintedFact::Duplicate => Fact::Name,
    }
}

impl<'p> Erratum<'p> {
    /// Returns the id of the tool that the row means.
    #[must_use]
    pub fn tool(&self) -> &'p ToolId {
        self.tool
    }

    /// Returns the number of the table.
    #[must_use]
    pub fn table(&self) -> u8 {
        self.table
    }

    /// Returns the number of the row in its table, counted from 1.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// Returns the printed and the true value.
    #[must_use]
    pub fn mismatch(&self) -> &Mismatch<'p> {
        &self.mismatch
    }

    /// Returns the source of the true value, or `None` if the catalog has none.
    #[must_use]
    pub fn source(&self) -> Option<&'p Source> {
        self.source
    }
}

/// Writes `Table 5, row 6 (autofeat): name AutoFet, in truth autofeat; unsourced`.
impl fmt::Display for Erratum<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tool, table, row, mismatch, source } = self;
        let (fact, printed, truth) = (mismatch.fact(), mismatch.printed(), mismatch.truth());
        let source = source.map_or("unsourced", Source::as_str);
        write!(f, "Table {table}, row {row} ({tool}): {fact} {printed}, in truth {truth}; {source}")
    }
}

/// Writes `{tool, table, row, fact, printed, true, source}`; `source` is null if the catalog has none.
#[cfg(feature = "serde")]
impl serde::Serialize for Erratum<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut erratum = serializer.serialize_struct("Erratum", 7)?;
        erratum.serialize_field("tool", self.tool)?;
        erratum.serialize_field("table", &self.table)?;
        erratum.serialize_field("row", &self.row)?;
        erratum.serialize_field("fact", &self.mismatch.fact())?;
        erratum.serialize_field("printed", &self.mismatch.printed())?;
        erratum.serialize_field("true", &self.mismatch.truth())?;
        erratum.serialize_field("source", &self.source)?;
        erratum.end()
    }
}
