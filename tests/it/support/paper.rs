//! Papers of a test's own files.

use std::fs;

use mlops_catalog::load::Loader;
use mlops_catalog::{Catalog, Paper};

/// The catalog and the paper of files, by their paths.
pub fn read(files: &[(&str, &str)]) -> (Catalog, Paper) {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["tools", "paper"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    for (path, text) in files {
        fs::write(dir.path().join(path), text).unwrap();
    }
    Loader::new()
        .today("2026-11-24".parse().unwrap())
        .load(dir.path())
        .into_parts()
        .unwrap_or_else(|error| panic!("{error}"))
}
