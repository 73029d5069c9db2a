//! Finding a tool by what somebody calls it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use crate::model::{Given, shorten};
use crate::{Catalog, Tool, ToolId};

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

/// A name as it is looked up; [`Catalog::find`] says how.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if is_part_of_a_word(c) {
            decompose_compatible(c, |part| push(part, &mut folded));
        }
    }
    if folded.is_empty() { name.trim().to_lowercase() } else { folded }
}

/// Letters, digits and the marks that combine with them.
fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && canonical_combining_class(c) != 0
}

/// Adds a part of a letter: nothing for an accent, or for whatever is no letter, digit or mark.
fn push(part: char, folded: &mut String) {
    match part {
        '\u{300}'..='\u{36f}' => {}
        _ if is_part_of_a_word(part) => {
            part.to_lowercase().for_each(|letter| match plain(letter) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(letter),
            });
        }
        _ => {}
    }
}

/// How a letter is written that is a variant of others, though Unicode takes it for one of its own.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ĸ' => "k",
        'ŋ' => "n",
        'ʼ' => "",
        'ς' => "σ",
        _ => return None,
    })
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

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn every_letter_is_itself_in_any_case() {
        // In capitals an iota below a Greek letter stands beside it; some Slavonic forms are those of another letter.
        let differs = |c: char| matches!(c, '\u{345}' | 'ᲀ'..='ᲈ' | 'ᾀ'..='ῼ');
        for letter in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric() && !differs(*c)) {
            let name = format!("x{letter}y");
            let folded = fold(&name);
            for same in [name.to_uppercase(), name.to_lowercase(), folded.clone()] {
                assert_eq!(fold(&same), folded, "{name}");
            }
        }
    }
}
