//! Catalog directories of a test's own.

use std::fs;

use tempfile::TempDir;

use super::ROOT;

/// A directory with the categories of the catalog, and one tool, `tool`, of which this is known.
pub fn directory(tool: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    for file in ["catalog.yaml", "categories.yaml"] {
        fs::copy(format!("{ROOT}/catalog/{file}"), dir.path().join(file)).unwrap();
    }
    fs::write(dir.path().join("tools/tool.yaml"), tool).unwrap();
    dir
}
