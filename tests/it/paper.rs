//! The paper as printed, against an independent transcription.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::paper::{PrintedType, Row};
use mlops_catalog::{Catalog, LicenseType, Paper, Query};

fn rows() -> impl Iterator<Item = (u8, &'static Row)> {
    Paper::embedded().tables().flat_map(|table| table.rows().map(|row| (table.number(), row)))
}

/// Tables 1 to 9, typed in from the paper apart from the catalog.
const PRINTED: &str = include_str!("../printed/tables.tsv");

#[test]
fn paper_rows_match_the_transcription() {
    let word = |printed: PrintedType| match printed {
        PrintedType::OpenSource => "Open Source",
        PrintedType::Private => "Private",
        PrintedType::Public => "Public",
        _ => "Non-free",
    };
    let ours: Vec<String> = rows()
        .map(|(table, row)| {
            let year = row.released().map(|year| year.to_string()).unwrap_or_default();
            format!("{table}\t{}\t{}\t{year}", row.name(), word(row.printed_type()))
        })
        .collect();
    assert_eq!(ours, PRINTED.lines().collect::<Vec<_>>());
}

#[test]
fn paper_tables_have_the_printed_counts() {
    let mut types: BTreeMap<PrintedType, usize> = BTreeMap::new();
    for (_, row) in rows() {
        *types.entry(row.printed_type()).or_default() += 1;
    }
    let expected = [
        (PrintedType::OpenSource, 44),
        (PrintedType::Public, 11),
        (PrintedType::Private, 34),
        (PrintedType::NonFree, 6),
    ];
    assert_eq!(types.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(rows().map(|(_, row)| row.tool()).collect::<BTreeSet<_>>().len(), 87);
    assert!(rows().all(|(table, row)| row.released().is_none() == (table == 7)));
}

#[test]
fn paper_rows_mean_tools_of_the_catalog() {
    for (_, row) in rows() {
        assert!(Catalog::embedded().get(row.tool().as_str()).is_some(), "{}", row.tool());
    }
}

#[test]
fn paper_catalog_joins_double_rows() {
    let printed = Paper::embedded().catalog();
    let mut naive: BTreeMap<&str, Vec<(u8, &Row)>> = BTreeMap::new();
    for (table, row) in rows() {
        naive.entry(row.tool().as_str()).or_default().push((table, row));
    }
    assert_eq!((printed.len(), printed.version().to_string()), (naive.len(), "1.0.0".to_owned()));
    for tool in printed.tools() {
        let rows = &naive[tool.id().as_str()];
        let found = Paper::embedded().rows_of(tool.id()).map(|(table, row)| (table.number(), row));
        assert_eq!(found.collect::<Vec<_>>(), *rows);
        assert_eq!(tool.license_type(), rows[0].1.printed_type().meaning());
        assert_eq!(tool.name(), rows[0].1.name());
        assert_eq!(tool.release_year(), rows.iter().filter_map(|(_, row)| row.released()).min());
        for (table, _) in rows {
            assert!(tool.is_in(Paper::embedded().table(*table).unwrap().category()));
        }
    }
    let optuna = printed.get("optuna").unwrap();
    assert_eq!(optuna.release_year().unwrap().get(), 2018);
    let hopsworks = printed.get("hopsworks").unwrap();
    assert_eq!((hopsworks.license_type(), hopsworks.release_year().unwrap().get()), (LicenseType::OpenSource, 2016));
}

#[test]
fn paper_catalog_answers_queries() {
    let printed = Paper::embedded().catalog();
    let private = printed.select(&Query::new().license(LicenseType::Private));
    let closed = |tool: &&mlops_catalog::Tool| tool.license_type() == LicenseType::Private;
    assert_eq!(private.len(), printed.tools().filter(closed).count());
    assert_eq!(printed.all().timeline().undated().len(), 5);
}
