//! Finding a tool by what somebody calls it.

use std::collections::BTreeMap;

use super::Catalog;
use super::names::owner;
use crate::model::{Given, Tool, ToolId, fold, shorten};

impl Catalog {
    /// Finds a tool by id, former id, name or alias, ignoring case, accents, spaces and punctuation.
    ///
    /// Letters of European languages become a to z (ø is o, ß is ss), those of other scripts stay what they are. `+` and `#`
    /// after a letter and a dot before a name are words, so that C, C++, C#, .NET and Net are five names. A name without a
    /// letter or digit stays as it is, in lower case. For near misses see [`suggest`](Self::suggest).
    ///
    /// ```
    /// use mlops_catalog::{Catalog, tool};
    /// let catalog = Catalog::embedded();
    /// for name in ["weights-and-biases", "Weights & Biases", "weightsbiases", "  WEIGHTS/Bíases! "] {
    ///     assert_eq!(catalog.find(name), Some(tool::WEIGHTS_AND_BIASES));
    /// }
    /// assert_eq!(catalog.find("weights"), None);
    /// ```
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Tool> {
        self.tools.get(owner(&self.names, name)?)
    }

    /// Like [`find`](Self::find), but returns an error that suggests the closest name.
    ///
    /// # Errors
    ///
    /// When no tool has that id, name or alias.
    ///
    /// ```
    /// let error = mlops_catalog::Catalog::embedded().resolve("mlfow").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown tool `mlfow`; did you mean `MLflow`?");
    /// ```
    pub fn resolve(&self, name: &str) -> Result<&Tool, UnknownTool> {
        self.find(name).ok_or_else(|| UnknownTool {
            name: name.to_owned(),
            nearest: self.suggest(name).first().map(|tool| tool.name().to_owned()),
        })
    }

    /// Returns tools whose id, name or alias is similar to `text`, closest first, then in order of id.
    ///
    /// Similar means what it means to [`nearest`](crate::model::nearest), on names folded as in [`find`](Self::find).
    ///
    /// ```
    /// let near = mlops_catalog::Catalog::embedded().suggest("mlfow");
    /// assert_eq!(near[0].name(), "MLflow");
    /// ```
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<&Tool> {
        let Some(given) = Given::new(text, fold) else { return Vec::new() };
        let mut distances: BTreeMap<usize, usize> = BTreeMap::new();
        for named in self.names.iter() {
            if let Some(distance) = given.distance(named.name()) {
                distances.entry(named.index()).and_modify(|least| *least = distance.min(*least)).or_insert(distance);
            }
        }
        let mut near: Vec<_> = distances.into_iter().collect();
        near.sort_by_key(|&(at, distance)| (distance, at));
        near.into_iter().filter_map(|(at, _)| self.tools.get(at)).collect()
    }

    /// Returns every name that [`find`](Self::find) knows, folded, with the id of its tool; in order of name.
    pub fn names(&self) -> impl ExactSizeIterator<Item = (&str, &ToolId)> {
        let mut names: Vec<_> = self.names.iter().map(|named| (named.name(), self.tools[named.index()].id())).collect();
        names.dedup_by_key(|(name, _)| *name);
        names.into_iter()
    }
}

/// The error returned by [`Catalog::resolve`]; suggests the tool that was probably meant.
///
/// ```
/// let error = mlops_catalog::Catalog::embedded().resolve("no such tool at all").unwrap_err();
/// assert_eq!(error.to_string(), "unknown tool `no such tool at all`; no tool has a similar name");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("unknown tool `{}`; {}", shorten(name), help(nearest.as_deref()))]
pub struct UnknownTool {
    name: String,
    nearest: Option<String>,
}

impl UnknownTool {
    /// Returns the name that was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name of the closest tool, if one is close enough to be meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

fn help(nearest: Option<&str>) -> String {
    match nearest {
        Some(name) => format!("did you mean `{name}`?"),
        None => "no tool has a similar name".to_owned(),
    }
}
