//! What the YAML parser cannot read, in words that say what to do.

use granit_parser::{ErrorKind, ScanError};

use crate::load::diagnostics::fault::{Fault, Span};
use crate::load::diagnostics::rule::Rule;

const FIELD: &str = "write `field: value`, with a space after the colon";

/// The fault that ended the parser's reading; `opener` is the bracket of the innermost list or mapping in brackets.
pub(crate) fn syntax(text: &str, error: &ScanError, opener: Option<usize>) -> Fault {
    let at = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(0).min(text.len()));
    let end = text[at..].chars().next().filter(|c| !c.is_whitespace()).map_or(at, |c| at + c.len_utf8());
    if opener.is_some() && text[at..].starts_with(',') {
        return lonely_comma(text, at..end);
    }
    if let ErrorKind::MappingValueNotAllowed | ErrorKind::SimpleKeyExpected = error.kind()
        && let Some(fault) = missing_space(text, at)
    {
        return fault;
    }
    let (message, help) = match error.kind() {
        ErrorKind::DirectiveDisallowed => {
            let message = "a directive cannot be used in a catalog file";
            return Fault::new(Rule::YamlFeature, at..end, message).help("leave the line out");
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => return in_brackets(text, at..end, opener),
        ErrorKind::MappingValueNotAllowed => misplaced_colon(text[..at].rsplit('\n').next().unwrap_or_default()),
        kind => words(kind),
    };
    let fault = Fault::new(Rule::Syntax, at..end, message);
    if help.is_empty() { fault } else { fault.help(help) }
}

/// The colon without a space that made a field of this line, or of the one above, a text.
fn missing_space(text: &str, at: usize) -> Option<Fault> {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = line_start(at);
    colon_without_space(text, line).or_else(|| colon_without_space(text, line_start(line.checked_sub(1)?)))
}

fn colon_without_space(text: &str, line: usize) -> Option<Fault> {
    let field = text[line..].lines().next()?.trim_start_matches([' ', '-']);
    let (name, value) = field.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    // The colon of an address is another one.
    let next = value.chars().next().filter(|next| is_name && !matches!(next, ' ' | '\t' | '/'))?;
    let start = line + text[line..].find(field)?;
    let message = if next.is_whitespace() {
        format!("the character U+{:04X} after `{name}:` is not a space", u32::from(next))
    } else {
        format!("a space is missing after `{name}:`")
    };
    Some(Fault::new(Rule::Syntax, start..start + name.len() + 1, message).help(FIELD))
}

/// What a colon that begins no value says of the line before it.
fn misplaced_colon(before: &str) -> (String, &'static str) {
    let (message, help) = if before.contains(": ") {
        ("a second `: ` on one line", "put a text that has `: ` in it in quotes")
    } else {
        (
            "this field is not indented like the one above it, or a `: ` is missing there",
            "write `field: value`, with a space after the colon; fields of one mapping stand exactly below each other",
        )
    };
    (message.to_owned(), help)
}

/// A comma that follows another one, or a bracket.
fn lonely_comma(text: &str, at: Span) -> Fault {
    let before = text[..at.start].trim_end();
    let fault = if before.ends_with(',') {
        let fault = Fault::new(Rule::Syntax, at, "two commas with nothing between them");
        fault.also(before.len() - 1..before.len(), "the first one")
    } else {
        Fault::new(Rule::Syntax, at, "a comma with nothing before it")
    };
    fault.help("delete it, or write what is missing; an empty text is `''`")
}

fn in_brackets(text: &str, at: Span, opener: Option<usize>) -> Fault {
    let close = match opener.map(|opener| text.as_bytes()[opener]) {
        Some(b'{') => '}',
        _ => ']',
    };
    let found = if at.is_empty() { "the end of the line" } else { &text[at.clone()] };
    let message = if at.is_empty() {
        format!("expected `,` or `{close}`, found {found}")
    } else {
        format!("expected `,` or `{close}`, found `{found}`")
    };
    let help = format!("close what is open with `{close}`; put a text that has `:` or `,` in it in quotes");
    let fault = Fault::new(Rule::Syntax, at, message).help(help);
    match opener {
        Some(opener) => fault.also(opener..opener + 1, "opened here"),
        None => fault,
    }
}

/// What is wrong and what to do, for the mistakes that people make; the parser's own words for the others.
fn words(kind: &ErrorKind) -> (String, &'static str) {
    const INDENT: &str = "start all fields of a mapping in the same column";
    const QUOTE: &str = "put the text in quotes";
    let (message, help) = match kind {
        ErrorKind::ExpectedBlockMappingKey => ("this line is not indented like the one above it", INDENT),
        ErrorKind::SimpleKeyExpected => ("a `:` is missing", FIELD),
        ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidBlockEntryWhitespace => {
            ("this is not an item of the list", "begin each item with `- `, in the column of the item above")
        }
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            ("a tab cannot indent a line", "indent with spaces")
        }
        ErrorKind::UnclosedQuotedScalar => ("this quote is not closed", "close it at the end of the text"),
        ErrorKind::InvalidTrailingSingleQuotedScalar => {
            ("the text goes on after its closing quote", "write an apostrophe within single quotes twice: `''`")
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("the text goes on after its closing quote", "write a quote within double quotes as `\\\"`")
        }
        ErrorKind::MisplacedFlowCollectionEnd => ("this closes a bracket that was not opened", "delete it"),
        ErrorKind::UnexpectedCharacter { character } => {
            return (format!("a text cannot begin with `{}`", character.escape_debug()), QUOTE);
        }
        ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            ("a text cannot begin with `- `", "put the text in quotes; the items of a list are below its field")
        }
        ErrorKind::MappingKeyNotAllowed => ("a text cannot begin with `? `", QUOTE),
        ErrorKind::MissingAnchorOrAliasName => ("a text cannot begin with `&` or `*`", QUOTE),
        ErrorKind::InvalidBlockScalarHeader => ("a text cannot begin with `|` or `>`", QUOTE),
        ErrorKind::UnknownQuotedScalarEscape => {
            ("an escape in this text is not known", "write a backslash within double quotes twice: `\\\\`")
        }
        ErrorKind::MissingLowSurrogate | ErrorKind::InvalidLowSurrogate | ErrorKind::UnpairedLowSurrogate => {
            ("half of a character is escaped in this text", "write the character itself")
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            return (format!("this `{open}` is not closed"), "close it at the end of the list or mapping");
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return (format!("`{close}` closes what was opened with `{open}`"), "close it with the bracket that fits");
        }
        other => return (other.to_string(), ""),
    };
    (message.to_owned(), help)
}
