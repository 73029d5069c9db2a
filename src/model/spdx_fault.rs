//! What is wrong with a text that should be an SPDX expression, and what to write instead.

use std::ops::Range;

use spdx::error::Reason;

use super::spdx_deprecated::{is_deprecated, replacements};
use super::spdx_names::meant;
use super::text::shorten;

/// A text that is not an expression of SPDX's grammar and list.
pub(crate) struct SpdxFault<'t> {
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Grammar(Reason),
    /// `or` for `OR`.
    SmallOperator,
    /// `LicenseRef-` and nothing after it.
    NoName,
}

impl SpdxFault<'_> {
    /// The bytes that are wrong.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What to write instead; SPDX's whole list is searched for it.
    pub(crate) fn help(&self) -> String {
        let word = self.text.get(self.span()).unwrap_or(self.text);
        match &self.kind {
            Kind::SmallOperator => format!("write operators in capitals: `{}`", shorten(&in_capitals(self.text))),
            Kind::NoName => "write a name after `LicenseRef-`, such as `LicenseRef-Acme-1.0`".to_owned(),
            Kind::Grammar(reason) => self.of_grammar(reason, word),
        }
    }

    fn of_grammar(&self, reason: &Reason, word: &str) -> String {
        let operand = operand(self.text, self.span.start);
        match reason {
            Reason::UnclosedParens | Reason::UnopenedParens => "close each bracket that is opened".to_owned(),
            Reason::DeprecatedLicenseId => self.deprecated(word),
            Reason::GnuNoPlus | Reason::GnuPlusWithSuffix => {
                let base = operand.trim_end_matches('+').trim_end_matches("-only").trim_end_matches("-or-later");
                format!("write `{}-or-later` in place of the plus sign", shorten(base))
            }
            Reason::SeparatedPlus => match meant(operand).as_slice() {
                [id] => format!("write `{id}`, or the plus sign right after the identifier"),
                _ => "write the plus sign right after the identifier".to_owned(),
            },
            _ if is_operator(word) && word.contains(|c: char| c.is_ascii_lowercase()) => {
                format!("write operators in capitals: `{}`", shorten(&in_capitals(self.text)))
            }
            _ if self.follows_with() => exception(word),
            Reason::Unexpected(_) if is_operator(word) || word.is_empty() || operand.is_empty() => {
                "write an identifier on both sides of `AND` and `OR`".to_owned()
            }
            _ => instead(self.text, operand),
        }
    }

    /// Whether an exception should be where it is wrong.
    fn follows_with(&self) -> bool {
        let before = self.text.get(..self.span.start).unwrap_or_default();
        before.split_whitespace().next_back().is_some_and(|word| word.eq_ignore_ascii_case("with"))
    }

    /// What to write in place of a deprecated identifier.
    fn deprecated(&self, word: &str) -> String {
        let plus = self.text.get(self.span.end..).is_some_and(|rest| rest.starts_with('+'));
        let new = if plus { replacements(&format!("{word}+")) } else { replacements(word) };
        match new.as_slice() {
            [] => format!("SPDX has deprecated `{word}`; write the licenses that it is made of, joined by `AND`"),
            // Half a name is deprecated: `GPL-3.0 or later`.
            _ if !plus && operand(self.text, self.span.start) != word => {
                instead(self.text, operand(self.text, self.span.start))
            }
            new => format!("SPDX has deprecated `{word}`; write {}", any_of(new)),
        }
    }
}

/// What to write in place of an exception that SPDX does not have.
fn exception(word: &str) -> String {
    let known = spdx::identifiers::EXCEPTIONS.iter().map(|exception| exception.name).filter(|id| !is_deprecated(id));
    let word = word.to_lowercase();
    let near: Vec<String> = match word.as_str() {
        "" | "and" | "or" | "with" => Vec::new(),
        word => known.filter(|id| id.to_lowercase().starts_with(word)).map(str::to_owned).take(3).collect(),
    };
    match near.as_slice() {
        [] => "write one of SPDX's exceptions after `WITH`, such as `Classpath-exception-2.0`".to_owned(),
        near => format!("write {}", any_of(near)),
    }
}

