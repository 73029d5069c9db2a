//! Comments that take a part of a text with them.

use super::tree::{Node, Style, Value};
use crate::load::diagnostics::fault::{Fault, Faults, Span};
use crate::load::diagnostics::rule::Rule;

/// Reports the comments that follow a text without quotes on its line and look like a part of it: no space follows their
/// `#`, or nothing at all.
pub(crate) fn swallowed_text(text: &str, node: &Node<'_>, warnings: &mut Faults) {
    match &node.value {
        Value::Scalar { style: Style::Plain, .. } => {
            if let Some(comment) = comment_after(text, &node.span) {
                warnings.push_with(comment.start, || fault(text, &node.span, comment));
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| swallowed_text(text, item, warnings)),
        Value::Mapping(entries) => entries.iter().for_each(|(_, value)| swallowed_text(text, value, warnings)),
        Value::Nothing { .. } | Value::Scalar { style: Style::Quoted, .. } => {}
    }
}

/// The comment after a value, if it looks like text.
fn comment_after(text: &str, value: &Span) -> Option<Span> {
    // Many values can be on one long line.
    let rest = &text[value.end..];
    if !rest.trim_start_matches([' ', '\t']).starts_with('#') {
        return None;
    }
    let line = rest.lines().next()?;
    let comment = line.trim_start().trim_end();
    let start = value.end + line.len() - line.trim_start().len();
    let after = comment.strip_prefix('#')?;
    (!after.starts_with([' ', '\t'])).then_some(start..start + comment.len())
}

fn fault(text: &str, value: &Span, comment: Span) -> Fault {
    let shown = crate::model::shorten(&text[comment.clone()]);
    let message = format!("`{shown}` is read as a comment, not as part of the text before it");
    let whole = crate::model::shorten(&text[value.start..comment.end]);
    let quoted = if whole.contains('\'') { format!("\"{whole}\"") } else { format!("'{whole}'") };
    let help = format!("put the text in quotes: `{quoted}`; a comment has a space after its `#`");
    Fault::new(Rule::SwallowedText, comment, message).help(help).also(value.clone(), "all that is read")
}
