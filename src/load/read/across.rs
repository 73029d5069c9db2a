//! The rules between the tools of a catalog.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::findings::{ANY_ID, nearest_id};
use super::tool::PlacedTool;
use crate::catalog::{Conflict, Names, unique_names};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::location::Location;
use crate::load::diagnostics::problem::Problem;
use crate::load::diagnostics::rule::Rule;
use crate::load::diagnostics::source_file::SourceFile;
use crate::model::{Tool, ToolId, fold, shorten};

/// A tool and the file it comes from.
pub(crate) type Filed = (PlacedTool, SourceFile);

/// For how many missing successors the nearest id is looked for: as many searches as there are tools would take longer than reading them.
const SEARCHED: usize = 20;

/// What each name of tools in order of id leads to; or tells what is wrong between them. `ids` are the ids of all tool
/// files, the unreadable ones too.
pub(crate) fn between(tools: &[Filed], ids: &BTreeSet<&str>, found: &mut Found) -> Option<Cow<'static, Names>> {
    let plain: Vec<&Tool> = tools.iter().map(|(placed, _)| &placed.tool).collect();
    let conflicts = match unique_names(&plain) {
        Ok(names) => return Some(names),
        Err(conflicts) => conflicts,
    };
    let by_id: BTreeMap<&ToolId, &Filed> = tools.iter().map(|filed| (filed.0.tool.id(), filed)).collect();
    let mut places = NamePlaces::default();
    let mut missing = 0;
    for conflict in conflicts {
        match conflict {
            Conflict::Name { name, first, second } => {
                let (Some(first), Some(second)) = (by_id.get(&first), by_id.get(&second)) else { continue };
                let (at, also) = (places.of(second, &name), places.of(first, &name));
                tell(found, second, Rule::NameTaken, at, |fault| {
                    let message = format!("the name `{}` is already used by `{}`", shorten(&name), first.0.tool.id());
                    let help = format!("{UNIQUE}; {}", apart(&name, second.0.tool.vendor()));
                    let related = Some((Location::new(&first.1, also), "used first here"));
                    Problem::new(fault, Rule::NameTaken, message, Some(help)).with_related(related)
                });
            }
            // A file that could not be read is there all the same.
            Conflict::NoSuccessor { successor, .. } if ids.contains(successor.as_str()) => {}
            Conflict::NoSuccessor { tool, successor } => {
                let Some(filed) = by_id.get(&tool) else { continue };
                missing += 1;
                tell(found, filed, Rule::UnknownSuccessor, filed.0.successor.clone(), |place| {
                    let help = if missing <= SEARCHED { nearest_id(&successor, ids) } else { ANY_ID.to_owned() };
                    let message = format!("no tool has the id `{successor}`");
                    Problem::new(place, Rule::UnknownSuccessor, message, Some(help))
                });
            }
            Conflict::Cycle { tool } => {
                let Some(filed) = by_id.get(&tool) else { continue };
                tell(found, filed, Rule::SuccessorCycle, filed.0.successor.clone(), |place| {
                    let message = format!("successor cycle: {}", cycle(&filed.0.tool, &by_id));
                    let help = "remove one of these `successor` fields".to_owned();
                    Problem::new(place, Rule::SuccessorCycle, message, Some(help))
                });
            }
        }
    }
    None
}

const UNIQUE: &str = "names, aliases and ids must be unique (case, accents, spaces and punctuation are ignored)";

/// How two tools of one name can both be in a catalog.
fn apart(name: &str, vendor: Option<&str>) -> String {
    let name = shorten(name);
    match vendor {
        Some(vendor) => format!("if it is another tool, say which: `{name} ({})`", shorten(vendor)),
        None => format!("if it is another tool, say which: `{name} (Its Vendor)`"),
    }
}

/// The ids of a cycle, from a tool of it back to the tool: `a -> b -> a`.
fn cycle(start: &Tool, by_id: &BTreeMap<&ToolId, &Filed>) -> String {
    const SHOWN: usize = 10;
    let next = |tool: &&Tool| by_id.get(tool.successor()?).map(|filed| &filed.0.tool);
    let between = std::iter::successors(next(&start), next).take_while(|tool| tool.id() != start.id());
    let mut ids: Vec<&str> = [start].into_iter().chain(between).map(|tool| tool.id().as_str()).take(SHOWN).collect();
    if ids.len() == SHOWN {
        ids.push("…");
    }
    ids.push(start.id().as_str());
    ids.join(" -> ")
}

fn tell(found: &mut Found, (_, file): &Filed, rule: Rule, at: Span, problem: impl FnOnce(Location) -> Problem) {
    found.push_with(rule.severity(), file.path(), at.start, || problem(Location::new(file, at)));
}

/// Where tools have their names: at an alias or former id, at the name or, for the id, at the start of the file.
#[derive(Default)]
struct NamePlaces<'t> {
    of_tools: BTreeMap<&'t ToolId, BTreeMap<String, Span>>,
}

impl<'t> NamePlaces<'t> {
    fn of(&mut self, (placed, _): &'t Filed, name: &str) -> Span {
        let places = self.of_tools.entry(placed.tool.id()).or_insert_with(|| {
            let aliases = placed.tool.aliases().map(fold).zip(placed.aliases.iter().cloned());
            let former_ids =
                placed.tool.former_ids().map(|id| fold(id.as_str())).zip(placed.former_ids.iter().cloned());
            let name = (fold(placed.tool.name()), placed.name.clone());
            former_ids.chain(aliases).chain([name]).collect()
        });
        places.get(&fold(name)).cloned().unwrap_or_default()
    }
}
