//! Words, dates and ranges: what is written is read back.

use std::collections::HashSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use mlops_catalog::diff::Bump;
use mlops_catalog::load::Rule;
use mlops_catalog::model::{Address, ChangeKind, Fact, ReleaseEvent, nearest};
use mlops_catalog::paper::{Answers, PrintedFact, Role};
use mlops_catalog::{
    Category, CategorySet, Date, LicenseType, ParseError, Query, Stage, Status, ToolId, Year, YearRange,
};
use proptest::prelude::*;

fn every_word_comes_back<T>(all: impl Iterator<Item = T>, id: fn(T) -> &'static str)
where
    T: FromStr<Err = ParseError> + Display + Debug + PartialEq + Copy + serde::Serialize + serde::de::DeserializeOwned,
{
    let mut seen = Vec::new();
    for word in all {
        assert_eq!(id(word).parse(), Ok(word));
        assert_eq!(word.to_string(), id(word));
        assert_eq!(serde_json::to_value(word).unwrap(), id(word));
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(id(word).chars().all(kebab), "{word:?}");
        assert!(!seen.contains(&id(word)), "{word:?}");
        seen.push(id(word));
        let wrong = id(word).to_uppercase().parse::<T>().unwrap_err();
        assert!(wrong.to_string().ends_with(&format!("did you mean `{}`?", id(word))), "{wrong}");
        assert!(wrong.message().ends_with(&format!("`{}`", id(word).to_uppercase())), "{wrong}");
        let json = serde_json::to_value(word).unwrap();
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), word);
    }
    assert!(!seen.is_empty());
}

#[test]
fn words_round_trip() {
    every_word_comes_back(Category::all(), Category::as_str);
    every_word_comes_back(Stage::all(), Stage::as_str);
    every_word_comes_back(LicenseType::all(), LicenseType::as_str);
    every_word_comes_back(Status::all(), Status::as_str);
    every_word_comes_back(ChangeKind::all(), ChangeKind::as_str);
    every_word_comes_back(ReleaseEvent::all(), ReleaseEvent::as_str);
    every_word_comes_back(Fact::all(), Fact::as_str);
    every_word_comes_back(Rule::all(), Rule::as_str);
    every_word_comes_back(Answers::all(), Answers::as_str);
    every_word_comes_back(Role::all(), Role::as_str);
    every_word_comes_back(PrintedFact::all(), PrintedFact::as_str);
    every_word_comes_back(Bump::all(), Bump::as_str);
}

#[test]
fn words_error_lists_all_words() {
    let error = "zzzzzz".parse::<Status>().unwrap_err();
    assert_eq!(error.to_string(), "unknown status `zzzzzz`; known: active, inactive, archived, discontinued");
    let long = "x".repeat(10_000).parse::<Status>().unwrap_err();
    assert!(long.to_string().len() < 200);
}

#[test]
fn date_parses_day_month_or_year() {
    for text in ["1950", "2018-06", "2018-06-05", "2020-02-29", "2000-02-29", "9999-12-31"] {
        assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
    }
    let wrong = [
        "",
        "201",
        "20188",
        "2018-",
        "2018-6",
        "2018-13",
        "2018-00",
        "2018-02-29",
        "1900-02-29",
        "2018-06-31",
        "2018-06-00",
        "2018-13-01",
        "2018-00-01",
        "2018-01-32",
        "2018-06-05-",
        "2018-06-05T00",
        " 2018",
        "+2018",
        "２０１８",
        "2018-0６",
        "2018/06/05",
    ];
    for text in wrong {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.message(), format!("`{text}` is not a date"));
    }
    for text in ["1949", "1492-10-12", "0000-01"] {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.to_string(), format!("`{text}` is before 1950; see whether the year is mistyped"));
    }
}

