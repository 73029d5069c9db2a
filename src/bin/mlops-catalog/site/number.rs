//! Numbers as they are written into drawings and sentences.

/// A coordinate, with at most that many decimals and none too many: `12`, `12.5`.
pub fn decimals(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A coordinate of a drawing.
pub fn at(value: f64) -> String {
    decimals(value, 1)
}

/// `1 tool`, `1,234 tools`.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// `1,234`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share, as `83.7 %`.
pub fn percent(part: usize, whole: usize) -> String {
    format!("{} %", decimals(share(part, whole) * 100.0, 1))
}

/// A part of a whole; of nothing, nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// A count as a coordinate.
pub fn real(count: usize) -> f64 {
    count as f64
}
