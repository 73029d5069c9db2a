//! Ids of tools.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use super::word::shorten;

/// A tool's id: kebab-case, and the stem of its file.
///
/// ```
/// use mlops_catalog::ToolId;
/// let id: ToolId = "seldon-core".parse().unwrap();
/// assert_eq!(id, "seldon-core");
/// assert!("Seldon Core".parse::<ToolId>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ToolId(pub(crate) Cow<'static, str>);

/// Text that cannot be a tool's id.
///
/// ```
/// let error = "My Tool".parse::<mlops_catalog::ToolId>().unwrap_err();
/// assert!(error.to_string().starts_with("`My Tool` is not an id"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not an id; ids are kebab-case: small letters, digits and single hyphens, at most 64")]
pub struct BadId {
    word: String,
}

impl ToolId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as text, where a constant is made.
    pub(crate) const fn as_const_str(&self) -> &str {
        match &self.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.as_str(),
        }
    }
}

impl FromStr for ToolId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        const LONGEST: usize = 64;
        let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.len() <= LONGEST && text.split('-').all(part) {
            Ok(Self(text.to_owned().into()))
        } else {
            Err(BadId { word: shorten(text) })
        }
    }
}

impl fmt::Display for ToolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for ToolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Borrow<str> for ToolId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for ToolId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for ToolId {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for ToolId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ToolId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
