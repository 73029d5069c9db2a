//! The corpus of hostile files: time, and memory at its peak, to read each and to show its problems.

use std::fs;

use divan::{AllocProfiler, Bencher};
use mlops_catalog::{Inspection, Style};

#[path = "../tests/hostile/mod.rs"]
mod corpus;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn names() -> Vec<&'static str> {
    corpus::corpus().into_iter().map(|(name, _)| name).collect()
}

#[divan::bench(args = names(), sample_count = 5, sample_size = 1)]
fn hostile(bencher: Bencher, name: &str) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let (_, bytes) = corpus::corpus().into_iter().find(|(other, _)| *other == name).unwrap();
    fs::write(dir.path().join("tools/hostile.yaml"), bytes).unwrap();
    bencher.bench(|| Inspection::of_dir(dir.path()).errors().render(Style::Plain));
}