#[test]
fn address_errors_say_what_is_meant() {
    let help = |text: &str| text.parse::<Address>().unwrap_err().help().to_owned();
    for (text, meant) in [
        ("example.org/a", "write `https://example.org/a`"),
        ("www.example.org", "write `https://www.example.org`"),
        ("https:example.org", "write `https://example.org`"),
        ("https:/example.org/a", "write `https://example.org/a`"),
        ("httpsexample.org", "write `https://example.org`"),
        ("HTTPS://example.org", "write `https://example.org`"),
        ("http:example.org/a", "write `https://example.org/a`, if that opens"),
        ("http://example.org/a", "write `https://example.org/a`, if that opens"),
        ("http//example.org/a", "write `https://example.org/a`"),
    ] {
        assert_eq!(help(text), meant, "{text}");
    }
    for text in ["", "example", "ftp://example.org", "example.org/?to=http://example.com", "//example.org", "http:"] {
        assert_eq!(help(text), "write one such as `https://example.org/page`", "{text}");
    }
}

/// An id is also the name of a file, on Windows too.
#[test]
fn id_is_kebab_case_and_no_device() {
    let longest = "a".repeat(64);
    for text in ["a", "0", "a-b-2", "com10", "com", "lpt", "comx", "con-tool", &longest] {
        assert_eq!(text.parse::<ToolId>().unwrap(), text);
    }
    for text in ["con", "prn", "aux", "nul", "com1", "lpt9"] {
        let error = text.parse::<ToolId>().unwrap_err().to_string();
        assert_eq!(
            error,
            format!("`{text}` cannot be the name of a file on Windows; add a word, such as `{text}-tool`")
        );
    }
    let help = |text: &str| text.parse::<ToolId>().unwrap_err().help().to_owned();
    let nearest = |text: &str| help(text).split_once("; did you mean ").map(|(_, id)| id.to_owned());
    assert_eq!(nearest("ML Flow"), Some("`ml-flow`?".to_owned()));
    // 100 bytes are looked at, of which 64 can be an id.
    assert_eq!(nearest(&format!("A{}", " ".repeat(99))), Some("`a`?".to_owned()));
    for text in [format!("A{}", " ".repeat(100)), format!("{longest}a"), "a--".repeat(50), "--".to_owned()] {
        assert_eq!(nearest(&text), None, "{text}");
    }
}

#[test]
fn date_is_after_only_when_certain() {
    let date = |text: &str| text.parse::<Date>().unwrap();
    for (later, earlier) in [("2017", "2016-12-31"), ("2016-06", "2016-05-31"), ("2016-05-02", "2016-05-01")] {
        assert!(date(later).is_after(date(earlier)));
        assert!(!date(earlier).is_after(date(later)));
    }
    assert_eq!(date("2016").last_day(), (Year::new(2016).unwrap(), 12, 31));
    assert_eq!(date("2016-02").last_day(), (Year::new(2016).unwrap(), 2, 29));
    assert_eq!(date("2016").first_day(), (Year::new(2016).unwrap(), 1, 1));
    for (a, b) in [("2016", "2016-05"), ("2016-05", "2016-05-31"), ("2016", "2016")] {
        assert!(!date(a).is_after(date(b)) && !date(b).is_after(date(a)));
    }
}

#[test]
fn year_range_is_written_as_in_rust() {
    let range = |text: &str| text.parse::<YearRange>();
    let year = |number| Year::new(number).unwrap();
    for (text, same, written) in [
        ("2018", YearRange::from(2018), "2018"),
        ("2018..=2018", YearRange::from(2018), "2018"),
        ("2018..2019", YearRange::from(2018), "2018"),
        ("2018..=2021", YearRange::from(2018..=2021), "2018..=2021"),
        (" 2018 ..= 2021 ", YearRange::from(2018..=2021), "2018..=2021"),
        (" 2018 .. ", YearRange::from(2018..), "2018.."),
        (" .. 2020", YearRange::from(..2020), "..=2019"),
        ("2018..2021", YearRange::from(year(2018)..year(2021)), "2018..=2020"),
        ("2018..", YearRange::from(2018..), "2018.."),
        ("..2020", YearRange::from(..2020), "..=2019"),
        ("..=2020", YearRange::from(..=year(2020)), "..=2020"),
        ("..", YearRange::from(..), ".."),
    ] {
        assert_eq!(range(text), Ok(same));
        assert_eq!(same.to_string(), written);
        assert_eq!(range(written), Ok(same));
    }
    for (text, wrong) in [
        ("2021..2018", "empty year range `2021..2018`"),
        ("2018..2018", "empty year range `2018..2018`"),
        ("", "the range of years is empty"),
        ("18", "`18` is not a year"),
        ("2018..=x", "`x` is not a year"),
    ] {
        let hint = "write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020";
        assert_eq!(range(text).unwrap_err().to_string(), format!("{wrong}; {hint}"));
    }
    assert!(!YearRange::from(..0u16).contains(year(2018)));
    assert_eq!(YearRange::default(), YearRange::ALL);
    assert_eq!(YearRange::from(year(2018)), YearRange::from(2018));
}

