//! Writes the catalog into the crate: `catalog/*.yaml` become the statics of `src/`, and the types that read
//! them become the schemas of `catalog/schema/`.

mod generated;
mod paper;
mod rust;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use mlops_catalog::load::{FileKind, Loader, RenderStyle};

const HELP: &str = "\
Loads and checks `catalog/` and writes it as Rust source to `src/`, and its schemas to `catalog/schema/`

Usage: cargo run --example bake [-- --check]

      --check  Write nothing; exit with 1 when a file is not what it would be
";

/// What is done with a file that is not what it would be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => bake(Mode::Write),
        ["--check"] => bake(Mode::Check),
        ["--help" | "-h"] => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        [.., other] => {
            eprintln!("error: unexpected argument `{other}`; write `--check`, or nothing");
            ExitCode::from(2)
        }
    }
}

fn bake(mode: Mode) -> ExitCode {
    let root = root();
    let (catalog, paper) = match Loader::new().load(root.join("catalog")).into_parts() {
        Ok(parts) => parts,
        Err(error) => {
            eprint!("{}", error.render(RenderStyle::Plain));
            return ExitCode::FAILURE;
        }
    };
    let rust = rust::files(&catalog, &paper).into_iter().map(|(name, text)| (format!("src/{name}"), text));
    let schemas = FileKind::all().map(|kind| (format!("catalog/schema/{kind}.schema.json"), kind.schema()));
    let is_stale = |(path, text): &(String, String)| fs::read_to_string(root.join(path)).ok().as_ref() != Some(text);
    let stale: Vec<_> = rust.chain(schemas).filter(is_stale).collect();
    for (path, text) in &stale {
        if mode == Mode::Check {
            eprintln!("{path} is not what the catalog says; run `cargo run --example bake`");
        } else if let Err(error) = generated::write(&root.join(path), text) {
            eprintln!("error: {path} cannot be written: {error}");
            return ExitCode::FAILURE;
        } else {
            eprintln!("wrote {path}");
        }
    }
    if mode == Mode::Check && !stale.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The crate's folder, as cargo names it to what it runs.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}
