//! The laws between the tools of a catalog.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::report::{ANY_ID, nearest_id};
use super::tool::PlacedTool;
use crate::catalog::{Clash, unique_names};
use crate::catalog::{Names, fold};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::place::Place;
use crate::load::diagnostics::problem::Problem;
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::SourceFile;
use crate::model::{Tool, ToolId};

/// A tool and the file it comes from.
pub(crate) type Filed = (PlacedTool, SourceFile);

/// For how many missing successors the nearest id is looked for: as many searches as there are tools would take longer than reading them.
const SEARCHED: usize = 100;

/// What each name of tools in order of id leads to; or tells what is wrong between them. `ids` are the ids of all tool
/// files, the unreadable ones too.
pub(crate) fn between(tools: &[Filed], ids: &BTreeSet<&str>, found: &mut Found) -> Option<Cow<'static, Names>> {
    let plain: Vec<&Tool> = tools.iter().map(|(placed, _)| &placed.tool).collect();
    let clashes = match unique_names(&plain) {
        Ok(names) => return Some(names),
        Err(clashes) => clashes,
    };
    let by_id: BTreeMap<&ToolId, &Filed> = tools.iter().map(|filed| (filed.0.tool.id(), filed)).collect();
    let mut places = NamePlaces::default();
    let mut missing = 0;
    for clash in clashes {
        match clash {
            Clash::Name { name, first, second } => {
                let (Some(first), Some(second)) = (by_id.get(&first), by_id.get(&second)) else { continue };
                let (at, also) = (places.of(second, &name), places.of(first, &name));
                tell(found, second, Rule::NameTaken, at, |fault| {
                    let message = format!("the name `{name}` belongs to `{}` already", first.0.tool.id());
                    let help =
                        "two tools never share a name, alias or id, whatever its case, accents, blanks and punctuation"
                            .to_owned();
                    let also = Some((Place::new(&first.1, also), "claimed first here"));
                    Problem::new(fault, Rule::NameTaken, message, Some(help)).with(also)
                });
            }
            // A file that could not be read is there all the same.
            Clash::NoSuccessor { successor, .. } if ids.contains(successor.as_str()) => {}
            Clash::NoSuccessor { tool, successor } => {
                let Some(filed) = by_id.get(&tool) else { continue };
                missing += 1;
                tell(found, filed, Rule::UnknownSuccessor, filed.0.successor.clone(), |place| {
                    let help = if missing <= SEARCHED { nearest_id(&successor, ids) } else { ANY_ID.to_owned() };
                    let message = format!("no tool has the id `{successor}`");
                    Problem::new(place, Rule::UnknownSuccessor, message, Some(help))
                });
            }
            Clash::Cycle { tool } => {
                let Some(filed) = by_id.get(&tool) else { continue };
                tell(found, filed, Rule::SuccessorCycle, filed.0.successor.clone(), |place| {
                    let help = "a successor came after what it replaces; one of them is wrong".to_owned();
                    Problem::new(place, Rule::SuccessorCycle, "the successors of this tool lead back to it", Some(help))
                });
            }
        }
    }
    None
}

fn tell(found: &mut Found, (_, file): &Filed, rule: Rule, at: Span, problem: impl FnOnce(Place) -> Problem) {
    found.push_with(rule.level(), file.path(), at.start, || problem(Place::new(file, at)));
}

/// Where tools claim their names: at an alias, at the name or, for the id, at the start of the file.
#[derive(Default)]
struct NamePlaces<'t> {
    of_tools: BTreeMap<&'t ToolId, BTreeMap<String, Span>>,
}

impl<'t> NamePlaces<'t> {
    fn of(&mut self, (placed, _): &'t Filed, name: &str) -> Span {
        let places = self.of_tools.entry(placed.tool.id()).or_insert_with(|| {
            let aliases = placed.tool.aliases().map(fold).zip(placed.aliases.iter().cloned());
            let name = (fold(placed.tool.name()), placed.name.clone());
            [name].into_iter().chain(aliases).collect()
        });
        places.get(&fold(name)).cloned().unwrap_or_default()
    }
}
