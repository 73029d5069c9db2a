//! Random catalogs, each made from the one before.

use mlops_catalog::{Catalog, Tool};
use proptest::prelude::*;
use proptest::sample::select;

use super::drafts::{Draft, catalog, draft, drafts};

/// What becomes of a tool.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// It takes those facts of another one.
    Stays(u16),
    Goes,
    /// It has another id, and by the old one it is found: as an alias, or as a former id.
    IsRenamed(OldId),
}

#[derive(Debug, Clone, Copy)]
enum OldId {
    Alias,
    FormerId,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let stays = || prop_oneof![Just(0), (0u32..13).prop_map(|bit| 1 << bit), 0u16..1 << 13].prop_map(Fate::Stays);
    let renamed = || select(vec![OldId::Alias, OldId::FormerId]).prop_map(Fate::IsRenamed);
    let fate = prop_oneof![3 => stays(), 1 => Just(Fate::Goes), 1 => renamed()];
    // Where something goes, nothing else matters for the version.
    let fate_but_going = prop_oneof![4 => stays(), 1 => renamed()];
    let several = |fate| proptest::collection::vec(fate, 8);
    prop_oneof![several(fate.boxed()), several(fate_but_going.boxed()), several(stays().boxed())]
}

/// Two catalogs that have much in common.
pub fn catalogs() -> impl Strategy<Value = (Catalog, Catalog)> {
    (drafts(8), step()).prop_map(|(old, step)| {
        let old = catalog(old);
        let new = step.taken(&old);
        (old, new)
    })
}

/// Three catalogs, each made from the one before.
pub fn three_catalogs() -> impl Strategy<Value = [Catalog; 3]> {
    (drafts(6), step(), step()).prop_map(|(first, one, two)| {
        let first = catalog(first);
        let second = one.taken(&first);
        let third = two.taken(&second);
        [first, second, third]
    })
}

/// What becomes of the tools of a catalog, and which are added.
#[derive(Debug)]
struct Step {
    fates: Vec<Fate>,
    others: Vec<Draft>,
    added: Vec<Draft>,
}

fn step() -> impl Strategy<Value = Step> {
    let others = proptest::collection::vec(draft(), 8);
    (fates(), others, drafts(2)).prop_map(|(fates, others, added)| Step { fates, others, added })
}

impl Step {
    fn taken(self, old: &Catalog) -> Catalog {
        let become_of = |((tool, fate), other): ((&Tool, Fate), Draft)| {
            let mut draft = Draft::from(tool);
            match fate {
                Fate::Stays(bits) => return Some(draft.mixed(other, bits)),
                Fate::Goes => return None,
                Fate::IsRenamed(old) => {
                    draft.id = format!("new-{}", tool.id()).parse().unwrap();
                    match old {
                        OldId::Alias => draft.aliases.push(tool.id().to_string()),
                        OldId::FormerId => draft.former_ids.push(tool.id().clone()),
                    }
                }
            }
            Some(draft)
        };
        let new = old.tools().zip(self.fates).zip(self.others).filter_map(become_of).chain(self.added);
        catalog(new.collect())
    }
}
