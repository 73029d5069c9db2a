//! Messages about facts: dates, licenses, histories.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use mlops_catalog::load::{Loader, Problem, Rule};

use super::{TOOL, errors, errors_of, load, report, warnings};

/// The year that a table prints can be next year, and is a year.
#[test]
fn messages_of_printed_years() {
    let rows = "name: A, type: private, tool: tool";
    let said = |year: &str| {
        let text = format!("[{{number: 1, title: T, category: notebooks, rows: [{{{rows}, released: {year}}}]}}]\n");
        // The tool that the row means is not there.
        let mut said = errors_of("paper/tables.yaml", &text);
        said.retain(|said| !said.starts_with("no tool has the id"));
        said
    };
    assert_eq!(said("2027"), [""; 0]);
    for year in ["2028", "1949"] {
        assert_eq!(said(year), [format!("{year} is not a year from 1950 to 2027; write the year as printed")]);
    }
    for year in ["x", "218", "20l8", "20188"] {
        assert_eq!(said(year), [format!("`{year}` is not a year; write a year from 1950 on, such as 2018")]);
    }
}

/// What cannot be read is not missing, too.
#[test]
fn messages_of_expressions_that_are_no_text() {
    let text = TOOL.replace("{type: private}", "{type: open-source, spdx: [MIT]}");
    assert_eq!(errors(&text), ["expected text, found a list; write one such as `spdx: Apache-2.0`"]);
}

/// Faults of dates at the edges of months, years and the calendar.
#[test]
fn messages_of_dates_at_the_edges() {
    let rule = |date: &str| {
        let text = format!("{TOOL}history: [{{date: {date}, event: archived}}]\n").replace("2026-11-23", "2026-11-24");
        report(&text).errors().iter().map(Problem::rule).next()
    };
    for (date, expected) in [
        ("2024-02-29", None),
        ("2025-02-29", Some(Rule::BadDate)),
        ("2020-02-30", Some(Rule::BadDate)),
        ("2020-13-01", Some(Rule::BadDate)),
        ("2020-13", Some(Rule::BadDate)),
        ("2018-+6", Some(Rule::BadDate)),
        ("10000", Some(Rule::BadDate)),
        ("1949", Some(Rule::YearOutOfRange)),
        ("9999", Some(Rule::YearOutOfRange)),
        ("2026-11-24", None),
        ("2026-11-25", Some(Rule::FutureDate)),
        ("2026-12", Some(Rule::FutureDate)),
        ("2026", None),
        ("2027", Some(Rule::FutureDate)),
        ("2028", Some(Rule::YearOutOfRange)),
    ] {
        assert_eq!(rule(date), expected, "{date}");
    }
}

/// A day that has begun in the easternmost time zone is today; the one after it has begun nowhere.
#[test]
fn messages_count_days_as_they_begin_on_earth() {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + 14 * 3600;
    let day = |offset: u64| TOOL.replace("2026-11-23", &civil(seconds / 86_400 + offset));
    let rules = |text: &str| load(text, Loader::new()).errors().iter().map(Problem::rule).collect::<Vec<_>>();
    assert_eq!(rules(&day(0)), []);
    // Two days on, in case the clock goes on while this runs.
    assert_eq!(rules(&day(2)), [Rule::FutureDate]);
}

