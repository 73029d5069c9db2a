//! The plots that README.md shows are those that the command draws.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::command::stdout;
use crate::{ROOT, bless};

fn names(directory: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(directory).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn plots_of_the_repository_are_fresh() {
    let scratch = tempfile::tempdir().unwrap();
    let (drawn, kept) = (scratch.path().join("plots"), Path::new(ROOT).join("docs/plots"));
    stdout(&format!("site {} --only plots", drawn.display()));
    for name in names(&drawn) {
        bless::check(kept.join(&name), &fs::read_to_string(drawn.join(&name)).unwrap());
    }
    assert_eq!(names(&drawn), names(&kept));
}
