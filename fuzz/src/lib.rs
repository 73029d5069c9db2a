//! What holds of any input, a function for each target: `fuzz_targets` give them what the engine makes up, and
//! `tests/it/fuzz.rs` the corpus that was kept.

mod catalogs;
mod directories;
mod papers;
mod reports;
mod repositories;
mod texts;

use mlops_catalog::model::{Address, Source};
use mlops_catalog::paper::{Doi, Exhibit, Percent};
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Catalog, CategorySet, Date, Expression, Query, ToolId, Year, YearRange};

/// Any bytes as `catalog.yaml`.
pub fn catalog(input: &[u8]) {
    directories::hold_with("catalog.yaml", input);
}

/// Any bytes as `categories.yaml`.
pub fn categories(input: &[u8]) {
    directories::hold_with("categories.yaml", input);
}

/// Any bytes as the file of a tool.
pub fn tool(input: &[u8]) {
    directories::hold_with("tools/tool.yaml", input);
}

/// Any bytes as `paper/tables.yaml`.
pub fn tables(input: &[u8]) {
    directories::hold_with("paper/tables.yaml", input);
}

/// Any bytes as `paper/survey.yaml`.
pub fn survey(input: &[u8]) {
    directories::hold_with("paper/survey.yaml", input);
}

/// Any bytes as `paper/cases.yaml`.
pub fn cases(input: &[u8]) {
    directories::hold_with("paper/cases.yaml", input);
}

/// Any bytes as `paper/references.yaml`.
pub fn references(input: &[u8]) {
    directories::hold_with("paper/references.yaml", input);
}

/// Any files as a directory.
pub fn directory(input: &[u8]) {
    directories::hold_of(input);
}

/// Any bytes as the JSON of a catalog.
pub fn json(input: &[u8]) {
    if let Ok(catalog) = serde_json::from_slice::<Catalog>(input) {
        catalogs::hold(&catalog);
        // A tool may lack what its file needs.
        if let Some(written) = catalogs::written_and_read(&catalog) {
            assert_eq!(written, catalog);
        }
    }
}

/// Any text as a query.
pub fn query(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<Query>, texts::hold_in_query]);
}

/// Any text as a date.
pub fn date(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<Date>]);
}

/// Any text as a range of years, or as a year.
pub fn year_range(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<YearRange>, texts::hold::<Year>]);
}

/// Any text as an SPDX expression: a value, a part of a file, a condition of a query.
pub fn expression(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<Expression>, texts::hold_in_license, texts::hold_in_json::<LicenseFilter>]);
}

/// Any text as a source or an address.
pub fn source(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<Source>, texts::hold_in_json::<Address>]);
}

/// Any text as each of the other values that have one.
pub fn text(input: &[u8]) {
    hold(input, &[texts::hold_in_json::<ToolId>, texts::hold_in_json::<CategorySet>, texts::hold_in_json::<Doi>]);
    hold(input, &[texts::hold_in_json::<Exhibit>, texts::hold::<Percent>]);
}

/// Any text as an address of a forge.
pub fn forge(input: &[u8]) {
    hold(input, &[repositories::hold_address]);
}

/// Any bytes as what git writes of objects.
pub fn object(input: &[u8]) {
    repositories::hold_objects(input);
}

fn hold(input: &[u8], all: &[fn(&str)]) {
    if let Ok(text) = str::from_utf8(input) {
        all.iter().for_each(|hold| hold(text));
    }
}
