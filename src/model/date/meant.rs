//! What is meant by texts that are nearly dates.

use super::{Date, Rest, days};
use crate::model::parse_error::ParseError;
use crate::model::text::shorten;
use crate::model::year::{Year, digits};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The error for a text that is not a date: it says which part the calendar lacks, or which date is meant if that is
/// certain.
pub(super) fn not_a_date(text: &str) -> ParseError {
    let help = missing(text).or_else(|| meant(text).map(|date| format!("did you mean `{date}`?")));
    let help = help.unwrap_or_else(|| "write YYYY, YYYY-MM or YYYY-MM-DD, from 1950 on".to_owned());
    ParseError::new(format!("`{}` is not a date", shorten(text)), help)
}

/// What the calendar lacks of a date that has its form.
fn missing(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, '-');
    let year = Year::of_known(digits::<4>(parts.next()?)?);
    let month = digits::<2>(parts.next()?)?;
    let day = parts.next().map(digits::<2>);
    let Some(name) = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)) else {
        return Some(format!("there is no month {month}"));
    };
    day?.map(|_| format!("{name} {year} has {} days", days(year, month as u8)))
}

/// The date of a text whose parts can have one order only: the year first, or last after a month in words or with dots.
fn meant(text: &str) -> Option<Date> {
    let separators = ['-', '/', '.', ',', ' '];
    let parts: Vec<&str> = text.split(separators).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month] | [month, year] if year.len() == 4 => (*year, *month, None),
        [year, month, day] if year.len() == 4 => (*year, *month, Some(*day)),
        [month, day, year] if month_in_words(month).is_some() => (*year, *month, Some(*day)),
        [day, month, year] if month_in_words(month).is_some() || text.contains('.') => (*year, *month, Some(*day)),
        _ => return None,
    };
    let month = month_in_words(month).or_else(|| one_or_two_digits(month))?;
    let year = Year::new(digits::<4>(year)?).ok()?;
    match day {
        Some(day) => Date::of_day(year, month, one_or_two_digits(day)?),
        None => (1..=12).contains(&month).then_some(Date { year, rest: Rest::Month(month) }),
    }
}

/// `Sep`, `Sept` or `September`.
fn month_in_words(word: &str) -> Option<u8> {
    let lower = word.to_ascii_lowercase();
    let is_meant = |month: &str| lower.len() >= 3 && month.to_ascii_lowercase().starts_with(&lower);
    let at = MONTHS.iter().position(|month| is_meant(month))?;
    u8::try_from(at + 1).ok()
}

fn one_or_two_digits(text: &str) -> Option<u8> {
    let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::not_a_date;

    #[test]
    fn dates_are_meant_only_where_it_is_certain() {
        const FORM: &str = "write YYYY, YYYY-MM or YYYY-MM-DD, from 1950 on";
        for (text, help) in [
            ("2026-11-31", "November 2026 has 30 days"),
            ("2023-02-29", "February 2023 has 28 days"),
            ("2024-02-30", "February 2024 has 29 days"),
            ("2026-01-00", "January 2026 has 31 days"),
            ("2014-13-45", "there is no month 13"),
            ("2014-13", "there is no month 13"),
            ("2014-00-01", "there is no month 0"),
            ("2014-9-2", "did you mean `2014-09-02`?"),
            ("2014-9", "did you mean `2014-09`?"),
            ("2014/09/22", "did you mean `2014-09-22`?"),
            ("2014.09.22", "did you mean `2014-09-22`?"),
            ("09/2014", "did you mean `2014-09`?"),
            ("26.11.2026", "did you mean `2026-11-26`?"),
            ("6.1.2026", "did you mean `2026-01-06`?"),
            ("22 Sep 2014", "did you mean `2014-09-22`?"),
            ("22-sept-2014", "did you mean `2014-09-22`?"),
            ("September 22, 2014", "did you mean `2014-09-22`?"),
            ("Sep 2014", "did you mean `2014-09`?"),
            ("2014 september 2", "did you mean `2014-09-02`?"),
            ("31.11.2026", FORM),
            ("9/10/2014", FORM),
            ("22 Septober 2014", FORM),
            ("22 Se 2014", FORM),
            ("1.2.1949", FORM),
            ("2014-9-2-1", FORM),
            ("2014-0", FORM),
            ("20x4-9", FORM),
            ("2014-09-x", FORM),
            ("2014-009", FORM),
            ("18", FORM),
            ("", FORM),
        ] {
            assert_eq!(not_a_date(text).help(), help, "{text}");
        }
    }
}
