//! Addresses of pages.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::parse_error::ParseError;
use super::text::shorten;
use super::word::serde_as_text;

/// An https address of a public page.
///
/// Ports, user names, international and single-label hosts are refused, and so is whatever a browser would escape.
///
/// ```
/// use mlops_catalog::model::Address;
/// assert!("https://mlflow.org".parse::<Address>().is_ok());
/// assert!("http://mlflow.org".parse::<Address>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Cow<'static, str>);

impl Address {
    /// The address of a text that is known to be one.
    pub(crate) const fn of_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// Returns the address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let host_is_good = host.is_some_and(|host| host.contains('.') && host.split('.').all(label));
        let printable = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c));
        if host_is_good && printable {
            return Ok(Self(text.to_owned().into()));
        }
        let message = format!("`{}` is not an https address", shorten(text));
        Err(ParseError::new(message, "write one such as `https://example.org/page`"))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl AsRef<str> for Address {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

serde_as_text!(Address);
