//! Where the parts of a tool are in its file.

use std::path::Path;

use super::files::{Directory, Files as _};
use crate::load::diagnostics::fault::{Faults, Span};
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::location::Location;
use crate::load::diagnostics::source_file::SourceFile;
use crate::load::format::hints::HINTS;
use crate::load::format::tool::{EventFile, LicenseFile, SettledFile, ToolFile};
use crate::load::yaml::field::Field;
use crate::load::yaml::{de, tree};
use crate::model::{Fact, ToolId};

/// A part of a tool's file, for what is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The address of its source code.
    Repository,
    /// A fact.
    Fact(Fact),
    /// The source of a fact.
    Source(Fact),
    /// An event of the history, by its index.
    Event(usize),
    /// The source of an event.
    EventSource(usize),
    /// A finding that is settled, by its index.
    Settled(usize),
}

/// A tool's file, and where in it the parts of the tool are.
///
/// ```
/// use mlops_catalog::load::{Locations, Part};
/// use mlops_catalog::model::Fact;
/// use mlops_catalog::tool;
/// let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
/// let locations = Locations::of(dir, tool::MLFLOW.id()).unwrap();
/// assert_eq!(locations.of_part(Part::Fact(Fact::Released)).file(), "tools/mlflow.yaml");
/// ```
pub struct Locations {
    file: SourceFile,
    written: ToolFile,
}

impl Locations {
    /// Reads the file of a tool; none if it cannot be read.
    #[must_use]
    pub fn of(dir: impl AsRef<Path>, tool: &ToolId) -> Option<Self> {
        let (mut found, mut faults) = (Found::default(), Faults::default());
        let file = Directory::open(dir.as_ref(), &mut found)?.file(&format!("tools/{tool}.yaml"), &mut found)?;
        let tree = tree::parse(file.text(), &mut faults)?;
        let written = de::read(&tree, HINTS, &mut faults)?;
        Some(Self { file, written })
    }

    /// Returns the location of a part: that of its value, the next larger part where it has none, or the file.
    #[must_use]
    pub fn of_part(&self, part: Part) -> Location {
        Location::new(&self.file, self.span(part).unwrap_or_default())
    }

    fn span(&self, part: Part) -> Option<Span> {
        let written = &self.written;
        match part {
            Part::Repository => written.repository.span(),
            Part::Fact(fact) => self.fact(fact),
            Part::Source(fact) => self.source(fact).or_else(|| self.fact(fact)),
            Part::Event(at) => {
                let (event, span) = item(&written.history, at)?;
                event.date.span().or_else(|| event.event.span()).or(Some(span))
            }
            Part::EventSource(at) => {
                let (EventFile { source, .. }, _) = item(&written.history, at)?;
                source.span().or_else(|| self.span(Part::Event(at)))
            }
            Part::Settled(at) => {
                let (SettledFile { finding, .. }, span) = item(&written.settled, at)?;
                finding.span().or(Some(span))
            }
        }
    }

    fn fact(&self, fact: Fact) -> Option<Span> {
        let written = &self.written;
        match fact {
            Fact::Name => written.name.span(),
            Fact::Vendor => written.vendor.span(),
            Fact::Categories => written.categories.span(),
            Fact::Released => written.released.value().and_then(|released| released.date.span()),
            Fact::License => {
                let LicenseFile { kind, spdx, .. } = written.license.value()?;
                spdx.span().or_else(|| kind.span())
            }
            Fact::Successor => written.successor.span(),
        }
    }

    fn source(&self, fact: Fact) -> Option<Span> {
        let written = &self.written;
        match fact {
            Fact::Released => written.released.value()?.source.span(),
            Fact::License => written.license.value()?.source.span(),
            _ => written.sources.value()?.all().into_iter().find(|(of, _)| *of == fact)?.1.span(),
        }
    }
}

/// The item with that index and its place.
fn item<T>(list: &Field<Vec<Field<T>>>, at: usize) -> Option<(&T, Span)> {
    list.value()?.get(at)?.given()
}

impl std::fmt::Debug for Locations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locations").field("file", &self.file.path()).finish_non_exhaustive()
    }
}
