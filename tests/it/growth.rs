//! No error of a text grows with the text.

use std::fmt::Display;
use std::str::FromStr;

use mlops_catalog::diff::Bump;
use mlops_catalog::load::Rule;
use mlops_catalog::model::{Address, Change, ChangeKind, Event, Fact, Finding, ReleaseEvent, Source};
use mlops_catalog::paper::{Answers, Doi, Exhibit, Percent, PrintedFact, Role};
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{
    Catalog, Category, CategorySet, Date, Expression, License, LicenseType, Query, Stage, Status, Tool, ToolId, Year,
    YearRange,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::built::builder;

fn error<T: FromStr<Err: Display>>(text: &str) -> Option<String> {
    text.parse::<T>().err().map(|error| error.to_string())
}

/// What is said against a text by everything that is parsed.
fn errors(text: &str) -> Vec<String> {
    let parse: [fn(&str) -> Option<String>; 24] = [
        error::<Category>,
        error::<Stage>,
        error::<LicenseType>,
        error::<Status>,
        error::<ChangeKind>,
        error::<ReleaseEvent>,
        error::<Fact>,
        error::<Finding>,
        error::<Rule>,
        error::<Bump>,
        error::<Answers>,
        error::<Role>,
        error::<PrintedFact>,
        error::<CategorySet>,
        error::<Date>,
        error::<Year>,
        error::<YearRange>,
        error::<Query>,
        error::<Expression>,
        error::<LicenseFilter>,
        error::<Address>,
        error::<Source>,
        error::<ToolId>,
        error::<Doi>,
    ];
    let more = [error::<Exhibit>(text), error::<Percent>(text)];
    let unknown = Catalog::embedded().resolve(text).err().map(|error| error.to_string());
    parse.iter().filter_map(|parse| parse(text)).chain(more.into_iter().flatten()).chain(unknown).collect()
}

/// What is said against a tool, each of whose texts is this one.
fn error_of_tool(text: &str) -> Option<String> {
    let builder =
        Tool::builder("tool".parse().unwrap()).name(text).alias(text).alias(text).description(text).vendor(text);
    let builder = builder.event(Event::new(None, Change::Renamed { from: text.to_owned().into() }));
    let builder = builder.event(Event::new(None, Change::Acquired { by: text.to_owned().into() }));
    let builder = match text.parse::<Expression>() {
        Ok(spdx) => builder.license(License::open_source(spdx)),
        Err(_) => builder,
    };
    builder.build().err().map(|error| error.to_string())
}

/// What is said against two tools of that name, if it can be one.
fn error_of_a_name(text: &str) -> Option<String> {
    let tools: Option<Vec<Tool>> = ["a", "b"].iter().map(|id| builder(id).name(text).build().ok()).collect();
    Some(Catalog::from_tools("1.0.0".parse().unwrap(), tools?).unwrap_err().to_string())
}

fn long() -> impl Strategy<Value = String> {
    let pieces = [
        "x",
        "é",
        "😀",
        "\u{202e}",
        "\u{7}",
        " ",
        "a b",
        "-",
        "1",
        "2018",
        "..",
        "MIT OR ",
        "(",
        "LicenseRef-",
        "https://",
        "https://a.b/",
        "10.1/",
        "table-",
        "key:",
        "license:",
        "\"",
        ",",
        "model-serving+",
        "category:x,",
    ];
    let piece = prop_oneof![select(pieces.map(str::to_owned).to_vec()), "\\PC{1,3}"];
    let keys =
        ["", "category:", "license:", "released:", "vendor:\"", "-event:", "https://", "10.1/", "LicenseRef-", "2018"];
    (select(keys.to_vec()), piece, 100usize..1_000)
        .prop_map(|(start, piece, times)| start.to_owned() + &piece.repeat(times))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn growth_of_no_error(text in long()) {
        for error in errors(&text) {
            // The list of all rules, which is the longest of the lists of known words.
            prop_assert!(error.len() < 1_400, "{}", error);
        }
        prop_assert!(error_of_a_name(&text).is_none_or(|error| error.len() < 1_400));
        if let Some(error) = error_of_tool(&text) {
            prop_assert!(error.len() < 4_000, "{}", error);
        }
    }
}
