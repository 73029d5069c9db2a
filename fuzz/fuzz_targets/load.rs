//! Any bytes as a tool file: no panic, problems in order; what loads comes back equal when it is written.
//!
//! `cargo +nightly fuzz run load fuzz/corpus/load catalog/tools`

#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use mlops_catalog::load::{Loader, RenderStyle};
use mlops_catalog::load::Loader;
use mlops_catalog::Catalog;

/// A folder in memory, where the machine has one.
static DIR: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let dir = base.join(format!("mlops-catalog-fuzz-{}", std::process::id()));
    fs::create_dir_all(dir.join("in/tools")).unwrap();
    fs::write(dir.join("in/catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    dir
});

fuzz_target!(|bytes: &[u8]| {
    let (read, written) = (DIR.join("in"), DIR.join("out"));
    fs::write(read.join("tools/tool.yaml"), bytes).unwrap();
    let inspection = Loader::new().today("2026-11-24".parse().unwrap()).load(&read);
    assert!(inspection.errors().iter().is_sorted() && inspection.warnings().iter().is_sorted());
    let text = inspection.errors().render(RenderStyle::Plain) + &inspection.warnings().to_string();
    assert!(text.lines().all(|line| line.chars().count() < 1000), "{text}");
    match inspection.catalog() {
        None => assert!(!inspection.errors().is_empty()),
        Some(catalog) => {
            let _ = fs::remove_dir_all(&written);
            catalog.write_dir(&written).unwrap();
            assert_eq!(&Catalog::from_dir(&written).unwrap(), catalog);
        }
    }
});