/// The date of a day since 1970-01-01, counted up month by month.
fn civil(days: u64) -> String {
    let (mut year, mut month, mut left) = (1970, 1, days);
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if left < length {
            return format!("{year}-{month:02}-{:02}", left + 1);
        }
        left -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// The date is certain to be earlier, or it is no warning.
#[test]
fn messages_of_events_before_the_release() {
    let text = |released: &str, date: &str| {
        format!(
            "{TOOL}released: {{date: {released}, event: launch}}\nhistory: [{{date: {date}, event: acquired, by: Acme}}]\n"
        )
    };
    for (released, date, is_warned) in [
        ("2018-06-02", "2018-06-01", true),
        ("2018-06-01", "2018-06-01", false),
        ("2018-06", "2018", false),
        ("2018-06", "2018-05", true),
        ("2018", "2018-01-01", false),
        ("2019", "2018-12-31", true),
    ] {
        let found = warnings(&text(released, date));
        assert_eq!(found.contains(&Rule::BeforeRelease), is_warned, "{released}, {date}: {found:?}");
    }
}

/// The last owner of a history is the vendor, with or without what foundations are called.
#[test]
fn messages_of_vendors_that_the_history_names() {
    let rules = |vendor: &str, owner: &str| {
        let text = format!("{TOOL}vendor: {vendor}\nhistory: [{{date: 2020, event: acquired, by: {owner}}}]\n");
        warnings(&text)
    };
    assert_eq!(rules("LF AI & Data", "LF AI & Data Foundation"), []);
    assert_eq!(rules("LF AI & Data Foundation", "LF AI & Data"), []);
    assert_eq!(rules("Acme", "acme"), []);
    assert_eq!(rules("Acme", "Other"), [Rule::FormerVendor]);
}

/// The rules of a history, and of what its own file cannot say.
#[test]
fn messages_of_histories() {
    let rules = |events: &str| {
        let found = report(&format!("{TOOL}history:\n{events}"));
        found.errors().iter().map(|problem| (problem.rule(), problem.line())).collect::<Vec<_>>()
    };
    for (events, expected) in [
        ("  - {event: archived}\n  - {date: 2020, event: revived}\n", &[(Rule::EventOrder, 8)][..]),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: archived}\n", &[(Rule::EventCannotFollow, 8)]),
        (
            "  - {date: 2020, event: discontinued}\n  - {date: 2021, event: discontinued}\n",
            &[(Rule::EventCannotFollow, 8)],
        ),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: inactive}\n", &[(Rule::EventCannotFollow, 8)]),
        ("  - {date: 2020, event: revived}\n", &[(Rule::EventCannotFollow, 7)]),
        ("  - {date: 2020, event: archived}\n  - {date: 2021, event: discontinued}\n", &[]),
        ("  - {date: 2020, event: discontinued}\n  - {date: 2021, event: archived}\n", &[]),
        ("  - {date: 2021, event: archived}\n  - {date: 2020, event: revived}\n", &[(Rule::EventOrder, 8)]),
        ("  - {date: 2016-05, event: archived}\n  - {date: 2016-05-01, event: revived}\n", &[]),
        ("  - {date: 2020, event: archived}\n  - {event: revived}\n", &[]),
        ("  - {date: 2024-11-23, event: inactive}\n", &[]),
        ("  - {date: 2024-11-24, event: inactive}\n", &[(Rule::NotYetInactive, 7)]),
    ] {
        assert_eq!(rules(events), expected, "{events}");
    }
    // 24 months before a 29th of February is the 28th.
    let leap = |date: &str| {
        let text =
            TOOL.replace("2026-11-23", "2024-02-29") + &format!("history: [{{date: {date}, event: inactive}}]\n");
        report(&text).errors().iter().map(Problem::rule).collect::<Vec<_>>()
    };
    assert_eq!((leap("2022-02-28"), leap("2022-03-01")), (vec![], vec![Rule::NotYetInactive]));
}

