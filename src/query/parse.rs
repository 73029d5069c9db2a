//! Queries from their text.

use std::str::FromStr;

use super::Query;
use super::condition::{Condition, Key};
use super::phrase::Phrase;
use super::words::{Text, Words};
use crate::model::{Category, CategorySet, ChangeKind, ParseError};

impl FromStr for Query {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut query = Self::new();
        for word in Words::of(text) {
            let word = word?;
            for condition in conditions(&word.text)? {
                query = match (&condition, word.is_excluded) {
                    (_, true) => query.without(condition),
                    (Condition::Released(_), false) if query.released.is_some() => {
                        let help = "write one range, such as released:2018..=2021";
                        return Err(ParseError::new("`released` is given twice", help));
                    }
                    (_, false) => query.with(condition),
                };
            }
        }
        Ok(query)
    }
}

fn conditions(text: &Text) -> Result<Vec<Condition>, ParseError> {
    let (key, values) = match text {
        Text::Phrase(text) => return Ok(Phrase::new(text).map(Condition::Phrase).into_iter().collect()),
        Text::Pair(key, values) => (key, values),
    };
    let (key, prefix) = match key.parse() {
        Ok(key) => (key, String::new()),
        // `archived:2024` is short for `event:archived:2024`.
        Err(_) if key.parse::<ChangeKind>().is_ok() => (Key::Event, format!("{key}:")),
        Err(_) => return Err(unknown_key(key)),
    };
    if key == Key::Category && values.len() > 1 && values.iter().any(|value| value.contains('+')) {
        let help = "write category:a,b for tools in either, category:a+b for tools in both";
        return Err(ParseError::new("`,` and `+` in one condition", help));
    }
    values.iter().map(|value| condition(key, &format!("{prefix}{value}"))).collect()
}

fn unknown_key(key: &str) -> ParseError {
    let known = Key::all().map(Key::as_str).chain(ChangeKind::all().map(ChangeKind::as_str));
    let error = ParseError::unknown_word("query key", key, known);
    let help = format!("{}; text with a colon is sought in quotation marks", error.help());
    if error.help().starts_with("known") { ParseError::new(error.message(), help) } else { error }
}

fn condition(key: Key, value: &str) -> Result<Condition, ParseError> {
    Ok(match key {
        Key::Category if value.contains('+') => Condition::Categories(categories(value)?),
        Key::Category => Condition::Category(value.parse()?),
        Key::Stage => Condition::Stage(value.parse()?),
        Key::License => Condition::License(value.parse()?),
        Key::Status => Condition::Status(value.parse()?),
        Key::Released => Condition::Released(value.parse()?),
        Key::Vendor => match Phrase::new(value) {
            Some(vendor) => Condition::Vendor(vendor),
            None => return Err(ParseError::new("the vendor is empty", "write a name, such as vendor:NVIDIA")),
        },
        Key::Event => Condition::Event(value.parse()?),
        Key::Source => Condition::Source(value.parse()?),
    })
}

fn categories(words: &str) -> Result<CategorySet, ParseError> {
    words.split('+').map(str::parse::<Category>).collect()
}
