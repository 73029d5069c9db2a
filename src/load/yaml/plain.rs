//! Texts without quotes that other readers of YAML take for something else.

/// What readers of YAML 1.1 or 1.2 take a text without quotes for, if not for text.
pub(crate) fn other_reading(text: &str) -> Option<&'static str> {
    if is_boolean(text) {
        Some("a boolean")
    } else if is_date(text) {
        Some("a date")
    } else if is_number(text) {
        Some("a number")
    } else if matches!(text, "=" | "<<") {
        Some("a sign of YAML's own")
    } else {
        None
    }
}

fn is_boolean(text: &str) -> bool {
    const WORDS: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "y", "n"];
    let lower = text.to_ascii_lowercase();
    let is_written = || text == lower || text == text.to_ascii_uppercase() || text[1..] == lower[1..];
    WORDS.contains(&lower.as_str()) && is_written()
}

/// `2018-01-03`, with or without a time.
fn is_date(text: &str) -> bool {
    let (date, time) = text.split_once(['T', 't', ' ']).map_or((text, None), |(date, time)| (date, Some(time)));
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let is_short = |part: &str| (1..=2).contains(&part.len()) && digits(part);
    let is_time = |time: &str| time.contains(':') && time.bytes().all(|byte| b"0123456789:.+-Zz \t".contains(&byte));
    year.len() == 4 && digits(year) && is_short(month) && is_short(day) && time.is_none_or(is_time)
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let of_base = |start: &str, is_digit: fn(&u8) -> bool| {
        let digits = unsigned.strip_prefix(start).filter(|digits| digits.bytes().any(|byte| is_digit(&byte)));
        digits.is_some_and(|digits| digits.bytes().all(|byte| is_digit(&byte) || byte == b'_'))
    };
    let is_named = matches!(unsigned.to_ascii_lowercase().as_str(), ".inf" | ".nan");
    is_named
        || of_base("0x", u8::is_ascii_hexdigit)
        || of_base("0o", |byte| (b'0'..=b'7').contains(byte))
        || of_base("0b", |byte| matches!(byte, b'0' | b'1'))
        || is_decimal(unsigned)
        || is_of_sixties(unsigned)
}

/// `1.10`, `1_000`, `010`, `.5`, `1e3`.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(mantissa, rest)| (mantissa, Some(rest)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_spaced = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    mantissa.contains(|c: char| c.is_ascii_digit())
        && !whole.starts_with('_')
        && is_spaced(whole)
        && is_spaced(fraction)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)))
}

/// `12:30`: YAML 1.1 counts in sixties.
fn is_of_sixties(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let parts: Vec<&str> = whole.split(':').collect();
    let [first, rest @ ..] = parts.as_slice() else { return false };
    let is_sixty = |part: &&str| (1..=2).contains(&part.len()) && part.parse().is_ok_and(|number: u8| number < 60);
    let is_spaced = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    !rest.is_empty()
        && first.starts_with(|c: char| c.is_ascii_digit())
        && is_spaced(first)
        && rest.iter().all(is_sixty)
        && is_spaced(fraction)
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::other_reading;

    #[test]
    fn texts_are_taken_for_what_they_look_like() {
        for (what, texts) in [
            ("a boolean", &["true", "False", "YES", "no", "NO", "On", "off", "y", "N"][..]),
            ("a date", &["2018-01-03", "2018-1-3", "2018-01-03T10:00:00Z", "2018-01-03 10:00:00", "2018-01-03t1:2"]),
            (
                "a number",
                &[
                    "1.10", "010", "0x1F", "0o17", "0b101", "1_000", "-1", "+1", ".5", "5.", "1e3", "1.5E-3", ".inf",
                    "-.INF", ".NaN", "12:30", "1:30:00", "1:30.5", "089", "2018", "1:3", "0x1_F", "0o1_7", "0b1_0",
                    "-12:30",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(other_reading(text), Some(what), "{text}");
            }
        }
        for text in [
            "",
            "Łódź",
            "MLflow",
            "1.2.3",
            "v1",
            "2018-01",
            "yEs",
            "nO",
            "1e",
            "e3",
            ".",
            "-",
            "+",
            "12:60",
            "12:",
            "0x",
            "1 2",
            "_1",
            "x",
            "ü",
            "https://example.org",
            "12:30 pm",
            "2018-01-03 in words",
            "2018-01-03 at 10:00",
            "2018-01-03 12",
            "2018-001-03",
            "2018-01-003",
            "2018-xx-03",
            "2018-01-xx",
            "201-01-03",
            "20l8-01-03",
            "20181-01-03",
            "0x1g",
            "0o18",
            "0b12",
            "_1:30",
            "a:30",
            "1a:30",
            "12:3a",
            "12:300",
            "12:030",
            "12:30.x",
        ] {
            assert_eq!(other_reading(text), None, "{text}");
        }
    }
}
