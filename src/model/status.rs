//! The status of a tool.

use super::word::words;

words! {
    "status";
    /// A tool's maintenance status, derived from its history.
    ///
    /// ```
    /// use mlops_catalog::Status;
    /// assert_eq!("archived".parse(), Ok(Status::Archived));
    /// assert_eq!(Status::Archived.to_string(), "archived");
    /// ```
    #[non_exhaustive]
    pub enum Status {
        /// Maintained or in service.
        Active,
        /// No commit for 24 months or more.
        Inactive,
        /// Made read-only by its owner.
        Archived,
        /// Ended by its owner.
        Discontinued,
    }
}
