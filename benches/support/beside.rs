//! A table of what this crate takes beside something else that gives the same.

#[path = "measure.rs"]
mod measure;

use measure::{Measured, measure};

/// Prints the head of a table.
pub fn head(title: &str) {
    println!("\n{title:<36} {:>11} {:>11} {:>7} {:>7}", "this crate", "beside", "ratio", "limit");
}

/// Measures, and prints a row of the table; a ratio above its limit is marked.
pub fn beside<A, B>(
    name: &str,
    limit: impl Into<Option<f64>>,
    ours: impl FnMut() -> A,
    theirs: impl FnMut() -> B,
    same: impl FnOnce(&A, &B) -> bool,
) {
    let Measured { ours, theirs, ratio } = measure(ours, theirs, same);
    let limit = match limit.into() {
        Some(limit) if ratio > limit => format!("{limit:.1} !"),
        Some(limit) => format!("{limit:.1}"),
        None => "-".to_owned(),
    };
    println!("{name:<36} {:>11} {:>11} {ratio:>7.2} {limit:>7}", shown(ours), shown(theirs));
}

fn shown(seconds: f64) -> String {
    match seconds {
        s if s < 1e-6 => format!("{:.1} ns", s * 1e9),
        s if s < 1e-3 => format!("{:.2} µs", s * 1e6),
        s => format!("{:.2} ms", s * 1e3),
    }
}
