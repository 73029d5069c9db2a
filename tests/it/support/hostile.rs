//! Catalogs with a hostile file, read on a day that stays.

use std::fs;
use std::path::Path;

use mlops_catalog::load::{Loader, Problem, Report};

/// What is found in a directory.
pub fn inspect(dir: &Path) -> Report {
    Loader::new().today("2026-11-24".parse().unwrap()).load(dir)
}

/// A catalog without tools.
pub fn catalog() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    dir
}

pub fn errors(inspection: &Report) -> Vec<&Problem> {
    inspection.errors().iter().collect()
}
