//! Licenses that are asked for: a type, an identifier, or a family of identifiers.

use std::borrow::Cow;
use std::fmt;
use std::mem;
use std::str::FromStr;

use crate::model::{Expression, License, LicenseType, ParseError, nearest, serde_as_text, shorten};

/// The identifiers of SPDX's list that are not deprecated, a line for each.
const IDENTIFIERS: &str = include_str!("spdx_identifiers.txt");

/// A license that is asked for: a [`LicenseType`], an identifier of SPDX's list, or a family of identifiers.
///
/// An identifier matches the tools whose expression contains it: `Apache-2.0` matches `MIT OR Apache-2.0`. A family is
/// the start of identifiers up to a hyphen: `AGPL` matches `AGPL-3.0-only` and `AGPL-3.0-or-later`. All are read in any
/// case. `LicenseRef-` names are identifiers, too.
///
/// ```
/// use mlops_catalog::{Catalog, LicenseType, Query, query::LicenseFilter};
/// let busl: LicenseFilter = "busl-1.1".parse()?;
/// assert_eq!(busl.to_string(), "BUSL-1.1");
/// for tool in &Catalog::embedded().select(&Query::new().license(busl).license("AGPL".parse::<LicenseFilter>()?)) {
///     println!("{tool}: {}", tool.license());
/// }
/// assert_eq!("open-source".parse(), Ok(LicenseFilter::from(LicenseType::OpenSource)));
/// assert_eq!(
///     "Apche-2.0".parse::<LicenseFilter>().unwrap_err().to_string(),
///     "unknown license `Apche-2.0`; did you mean `Apache-2.0`?",
/// );
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LicenseFilter(pub(super) Kind);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Type(LicenseType),
    Identifier(Cow<'static, str>),
    /// The start of identifiers, without the hyphen after it.
    Family(&'static str),
}

impl LicenseFilter {
    /// Returns true if `license` is such a license.
    ///
    /// ```
    /// use mlops_catalog::{query::LicenseFilter, tool};
    /// assert!("apache-2.0".parse::<LicenseFilter>()?.matches(tool::MLFLOW.license()));
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    #[must_use]
    pub fn matches(&self, license: &License) -> bool {
        match &self.0 {
            Kind::Type(of_type) => license.license_type() == *of_type,
            Kind::Identifier(id) => has(license.spdx(), |word| word.eq_ignore_ascii_case(id)),
            Kind::Family(start) => has(license.spdx(), |word| is_of_family(word, start)),
        }
    }
}

/// Whether an identifier for which `wanted` holds is part of an expression.
fn has(expression: Option<&Expression>, wanted: impl Fn(&str) -> bool) -> bool {
    let Some(expression) = expression else { return false };
    // Most expressions are one identifier.
    if wanted(expression.as_str()) {
        return true;
    }
    // What follows `WITH` is an exception, not a license.
    let mut before = "";
    let mut words = expression.as_str().split([' ', '(', ')', '+', ':']);
    words.any(|word| mem::replace(&mut before, word) != "WITH" && wanted(word))
}

fn is_of_family(id: &str, start: &str) -> bool {
    let head = id.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    head && id[start.len()..].starts_with('-')
}

impl From<LicenseType> for LicenseFilter {
    fn from(license: LicenseType) -> Self {
        Self(Kind::Type(license))
    }
}

impl FromStr for LicenseFilter {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is = |word: &str| word.eq_ignore_ascii_case(text);
        if let Some(license) = LicenseType::all().find(|license| is(license.as_str())) {
            return Ok(license.into());
        }
        if let Some(id) = IDENTIFIERS.lines().find(|id| is(id)) {
            return Ok(Self(Kind::Identifier(id.into())));
        }
        if is_reference(text) {
            return Ok(Self(Kind::Identifier(text.to_owned().into())));
        }
        if let Some(id) = IDENTIFIERS.lines().find(|id| !text.is_empty() && is_of_family(id, text)) {
            return Ok(Self(Kind::Family(&id[..text.len()])));
        }
        if nearest(text, LicenseType::all().map(LicenseType::as_str)).is_some() {
            return text.parse::<LicenseType>().map(Self::from);
        }
        let message = match text {
            "" => "the license is empty".to_owned(),
            text => format!("unknown license `{}`", shorten(text)),
        };
        let help = match nearest(text, IDENTIFIERS.lines()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let types = itertools::join(LicenseType::all(), ", ");
                format!("write {types}, or an identifier of SPDX's list such as Apache-2.0")
            }
        };
        Err(ParseError::new(message, help))
    }
}

/// Whether a text is the name of a license that is not on SPDX's list, as SPDX writes such names.
fn is_reference(text: &str) -> bool {
    const START: &str = "LicenseRef-";
    let head = text.get(..START.len()).is_some_and(|head| head.eq_ignore_ascii_case(START));
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    head && text.len() > START.len() && text.chars().all(is_part)
}

impl fmt::Display for LicenseFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match &self.0 {
            Kind::Type(license) => license.as_str(),
            Kind::Identifier(id) => id,
            Kind::Family(start) => start,
        })
    }
}

impl fmt::Debug for LicenseFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

serde_as_text!(LicenseFilter);

#[cfg(all(test, feature = "yaml"))]
mod tests {
    use super::IDENTIFIERS;

    /// `BLESS=1` writes the list anew, after the crate that has SPDX's data was updated.
    #[test]
    fn identifiers_are_those_of_the_spdx_list() {
        let is_current = |name: &&str| spdx::license_id(name).is_some_and(|id| !id.is_deprecated());
        let names =
            spdx::identifiers::LICENSES.iter().map(|license| license.name).filter(|name| *name != "NOASSERTION");
        let names: Vec<&str> = names.filter(is_current).collect();
        let list = names.join("\n") + "\n";
        if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/query/spdx_identifiers.txt");
            std::fs::write(path, list).unwrap();
        } else {
            assert_eq!(IDENTIFIERS, list, "write the list anew with BLESS=1");
        }
    }
}
