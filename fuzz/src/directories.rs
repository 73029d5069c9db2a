//! Files in a directory, read as a catalog.

use std::fs;

use mlops_catalog::load::Loader;

use super::{catalogs, papers, reports};

/// A catalog with tools and references that other files can name.
const BESIDE: [(&str, &str); 5] = [
    ("catalog.yaml", "schema: 1.1.0\nversion: 1.0.0\n"),
    ("paper/references.yaml", "- {number: 1, title: One}\n- {number: 18, title: Eighteen}\n"),
    (
        "tools/feast.yaml",
        "name: Feast\ndescription: Serves features.\ncategories: [feature-stores]\nlicense: {type: private}\nchecked: 2026-11-23\n",
    ),
    (
        "tools/kubeflow.yaml",
        "name: Kubeflow\ndescription: Runs steps.\ncategories: [model-serving]\nlicense: {type: private}\nchecked: 2026-11-23\n",
    ),
    (
        "tools/mlflow.yaml",
        "name: MLflow\ndescription: Keeps runs.\ncategories: [model-serving]\nlicense: {type: private}\nchecked: 2026-11-23\n",
    ),
];

/// What holds of these bytes as the file of that name, in a catalog.
pub fn hold_with(path: &str, input: &[u8]) {
    let beside = BESIDE.iter().filter(|(name, _)| *name != path).map(|(name, text)| (*name, text.as_bytes()));
    hold(beside.chain([(path, input)]));
}

/// What holds of these files as a directory; each begins with a line `@@ path`.
pub fn hold_of(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let starts = text.match_indices("@@ ").map(|(at, _)| at).filter(|at| *at == 0 || text[..*at].ends_with('\n'));
    let ends = starts.clone().skip(1).chain([text.len()]);
    let files =
        starts.zip(ends).map(|(start, end)| text[start + "@@ ".len()..end].split_once('\n').unwrap_or_default());
    hold(files.map(|(path, text)| (path, text.as_bytes())));
}

/// Whatever the files are, the report tells of them; a catalog without errors is written and read back.
fn hold<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["tools", "paper"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    for (path, bytes) in files.filter(|(path, _)| is_of_catalog(path)) {
        fs::write(dir.path().join(path), bytes).unwrap();
    }
    let report = Loader::new().today("2026-11-24".parse().unwrap()).load(dir.path());
    reports::hold(&report, dir.path());
    match (report.catalog(), report.paper()) {
        (Some(catalog), Some(paper)) => {
            assert!(report.errors().is_empty());
            assert_eq!(catalogs::written_and_read(catalog).as_ref(), Some(catalog));
            catalogs::hold(catalog);
            papers::hold(paper, catalog);
        }
        (catalog, paper) => assert!(catalog.is_none() && paper.is_none() && !report.errors().is_empty()),
    }
}

/// Whether a catalog can have a file of that path, and any disk one of that name.
fn is_of_catalog(path: &str) -> bool {
    let name = path.strip_prefix("tools/").or_else(|| path.strip_prefix("paper/")).unwrap_or(path);
    let is_kept = !name.contains(['/', '\\', ':', '\0']) && name.len() < 100;
    is_kept && !matches!(name, "" | "." | ".." | "tools" | "paper")
}
