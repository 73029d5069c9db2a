//! What the tables print and the catalog knows otherwise, beside a plain comparison of strings.

use std::collections::BTreeSet;

use mlops_catalog::model::Fact;
use mlops_catalog::paper::{Erratum, PrintedFact, PrintedType};
use mlops_catalog::{Catalog, Category, LicenseType, Paper, Tool, Year};
use proptest::prelude::*;

use crate::support::catalogs;

/// `fact printed true source`, in order of table, row and fact.
fn plain(errata: &[Erratum<'_>]) -> Vec<String> {
    let line = |erratum: &Erratum<'_>| {
        let mismatch = erratum.mismatch();
        let (fact, printed, truth) = (mismatch.fact(), mismatch.printed(), mismatch.truth());
        let source = erratum.source().map(ToString::to_string).unwrap_or_default();
        format!("{}.{} {} {fact}: {printed} / {truth} / {source}", erratum.table(), erratum.row(), erratum.tool())
    };
    errata.iter().map(line).collect()
}

fn source(tool: &Tool, fact: Fact) -> String {
    tool.source(fact).map(ToString::to_string).unwrap_or_default()
}

/// The same by comparing what is shown of the printed rows with what is shown of the tools.
fn naive(catalog: &Catalog) -> Vec<String> {
    let mut found = Vec::new();
    for table in Paper::embedded().tables() {
        let mut seen: Vec<String> = Vec::new();
        for (at, row) in table.rows().enumerate() {
            let id = row.tool().to_string();
            let first = seen.iter().position(|other| *other == id);
            seen.push(id.clone());
            let Some(tool) = catalog.tools().find(|tool| tool.id().as_str() == id) else { continue };
            let mut tell = |fact: &str, printed: &str, truth: &str, source: String| {
                found.push(format!("{}.{} {id} {fact}: {printed} / {truth} / {source}", table.number(), at + 1));
            };
            let closed = |word: &str| if word == "non-free" { "private".to_owned() } else { word.to_owned() };
            let (printed, truth) = (row.printed_type().to_string(), tool.license_type().to_string());
            if closed(&printed) != closed(&truth) {
                tell("type", &printed, &truth, source(tool, Fact::License));
            }
            if let (Some(printed), Some(truth)) = (row.released(), tool.release_date()) {
                let (printed, truth) = (printed.to_string(), truth.to_string()[..4].to_owned());
                if printed != truth {
                    tell("year", &printed, &truth, source(tool, Fact::Released));
                }
            }
            if catalog.find(row.name()) != Some(tool) {
                tell("name", row.name(), tool.name(), source(tool, Fact::Name));
            }
            if !tool.categories().contains(&table.category()) {
                let mut categories = tool.categories().to_vec();
                categories.sort();
                let truth: Vec<&str> = categories.iter().map(|category| category.as_str()).collect();
                tell("category", table.category().as_str(), &truth.join(" + "), source(tool, Fact::Categories));
            }
            if let Some(first) = first {
                let (printed, truth) = (format!("row {}", at + 1), format!("row {}", first + 1));
                tell("duplicate", &printed, &truth, source(tool, Fact::Name));
            }
        }
    }
    found
}

fn errata() -> Vec<Erratum<'static>> {
    Paper::embedded().errata(Catalog::embedded())
}

#[test]
fn errata_match_naive_comparison() {
    assert_eq!(plain(&errata()), naive(Catalog::embedded()));
    for year in [2015, 2020, 2023] {
        let then = Catalog::embedded().as_of(Year::new(year).unwrap());
        assert_eq!(plain(&Paper::embedded().errata(&then)), naive(&then), "{year}");
    }
    // Printed as true, nothing but double rows and rows that differ among themselves is left.
    let printed = Paper::embedded().catalog();
    assert_eq!(plain(&Paper::embedded().errata(&printed)), naive(&printed));
}

