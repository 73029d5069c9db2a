//! Every query beside a naive re-computation, over random catalogs.

use mlops_catalog::model::ChangeKind;
use mlops_catalog::query::LicenseFilter;
use mlops_catalog::{Catalog, Category, License, LicenseType, Query, Selection, Status, Tool, Year, YearRange};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::asked::{Asked, Conditions, asked, asked_anything};
use crate::support::catalogs::catalog;

fn ids(selection: &Selection<'_>) -> Vec<String> {
    selection.iter().map(|tool| tool.id().to_string()).collect()
}

/// What is compared of a text of the random tools and queries.
fn folded(text: &str) -> String {
    let plain = |c: char| match c.to_lowercase().next() {
        Some('é') => 'e',
        Some('ä') => 'a',
        other => other.unwrap_or(c),
    };
    text.chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// Whether each condition holds, for each key that has conditions.
fn answers(tool: &Tool, asked: &Conditions) -> Vec<Vec<bool>> {
    let has = |category: &Category| tool.categories().contains(category);
    let within =
        |range: (u16, u16), year: Option<Year>| year.is_some_and(|year| range.0 <= year.get() && year.get() <= range.1);
    let spdx = tool.spdx().map_or("", |spdx| spdx.as_str());
    let is_spdx = |id: &&str| spdx.eq_ignore_ascii_case(id) || spdx.starts_with(&format!("{id}-"));
    let happened = |(kind, years): &(ChangeKind, Option<(u16, u16)>)| {
        tool.history().iter().any(|event| {
            let year = event.date().map(|date| date.year());
            event.change().kind() == *kind && years.is_none_or(|range| within(range, year))
        })
    };
    let texts = || [Some(tool.name()), tool.description(), tool.vendor()].into_iter().flatten().chain(tool.aliases());
    let mut licenses: Vec<bool> = asked.licenses.iter().map(|license| *license == tool.license_type()).collect();
    licenses.extend(asked.spdx.iter().map(is_spdx));
    let keys = [
        asked.any.iter().map(has).collect(),
        licenses,
        asked.statuses.iter().map(|status| *status == tool.status()).collect(),
        asked.years.iter().map(|years| within(*years, tool.release_year())).collect(),
        asked.stages.iter().map(|stage| tool.categories().iter().any(|of| of.stage() == *stage)).collect(),
        asked.vendors.iter().map(|name| tool.vendor().is_some_and(|of| folded(of) == folded(name))).collect(),
        asked.events.iter().map(happened).collect(),
        if asked.is_source_missing { vec![tool.claims().any(|(_, source)| source.is_none())] } else { vec![] },
    ];
    let all = asked.all.iter().map(|category| vec![has(category)]);
    let found = asked.texts.iter().map(|text| vec![texts().any(|of| folded(of).contains(&folded(text)))]);
    keys.into_iter().filter(|key| !key.is_empty()).chain(all).chain(found).collect()
}

fn is_asked_for(tool: &Tool, asked: &Asked) -> bool {
    let required = answers(tool, &asked.required).into_iter().all(|key| key.contains(&true));
    // All categories together are one condition.
    let excluded = Conditions { all: Vec::new(), ..asked.excluded.clone() };
    let in_all = !asked.excluded.all.is_empty() && asked.excluded.all.iter().all(|of| tool.categories().contains(of));
    required && !in_all && !answers(tool, &excluded).concat().contains(&true)
}

/// A pattern of all keys, and of none.
const KEYS: &str = "category|stage|license|status|released|vendor|event|source|archived|";

/// Conditions of every key.
const WORDS: [&str; 13] = [
    "category:model-serving",
    "category:feature-stores+notebooks",
    "stage:data,serving",
    "license:MIT,public",
    "license:AGPL",
    "status:active",
    "released:2018",
    "vendor:\"A, B\"",
    "archived:2024",
    "-source:missing",
    "\"feature store\"",
    "-word",
    "word",
];

fn range_end() -> impl Strategy<Value = u16> {
    prop_oneof![1948u16..1953, 2016u16..2021, 9997u16..10003, Just(0), Just(u16::MAX)]
}

proptest! {
    #[test]
    fn query_matches_naive_filter(catalog in catalog(), asked in asked()) {
        let naive: Vec<String> =
            catalog.tools().filter(|tool| is_asked_for(tool, &asked)).map(|tool| tool.id().to_string()).collect();
        prop_assert_eq!(ids(&catalog.select(&asked.query)), naive);
    }

    #[test]
    fn query_round_trips(asked in asked_anything()) {
        let text = asked.query.to_string();
        prop_assert_eq!(text.parse::<Query>(), Ok(asked.query.clone()), "{}", text);
        let json = serde_json::to_value(&asked.query).unwrap();
        prop_assert_eq!(&json, &Value::from(text.clone()));
        prop_assert_eq!(serde_json::from_value::<Query>(json).unwrap(), asked.query.clone());
        prop_assert_eq!(format!("{:?}", asked.query), format!("Query({text})"));
    }

    #[test]
    fn query_of_every_range_round_trips(first in range_end(), last in range_end()) {
        let ranges = [
            YearRange::from(first..last), (first..=last).into(), (first..).into(), (..first).into(), (..=first).into(),
            first.into(), (..).into(),
        ];
        for range in ranges {
            let query = Query::new().released(range).event_in(ChangeKind::Archived, range);
            let query = query.excluding(Query::new().released(range));
            let text = query.to_string();
            prop_assert_eq!(text.parse::<Query>(), Ok(query), "{}", text);
        }
    }

    #[test]
    fn query_is_the_same_in_any_order(words in Just(WORDS.to_vec()).prop_shuffle()) {
        let query: Query = words.join("  ").parse().unwrap();
        prop_assert_eq!(query, WORDS.join(" ").parse().unwrap());
    }

    #[test]
    fn query_parsing_never_panics(text in "\\PC{0,40}", key in KEYS, value in "\\PC{0,20}") {
        let _ = text.parse::<Query>();
        let _ = format!("-{key}:\"{value}").parse::<Query>();
        let _ = format!("{key}:{value}").parse::<Query>();
    }
}

#[test]
fn query_asks_each_thing_once() {
    let words = "category:notebooks stage:data license:public license:MIT status:active vendor:a event:archived \
                 source:missing word -category:automl";
    let (once, twice) = (words.parse::<Query>().unwrap(), format!("{words} {words}").parse::<Query>().unwrap());
    assert_eq!(twice, once);
    assert_eq!(twice.to_string(), once.to_string());
}

/// A phrase is folded, whatever letters the text and the phrase have.
#[test]
fn query_phrases_are_found_in_any_letters() {
    let tool = |description: &str| {
        let builder = Tool::builder("x".parse().unwrap()).category(Category::ModelServing).description(description);
        Catalog::from_tools("1.0.0".parse().unwrap(), [builder.build().unwrap()]).unwrap()
    };
    for (description, phrase) in [
        ("Serves models.", "SERVES-MODELS"),
        ("Sérves models.", "serves"),
        ("Serves models.", "sérves"),
        ("Serves C++ models.", "c++"),
        ("Serves F# and C models.", "f#"),
        (".NET models", ".net"),
        ("Serves models on A100.", "a100"),
        ("飞桨 models", "飞桨"),
        ("Serves ... models", "s m"),
    ] {
        let catalog = tool(description);
        assert_eq!(catalog.select(&Query::new().text(phrase)).len(), 1, "{phrase} in {description}");
        assert!(catalog.select(&Query::new().text(format!("{phrase}x"))).is_empty());
    }
    assert!(tool("Sérves models.").select(&Query::new().text("srves")).is_empty());
    for (description, phrase) in [("C", "c++"), ("C++ models", "c models"), ("F# models", "f models"), ("Net", ".net")]
    {
        assert!(tool(description).select(&Query::new().text(phrase)).is_empty(), "{phrase} in {description}");
    }
}

#[test]
fn query_text_says_what_is_asked() {
    let expected = "category:model-serving category:feature-stores+notebooks stage:data stage:serving license:public \
                    license:AGPL license:MIT status:active released:2018 vendor:\"A, B\" event:archived:2024 \
                    \"feature store\" word -source:missing -word";
    assert_eq!(WORDS.join(" ").parse::<Query>().unwrap().to_string(), expected);
    for (text, shown) in [
        ("", ""),
        ("  \n ", ""),
        ("license:apache-2.0", "license:Apache-2.0"),
        ("license:OPEN-SOURCE", "license:open-source"),
        ("license:agpl-3.0", "license:AGPL-3.0"),
        ("license:LicenseRef-Own", "license:LicenseRef-Own"),
        ("vendor:\"Hugging Face\"", "vendor:\"Hugging Face\""),
        ("vendor:\"NVIDIA\"", "vendor:NVIDIA"),
        ("vendor:a:b", "vendor:a:b"),
        ("event:relicensed:2023..,donated", "event:donated event:relicensed:2023.."),
        (
            "-category:notebooks+automl -category:notebooks,automl",
            "-category:automl -category:notebooks -category:notebooks+automl",
        ),
        ("\"https://mlflow.org\"", "\"https://mlflow.org\""),
        ("\"a \\\"quoted\\\" \\\\ word\"", "\"a \\\"quoted\\\" \\\\ word\""),
        ("\"-word\" a-b", "\"-word\" a-b"),
        ("5\"", "\"5\\\"\""),
        ("\"OR\" or ORACLE -\"NOT\"", "\"OR\" ORACLE or -\"NOT\""),
        ("--word", "-\"-word\""),
        ("category:notebooks+notebooks", "category:notebooks+notebooks"),
    ] {
        let query: Query = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(query.to_string(), shown);
        assert_eq!(shown.parse(), Ok(query), "{shown}");
    }
}

#[test]
fn query_errors_name_the_nearest_word() {
    for (text, message) in [
        ("categry:model-serving", "unknown query key `categry`; did you mean `category`?"),
        ("archive:2024", "unknown query key `archive`; did you mean `archived`?"),
        (
            "https://mlflow.org",
            "unknown query key `https`; known: category, stage, license, status, released, vendor, event, source, \
             acquired, renamed, relicensed, donated, inactive, archived, discontinued, revived, \
             closed-to-new-customers; text with a colon is sought in quotation marks",
        ),
        ("category:model-servin", "unknown category `model-servin`; did you mean `model-serving`?"),
        ("category:model-serving+", "the category is empty; known: "),
        ("status:", "the status is empty; known: active, inactive, archived, discontinued"),
        ("source:", "the word for sources is empty; known: missing"),
        ("stage:date", "unknown stage `date`; did you mean `data`?"),
        ("license:opensource", "unknown license type `opensource`; did you mean `open-source`?"),
        ("license:Apche-2.0", "unknown license `Apche-2.0`; did you mean `Apache-2.0`?"),
        (
            "license:qqqqqq",
            "unknown license `qqqqqq`; write open-source, source-available, public, private, or an identifier of \
             SPDX's list such as Apache-2.0",
        ),
        ("license:", "the license is empty; write open-source, "),
        ("license:MIT OR license:BSD", "queries have no `OR`; write license:MIT,BSD for either, "),
        ("kubernetes AND model", "queries have no `AND`; "),
        ("-NOT", "queries have no `NOT`; "),
        ("license:LicenseRef-", "unknown license `LicenseRef-`; "),
        ("-status:actve", "unknown status `actve`; did you mean `active`?"),
        (
            "category:automl,notebooks+model-serving",
            "`,` and `+` in one condition; write category:a,b for tools in either, category:a+b for tools in both",
        ),
        ("released:2018 released:2019", "`released` is given twice; write one range, such as released:2018..=2021"),
        ("released:2021..2018", "empty year range `2021..2018`; "),
        ("vendor:", "the vendor is empty; write a name, such as vendor:NVIDIA"),
        ("vendor:\" \"", "the vendor is empty; "),
        ("event:aquired", "unknown event `aquired`; did you mean `acquired`?"),
        ("archived:24", "`24` is not a year; "),
        ("source:mising", "unknown word for sources `mising`; did you mean `missing`?"),
        ("\"\"", "the phrase is empty; write what is sought, such as kubernetes or \"feature store\""),
        ("a - b", "`-` excludes nothing; write what is sought, "),
        ("-", "`-` excludes nothing; "),
        ("a \"b c", "the quotation mark before `b c` is not closed; write another one after the phrase"),
        ("\"a\"b", "`b` follows a quotation mark; write a space between them"),
        ("vendor:\"a\"b", "`b` follows a quotation mark; "),
    ] {
        let error = text.parse::<Query>().unwrap_err().to_string();
        assert!(error.starts_with(message), "{text}: {error}");
    }
    let long = "x".repeat(10_000);
    for text in [format!("\"{long}"), format!("\"\"{long}"), format!("{long}:x"), format!("license:{long}")] {
        assert!(text.parse::<Query>().unwrap_err().to_string().len() < 500);
    }
}

#[test]
fn query_license_is_a_type_an_identifier_or_a_family() {
    let tool = |license: License| {
        Tool::builder("tool".parse().unwrap()).category(Category::ModelServing).license(license).build().unwrap()
    };
    let open = |spdx: &str| tool(License::open_source(spdx.parse().unwrap()));
    let available = |spdx: &str| tool(License::source_available(spdx.parse().unwrap()));
    let asks = |text: &str, tool: &Tool| format!("license:{text}").parse::<Query>().unwrap().matches(tool);
    let double = open("(MIT OR Apache-2.0) AND BSD-3-Clause");
    for (text, is_asked) in
        [("MIT", true), ("apache-2.0", true), ("BSD-3-CLAUSE", true), ("BSD", true), ("MIT-0", false), ("GPL", false)]
    {
        assert_eq!(asks(text, &double), is_asked, "{text}");
        assert_eq!(text.parse::<LicenseFilter>().unwrap().matches(double.license()), is_asked, "{text}");
    }
    assert!(!asks("MIT", &open("MIT-0")) && !asks("GPL", &open("LGPL-3.0-only")));
    assert!(asks("GPL-3.0", &open("GPL-3.0-or-later")) && asks("agpl,busl-1.1", &available("BUSL-1.1")));
    assert!(asks("licenseref-own", &available("LicenseRef-Own")) && asks("source-available", &available("BUSL-1.1")));
    assert!(
        asks("private,MIT", &tool(LicenseType::Private.into())) && !asks("MIT", &tool(LicenseType::Private.into()))
    );
    // An exception is no license; another document's license is one.
    let excepted = open("GPL-2.0-only WITH Linux-syscall-note OR MIT");
    assert!(asks("GPL", &excepted) && asks("MIT", &excepted) && !asks("Linux", &excepted));
    assert!(asks("licenseref-own", &available("DocumentRef-theirs:LicenseRef-Own")));
    let both = Query::new().license(LicenseType::Private).license("MIT".parse::<LicenseFilter>().unwrap());
    assert_eq!(both, "license:MIT,private".parse().unwrap());
    assert!(both.matches(&open("MIT")) && !both.matches(&open("Apache-2.0")));
}

#[test]
fn query_of_nothing_has_no_condition() {
    assert_eq!(Query::new().text("").text(" \t").vendor("").excluding(Query::new()), Query::new());
    let once = Query::new().excluding(Query::new().status(Status::Active));
    assert_eq!(Query::new().excluding(once), Query::new());
    assert_eq!(Catalog::embedded().select(&Query::new()), Catalog::embedded().all());
}
