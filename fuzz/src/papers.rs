//! Papers that were read.

use mlops_catalog::{Catalog, Paper};

/// A paper that was read is compared with any catalog, and its numbers are computed.
pub fn hold(paper: &Paper, catalog: &Catalog) {
    assert!(paper.errata(catalog).iter().all(|erratum| !erratum.to_string().is_empty()));
    for question in paper.survey() {
        assert!(question.discrepancies().iter().all(|discrepancy| !discrepancy.to_string().is_empty()));
    }
    assert!(paper.catalog().len() <= paper.tables().map(|table| table.rows().len()).sum());
    let parts = (paper.tables().collect::<Vec<_>>(), paper.survey().collect::<Vec<_>>());
    let others = (paper.cases().collect::<Vec<_>>(), paper.references().collect::<Vec<_>>());
    assert!(serde_json::to_value((parts, others, paper.usage(catalog).ranking())).is_ok());
}