#[test]
fn errata_include_those_checked_by_hand() {
    let has = |table: u8, row: usize, fact: PrintedFact, printed: &str, truth: &str| {
        errata().iter().any(|erratum| {
            let mismatch = erratum.mismatch();
            (erratum.table(), erratum.row(), mismatch.fact()) == (table, row, fact)
                && (mismatch.printed() == printed && mismatch.truth() == truth)
        })
    };
    assert!(has(5, 6, PrintedFact::Name, "AutoFet", "autofeat"));
    assert!(has(6, 7, PrintedFact::Year, "2019", "2018"));
    assert!(has(6, 7, PrintedFact::Duplicate, "row 7", "row 5"));
    assert!(has(5, 11, PrintedFact::Duplicate, "row 11", "row 3"));
    assert!(has(5, 11, PrintedFact::Type, "private", "open-source"));
    assert!(has(5, 4, PrintedFact::Type, "private", "open-source"));
    let duplicates = errata().iter().filter(|erratum| erratum.mismatch().fact() == PrintedFact::Duplicate).count();
    assert_eq!(duplicates, 2);
}

#[test]
fn errata_exclude_synonyms_and_aliases() {
    let errata = errata();
    let paper = Paper::embedded();
    let non_free: Vec<_> = paper
        .tables()
        .flat_map(|table| table.rows().enumerate().map(|(at, row)| (table.number(), at + 1, row)))
        .filter(|(.., row)| row.printed_type() == PrintedType::NonFree)
        .collect();
    assert_eq!(non_free.len(), 6);
    for (table, number, row) in non_free {
        let tool = Catalog::embedded().get(row.tool().as_str()).unwrap();
        let is_told = errata.iter().any(|erratum| {
            (erratum.table(), erratum.row(), erratum.mismatch().fact()) == (table, number, PrintedFact::Type)
        });
        assert_eq!(is_told, tool.license_type() != LicenseType::Private, "{}", tool.id());
    }
    // KServe's former name, and a name in other capitals.
    for tool in ["kserve", "torchserve", "openvino"] {
        let names = errata.iter().filter(|erratum| erratum.mismatch().fact() == PrintedFact::Name);
        assert_eq!(names.filter(|erratum| *erratum.tool() == tool).count(), 0, "{tool}");
    }
}

#[test]
fn errata_are_ordered_and_sourced() {
    let errata = errata();
    let places: Vec<_> =
        errata.iter().map(|erratum| (erratum.table(), erratum.row(), erratum.mismatch().fact())).collect();
    assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
    for erratum in &errata {
        let text = erratum.to_string();
        assert!(text.ends_with("; unsourced") == erratum.source().is_none(), "{text}");
    }
    let misprint = errata.iter().find(|erratum| *erratum.tool() == "autofeat").unwrap();
    assert_eq!(misprint.to_string(), "Table 5, row 6 (autofeat): name AutoFet, in truth autofeat; unsourced");
    let json = serde_json::to_value(misprint).unwrap();
    let expected = serde_json::json!({
        "tool": "autofeat", "table": 5, "row": 6, "fact": "name", "printed": "AutoFet", "true": "autofeat", "source": null
    });
    assert_eq!(json, expected);
    let facts: BTreeSet<PrintedFact> = errata.iter().map(|erratum| erratum.mismatch().fact()).collect();
    assert_eq!(facts, PrintedFact::all().collect());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn errata_match_naive_comparison_for_any_catalog(other in catalogs::catalog(), shift in 0usize..90) {
        // The tools of the random catalog, under the ids of printed ones.
        let ids = Paper::embedded().catalog().tools().map(|tool| tool.id().clone()).collect::<Vec<_>>();
        let tools = other.tools().zip(ids.iter().cycle().skip(shift)).map(|(tool, id)| {
            let builder = Tool::builder(id.clone()).license(tool.license().clone());
            let builder = tool.categories().iter().fold(builder, |builder, &category: &Category| builder.category(category));
            tool.release().into_iter().fold(builder, |builder, release| builder.release(release.clone())).build().unwrap()
        });
        let catalog = Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap();
        prop_assert_eq!(plain(&Paper::embedded().errata(&catalog)), naive(&catalog));
    }
}
