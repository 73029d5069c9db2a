//! Real files of tools and of the paper, mutilated: never a panic, always an order; what still loads comes back equal
//! when it is written.

use std::fs;
use std::path::PathBuf;

use mlops_catalog::Catalog;
use mlops_catalog::load::{Loader, Problem, RenderStyle};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A change to the bytes of a file.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(Index, usize),
    Insert(Index, &'static str),
    Byte(Index, u8),
    CopyLine(Index, Index),
    DeleteLine(Index),
    Indent(Index, usize),
}

/// Pieces that mean something to YAML or to a catalog.
const PIECES: &[&str] = &[
    ":",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "#",
    " #",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "|",
    ">",
    "%",
    "@",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "---\n",
    "...\n",
    "? ",
    "~",
    "null",
    "\\",
    "2018",
    "private",
    "model-serving",
    "history:\n",
    "aliases: [x]\n",
    "ü",
    "😀",
    ",",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = || any::<Index>();
    prop_oneof![
        (at(), 1usize..20).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (at(), prop::sample::select(PIECES)).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Byte(at, byte)),
        (at(), at()).prop_map(|(from, to)| Mutation::CopyLine(from, to)),
        at().prop_map(Mutation::DeleteLine),
        (at(), 1usize..4).prop_map(|(at, blanks)| Mutation::Indent(at, blanks)),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let lines = |bytes: &[u8]| bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    if bytes.is_empty() {
        return;
    }
    match mutation {
        Mutation::Delete(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..bytes.len().min(at + length));
        }
        Mutation::Insert(at, piece) => {
            let at = at.index(bytes.len() + 1);
            bytes.splice(at..at, piece.bytes());
        }
        Mutation::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Mutation::CopyLine(from, to) => {
            let mut all = lines(bytes);
            let line = all[from.index(all.len())].clone();
            all.insert(to.index(all.len() + 1), line);
            *bytes = all.concat();
        }
        Mutation::DeleteLine(at) => {
            let mut all = lines(bytes);
            all.remove(at.index(all.len()));
            *bytes = all.concat();
        }
        Mutation::Indent(at, blanks) => {
            let mut all = lines(bytes);
            let at = at.index(all.len());
            all[at].splice(0..0, std::iter::repeat_n(b' ', *blanks));
            *bytes = all.concat();
        }
    }
}

/// The files of a folder of the catalog.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../catalog").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

proptest! {
    #[test]
    fn mutations_give_problems_or_a_catalog(
        file in any::<Index>(),
        folder in prop_oneof![3 => Just("tools"), 1 => Just("paper")],
        mutations in vec(mutation(), 0..6),
    ) {
        let files = files(folder);
        let file = file.get(&files);
        // Alone in its catalog, a tool has no successor.
        let text = fs::read_to_string(file).unwrap();
        let mut bytes: Vec<u8> =
            text.split_inclusive('\n').filter(|line| !line.starts_with("successor:")).collect::<String>().into_bytes();
        mutations.iter().for_each(|mutation| mutate(&mut bytes, mutation));
        let dir = tempfile::tempdir().unwrap();
        for folder in ["tools", "paper"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
        fs::write(dir.path().join(folder).join(file.file_name().unwrap()), &bytes).unwrap();
        let inspection = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
        let (errors, warnings) = (inspection.errors(), inspection.warnings());
        let order = |problem: &&Problem| (problem.file().to_owned(), problem.location().start(), problem.rule());
        prop_assert!(errors.iter().is_sorted_by_key(|p| order(&p)) && warnings.iter().is_sorted_by_key(|p| order(&p)));
        prop_assert!(errors.render(RenderStyle::Plain).is_empty() == errors.is_empty());
        for problem in errors.iter().chain(warnings.iter()) {
            prop_assert!(problem.line() >= 1 && problem.column() >= 1 && !problem.message().is_empty());
        }
        match inspection.catalog() {
            None => prop_assert!(!errors.is_empty()),
            Some(catalog) => {
                let again = tempfile::tempdir().unwrap();
                catalog.write_dir(again.path()).unwrap();
                prop_assert_eq!(&Catalog::from_dir(again.path()).unwrap(), catalog);
            }
        }
    }
}
