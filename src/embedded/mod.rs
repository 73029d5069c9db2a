//! The catalog as statics.
//!
//! Everything here but this file is written by `cargo run --example bake`.

#[rustfmt::skip]
mod catalog;
#[rustfmt::skip]
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

use crate::catalog::Catalog;
use crate::model::{Address, Date, Expression, License, LicenseType, Source, Tool, ToolId, Year};
use crate::paper::Paper;

impl Catalog {
    /// Returns the catalog of this crate. It is a static: the first access does no work and no allocation.
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &CATALOG
    }
}

impl Paper {
    /// Returns the paper of this crate. It is a static: the first access does no work and no allocation.
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &PAPER
    }
}

/// The tool of that id, found while the crate is compiled, so that no constant has a number that a new tool moves.
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

/// Below, at or above 0 as `a` is before, at or after `b`: `Ord` cannot be used in constants.
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

const fn id(id: &'static str) -> ToolId {
    ToolId::of_static(id)
}

const fn address(address: &'static str) -> Address {
    Address::of_static(address)
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

/// A date; a month or day of 0 is not known.
const fn date(year: u16, month: u8, day: u8) -> Date {
    Date::of_known(year, month, day)
}
