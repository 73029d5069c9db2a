//! Ids of tools.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::key::{Key, Start, search};
use super::parse_error::ParseError;
use super::text::shorten;
use super::word::serde_as_text;

/// A tool's id: kebab-case, and the name of its file without `.yaml`.
///
/// ```
/// use mlops_catalog::ToolId;
/// let id: ToolId = "seldon-core".parse().unwrap();
/// assert_eq!(id, "seldon-core");
/// assert!("Seldon Core".parse::<ToolId>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToolId(Key);

const HELP: &str = "ids are kebab-case: small letters, digits and single hyphens, at most 64";

impl ToolId {
    /// The id of a text that is known to be one.
    pub(crate) const fn of_static(text: &'static str) -> Self {
        Self(Key::of_static(text))
    }

    /// The id of a text, whatever it is.
    pub(crate) fn unchecked(text: &str) -> Self {
        Self(text.to_owned().into())
    }

    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The id as text, where a constant is made.
    pub(crate) const fn as_const_str(&self) -> &str {
        self.0.as_const_str()
    }

    /// The id that a text is when its letters are small and hyphens are between its words, if it is another text.
    pub(crate) fn nearest(text: &str) -> Option<Self> {
        const LONGEST: usize = 100;
        if text.len() > LONGEST {
            return None;
        }
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let id = words.join("-");
        if id == text { None } else { id.parse().ok() }
    }

    /// The index of the id of that text among things in order of their ids, if it is there.
    pub(crate) fn search<T>(things: &[T], id: impl Fn(&T) -> &ToolId, text: &str) -> Option<usize> {
        search(things, (Start::of(text), text), |thing| id(thing).0.order())
    }
}

impl FromStr for ToolId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        const LONGEST: usize = 64;
        let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.len() > LONGEST || !text.split('-').all(part) {
            let help = match Self::nearest(text) {
                Some(id) => format!("{HELP}; did you mean `{id}`?"),
                None => HELP.to_owned(),
            };
            return Err(ParseError::new(format!("`{}` is not an id", shorten(text)), help));
        }
        if is_device(text) {
            let message = format!("`{text}` cannot be the name of a file on Windows");
            return Err(ParseError::new(message, format!("add a word, such as `{text}-tool`")));
        }
        Ok(Self::unchecked(text))
    }
}

/// Whether Windows has a device of that name, whatever its end: a clone of the repository fails there.
fn is_device(text: &str) -> bool {
    let is_numbered = |device: &str| {
        let number = text.strip_prefix(device).unwrap_or_default();
        number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt")
}

impl fmt::Display for ToolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ToolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// As its text, by which it can be looked for.
impl Hash for ToolId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Borrow<str> for ToolId {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for ToolId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for ToolId {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for ToolId {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

serde_as_text!(ToolId);
