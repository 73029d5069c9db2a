//! Texts that are parsed.

use std::fmt::{Debug, Display};
use std::fs;
use std::str::FromStr;
use std::sync::LazyLock;

use mlops_catalog::load::{Loader, Rule};
use mlops_catalog::{Catalog, Expression, ParseError, Query, Tool};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::reports::is_obeyed;

/// The longest error, in bytes: lists of known words are the longest.
const LONGEST: usize = 800;

/// Tools of every kind.
static FEW: LazyLock<Catalog> = LazyLock::new(|| {
    let tools = Catalog::embedded().tools().filter(|tool| tool.successor().is_none()).step_by(20).cloned();
    Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap()
});

/// What a text means is written as a text that means the same; an error is short, whatever the text.
pub fn hold<T: FromStr<Err = ParseError> + Display + Debug + PartialEq>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => {
            let written = value.to_string();
            let again: T = written.parse().unwrap();
            assert_eq!((again.to_string(), again), (written, value));
        }
        Err(error) => {
            let error = error.to_string();
            assert!(!error.is_empty() && error.len() <= LONGEST && !error.contains(is_obeyed), "{error:?}");
        }
    }
}

/// The same, and JSON is the same text.
pub fn hold_in_json<T>(text: &str)
where
    T: FromStr<Err = ParseError> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    hold::<T>(text);
    let read = serde_json::from_value::<T>(Value::from(text));
    match text.parse::<T>() {
        Ok(value) => {
            assert_eq!(serde_json::to_value(&value).unwrap(), Value::from(value.to_string()));
            assert_eq!(read.unwrap(), value);
        }
        Err(error) => assert_eq!(read.unwrap_err().to_string(), error.to_string()),
    }
}

/// A query selects what it matches, and excludes it; one that is built of any text is written as one that is parsed.
pub fn hold_in_query(text: &str) {
    if let Ok(query) = text.parse::<Query>() {
        let matching: Vec<&Tool> = FEW.tools().filter(|tool| query.matches(tool)).collect();
        assert!(FEW.select(&query).iter().eq(matching));
    }
    let built = Query::new().text(text).vendor(text);
    for query in [built.clone(), built.clone().excluding(built.clone()), Query::new().excluding(built)] {
        assert_eq!(query.to_string().parse(), Ok(query));
    }
}

/// An expression that a file may have is one everywhere; what is proposed instead of a wrong one is right.
pub fn hold_in_license(text: &str) {
    let Err(help) = written_license(text) else {
        assert!(text.parse::<Expression>().is_ok(), "{text}");
        return;
    };
    if let Some((_, rest)) = help.split_once("did you mean `")
        && let Some((proposed, _)) = rest.split_once("`?")
        && !proposed.contains('…')
    {
        assert_eq!(written_license(proposed), Ok(()), "{proposed}");
    }
}

/// Whether a file may have that expression, and else what to do about it.
fn written_license(spdx: &str) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    let file = json!({
        "name": "Tool", "description": "Serves models.", "categories": ["model-serving"],
        "license": {"type": "source-available", "spdx": spdx}, "checked": "2026-11-23",
    });
    // JSON is YAML.
    fs::write(dir.path().join("tools/tool.yaml"), file.to_string()).unwrap();
    let report = Loader::new().load(dir.path());
    match report.errors().iter().max_by_key(|problem| problem.rule() == Rule::BadExpression) {
        Some(problem) => Err(problem.help().unwrap_or_default().to_owned()),
        None => Ok(()),
    }
}
