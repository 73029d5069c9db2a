//! Every file is read by another road too, `serde_yaml`'s, and gives equal values.
//!
//! Ours keeps the text of plain scalars, theirs makes numbers, booleans and nothing of some: a plain text of ours is
//! equal when their reader makes of that text what it made of the file's. A byte order mark is kept from theirs, which
//! takes it for a document of its own; YAML 1.2 (5.2) has it as the sign of the encoding, as we read it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::Value as Theirs;

use super::tree::{self, Node, Style, Value};
use crate::load::diagnostics::fault::Faults;

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    let (folders, files): (Vec<_>, Vec<_>) = found.into_iter().partition(|path| path.is_dir());
    let yaml = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    yaml.chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

fn ours(text: &str) -> Node<'_> {
    let mut faults = Faults::default();
    let tree = tree::parse(text, &mut faults);
    assert!(faults.is_empty(), "{faults:?}\n{text}");
    tree.unwrap()
}

/// Where the two differ, from the root of the file on.
fn difference(ours: &Node<'_>, theirs: &Theirs, at: &str) -> Option<String> {
    let differ = || Some(format!("{at}: ours {:?}, theirs {theirs:?}", ours.value));
    match (&ours.value, theirs) {
        (Value::Nothing { .. }, Theirs::Null) => None,
        (Value::Scalar { text, .. }, Theirs::String(other)) if text == other => None,
        (Value::Scalar { style: Style::Plain, text }, Theirs::Number(_) | Theirs::Bool(_) | Theirs::Null) => {
            let again: Theirs = serde_yaml::from_str(text).unwrap();
            if again == *theirs { None } else { differ() }
        }
        (Value::Sequence(items), Theirs::Sequence(others)) if items.len() == others.len() => {
            let mut pairs = items.iter().zip(others).enumerate();
            pairs.find_map(|(index, (item, other))| difference(item, other, &format!("{at}[{index}]")))
        }
        (Value::Mapping(entries), Theirs::Mapping(others)) if entries.len() == others.len() => {
            entries.iter().zip(others).find_map(|((key, value), (other, theirs))| {
                // A key is text to us, whatever it looks like.
                let same =
                    other.as_str() == Some(&*key.text) || serde_yaml::from_str::<Theirs>(&key.text).ok()? == *other;
                if same { difference(value, theirs, &format!("{at}.{}", key.text)) } else { differ() }
            })
        }
        _ => differ(),
    }
}

#[test]
fn every_file_of_the_catalog_is_read_alike() {
    let files = files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog")));
    assert!(files.len() > 4);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let theirs: Theirs = serde_yaml::from_str(&text).unwrap();
        assert_eq!(difference(&ours(&text), &theirs, ""), None, "{}", path.display());
    }
}

#[test]
fn every_odd_file_is_read_alike() {
    let files = files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/odd")));
    assert!(!files.is_empty());
    let mut differences = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match serde_yaml::from_str::<Theirs>(text.trim_start_matches('\u{feff}')) {
            Ok(theirs) => differences.extend(difference(&ours(&text), &theirs, &name)),
            Err(error) => differences.push(format!("{name}: {error}")),
        }
    }
    assert_eq!(differences, [""; 0]);
}
