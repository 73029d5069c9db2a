//! Lines that no YAML should have, whatever a parser makes of them.

use crate::load::diagnostics::fault::Fault;
use crate::load::diagnostics::rule::Rule;

/// The first line that two branches left unmerged, or that is indented with something else than spaces.
pub(crate) fn odd_line(text: &str) -> Option<Fault> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let fault = conflict(text, line, start).or_else(|| odd_indent(line, start));
        start += line.len();
        fault
    })
}

/// What git writes into a file that two branches changed.
fn conflict(text: &str, line: &str, start: usize) -> Option<Fault> {
    const BEGIN: &str = "<<<<<<< ";
    let is_marker = line.starts_with(BEGIN) || line.starts_with(">>>>>>> ") || line.trim_end() == "=======";
    if !is_marker {
        return None;
    }
    let end = start + line.trim_end().len();
    let fault = Fault::new(Rule::Syntax, start..end, "this is an unresolved merge conflict");
    let fault = fault
        .help("keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`");
    let close = text[end..].find("\n>>>>>>> ").map(|at| end + at + 1);
    Some(match close.filter(|_| line.starts_with(BEGIN)) {
        Some(close) => fault.also(close..close + ">>>>>>>".len(), "it ends here"),
        None => fault,
    })
}

/// A space that is not the one of the keyboard indents nothing.
fn odd_indent(line: &str, start: usize) -> Option<Fault> {
    let rest = line.trim_start_matches(' ');
    let odd = rest.chars().next().filter(|c| !c.is_ascii() && c.is_whitespace())?;
    let at = start + line.len() - rest.len();
    let message = format!("the character U+{:04X} cannot indent a line", u32::from(odd));
    Some(Fault::new(Rule::Syntax, at..at + odd.len_utf8(), message).help("indent with spaces"))
}
