//! SPDX license expressions.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::parse_error::ParseError;
use super::text::shorten;
use super::word::serde_as_text;

/// A text in the form of an SPDX license expression: `Apache-2.0`, `MIT OR Apache-2.0`.
///
/// Only the form is checked here: letters, digits, `.`, `-`, `+`, `:`, brackets and single spaces. With feature `yaml`,
/// building or reading a tool also checks that each identifier is on SPDX's list.
///
/// ```
/// use mlops_catalog::Expression;
/// let expression: Expression = "MIT OR Apache-2.0".parse()?;
/// assert_eq!(expression.as_str(), "MIT OR Apache-2.0");
/// assert!("Apache 2 (sort of?)".parse::<Expression>().is_err());
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expression(Cow<'static, str>);

impl Expression {
    /// The expression of a text that is known to be one.
    pub(crate) const fn of_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// Returns the expression as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Expression {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let form = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ':' | '(' | ')' | ' ');
        if text.is_empty() || !text.chars().all(form) || text.trim() != text || text.contains("  ") {
            let message = format!("`{}` is not an SPDX license expression", shorten(text));
            return Err(ParseError::new(message, "write one such as `Apache-2.0` or `MIT OR Apache-2.0`"));
        }
        Ok(Self(text.to_owned().into()))
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl AsRef<str> for Expression {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Expression {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Expression {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

serde_as_text!(Expression);
