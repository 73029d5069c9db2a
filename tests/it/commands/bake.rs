//! The example `bake`, on a folder of its own: what it writes, and what it leaves alone.

use std::fs;
use std::path::Path;
use std::process::Output;

use mlops_catalog::load::FileKind;
use tempfile::TempDir;

use crate::support::ROOT;
use crate::support::command::program;

/// The folder of a crate with a catalog of one tool.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("catalog/tools")).unwrap();
    fs::write(dir.path().join("catalog/catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
    let tool = "name: Tool\ndescription: Serves models.\ncategories: [model-serving]\nlicense: {type: private}\n";
    fs::write(dir.path().join("catalog/tools/tool.yaml"), format!("{tool}checked: 2026-11-23\n")).unwrap();
    dir
}

fn bake(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = program("bake");
    command.env("CARGO_MANIFEST_DIR", dir).args(arguments).output().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn bake_writes_stale_files_once() {
    let dir = folder();
    let stale = bake(dir.path(), &["--check"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(!dir.path().join("src").exists());
    let lines = |output: &Output, before: &str, after: &str| -> Vec<String> {
        let errors = errors(output);
        errors.lines().map(|line| line.strip_prefix(before).unwrap().strip_suffix(after).unwrap().to_owned()).collect()
    };
    let baked = bake(dir.path(), &[]);
    assert!(baked.status.success());
    let written = lines(&baked, "wrote ", "");
    assert_eq!(lines(&stale, "", " is not what the catalog says; run `cargo run --example bake`"), written);
    for kind in FileKind::all() {
        assert!(written.contains(&format!("catalog/schema/{kind}.schema.json")), "{written:?}");
    }
    assert!(fs::read_to_string(dir.path().join("src/embedded/tools.rs")).unwrap().contains("text(\"Serves models.\")"));
    for arguments in [&["--check"][..], &[]] {
        let output = bake(dir.path(), arguments);
        assert!(output.status.success() && output.stderr.is_empty(), "{}", errors(&output));
    }
}

#[test]
fn bake_keeps_files_written_by_hand() {
    let by_hand: [(&str, &[u8]); 4] = [
        ("src/embedded/tools.rs", b"// Mine.\n"),
        ("src/embedded/tools.rs", b"\xff"),
        ("src/embedded/tools.rs", b""),
        ("catalog/schema/tool.schema.json", b"{}\n"),
    ];
    for (path, text) in by_hand {
        let dir = folder();
        bake(dir.path(), &[]);
        fs::write(dir.path().join(path), text).unwrap();
        let output = bake(dir.path(), &[]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(errors(&output).starts_with(&format!("error: {path} cannot be written: ")), "{}", errors(&output));
        assert_eq!(fs::read(dir.path().join(path)).unwrap(), text);
    }
}

#[test]
fn bake_names_a_file_in_the_way() {
    let dir = folder();
    fs::create_dir_all(dir.path().join("src/catalog")).unwrap();
    let new = dir.path().join("src/catalog/categories.rs.new");
    fs::write(&new, "Mine.\n").unwrap();
    let output = bake(dir.path(), &[]);
    let expected = format!(
        "error: src/catalog/categories.rs cannot be written: {} is in the way; move it away first\n",
        new.display()
    );
    assert_eq!((output.status.code(), errors(&output)), (Some(1), expected));
    assert_eq!(fs::read_to_string(new).unwrap(), "Mine.\n");
}

#[test]
fn bake_refuses_a_catalog_with_problems() {
    let dir = folder();
    fs::write(dir.path().join("catalog/tools/other.yaml"), "name: Other\n").unwrap();
    let output = bake(dir.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).ends_with("\n\n4 problems\n"), "{}", errors(&output));
    assert!(!dir.path().join("src").exists());
}

#[test]
fn bake_has_baked_the_catalog_of_this_crate() {
    let output = bake(Path::new(ROOT), &["--check"]);
    assert!(output.status.success(), "{}", errors(&output));
}

#[test]
fn bake_refuses_wrong_arguments_and_has_help() {
    let output = bake(folder().path(), &["--chek"]);
    let refusal = "error: unexpected argument `--chek`; write `--check`, or nothing\n";
    assert_eq!((output.status.code(), errors(&output).as_str()), (Some(2), refusal));
    let help = bake(folder().path(), &["--help"]);
    assert!(help.status.success() && String::from_utf8(help.stdout).unwrap().contains("--check"));
}

#[test]
fn bake_keeps_the_constant_of_a_former_id() {
    let dir = folder();
    let file = dir.path().join("catalog/tools/tool.yaml");
    let tool = fs::read_to_string(&file).unwrap();
    fs::write(file, tool.replace("description", "former-ids: [old-tool]\ndescription")).unwrap();
    assert!(bake(dir.path(), &[]).status.success());
    let constants = fs::read_to_string(dir.path().join("src/embedded/constants.rs")).unwrap();
    let old = "#[deprecated(note = \"renamed to `TOOL`\")]\npub static OLD_TOOL: &Tool = find(\"tool\");\n";
    assert!(constants.contains(old), "{constants}");
    let names = fs::read_to_string(dir.path().join("src/embedded/names.rs")).unwrap();
    assert!(names.contains("(text(\"oldtool\"), 0)"), "{names}");
}