/// What to write instead of a name of a license.
fn instead(text: &str, name: &str) -> String {
    match meant(name).as_slice() {
        [] => match between_licenses(text) {
            Some(help) => help,
            None => "write one of SPDX's identifiers, such as `Apache-2.0`".to_owned(),
        },
        [id] => format!("did you mean `{id}`?"),
        ids => format!("write the one that is meant: {}", any_of(ids)),
    }
}

/// What to write between licenses that something else than an operator separates.
fn between_licenses(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(|c: char| "/,|&;".contains(c) || c.is_whitespace()).collect();
    let ids: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| meant(part).first().cloned()).collect::<Option<_>>()?;
    let [_, _, ..] = ids.as_slice() else { return None };
    Some(format!("write `OR` where one can choose, `AND` where all hold: `{}`", shorten(&ids.join(" OR "))))
}

/// `a`, `a` or `b`.
fn any_of(ids: &[String]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    match quoted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        all => all.join(""),
    }
}

fn is_operator(word: &str) -> bool {
    ["and", "or", "with"].iter().any(|operator| word.eq_ignore_ascii_case(operator))
}

fn in_capitals(text: &str) -> String {
    let word = |word: &str| if is_operator(word) { word.to_ascii_uppercase() } else { word.to_owned() };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The name around a byte, between operators and brackets: `Apache 2.0` is one name to its writer and two words to SPDX.
fn operand(text: &str, at: usize) -> &str {
    let (mut start, mut words) = (0, text.match_indices(|c: char| !matches!(c, ' ' | '(' | ')')).peekable());
    let mut end = text.len();
    while let Some((begin, _)) = words.next() {
        let stop = text[begin..].find([' ', '(', ')']).map_or(text.len(), |length| begin + length);
        while words.peek().is_some_and(|(next, _)| *next < stop) {
            words.next();
        }
        let rest: String = text[stop..].trim_start().chars().take(10).collect::<String>().to_ascii_lowercase();
        // `or later` is part of a name.
        let is_part = ["later", "any later", "newer", "greater"].iter().any(|word| rest.starts_with(word));
        if is_operator(&text[begin..stop]) && !is_part {
            if stop <= at {
                start = stop;
            } else if begin > at {
                end = begin;
                break;
            }
        }
    }
    text.get(start..end).unwrap_or(text).trim_matches([' ', '(', ')'])
}

#[cfg(test)]
mod tests {
    use crate::model::spdx_list::fault;

    #[test]
    fn help_says_what_to_write() {
        let only = "SPDX has deprecated `GPL-3.0`; write `GPL-3.0-only` or `GPL-3.0-or-later`";
        for (text, at, help) in [
            ("GPL-3.0", "GPL-3.0", only),
            ("MIT OR GPL-3.0", "GPL-3.0", only),
            ("(GPL-3.0)", "GPL-3.0", only),
            ("GPL-3.0+", "GPL-3.0", "SPDX has deprecated `GPL-3.0`; write `GPL-3.0-or-later`"),
            ("GPL-3.0 or later", "GPL-3.0", "did you mean `GPL-3.0-or-later`?"),
            ("GPL-3.0-only+", "+", "write `GPL-3.0-or-later` in place of the plus sign"),
            ("GPL-3.0-or-later+", "+", "write `GPL-3.0-or-later` in place of the plus sign"),
            ("Apache-2.0 +", " ", "write `Apache-2.0`, or the plus sign right after the identifier"),
            (
                "wxWindows",
                "wxWindows",
                "SPDX has deprecated `wxWindows`; write `GPL-2.0-or-later WITH WxWindows-exception-3.1`",
            ),
            (
                "Net-SNMP",
                "Net-SNMP",
                "SPDX has deprecated `Net-SNMP`; write the licenses that it is made of, joined by `AND`",
            ),
            (
                "LGPL-2.1-only WITH Nokia-Qt-exception-1.1",
                "Nokia-Qt-exception-1.1",
                "SPDX has deprecated `Nokia-Qt-exception-1.1`; write `Qt-LGPL-exception-1.1`",
            ),
            ("MIT or Apache-2.0", "or", "write operators in capitals: `MIT OR Apache-2.0`"),
            ("MIT Or Apache-2.0", "Or", "write operators in capitals: `MIT OR Apache-2.0`"),
            ("MIT or apache-2.0", "apache-2.0", "did you mean `Apache-2.0`?"),
            ("MIT OR Apache License 2.0", "Apache", "did you mean `Apache-2.0`?"),
            ("LicenseRef-", "LicenseRef-", "write a name after `LicenseRef-`, such as `LicenseRef-Acme-1.0`"),
            (
                "MIT OR DocumentRef-:LicenseRef-a",
                "DocumentRef-:LicenseRef-a",
                "write a name after `LicenseRef-`, such as `LicenseRef-Acme-1.0`",
            ),
            ("(MIT", "(", "close each bracket that is opened"),
            ("MIT)", ")", "close each bracket that is opened"),
            ("Apach-2.0 OR MIT", "Apach-2.0", "did you mean `Apache-2.0`?"),
            ("MIT OR Apach-2.0 OR GPL", "Apach-2.0", "did you mean `Apache-2.0`?"),
            ("MIT (OR) GPL", "(", "did you mean `MIT`?"),
            ("MIT OR)", ")", "write an identifier on both sides of `AND` and `OR`"),
            ("GPL-2.0-only WITH G", "G", "write `GCC-exception-2.0`, `GCC-exception-2.0-note` or `GCC-exception-3.1`"),
            (
                "GPL-2.0-only WITH MIT",
                "MIT",
                "write one of SPDX's exceptions after `WITH`, such as `Classpath-exception-2.0`",
            ),
            (" ", " ", "write one of SPDX's identifiers, such as `Apache-2.0`"),
            ("MIT OR", "", "write an identifier on both sides of `AND` and `OR`"),
            ("AND MIT", "AND", "write an identifier on both sides of `AND` and `OR`"),
            (
                "MIT/Apache-2.0",
                "/Apache-2.0",
                "write `OR` where one can choose, `AND` where all hold: `MIT OR Apache-2.0`",
            ),
            (
                "MIT Apache-2.0",
                "Apache-2.0",
                "write `OR` where one can choose, `AND` where all hold: `MIT OR Apache-2.0`",
            ),
            ("MIT WITH", "", "write one of SPDX's exceptions after `WITH`, such as `Classpath-exception-2.0`"),
            (
                "GPL-2.0-only WITH Classpath",
                "Classpath",
                "write `Classpath-exception-2.0` or `Classpath-exception-2.0-short`",
            ),
            (
                "GPL-2.0-only WITH nothing",
                "nothing",
                "write one of SPDX's exceptions after `WITH`, such as `Classpath-exception-2.0`",
            ),
            ("", "", "write one of SPDX's identifiers, such as `Apache-2.0`"),
            ("Proprietary", "Proprietary", "write one of SPDX's identifiers, such as `Apache-2.0`"),
        ] {
            let fault = fault(text).unwrap_or_else(|| panic!("{text} is an expression"));
            assert_eq!((&text[fault.span()], fault.help().as_str()), (at, help), "{text}");
        }
        for text in ["MIT", "MIT OR (Apache-2.0 AND LicenseRef-x)", "GPL-2.0-only WITH Classpath-exception-2.0"] {
            assert!(fault(text).is_none(), "{text}");
        }
    }
}
