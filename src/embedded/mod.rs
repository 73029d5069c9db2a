//! The catalog and the paper as statics.
//!
//! `cargo run --example bake` writes every file of this directory but this one.

/// The texts of a tool; an empty description or vendor is missing.
macro_rules! texts {
    ($name:literal, $description:literal, $vendor:literal; [$($first:literal $(, $alias:literal)*)?]) => {
        crate::model::Texts::of_static(
            concat!($name, $description, $vendor, $($first $(, "\n", $alias)*)?),
            [$name, $description, $vendor],
            &[$($first $(, $alias)*)?],
        )
    };
}

#[rustfmt::skip]
mod catalog;
#[rustfmt::skip]
// Names of tools are documentation, not code.
#[allow(clippy::doc_markdown)]
pub mod constants;
#[rustfmt::skip]
mod names;
#[rustfmt::skip]
mod paper;
#[rustfmt::skip]
mod tools;

use std::borrow::Cow;

pub(crate) use catalog::CATALOG;
pub(crate) use paper::PAPER;

use crate::catalog::{Catalog, Named};
use crate::model::{Address, Date, Expression, License, LicenseType, Source, Tool, ToolId, Year};
use crate::paper::Paper;

impl Catalog {
    /// Returns the catalog that is compiled into this crate.
    ///
    /// The catalog is a static, so even the first call does no work and no allocation.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// assert!(Catalog::embedded().get("mlflow").is_some());
    /// ```
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &CATALOG
    }
}

impl Paper {
    /// Returns the survey paper that is compiled into this crate.
    ///
    /// The paper is a static, so even the first call does no work and no allocation.
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &PAPER
    }
}

/// Finds a tool while the crate is compiled. Constants that held an index instead would change with every new tool.
const fn find(id: &str) -> &'static Tool {
    let (mut low, mut high) = (0, tools::TOOLS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(tools::TOOLS[middle].id.as_const_str().as_bytes(), id.as_bytes()) {
            0 => return &tools::TOOLS[middle],
            1.. => high = middle,
            _ => low = middle + 1,
        }
    }
    panic!("no baked tool has this id")
}

/// Compares like `Ord::cmp`, which cannot be called in constants: the result is negative, 0 or positive.
const fn compare(a: &[u8], b: &[u8]) -> i8 {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return if a[at] < b[at] { -1 } else { 1 };
        }
        at += 1;
    }
    if a.len() < b.len() {
        -1
    } else if a.len() > b.len() {
        1
    } else {
        0
    }
}

const fn text(text: &'static str) -> Cow<'static, str> {
    Cow::Borrowed(text)
}

const fn named(name: &'static str, number: u32) -> Named {
    Named::of_static(name, number)
}

const fn id(id: &'static str) -> ToolId {
    ToolId::of_static(id)
}

const fn address(address: &'static str) -> Address {
    Address::of_static(address)
}

/// The address that a longer one begins with.
const fn start(longer: &'static str, length: usize) -> Address {
    address(longer.split_at(length).0)
}

const fn page(page: &'static str) -> Source {
    Source::Address(address(page))
}

const fn citation(words: &'static str) -> Source {
    Source::Citation(text(words))
}

const fn license(license_type: LicenseType, spdx: Option<&'static str>) -> License {
    let spdx = match spdx {
        Some(spdx) => Some(Expression::of_static(spdx)),
        None => None,
    };
    License { license_type, spdx }
}

const fn year(number: u16) -> Year {
    Year::of_known(number)
}

/// Returns a date; a month or day of 0 means that it is unknown.
const fn date(year: u16, month: u8, day: u8) -> Date {
    Date::of_known(year, month, day)
}
