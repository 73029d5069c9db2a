//! Licences: their type and their SPDX expression.

use std::borrow::Cow;
use std::fmt;

use super::word::{shorten, words};

words! {
    "licence type";
    /// How a tool may be used: the paper's four words, and source-available.
    ///
    /// ```
    /// use mlops_catalog::LicenseType;
    /// assert_eq!(LicenseType::OpenSource.id(), "open-source");
    /// assert!("opensource".parse::<LicenseType>().is_err());
    /// ```
    pub enum LicenseType {
        /// A licence that OSI approves or FSF calls free.
        OpenSource,
        /// The source can be read, its use is restricted.
        SourceAvailable,
        /// A service of a public cloud.
        Public,
        /// Proprietary.
        Private,
        /// The paper's second word for `private`; in printed rows only.
        NonFree,
    }
}

impl LicenseType {
    /// The type this one means: `private` for the paper's `non-free`, itself otherwise.
    ///
    /// ```
    /// use mlops_catalog::LicenseType;
    /// assert_eq!(LicenseType::NonFree.meaning(), LicenseType::Private);
    /// ```
    #[must_use]
    pub const fn meaning(self) -> Self {
        match self {
            Self::NonFree => Self::Private,
            other => other,
        }
    }

    /// Whether a licence of this type can have an SPDX expression.
    #[must_use]
    pub const fn has_expression(self) -> bool {
        matches!(self, Self::OpenSource | Self::SourceAvailable)
    }
}

/// Text that has the form of an SPDX licence expression: `Apache-2.0`, `MIT OR Apache-2.0`.
///
/// The form only: letters, digits, `.`, `-`, `+`, `:`, brackets and single blanks. That each identifier is on SPDX's
/// list is checked where catalog files are read.
///
/// ```
/// use mlops_catalog::Expression;
/// assert_eq!(Expression::new("Apache-2.0").unwrap().as_str(), "Apache-2.0");
/// assert!(Expression::new("Apache 2 (sort of?)").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expression(pub(crate) Cow<'static, str>);

/// Text that cannot be an SPDX licence expression.
///
/// ```
/// let error = mlops_catalog::Expression::new("").unwrap_err();
/// assert!(error.to_string().ends_with("write one such as `Apache-2.0` or `MIT OR Apache-2.0`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an SPDX licence expression; write one such as `Apache-2.0` or `MIT OR Apache-2.0`")]
pub struct BadExpression(String);

impl Expression {
    /// The expression that `text` is.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of an expression.
    pub fn new(text: impl Into<String>) -> Result<Self, BadExpression> {
        let text = text.into();
        let form = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ':' | '(' | ')' | ' ');
        if text.is_empty() || !text.chars().all(form) || text.trim() != text || text.contains("  ") {
            return Err(BadExpression(shorten(&text)));
        }
        Ok(Self(text.into()))
    }

    /// The text of the expression.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A licence: its type and, where one is known, its SPDX expression.
///
/// ```
/// use mlops_catalog::{Expression, License, LicenseType};
/// let license = License::open_source(Expression::new("MIT").unwrap());
/// assert_eq!(license.to_string(), "open-source (MIT)");
/// assert_eq!(License::from(LicenseType::Private).spdx(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct License {
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub(crate) kind: LicenseType,
    pub(crate) spdx: Option<Expression>,
}

impl License {
    /// An open-source licence.
    #[must_use]
    pub fn open_source(spdx: Expression) -> Self {
        Self { kind: LicenseType::OpenSource, spdx: Some(spdx) }
    }

    /// A source-available licence that has an SPDX expression.
    #[must_use]
    pub fn source_available(spdx: Expression) -> Self {
        Self { kind: LicenseType::SourceAvailable, spdx: Some(spdx) }
    }

    /// Its type.
    #[must_use]
    pub fn license_type(&self) -> LicenseType {
        self.kind
    }

    /// Its SPDX expression, where one is known.
    #[must_use]
    pub fn spdx(&self) -> Option<&str> {
        self.spdx.as_ref().map(Expression::as_str)
    }
}

/// A licence of that type whose expression is not known or does not exist.
impl From<LicenseType> for License {
    fn from(kind: LicenseType) -> Self {
        Self { kind, spdx: None }
    }
}

impl fmt::Display for License {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.spdx {
            Some(spdx) => write!(f, "{} ({})", self.kind, spdx.as_str()),
            None => self.kind.fmt(f),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Expression {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
