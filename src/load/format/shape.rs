//! What values of catalog files look like, as JSON Schema says it.
//!
//! Each shape says what the type of the same name reads; tests hold both against each other.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::version::SCHEMA;
use crate::model::ENDS;

macro_rules! shapes {
    ($($name:ident $schema:expr;)*) => { $(
        pub(crate) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )* };
}

/// Characters that nobody sees, and line ends and tabs, which no line of text may hold. What may hold an emoji together is
/// beyond a pattern, and so is what editors write as two characters.
const HIDDEN: &str = r"\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb";
const LABEL: &str = "[A-Za-z0-9]+(-+[A-Za-z0-9]+)*";
/// The last label of a host; numbers of machines end with digits. How long labels may be is beyond a pattern.
const LAST_LABEL: &str = "[A-Za-z][A-Za-z0-9]*(-+[A-Za-z0-9]+)*";
const NUMBER: &str = r"(0|[1-9]\d*)";
const YEAR: &str = r"(19[5-9]\d|[2-9]\d{3})";
const MONTH: &str = "(0[1-9]|1[0-2])";
const MONTH_AND_DAY: &str =
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])";

shapes! {
    Line text("line of text", line(), "write one line, without spaces around it");
    Address text("https address", address(), "write an https address, such as https://example.org/page");
    Source source();
    Id {
        let mut id = text("id", "^(?!(con|prn|aux|nul|(com|lpt)[0-9])$)[a-z0-9]+(-[a-z0-9]+)*$".to_owned(), "ids are small letters, digits and single hyphens");
        id.insert("maxLength".to_owned(), 64.into());
        shown(id, "seldon-core")
    };
    Expression text(
        "SPDX expression",
        "^[A-Za-z0-9.+:()-]+( [A-Za-z0-9.+:()-]+)*$".to_owned(),
        "write an expression of SPDX's identifiers, such as Apache-2.0 or MIT OR Apache-2.0",
    );
    Date year_or(
        "date",
        format!("^{YEAR}(-({MONTH}|{MONTH_AND_DAY}))?$"),
        "write YYYY, YYYY-MM or YYYY-MM-DD, from 1950 on",
    );
    Day shown(text("day", format!("^{YEAR}-({MONTH_AND_DAY})$"), "write YYYY-MM-DD, from 1950 on"), "2026-11-23");
    Year shown(year_or("year", format!("^{YEAR}$"), "write a year from 1950 on, such as 2018"), 2018);
    Version text("version", version(NUMBER, NUMBER), "write a version such as 1.0.0");
    FormatVersion {
        let minors: Vec<String> = (0..=SCHEMA.minor).map(|minor| minor.to_string()).collect();
        let help = format!("this crate reads {}.0 to {}.{}", SCHEMA.major, SCHEMA.major, SCHEMA.minor);
        text("version", version(&SCHEMA.major.to_string(), &format!("({})", minors.join("|"))), &help)
    };
    Number shown(json_schema!({"title": "number", "type": "integer", "minimum": 0, "maximum": 255}), 8);
    Count json_schema!({"title": "number", "type": "integer", "minimum": 0, "maximum": u32::MAX, "examples": [110]});
    Percent json_schema!({
        "title": "percentage",
        "type": ["number", "string"],
        "minimum": 0,
        "exclusiveMaximum": 1000,
        "pattern": r"^(0|[1-9]\d{0,2})(\.\d{1,2})?$",
        "patternErrorMessage": "write a number with at most two decimals, such as 53.9",
        "examples": [53.9],
    });
    Exhibit shown(
        text(
            "table or figure",
            r"^(table|figure)-([1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$".to_owned(),
            "write the table or figure, such as table-12 or figure-7",
        ),
        "table-12",
    );
    Doi shown(
        text("DOI", r"^10\.\d+(\.\d+)*/[!-~]+$".to_owned(), "write a DOI, such as 10.1145/3533378"),
        "10.1145/3533378",
    );
    Role words(crate::paper::Role::all().map(|word| (word.as_str(), word.documentation())));
    Answers words(crate::paper::Answers::all().map(|word| (word.as_str(), word.documentation())));
    Category words(crate::model::Category::all().map(|word| (word.as_str(), word.documentation())));
    Stage words(crate::model::Stage::all().map(|word| (word.as_str(), word.documentation())));
    ReleaseEvent words(crate::model::ReleaseEvent::all().map(|word| (word.as_str(), word.documentation())));
    Event words(crate::model::ChangeKind::all().map(|word| (word.as_str(), word.documentation())));
    Finding words(crate::model::Finding::all().map(|word| (word.as_str(), word.documentation())));
    LicenseType words(crate::model::LicenseType::all().map(|word| (word.as_str(), word.documentation())));
    PrintedType words(crate::paper::PrintedType::all().map(|word| (word.as_str(), word.documentation())));
}

