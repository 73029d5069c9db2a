//! The companies of the paper's section J.

use std::borrow::Cow;

use super::Paper;
use crate::model::ToolId;
use crate::model::words;

/// A company of the paper's section J, with its platforms and the references that the paper gives.
///
/// The paper says that these companies launched platforms of their own but does not name them. The platforms here are
/// those that the cited works describe.
///
/// ```
/// use mlops_catalog::Paper;
/// use mlops_catalog::paper::Role;
/// let walgreens = Paper::embedded()
///     .cases()
///     .find(|case| case.company() == "Walgreens Boots Alliance")
///     .unwrap();
/// // The company is a customer, not the builder of a platform.
/// assert!(walgreens.platforms().all(|platform| platform.role() != Role::Built));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Case {
    pub(crate) company: Cow<'static, str>,
    pub(crate) platforms: Cow<'static, [Platform]>,
    pub(crate) references: Cow<'static, [u8]>,
}

/// A platform or tool that a company built or uses.
///
/// ```
/// let case = mlops_catalog::Paper::embedded().cases().next().unwrap();
/// let platform = case.platforms().next().unwrap();
/// assert_eq!(platform.name(), "Metaflow");
/// assert_eq!(platform.tool().unwrap(), "metaflow");
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
    /// The role of a company for a platform.
    ///
    /// ```
    /// assert_eq!("co-developed".parse(), Ok(mlops_catalog::paper::Role::CoDeveloped));
    /// ```
    #[non_exhaustive]
    pub enum Role {
        /// The company built the platform.
        Built,
        /// The company uses a platform that others built.
        Uses,
        /// The company developed the platform together with its vendor.
        CoDeveloped,
    }
}

impl Paper {
    /// Returns the companies of section J, in printed order.
    pub fn cases(&self) -> impl ExactSizeIterator<Item = &Case> {
        self.cases.iter()
    }
}

impl Case {
    /// Returns the name of the company.
    #[must_use]
    pub fn company(&self) -> &str {
        &self.company
    }

    /// Returns the platforms, the main one first.
    pub fn platforms(&self) -> impl ExactSizeIterator<Item = &Platform> {
        self.platforms.iter()
    }

    /// Returns the numbers of the references that the paper gives, in printed order. [`Paper::reference`] looks one up.
    #[must_use]
    pub fn references(&self) -> &[u8] {
        &self.references
    }
}

impl Platform {
    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the role of the company.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// Returns the id of the platform's tool, if the catalog has it.
    #[must_use]
    pub fn tool(&self) -> Option<&ToolId> {
        self.tool.as_ref()
    }
}
