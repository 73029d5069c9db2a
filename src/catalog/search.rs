//! Finding a tool by what somebody calls it.

use std::collections::BTreeMap;

use super::Catalog;
use super::names::{fold, owner};
use crate::model::{Given, Tool, ToolId, shorten};

impl Catalog {
    /// The tool that has that id, name or alias, folded: case, accents, blanks and punctuation do not count.
    ///
    /// Letters lose their case and their accents: those of European languages become a to z (ø is o, ß is ss), those
    /// of other scripts stay what they are. What stands between letters and digits is left out. A name without a letter
    /// or digit stays as it is, in small letters. For near misses there is [`suggest`](Self::suggest).
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
        self.tool(owner(&self.names, name)?.as_str())
    }

    /// The tool that [`find`](Self::find) gives, or an error that names the nearest one.
    ///
    /// # Errors
    ///
    /// When no tool has that id, name or alias.
    ///
    /// ```
    /// let error = mlops_catalog::Catalog::embedded().named("mlfow").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown tool `mlfow`; did you mean `MLflow`?");
    /// ```
    pub fn named(&self, name: &str) -> Result<&Tool, UnknownTool> {
        self.find(name).ok_or_else(|| UnknownTool {
            name: name.to_owned(),
            nearest: self.suggest(name).first().map(|tool| tool.name().to_owned()),
        })
    }

    /// The tools that may be meant by `text`, the nearest first, then in order of id; each once.
    ///
    /// A tool is as near as the nearest of its id, its name and its aliases, folded as [`find`](Self::find) does;
    /// near means what it means to [`nearest`](crate::nearest). Text of more than 100 bytes is near to nothing.
    ///
    /// ```
    /// let near = mlops_catalog::Catalog::embedded().suggest("mlfow");
    /// assert_eq!(near[0].name(), "MLflow");
    /// ```
    #[must_use]
    pub fn suggest(&self, text: &str) -> Vec<&Tool> {
        let Some(given) = Given::new(text, fold) else { return Vec::new() };
        let mut distances: BTreeMap<&ToolId, usize> = BTreeMap::new();
        for (name, id) in self.names.iter() {
            if let Some(distance) = given.distance(name) {
                distances.entry(id).and_modify(|least| *least = distance.min(*least)).or_insert(distance);
            }
        }
        let mut near: Vec<_> = distances.into_iter().collect();
        near.sort_by_key(|&(id, distance)| (distance, id));
        near.into_iter().filter_map(|(id, _)| self.tool(id.as_str())).collect()
    }

    /// The folded names and the ids of their tools, in order of name.
    #[doc(hidden)]
    pub fn names(&self) -> impl Iterator<Item = (&str, &ToolId)> {
        self.names.iter().map(|(name, id)| (name.as_ref(), id))
    }
}

/// A name that no tool of a catalog has.
///
/// Its text names the tool that was probably meant.
///
/// ```
/// let error = mlops_catalog::Catalog::embedded().named("no such tool at all").unwrap_err();
/// assert_eq!(error.to_string(), "unknown tool `no such tool at all`; no tool has a name like this");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown tool `{}`; {}", shorten(name), help(nearest.as_deref()))]
pub struct UnknownTool {
    name: String,
    nearest: Option<String>,
}

impl UnknownTool {
    /// The name as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the nearest tool, if one is near enough to be meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

fn help(nearest: Option<&str>) -> String {
    match nearest {
        Some(name) => format!("did you mean `{name}`?"),
        None => "no tool has a name like this".to_owned(),
    }
}
