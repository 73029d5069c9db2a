//! A table of the survey paper as printed, and what the catalog knows otherwise.

use mlops_catalog::{Catalog, Paper};

fn main() {
    let paper = Paper::embedded();
    let Some(table) = paper.table(6) else { return };
    println!("Table {}: {}", table.number(), table.title());
    for row in table.rows() {
        let year = row.released().map_or("-".to_owned(), |year| year.to_string());
        println!("  {:<16} {:<12} {year}", row.name(), row.printed_type());
    }

    println!("\nPrinted otherwise than it is:");
    let errata = paper.errata(Catalog::embedded());
    for erratum in errata.iter().filter(|erratum| erratum.table() == table.number()) {
        println!("  {erratum}");
    }
}
