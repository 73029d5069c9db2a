use std::borrow::Cow;
use crate::Catalog;
pub(crate) static CATALOG: Catalog = Catalog {
    version: semver::Version::new(1, 0, 0),
    categories: Cow::Borrowed(&[]),
    tools: Cow::Borrowed(super::tools::TOOLS),
    names: Cow::Borrowed(super::names::NAMES),
};