#[test]
fn query_error_names_the_nearest_word() {
    for (text, wrong) in [
        ("categry:feature-stores", "unknown query key `categry`; did you mean `category`?"),
        ("category:feature-store", "unknown category `feature-store`; did you mean `feature-stores`?"),
        ("category:model-serving+feature-store", "unknown category `feature-store`; did you mean `feature-stores`?"),
        ("license:opensource", "unknown license type `opensource`; did you mean `open-source`?"),
        ("status:activ", "unknown status `activ`; did you mean `active`?"),
        (
            "notebooks NOT automl",
            "queries have no `NOT`; write license:MIT,BSD for either, conditions of different keys side by side for all, \
             `-` before one to exclude it, and \"NOT\" to search for the word",
        ),
        ("released:2018 released:2019", "`released` is given twice; write one range, such as released:2018..=2021"),
    ] {
        assert_eq!(text.parse::<Query>().unwrap_err().to_string(), wrong);
    }
}

#[test]
fn nearest_is_deterministic() {
    let known = ["comet", "comer", "come"];
    assert_eq!(nearest("comex", known), Some("comet"));
    assert_eq!(nearest("COMET", known), Some("comet"));
    assert_eq!(nearest("com", ["comet", "comer"]), Some("comet"));
    let long = "a".repeat(99);
    assert_eq!(nearest(&format!("{long}b"), [long.as_str()]), Some(long.as_str()));
    assert_eq!(nearest(&format!("{long}bb"), [long.as_str()]), None);
    assert_eq!(nearest("", known), None);
}

proptest! {
    #[test]
    fn date_and_year_never_panic(text in "\\PC{0,12}") {
        let date = text.parse::<Date>();
        if let Ok(date) = date {
            prop_assert_eq!(date.to_string(), text.clone());
        }
        let _ = (text.parse::<Year>(), text.parse::<YearRange>());
    }

    #[test]
    fn category_set_matches_a_set(bits in proptest::collection::vec(proptest::bool::ANY, Category::all().len())) {
        let some: Vec<Category> = Category::all().zip(&bits).filter(|(_, bit)| **bit).map(|(category, _)| category).collect();
        let set: CategorySet = some.iter().rev().copied().collect();
        prop_assert_eq!(set.iter().collect::<Vec<_>>(), some.clone());
        prop_assert_eq!(set.len(), some.len());
        for category in Category::all() {
            prop_assert_eq!(set.contains(category), some.contains(&category));
        }
    }

    #[test]
    fn id_orders_and_compares_as_text(texts in proptest::collection::vec("[ab]{1,9}(-[ab0]{1,9})?", 0..12)) {
        let mut ids: Vec<ToolId> = texts.iter().map(|text| text.parse().unwrap()).collect();
        let mut sorted = texts.clone();
        ids.sort();
        sorted.sort();
        prop_assert!(ids.iter().map(ToolId::as_str).eq(sorted.iter().map(String::as_str)));
        let set: HashSet<ToolId> = ids.into_iter().collect();
        prop_assert!(texts.iter().all(|text| set.contains(text.as_str())));
        prop_assert!(!set.contains("c"));
    }
}
