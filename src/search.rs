//! Finding a tool by what somebody calls it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Given, shorten};
use crate::{Catalog, Tool, ToolId};

impl Catalog {
    /// The tool that has that id, name or alias, folded: case, accents, blanks and punctuation do not count.
    ///
    /// A name is folded to the letters a to z and digits. Letters lose their case and their accents, those of other
    /// scripts are transliterated; what stands between letters and digits is left out. A name without a letter or digit
    /// stays as it is, in small letters. For near misses there is [`suggest`](Self::suggest).
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

/// A name as it is looked up; [`Catalog::find`] says how.
pub(crate) fn fold(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let mut plain = String::new();
    for c in lower.chars() {
        match deunicode::deunicode_char(c) {
            // A letter of another script may have blanks around it, or an apostrophe in it.
            Some(letters) if c.is_alphanumeric() => plain.extend(letters.chars().filter(char::is_ascii_alphanumeric)),
            None if c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    let folded = plain.to_ascii_lowercase();
    if folded.is_empty() { lower } else { folded }
}

/// Every folded name with the id of the tool that it leads to; in order of name, none twice.
pub(crate) type Names = [(Cow<'static, str>, ToolId)];

/// The id of the tool that a name leads to.
pub(crate) fn owner<'n>(names: &'n Names, name: &str) -> Option<&'n ToolId> {
    let folded = fold(name);
    let at = names.binary_search_by(|(known, _)| known.as_ref().cmp(&folded)).ok()?;
    Some(&names[at].1)
}

/// The names of tools.
///
/// A name that several tools claim belongs to the one whose id it is, else to one that is called so, else to one that
/// has it as an alias; of equal claims the first in order of id stands.
pub(crate) fn names(tools: &[Tool]) -> Cow<'static, Names> {
    let claims = |tool: &Tool| {
        let strong = [(0, fold(tool.id().as_str())), (1, fold(tool.name()))];
        let id = tool.id().clone();
        let claims: Vec<_> = strong.into_iter().chain(tool.aliases().map(|alias| (2, fold(alias)))).collect();
        claims.into_iter().map(move |(rank, name)| (name, rank, id.clone()))
    };
    let mut claims: Vec<_> = tools.iter().flat_map(claims).collect();
    claims.sort();
    claims.dedup_by(|(name, ..), (before, ..)| name == before);
    claims.into_iter().map(|(name, _, id)| (name.into(), id)).collect()
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
