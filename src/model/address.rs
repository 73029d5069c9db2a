//! Addresses of pages.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::host::{HostFault, begins_with_host, host_fault};
use super::parse_error::ParseError;
use super::text::shorten;
use super::unseen::unseen;
use super::word::serde_as_text;

/// An https address of a public page.
///
/// Ports, user names, numbers for a host, international and single-label hosts are refused, and so are spaces, what nobody
/// sees and signs such as `<` that a browser would escape; letters of any script may stand in a path. The error says which
/// of these it is, and the address that is probably meant.
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
        match fault(text) {
            None => Ok(Self(text.to_owned().into())),
            Some((message, help)) => Err(ParseError::new(message, help)),
        }
    }
}

/// What is wrong with a text that should be an address, and what to do about it.
fn fault(text: &str) -> Option<(String, String)> {
    let named = |what: &str| format!("the address `{}` {what}", shorten(text));
    if text.trim() != text {
        let (place, space) = match text.chars().next_back().filter(|c| c.is_whitespace()) {
            Some(last) => ("end", last),
            None => ("start", text.chars().next().unwrap_or(' ')),
        };
        let message = named(&format!("has a space at its {place} (U+{:04X})", u32::from(space)));
        return Some((message, "delete it; it may not be visible".to_owned()));
    }
    let Some(rest) = text.strip_prefix("https://") else { return Some(without_scheme(text)) };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    of_authority(authority, path).map(|(what, help)| (named(&what), help)).or_else(|| {
        let odd = unfit(path)?;
        let what = format!("has U+{:04X}, which no address has as it is", u32::from(odd));
        Some((named(&what), "copy it from the browser, which writes such characters as `%` and two digits".to_owned()))
    })
}

/// What is wrong with the part of an address that names a server; `path` is what follows it.
fn of_authority(authority: &str, path: &str) -> Option<(String, String)> {
    let wrong = |what: String, help: String| Some((what, help));
    let instead = |host: &str| format!("write `https://{}`", shorten(&format!("{host}{path}")));
    if let Some((_, host)) = authority.rsplit_once('@') {
        return wrong("has a user name".to_owned(), instead(host));
    }
    if let Some((host, port)) = authority.split_once(':') {
        let what = format!("has a port, `:{}`", shorten(port));
        return wrong(what, format!("{}, if the page is there, too", instead(host)));
    }
    if let Some(odd) = unfit(authority) {
        return wrong(format!("has U+{:04X} in its host", u32::from(odd)), "copy it from the browser".to_owned());
    }
    match host_fault(authority)? {
        HostFault::SingleLabel => wrong(
            format!("has the host `{}`, which is not public", shorten(authority)),
            "write an address that anyone can open, such as `https://example.org/page`".to_owned(),
        ),
        HostFault::Number => wrong(
            format!("has the number `{}` for a host", shorten(authority)),
            "write the name of the server, such as `https://example.org/page`".to_owned(),
        ),
        HostFault::Underscore => wrong(
            "has an underscore in its host".to_owned(),
            "write a host of letters, digits and hyphens; that of the page's own project, for example".to_owned(),
        ),
        HostFault::International(Some(ascii)) => {
            wrong("has a host with letters beyond a to z".to_owned(), instead(&ascii))
        }
        HostFault::International(None) => {
            wrong("has a host with letters beyond a to z".to_owned(), "write it as it begins with `xn--`".to_owned())
        }
        HostFault::BadLabel => wrong(
            format!("has the host `{}`, which is not one", shorten(authority)),
            "write one such as `https://example.org/page`".to_owned(),
        ),
    }
}

/// What is wrong with a text that does not begin with `https://`.
fn without_scheme(text: &str) -> (String, String) {
    let lower = text.to_ascii_lowercase();
    let message = format!("`{}` is not an https address", shorten(text));
    let after = |scheme: &str| lower.starts_with(scheme).then(|| text[scheme.len()..].trim_start_matches([':', '/']));
    let rest = after("https")
        .or_else(|| after("http:"))
        .or_else(|| after("http/"))
        .or_else(|| (!text.contains("://") && begins_with_host(text)).then_some(text));
    let meant = rest.map(|rest| format!("https://{rest}")).filter(|meant| meant.parse::<Address>().is_ok());
    let help = match meant {
        Some(meant) if lower.starts_with("http:") => format!("write `{}`, if that opens", shorten(&meant)),
        Some(meant) => format!("write `{}`", shorten(&meant)),
        None => "write one such as `https://example.org/page`".to_owned(),
    };
    (message, help)
}

/// A sign that a browser would escape, or a character that nobody sees.
fn unfit(text: &str) -> Option<char> {
    let odd = text.chars().find(|&c| c.is_whitespace() || "<>\"{}|\\^`".contains(c));
    odd.or_else(|| unseen(text).map(|(_, character)| character).next())
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
