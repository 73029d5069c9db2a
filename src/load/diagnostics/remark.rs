//! What programs say of a place in a catalog's files, shown as the problems of the catalog are.

use super::rule::Severity;

/// Something that is said of a location.
///
/// ```
/// use mlops_catalog::load::{Locations, Part, Remark, RenderStyle, Severity};
/// use mlops_catalog::model::Fact;
/// use mlops_catalog::tool;
/// let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
/// let location = Locations::of(dir, tool::MLFLOW.id()).unwrap().of_part(Part::Fact(Fact::Released));
/// let remark = Remark { severity: Severity::Warning, code: "early", message: "this is early", help: None };
/// assert!(remark.render(&location, "catalog", RenderStyle::Plain).starts_with("warning[early]: this is early"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark<'r> {
    /// How bad it is.
    pub severity: Severity,
    /// The word for its kind.
    pub code: &'r str,
    /// What is said.
    pub message: &'r str,
    /// What to do about it.
    pub help: Option<&'r str>,
}
