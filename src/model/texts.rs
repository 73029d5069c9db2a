//! The texts of a tool.

use std::borrow::Cow;
use std::fmt;
use std::iter::FusedIterator;

/// The name, the description, the vendor and the aliases of a tool, as one text.
///
/// A baked tool then has one reference in place of several, each of which takes as much room as a short text.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Texts {
    all: Cow<'static, str>,
    /// Where the name, the description and the vendor end, or [`MISSING`]; the aliases follow.
    ends: [u32; 3],
    aliases: u32,
}

const MISSING: u32 = u32::MAX;

/// Between aliases; no text has it.
const SEPARATOR: char = '\n';

impl Texts {
    /// The texts of lines.
    pub(crate) fn new<'t>(
        name: &str,
        description: Option<&str>,
        vendor: Option<&str>,
        aliases: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let parts = [Some(name), description, vendor];
        let mut all = String::with_capacity(parts.iter().flatten().map(|text| text.len()).sum());
        let ends = parts.map(|text| {
            let text = text?;
            all.push_str(text);
            u32::try_from(all.len()).ok()
        });
        let mut count = 0;
        for alias in aliases {
            if count > 0 {
                all.push(SEPARATOR);
            }
            all.push_str(alias);
            count += 1;
        }
        Self { all: all.into(), ends: ends.map(|end| end.unwrap_or(MISSING)), aliases: count }
    }

    /// The texts whose parts are joined in `all`; an empty description or vendor is missing.
    pub(crate) const fn of_static(all: &'static str, parts: [&str; 3], aliases: &[&str]) -> Self {
        let [name, description, vendor] = parts;
        let (name, mut ends) = (name.len(), [MISSING; 3]);
        ends[0] = name as u32;
        if !description.is_empty() {
            ends[1] = (name + description.len()) as u32;
        }
        if !vendor.is_empty() {
            ends[2] = (name + description.len() + vendor.len()) as u32;
        }
        Self { all: Cow::Borrowed(all), ends, aliases: aliases.len() as u32 }
    }

    fn end(&self, at: usize) -> Option<usize> {
        (self.ends[at] != MISSING).then_some(self.ends[at] as usize)
    }

    pub(crate) fn name(&self) -> &str {
        &self.all[..self.end(0).unwrap_or(0)]
    }

    pub(crate) fn description(&self) -> Option<&str> {
        Some(&self.all[self.end(0)?..self.end(1)?])
    }

    pub(crate) fn vendor(&self) -> Option<&str> {
        Some(&self.all[self.end(1).or(self.end(0))?..self.end(2)?])
    }

    pub(crate) fn aliases(&self) -> Aliases<'_> {
        let start = self.end(2).or(self.end(1)).or(self.end(0)).unwrap_or(0);
        Aliases { rest: &self.all[start..], left: self.aliases as usize }
    }

    /// These texts with another vendor.
    pub(crate) fn with_vendor(&self, vendor: Option<&str>) -> Self {
        Self::new(self.name(), self.description(), vendor, self.aliases())
    }

    /// These texts with another name and other aliases.
    pub(crate) fn with_names<'t>(&self, name: &str, aliases: impl IntoIterator<Item = &'t str>) -> Self {
        Self::new(name, self.description(), self.vendor(), aliases)
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("name", &self.name())
            .field("description", &self.description())
            .field("vendor", &self.vendor())
            .field("aliases", &self.aliases())
            .finish()
    }
}

/// An iterator over the aliases of a [`Tool`](super::Tool), in the order of its file.
#[derive(Clone)]
pub struct Aliases<'t> {
    rest: &'t str,
    left: usize,
}

impl fmt::Debug for Aliases<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'t> Iterator for Aliases<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.left = self.left.checked_sub(1)?;
        let (alias, rest) = self.rest.split_once(SEPARATOR).unwrap_or((self.rest, ""));
        self.rest = rest;
        Some(alias)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Aliases<'_> {}
impl FusedIterator for Aliases<'_> {}
