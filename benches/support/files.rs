//! Catalog directories of any size: the tool files of the catalog, again and again, with names of their own.

use std::fs;
use std::path::{Path, PathBuf};

use mlops_catalog::{Catalog, Tool};
use tempfile::TempDir;

/// The texts of so many tool files, by id.
pub fn texts(size: usize) -> Vec<(String, String)> {
    let of_catalog: Vec<(&Tool, String)> = Catalog::embedded().tools().map(|tool| (tool, text(tool))).collect();
    let numbered = of_catalog.iter().cycle().zip(0..size);
    numbered.map(|((tool, text), at)| (format!("{}-{at}", tool.id()), renamed(tool, text, at))).collect()
}

/// A directory of those tool files.
pub fn directory(texts: &[(String, String)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    for (id, text) in texts {
        fs::write(dir.path().join(format!("tools/{id}.yaml")), text).unwrap();
    }
    dir
}

fn text(tool: &Tool) -> String {
    fs::read_to_string(tools().join(format!("{}.yaml", tool.id()))).unwrap()
}

/// Where the tool files are: in this package for benchmarks, in the one around it for tests.
fn tools() -> PathBuf {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    packages.map(|package| package.join("catalog/tools")).find(|tools| tools.is_dir()).unwrap()
}

/// The text with a name, aliases and a successor that no other has.
fn renamed(tool: &Tool, text: &str, at: usize) -> String {
    let mut text = text.to_owned();
    replace(&mut text, "name: ", &format!("name: {:?}", format!("{} {at}", tool.name())));
    let aliases: Vec<String> = tool.aliases().map(|alias| format!("{:?}", format!("{alias} {at}"))).collect();
    replace(&mut text, "aliases: ", &format!("aliases: [{}]", aliases.join(", ")));
    replace(&mut text, "successor: ", &successor(at));
    text
}

/// The first tool, which has none itself: no two lead to each other.
fn successor(at: usize) -> String {
    let first = Catalog::embedded().tools().next().filter(|_| at > 0);
    first.map_or_else(|| "# No successor.".to_owned(), |first| format!("successor: {}-0", first.id()))
}

/// Replaces the line of a field, if there is one.
pub fn replace(text: &mut String, start: &str, line: &str) {
    let lines: Vec<&str> = text.lines().map(|old| if old.starts_with(start) { line } else { old }).collect();
    *text = lines.join("\n") + "\n";
}
