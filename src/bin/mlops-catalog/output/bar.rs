//! Bars.

/// A bar of at most `width` characters for `part` of `whole`; the least part that is not nothing can be seen.
pub fn bar(part: f64, whole: f64, width: usize) -> String {
    if part <= 0.0 || whole <= 0.0 {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the width")]
    let length = (part / whole * width as f64).round() as usize;
    "█".repeat(length.clamp(1, width))
}
