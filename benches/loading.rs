//! Reading generated catalog directories with every check, beside serde_yaml alone; and what faults add to it.
//!
//! Both sides read the files from the disk. Ours reads them on as many threads as there are cores: `taskset -c 0` gives
//! it one.

use std::fs;
use std::path::Path;
use std::thread;

use mlops_catalog::Catalog;
use mlops_catalog::load::{LoadError, RenderStyle};

#[path = "support/beside.rs"]
mod beside;
#[path = "support/faults.rs"]
mod faults;
#[path = "support/files.rs"]
mod files;

use beside::{beside, head};
use faults::{FAULTS, Fault, faulty};
use files::{directory, texts};

const MANY: usize = 10_000;

fn main() {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    head(&format!("Loading, threads: {threads}"));
    let limit = if threads == 1 { 1.3 } else { 1.0 };
    for size in [1_000, MANY] {
        let texts = texts(size);
        let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
        let dir = directory(&texts);
        let name = format!("{size} files of {} bytes", bytes / size);
        beside(&name, limit, || load(dir.path()), || values(dir.path()), |ours, theirs| ours.len() == theirs.len());
    }
    head("A fault in each of 10000 files");
    let clean = directory(&texts(MANY));
    let beside_clean = |name: &str, faults: &[Fault], read: fn(&Path) -> LoadError| {
        let dir = directory(&faulty(MANY, faults));
        let found = |error: &LoadError, _: &Catalog| error.errors().count() >= MANY / 100 * 98;
        beside(name, 2.0, || read(dir.path()), || load(clean.path()), found);
    };
    beside_clean("of all kinds", &FAULTS, faults_of);
    beside_clean("of all kinds, shown with their lines", &FAULTS, |dir| {
        let error = faults_of(dir);
        std::hint::black_box(error.render(RenderStyle::Plain));
        error
    });
    for fault in FAULTS {
        beside_clean(fault.0, &[fault], faults_of);
    }
}

fn load(dir: &Path) -> Catalog {
    Catalog::from_dir(dir).unwrap_or_else(|error| panic!("{}", error.problems()[0]))
}

fn faults_of(dir: &Path) -> LoadError {
    match Catalog::from_dir(dir) {
        Ok(_) => panic!("no fault is found"),
        Err(error) => error,
    }
}

/// The value of every tool file, as serde_yaml reads it.
fn values(dir: &Path) -> Vec<serde_yaml::Value> {
    let files = fs::read_dir(dir.join("tools")).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}
