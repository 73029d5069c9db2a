//! International labels of hosts in the letters that every program knows.

const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;

/// A label as RFC 3492 encodes it: `münchen` is `mnchen-3ya`. None if it is too long for a host.
pub(crate) fn punycode(label: &str) -> Option<String> {
    const LONGEST: usize = 63;
    let count = |length: usize| u32::try_from(length).ok();
    if label.len() > 4 * LONGEST {
        return None;
    }
    let mut code: String = label.chars().filter(char::is_ascii).collect();
    let plain = count(code.len())?;
    let (mut done, length) = (plain, count(label.chars().count())?);
    if plain > 0 {
        code.push('-');
    }
    let (mut reached, mut delta, mut bias) = (128, 0u32, 72);
    while done < length {
        let next = label.chars().map(u32::from).filter(|point| *point >= reached).min()?;
        delta = delta.checked_add((next - reached).checked_mul(done + 1)?)?;
        reached = next;
        for point in label.chars().map(u32::from) {
            if point < reached {
                delta = delta.checked_add(1)?;
            }
            if point == reached {
                push(&mut code, delta, bias);
                bias = adapted(delta, done + 1, done == plain);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        reached += 1;
    }
    Some(code)
}

/// Writes a number in digits whose weights depend on the numbers before it.
fn push(code: &mut String, mut number: u32, bias: u32) {
    let mut place = BASE;
    loop {
        let threshold = place.saturating_sub(bias).clamp(LEAST, MOST);
        if number < threshold {
            code.extend(char::from_digit(number, BASE).map(letters_first));
            return;
        }
        let digit = threshold + (number - threshold) % (BASE - threshold);
        code.extend(char::from_digit(digit, BASE).map(letters_first));
        number = (number - threshold) / (BASE - threshold);
        place += BASE;
    }
}

/// The digits of punycode are a to z and then 0 to 9.
fn letters_first(digit: char) -> char {
    let value = digit.to_digit(BASE).unwrap_or_default();
    let moved = if value < 26 { value + 10 } else { value - 26 };
    char::from_digit(moved, BASE).unwrap_or(digit)
}

fn adapted(delta: u32, points: u32, is_first: bool) -> u32 {
    const SKEW: u32 = 38;
    const DAMP: u32 = 700;
    let mut delta = delta / if is_first { DAMP } else { 2 };
    delta += delta / points;
    let mut bias = 0;
    while delta > (BASE - LEAST) * MOST / 2 {
        delta /= BASE - LEAST;
        bias += BASE;
    }
    bias + (BASE - LEAST + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::punycode;

    /// The first is of every browser's test, those of one script are of RFC 3492, 7.1; another encoder wrote the last four.
    #[test]
    fn labels_are_encoded_as_the_rfc_says() {
        for (label, code) in [
            ("münchen", "mnchen-3ya"),
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
            ("éz", "z-9fa"),
            ("ыßы", "zca56oba"),
            ("€日zß", "z-qfa535vj41d"),
            ("abc\u{f954}\u{ffe0}", "abc-d91s57w"),
        ] {
            assert_eq!(punycode(label).as_deref(), Some(code), "{label}");
        }
        assert!(punycode(&"é".repeat(126)).is_some());
        assert!(punycode(&format!("a{}", "é".repeat(126))).is_none() && punycode(&"é".repeat(200)).is_none());
    }
}
