//! What the paper's tables print of tools, against what is true.

use std::fmt;

use super::{Mismatch, Paper, PrintedFact, Row, Table};
use crate::catalog::Catalog;
use crate::model::{Fact, Source, Tool, ToolId};

/// Something that a row of the paper's tables prints and that a catalog knows otherwise.
///
/// ```
/// use mlops_catalog::{Catalog, Paper};
/// use mlops_catalog::paper::Mismatch;
/// let errata = Paper::embedded().errata(Catalog::embedded());
/// let misprint = errata.iter().find(|erratum| *erratum.tool() == "autofeat").unwrap();
/// assert_eq!(misprint.mismatch(), &Mismatch::Name { printed: "AutoFet", truth: "autofeat" });
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
    /// What the tables of tools print and `catalog` knows otherwise, in order of table, row and [`PrintedFact`].
    ///
    /// Each row is compared with the tool that it means; rows of tools that the catalog lacks are not. What is true is
    /// what the catalog says; [`Catalog::as_of`] gives what was true in another year. A year is compared where one is
    /// printed and one is known. A name is wrong when [`Catalog::find`] does not lead from it to the tool: an alias or a
    /// former name is not wrong.
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

/// The fact of the catalog whose source shows what is true.
fn evidence(fact: PrintedFact) -> Fact {
    match fact {
        PrintedFact::Type => Fact::License,
        PrintedFact::Year => Fact::Released,
        PrintedFact::Category => Fact::Categories,
        // That two printed names are one tool is a matter of its name.
        PrintedFact::Name | PrintedFact::Duplicate => Fact::Name,
    }
}

impl<'p> Erratum<'p> {
    /// The id of the tool that the row means.
    #[must_use]
    pub fn tool(&self) -> &'p ToolId {
        self.tool
    }

    /// The number of the table.
    #[must_use]
    pub fn table(&self) -> u8 {
        self.table
    }

    /// The number of the row in its table, from 1.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// What is printed, and what is true.
    #[must_use]
    pub fn mismatch(&self) -> &Mismatch<'p> {
        &self.mismatch
    }

    /// Where the catalog has what is true from; none if it is unsourced there.
    #[must_use]
    pub fn source(&self) -> Option<&'p Source> {
        self.source
    }
}

/// `Table 5, row 6 (autofeat): name AutoFet, in truth autofeat; unsourced`.
impl fmt::Display for Erratum<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tool, table, row, mismatch, source } = self;
        let (fact, printed, truth) = (mismatch.fact(), mismatch.printed(), mismatch.truth());
        let source = source.map_or("unsourced", Source::as_str);
        write!(f, "Table {table}, row {row} ({tool}): {fact} {printed}, in truth {truth}; {source}")
    }
}

/// `{tool, table, row, fact, printed, true, source}`, the last null where it is unsourced.
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
