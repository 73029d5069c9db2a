//! What large companies did, by the paper's section J.

use std::borrow::Cow;

use super::Paper;
use crate::model::ToolId;
use crate::model::words;

/// A company of the paper's section J: its platforms, and the references that the paper gives.
///
/// The paper says that the companies launched platforms of their own, and names none; these are the platforms of the
/// works that it cites.
///
/// ```
/// use mlops_catalog::Paper;
/// use mlops_catalog::paper::Role;
/// let case = Paper::embedded().cases().find(|case| case.company() == "Walgreens Boots Alliance").unwrap();
/// // A customer, not the builder of a platform.
/// assert!(case.platforms().all(|platform| platform.role() != Role::Built));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Case {
    pub(crate) company: Cow<'static, str>,
    pub(crate) platforms: Cow<'static, [Platform]>,
    pub(crate) references: Cow<'static, [u8]>,
}

/// A platform or tool of a company.
///
/// ```
/// let case = mlops_catalog::Paper::embedded().cases().next().unwrap();
/// let platform = case.platforms().next().unwrap();
/// assert_eq!((platform.name(), platform.tool().unwrap().as_str()), ("Metaflow", "metaflow"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Platform {
    pub(crate) name: Cow<'static, str>,
    pub(crate) role: Role,
    pub(crate) tool: Option<ToolId>,
}

words! {
    "role";
    /// What a company has to do with a platform.
    ///
    /// ```
    /// assert_eq!("co-developed".parse(), Ok(mlops_catalog::paper::Role::CoDeveloped));
    /// ```
    #[non_exhaustive]
    pub enum Role {
        /// It built it.
        Built,
        /// It uses what others built.
        Uses,
        /// It developed it together with its vendor.
        CoDeveloped,
    }
}

impl Paper {
    /// The companies of section J, in its order.
    pub fn cases(&self) -> impl ExactSizeIterator<Item = &Case> {
        self.cases.iter()
    }
}

impl Case {
    /// The company.
    #[must_use]
    pub fn company(&self) -> &str {
        &self.company
    }

    /// Its platforms, the main one first.
    pub fn platforms(&self) -> impl ExactSizeIterator<Item = &Platform> {
        self.platforms.iter()
    }

    /// The numbers of the references that the paper gives, in printed order; [`Paper::reference`] has each.
    #[must_use]
    pub fn references(&self) -> &[u8] {
        &self.references
    }
}

impl Platform {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the company has to do with it.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The id of the tool that it is, if the catalog has it.
    #[must_use]
    pub fn tool(&self) -> Option<&ToolId> {
        self.tool.as_ref()
    }
}
