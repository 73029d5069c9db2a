//! The rooms of `src`: no file leads back to itself, and no arrow runs from a lower room to a higher one.

use std::fs;
use std::path::Path;

use crate::support::arrows::{Files, arrows, circle};

/// The rooms of the library, the lowest first: each may know those before it.
const ROOMS: [&str; 8] = ["model", "catalog", "query", "views", "diff", "paper", "embedded", "load"];

/// The rooms of `src/load`.
const LOAD: [&str; 6] = ["diagnostics", "yaml", "format", "read", "directory", "write"];

fn read(dir: &Path, before: &str, files: &mut Files) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{before}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.insert(name, fs::read_to_string(path).unwrap());
        }
    }
}

fn files(dir: &str) -> Files {
    let mut files = Files::new();
    read(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../src")).join(dir), "", &mut files);
    files
}

fn library() -> Files {
    files("").into_iter().filter(|(file, _)| !file.starts_with("bin/")).collect()
}

/// The arrows from a room to one that comes after it.
fn upward(files: &Files, before: &str, rooms: &[&str]) -> Vec<String> {
    let floor = |file: &str| {
        let room = file.strip_prefix(before)?.split(['/', '.']).next()?;
        rooms.iter().position(|known| *known == room)
    };
    let arrows = arrows(files);
    let pairs = arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    let rises = |(from, to): &(&String, &String)| floor(from).zip(floor(to)).is_some_and(|(from, to)| from < to);
    pairs.filter(rises).map(|(from, to)| format!("{from} -> {to}")).collect()
}

#[test]
fn rooms_have_no_circle() {
    assert_eq!(circle(&arrows(&library())), None);
    assert_eq!(circle(&arrows(&files("bin/mlops-catalog"))), None);
}

#[test]
fn rooms_know_only_lower_rooms() {
    assert_eq!(upward(&library(), "", &ROOMS), [""; 0]);
    assert_eq!(upward(&library(), "load/", &LOAD), [""; 0]);
}

#[test]
fn rooms_are_those_of_the_order() {
    let library = library();
    let rooms = |before: &str| {
        let rooms = library.keys().filter_map(|file| file.strip_prefix(before)?.split_once('/').map(|(room, _)| room));
        let mut rooms: Vec<&str> = rooms.collect();
        rooms.dedup();
        rooms
    };
    let sorted = |rooms: &[&'static str]| {
        let mut rooms = rooms.to_vec();
        rooms.sort_unstable();
        rooms
    };
    assert_eq!(rooms(""), sorted(&ROOMS));
    assert_eq!(rooms("load/"), sorted(&LOAD));
}

fn of(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn rooms_check_names_a_new_circle() {
    let files = of(&[
        ("lib.rs", "mod model; mod query;"),
        ("model/mod.rs", "mod tool; mod word; pub use tool::Tool;"),
        ("model/tool.rs", "use super::word::Word; pub struct Tool(Word);"),
        ("model/word.rs", "fn of(tool: &crate::model::Tool) {}"),
    ]);
    let circle = circle(&arrows(&files)).unwrap();
    assert_eq!(circle, ["model/tool.rs", "model/word.rs", "model/tool.rs"]);
}

#[test]
fn rooms_check_names_an_arrow_that_rises() {
    let body = "macro_rules! m { () => { crate::query::Query::new() } }";
    let inner = "mod json { use super::x; use crate::load::y; }";
    let files = of(&[
        ("model/word.rs", body),
        ("query/mod.rs", "pub struct Query;"),
        ("load/mod.rs", ""),
        ("views/overlap.rs", inner),
    ]);
    assert_eq!(upward(&files, "", &ROOMS), ["model/word.rs -> query/mod.rs", "views/overlap.rs -> load/mod.rs"]);
}