/// One event that cannot be read, or not its date, makes no other one wrong.
#[test]
fn messages_of_histories_with_an_event_that_cannot_be_read() {
    const REVIVED: &str = "{date: 2021, event: revived}";
    let rules = |history: &str| {
        let found = report(&format!("{TOOL}vendor: Acme\nhistory: [{history}]\n"));
        let all = found.errors().iter().chain(found.warnings().iter());
        all.map(Problem::rule).filter(|rule| *rule != Rule::Unsourced).collect::<Vec<_>>()
    };
    assert_eq!(rules(&format!("{{date: 2020-02-30, event: archived}}, {REVIVED}")), [Rule::BadDate]);
    assert_eq!(rules(&format!("{{date: [2020], event: archived}}, {REVIVED}")), [Rule::WrongType]);
    assert_eq!(rules(&format!("{{date: 2020, event: achived}}, {REVIVED}")), [Rule::UnknownEvent]);
    assert_eq!(rules(&format!("archived, {REVIVED}")), [Rule::WrongType]);
    assert_eq!(
        rules("{date: 2020, event: acquired, by: Other}, {date: x, event: acquired, by: Acme}"),
        [Rule::BadDate]
    );
    assert_eq!(
        rules("{date: 2020, event: acquired, by: Other}, {date: 2021, event: bought, by: Acme}"),
        [Rule::UnknownEvent]
    );
}

#[test]
fn messages_of_events_name_them() {
    let late = errors(&format!("{TOOL}history: [{{event: bought}}, {{date: 2026-11-24, event: inactive}}]\n"));
    assert_eq!(
        late[1..],
        [
            "the event `inactive` is after the day on which the facts were checked; \
             one of the two dates is wrong; or check the facts again",
            "the last commit is less than 24 months before `checked`; leave the event out: the tool is active",
        ]
    );
}

#[test]
fn messages_of_former_ids_say_which_one_it_is() {
    assert_eq!(
        errors(&format!("{TOOL}former-ids: [Old, tool, old, old]\n"))[1..],
        ["`tool` is the tool's id; leave it out", "`old` is listed twice; leave one of them out"]
    );
}

#[test]
fn messages_of_a_successor_whose_file_cannot_be_read() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    fs::write(dir.path().join("tools/tool.yaml"), format!("{TOOL}successor: next\n")).unwrap();
    fs::write(dir.path().join("tools/next.yaml"), "name: [\n").unwrap();
    let found = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    let rules: Vec<Rule> = found.errors().iter().map(Problem::rule).collect();
    assert_eq!(rules, [Rule::Syntax]);
}

/// Nobody else says of a license of one's own that it is free.
#[test]
fn messages_of_licenses_of_ones_own() {
    let rules = |license: &str| {
        report(&TOOL.replace("{type: private}", license)).errors().iter().map(Problem::rule).collect::<Vec<_>>()
    };
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x}"), [Rule::NotFree]);
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x AND MIT}"), [Rule::NotFree]);
    assert_eq!(rules("{type: open-source, spdx: LicenseRef-x OR MIT}"), []);
    assert_eq!(rules("{type: source-available, spdx: LicenseRef-x}"), []);
    for nameless in ["LicenseRef-", "LicenseRef--", "MIT OR LicenseRef-", "DocumentRef-:LicenseRef-x", "AdditionRef-"] {
        assert_eq!(
            rules(&format!("{{type: source-available, spdx: {nameless}}}")),
            [Rule::BadExpression],
            "{nameless}"
        );
    }
}

/// What is wrong with an expression is underlined in its text, within quotes too.
#[test]
fn messages_underline_the_part_of_an_expression() {
    let place = |written: &str| {
        let text = TOOL.replace("{type: private}", &format!("{{type: open-source, spdx: {written}}}"));
        let found = report(&text);
        let place = found.errors().iter().next().unwrap().location().span();
        text[place].to_owned()
    };
    for (written, wrong) in [
        ("MIT OR Apach-2.0", "Apach-2.0"),
        ("'MIT OR Apach-2.0'", "Apach-2.0"),
        ("\"MIT OR Apach-2.0\"", "Apach-2.0"),
        ("\"MIT OR \\u0041pach-2.0\"", "\"MIT OR \\u0041pach-2.0\""),
        ("(MIT", "("),
        ("MIT or Apache-2.0", "or"),
    ] {
        assert_eq!(place(written), wrong, "{written}");
    }
}
