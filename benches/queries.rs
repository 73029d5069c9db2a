//! Questions to the embedded catalog, each beside a hash map or a hand-written loop that gives the same.

use std::collections::HashMap;
use std::env;
use std::hint::black_box;
use std::process::Command;

use mlops_catalog::model::{ChangeKind, nearest};
use mlops_catalog::{Catalog, Query, Tool, Year};

#[path = "support/asked.rs"]
mod asked;
#[path = "support/beside.rs"]
mod beside;
#[path = "support/sought.rs"]
mod sought;

use asked::{filtered, query, same, same_shared, same_years, shared, years};
use beside::{beside, head};
use sought::{Related, happened, longer_filtered, longer_query, lowered, related_by_hand, searched};

/// What a process does that is started to be measured.
const LOOK_UP: &str = "--look-up";
const NOTHING: &str = "--nothing";

fn main() {
    let asked_to = |what: &str| env::args().any(|argument| argument == what);
    if asked_to(LOOK_UP) {
        assert!(Catalog::embedded().get(black_box("mlflow")).is_some());
    } else if !asked_to(NOTHING) {
        head(&format!("Embedded, {} tools", Catalog::embedded().len()));
        beside("a process that looks up one tool", 1.1, || process(LOOK_UP), || process(NOTHING), |_, _| true);
        look_up();
        as_of();
        ask();
    }
}

/// The life of a process, beside that of one that does nothing.
fn process(what: &str) {
    let status = env::current_exe().and_then(|exe| Command::new(exe).arg(what).status());
    assert!(status.is_ok_and(|status| status.success()));
}

fn catalog() -> &'static Catalog {
    black_box(Catalog::embedded())
}

/// Looks for every tool, in an order that no search can have learnt.
fn look_up() {
    let tools: Vec<&Tool> = catalog().tools().collect();
    let mut ids: Vec<&str> = tools.iter().map(|tool| tool.id().as_str()).collect();
    let by_id: HashMap<&str, &Tool> = tools.iter().map(|tool| (tool.id().as_str(), *tool)).collect();
    let by_name: HashMap<&str, &Tool> =
        catalog().names().filter_map(|(name, id)| Some((name, catalog().get(id)?))).collect();
    // Names as people write them, and as the hash map has them.
    let folded = |tool: &&Tool| tool.name().to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    let pairs = tools.iter().map(|tool| (tool.name(), folded(tool)));
    let mut pairs: Vec<(&str, String)> = pairs.filter(|(_, folded)| by_name.contains_key(folded.as_str())).collect();
    fastrand::Rng::with_seed(7).shuffle(&mut ids);
    fastrand::Rng::with_seed(7).shuffle(&mut pairs);
    let (names, folded): (Vec<&str>, Vec<&str>) = pairs.iter().map(|(name, folded)| (*name, folded.as_str())).unzip();
    let found = |look_up: &dyn Fn(&str) -> Option<&'static Tool>, wanted: &[&str]| -> usize {
        wanted.iter().filter_map(|wanted| look_up(wanted)).map(|tool| tool.categories().len()).sum()
    };
    let (ours, theirs) = (|id: &str| catalog().get(id), |id: &str| by_id.get(id).copied());
    beside("every tool by its id", 5.0, || found(&ours, &ids), || found(&theirs, &ids), |a, b| a == b);
    let (ours, theirs) = (|name: &str| catalog().find(name), |name: &str| by_name.get(name).copied());
    beside("every tool by its name, folded", 6.0, || found(&ours, &names), || found(&theirs, &folded), |a, b| a == b);
}

fn as_of() {
    for year in [2018, 2024] {
        let year = Year::new(year).unwrap_or(Year::FIRST);
        let copied = || catalog().tools().filter(|tool| tool.is_available_in(year)).cloned().collect::<Vec<Tool>>();
        let then = || catalog().as_of(year);
        beside(&format!("as of {year}, beside copies"), 5.0, then, copied, |a, b| a.len() == b.len());
    }
}

fn ask() {
    let query = query();
    let by_query = || catalog().select(black_box(&query));
    beside("filter by four conditions", 1.5, by_query, || filtered(catalog()), |a, b| same(a, b));
    let longer = longer_query();
    let by_query = || catalog().select(black_box(&longer));
    beside("filter by license, stage and event", 1.5, by_query, || longer_filtered(catalog()), |a, b| same(a, b));
    let lowered = lowered(catalog());
    for words in [&["kubernetes"][..], &["model", "nvidia"], &["nowhere"]] {
        let query = words.iter().fold(Query::new(), Query::text);
        let (by_query, by_hand) = (|| catalog().select(black_box(&query)), || searched(black_box(&lowered), words));
        beside(&format!("text search: {}", words.join(" ")), 15.0, by_query, by_hand, |a, b| same(a, b));
    }
    let events = || catalog().all().events().of_kinds([ChangeKind::Acquired]).in_years(2023..);
    beside(
        "events of a kind since a year",
        None,
        events,
        || happened(catalog()),
        |a, b| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| std::ptr::eq(a.event(), *b)),
    );
    beside("timeline", 1.5, || catalog().all().timeline(), || years(catalog()), same_years);
    beside("overlap", 1.5, || catalog().all().overlap(), || shared(catalog()), same_shared);
    let some = || catalog().tools().step_by(40);
    let related = || some().map(|tool| sought::related(catalog(), tool)).collect::<Vec<Related<'_>>>();
    let by_hand = || some().map(|tool| related_by_hand(catalog(), tool)).collect::<Vec<Related<'_>>>();
    beside("show: what replaces 20 tools", None, related, by_hand, |a, b| a == b);
    let of_all = || nearest(black_box("mlfow"), catalog().names().map(|(name, _)| name));
    let suggested = || catalog().suggest(black_box("mlfow"))[0];
    beside("suggest, beside the nearest name", None, suggested, of_all, |a, b| Some(a.id().as_str()) == *b);
}
