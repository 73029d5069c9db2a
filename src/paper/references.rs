//! The works that the paper cites.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::Paper;
use crate::model::{ParseError, Year, serde_as_text, shorten};

/// A reference of the paper as printed.
///
/// `Display` writes the reference as one line.
///
/// ```
/// let reference = mlops_catalog::Paper::embedded().reference(26).unwrap();
/// assert_eq!(
///     reference.title(),
///     "Bighead: A framework-agnostic, end-to-end machine learning platform",
/// );
/// assert_eq!(reference.doi().unwrap().as_str(), "10.1109/DSAA.2019.00070");
/// let line = reference.to_string();
/// assert!(line.starts_with("[26] E. Brumbaugh et al., “Bighead: "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reference {
    pub(crate) number: u8,
    pub(crate) authors: Cow<'static, [Cow<'static, str>]>,
    pub(crate) title: Cow<'static, str>,
    pub(crate) venue: Option<Cow<'static, str>>,
    pub(crate) year: Option<Year>,
    pub(crate) doi: Option<Doi>,
    pub(crate) address: Option<Cow<'static, str>>,
}

/// A DOI, the persistent identifier of a work, such as `10.1145/3533378`.
///
/// ```
/// let doi: mlops_catalog::paper::Doi = "10.1145/3533378".parse()?;
/// assert_eq!(doi.as_str(), "10.1145/3533378");
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doi(pub(crate) Cow<'static, str>);

impl Paper {
    /// Returns the references, ordered by number.
    pub fn references(&self) -> impl ExactSizeIterator<Item = &Reference> {
        self.references.iter()
    }

    /// Returns the reference with this number.
    ///
    /// ```
    /// let paper = mlops_catalog::Paper::embedded();
    /// for case in paper.cases() {
    ///     for &number in case.references() {
    ///         println!("{}", paper.reference(number).unwrap());
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn reference(&self, number: u8) -> Option<&Reference> {
        self.references().find(|reference| reference.number == number)
    }
}

impl Reference {
    /// Returns the number.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Returns the authors in printed order. If the paper omits some, the last item is `et al.`
    pub fn authors(&self) -> impl ExactSizeIterator<Item = &str> {
        self.authors.iter().map(AsRef::as_ref)
    }

    /// Returns the title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the journal or conference, with volume and pages where they are printed.
    #[must_use]
    pub fn venue(&self) -> Option<&str> {
        self.venue.as_deref()
    }

    /// Returns the year of publication, if it is printed.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        self.year
    }

    /// Returns the DOI, if one is printed.
    #[must_use]
    pub fn doi(&self) -> Option<&Doi> {
        self.doi.as_ref()
    }

    /// Returns the address, if one is printed. It is not always an https address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }
}

/// Writes `[10] A. Paleyes, …, “Challenges in …”, ACM Comput. Surv., …, 2022, doi: 10.1145/3533378`.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let authors = itertools::join(self.authors(), ", ").replace(", et al.", " et al.");
        let authors = (!authors.is_empty()).then_some(authors);
        let title = Some(format!("“{}”", self.title));
        let year = self.year.map(|year| year.to_string());
        let doi = self.doi.as_ref().map(|doi| format!("doi: {}", doi.as_str()));
        let parts = [authors, title, self.venue().map(str::to_owned), year, doi, self.address().map(str::to_owned)];
        write!(f, "[{}] {}", self.number, itertools::join(parts.into_iter().flatten(), ", "))
    }
}

impl Doi {
    /// Returns the DOI as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Doi {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_doi =
            text.strip_prefix("10.").and_then(|rest| rest.split_once('/')).is_some_and(|(registrant, name)| {
                let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
                registrant.split('.').all(number) && !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic())
            });
        if is_doi {
            Ok(Self(text.to_owned().into()))
        } else {
            Err(ParseError::new(format!("`{}` is not a DOI", shorten(text)), "write one such as 10.1145/3533378"))
        }
    }
}

impl fmt::Display for Doi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Doi {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

serde_as_text!(Doi);