/// A list of different values.
pub(crate) struct Set<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Set<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Set_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<T>(), "uniqueItems": true})
    }
}

/// Text of a pattern; `help` is what editors say of other text.
fn text(title: &str, pattern: String, help: &str) -> Schema {
    json_schema!({"title": title, "type": "string", "pattern": pattern, "patternErrorMessage": help})
}

/// A year, which other readers take for a number, or text of a pattern.
fn year_or(title: &str, pattern: String, help: &str) -> Schema {
    let mut schema = text(title, pattern, help);
    schema.insert("type".to_owned(), json!(["integer", "string"]));
    schema.insert("minimum".to_owned(), crate::model::Year::FIRST.get().into());
    schema.insert("maximum".to_owned(), 9999.into());
    schema
}

fn shown(mut schema: Schema, example: impl Into<Value>) -> Schema {
    schema.insert("examples".to_owned(), vec![example.into()].into());
    schema
}

fn line() -> String {
    format!(r"^[^\s{HIDDEN}]([^{HIDDEN}]*[^\s{HIDDEN}])?$")
}

fn address() -> String {
    format!(r#"^https://({LABEL}\.)+{LAST_LABEL}([/?#][^\s<>"{{}}|\\^`{HIDDEN}]*)?$"#)
}

/// A semantic version.
fn version(major: &str, minor: &str) -> String {
    const PRE: &str = r"(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)";
    const BUILD: &str = "[0-9A-Za-z-]+";
    format!(r"^{major}\.{minor}\.{NUMBER}(-{PRE}(\.{PRE})*)?(\+{BUILD}(\.{BUILD})*)?$")
}

/// A line of text; one that begins as an address does is a good one, any other has two words.
fn source() -> Schema {
    let help = "write an https address, such as https://example.org/page, or a citation in words";
    let mut source = text("https address or citation", line(), help);
    source.insert("if".to_owned(), json!({"pattern": format!(r"^(\S*://|{})", host())}));
    source.insert("then".to_owned(), json!({"pattern": address(), "patternErrorMessage": help}));
    source.insert("else".to_owned(), json!({"pattern": r"\S\s+\S", "patternErrorMessage": help}));
    shown(source, "https://example.org/news")
}

/// How an address begins that lacks its `https://`.
fn host() -> String {
    let any_case = |c: char| match c.is_ascii_lowercase() {
        true => format!("[{}{c}]", c.to_ascii_uppercase()),
        false => c.to_string(),
    };
    let word = |word: &str| word.chars().map(any_case).collect::<String>();
    let ends: Vec<String> = ENDS.iter().map(|end| word(end)).collect();
    let (http, www) = (word("http"), word("www"));
    let end = format!("([A-Za-z]{{2,}}/|({})(?![A-Za-z0-9.-]))", ends.join("|"));
    format!(r"{http}[Ss]?:|{www}\.|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.{end}")
}

/// Words of an enum, with what its documentation says of each.
fn words(words: impl Iterator<Item = (&'static str, &'static str)>) -> Schema {
    let words: Vec<Value> = words.map(|(word, about)| json!({"const": word, "description": about})).collect();
    json_schema!({"title": "word", "oneOf": words})
}
