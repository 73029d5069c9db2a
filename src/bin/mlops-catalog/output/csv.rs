//! CSV that is safe to open in a spreadsheet.

/// A text as a cell. A spreadsheet runs a cell that begins as a formula does; after an apostrophe it is text, and the
/// apostrophe is not shown. JSON has the text as it is.
pub fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}
