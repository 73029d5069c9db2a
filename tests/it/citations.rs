//! Section J's companies and the references, against independent transcriptions.

use std::collections::BTreeSet;

use mlops_catalog::paper::{Doi, Role};
use mlops_catalog::{Catalog, Paper};
use proptest::prelude::*;

/// Number, authors, title, venue, year, DOI and address, typed in from the paper apart from the catalog.
const REFERENCES: &str = include_str!("../printed/references.tsv");

/// The sentence of section J with its citations.
const CITED: &str = "Netflix [18][19], Uber [20][21][22], Databricks [23][24], Google [25], Airbnb [26], \
                     Walgreens Boots Alliance [27], DoorDash [28], Spotify [29][30]";

#[test]
fn references_match_the_transcription() {
    let ours: Vec<String> = Paper::embedded()
        .references()
        .map(|reference| {
            let authors: Vec<&str> = reference.authors().collect();
            let year = reference.year().map(|year| year.to_string()).unwrap_or_default();
            let doi = reference.doi().map(Doi::as_str).unwrap_or_default();
            let (number, title) = (reference.number().to_string(), reference.title());
            let (venue, address) = (reference.venue().unwrap_or_default(), reference.address().unwrap_or_default());
            [&number, &authors.join("; "), title, venue, &year, doi, address].join("\t")
        })
        .collect();
    assert_eq!(ours, REFERENCES.lines().collect::<Vec<_>>());
    let numbers: Vec<u8> = Paper::embedded().references().map(|reference| reference.number()).collect();
    assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
}

#[test]
fn references_display_as_one_line() {
    let line = |number| Paper::embedded().reference(number).unwrap().to_string();
    assert_eq!(line(2), "[2] “Data Source: Google Trends”, 2023, https://www.google.com/trends");
    assert_eq!(
        line(10),
        "[10] A. Paleyes, R. G. Urma, N. D. Lawrence, “Challenges in Deploying Machine Learning: A Survey of Case \
         Studies”, ACM Comput. Surv., vol. 55, no. 6, pp. 1–29, 2022, doi: 10.1145/3533378"
    );
    assert!(line(3).starts_with("[3] D. Sculley et al., “Hidden"));
    assert!(Paper::embedded().reference(31).is_none() && Paper::embedded().reference(0).is_none());
}

#[test]
fn cases_cite_what_the_paper_cites() {
    let ours: Vec<String> = Paper::embedded()
        .cases()
        .map(|case| {
            let numbers: String = case.references().iter().map(|number| format!("[{number}]")).collect();
            format!("{} {numbers}", case.company())
        })
        .collect();
    assert_eq!(ours.join(", "), CITED);
    for number in Paper::embedded().cases().flat_map(|case| case.references()) {
        assert!(Paper::embedded().reference(*number).is_some(), "{number}");
    }
}

#[test]
fn cases_name_tools_of_the_catalog() {
    let platforms = || Paper::embedded().cases().flat_map(|case| case.platforms());
    let tools: BTreeSet<&str> = platforms().filter_map(|platform| platform.tool()).map(|id| id.as_str()).collect();
    assert_eq!(tools, BTreeSet::from(["databricks", "metaflow", "mlflow", "tfx"]));
    assert!(tools.iter().all(|tool| Catalog::embedded().get(tool).is_some()));
    assert!(Paper::embedded().cases().all(|case| case.platforms().len() > 0));
}

#[test]
fn cases_all_but_one_built_a_platform() {
    let built = |case: &&mlops_catalog::paper::Case| case.platforms().any(|platform| platform.role() == Role::Built);
    let others: Vec<_> = Paper::embedded().cases().filter(|case| !built(case)).collect();
    let [customer] = others.as_slice() else { panic!("{others:?}") };
    assert_eq!(customer.company(), "Walgreens Boots Alliance");
    let roles: Vec<Role> = customer.platforms().map(|platform| platform.role()).collect();
    assert_eq!(roles, [Role::Uses, Role::CoDeveloped]);
}

proptest! {
    #[test]
    fn doi_round_trips(text in "\\PC{0,12}", doi in "10\\.[0-9.]{1,6}/[!-~]{0,8}") {
        for text in [text, doi] {
            if let Ok(doi) = text.parse::<Doi>() {
                prop_assert_eq!(doi.to_string(), text);
            }
        }
    }
}

#[test]
fn doi_rejects_invalid_texts() {
    for wrong in ["", "10.", "10.1145", "10.1145/", "10./x", "10.11.45x/y", "doi:10.1145/1", "11.1145/1", "10.1145/a b"]
    {
        assert!(wrong.parse::<Doi>().is_err(), "{wrong}");
    }
    assert!("10.1000.10/a/b".parse::<Doi>().is_ok());
}
