//! The license types that the paper prints.

use crate::model::{LicenseType, words};

words! {
    "printed type";
    /// A license type as the paper's tables print it. `private` and `non-free` mean the same.
    ///
    /// ```
    /// use mlops_catalog::LicenseType;
    /// use mlops_catalog::paper::PrintedType;
    /// assert_eq!("non-free".parse(), Ok(PrintedType::NonFree));
    /// assert_eq!(PrintedType::NonFree.meaning(), LicenseType::Private);
    /// ```
    #[non_exhaustive]
    pub enum PrintedType {
        /// Open source.
        OpenSource,
        /// A service of a public cloud.
        Public,
        /// Proprietary.
        Private,
        /// The paper's second word for proprietary.
        NonFree,
    }
}

impl PrintedType {
    /// Returns the license type that the printed word means.
    #[must_use]
    pub const fn meaning(self) -> LicenseType {
        match self {
            Self::OpenSource => LicenseType::OpenSource,
            Self::Public => LicenseType::Public,
            Self::Private | Self::NonFree => LicenseType::Private,
        }
    }
}
