//! Writes the catalog into the crate: `catalog/*.yaml` become the statics of `src/`, and the types that read
//! them become the schemas of `catalog/schema/`.

mod generated;
mod paper;
mod rust;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use mlops_catalog::Catalog;
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
        ["--help" | "-h"] => match io::stdout().write_all(HELP.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        [.., other] => {
            say(&format!("error: unexpected argument `{other}`; write `--check`, or nothing\n"));
            ExitCode::from(2)
        }
    }
}

fn bake(mode: Mode) -> ExitCode {
    let root = root();
    let (catalog, paper) = match Loader::new().load(root.join("catalog")).into_parts() {
        Ok(parts) => parts,
        Err(error) => {
            say(&error.render(RenderStyle::Plain));
            return ExitCode::FAILURE;
        }
    };
    let rust = rust::files(&catalog, &paper).into_iter().map(|(name, text)| (format!("src/{name}"), text));
    let schemas = FileKind::all().map(|kind| (format!("catalog/schema/{kind}.schema.json"), kind.schema()));
    let files: Vec<(String, String)> = rust.chain(schemas).collect();
    let is_stale = |(path, text): &&(String, String)| !generated::is_fresh(&root.join(path), text);
    let stale: Vec<_> = files.iter().filter(is_stale).collect();
    if mode == Mode::Check {
        for (path, _) in &stale {
            say(&format!("{path} is not what the catalog says; run `cargo run --example bake`\n"));
        }
        return if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    files.iter().for_each(|(path, text)| generated::clear_leftover(&root.join(path), text));
    match write(&root, &catalog, &stale) {
        Ok(()) => ExitCode::SUCCESS,
        Err((path, error)) => {
            say(&format!("error: {path} cannot be written: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Writes files one after the other. Whenever that ends, the crate compiles, so that this can be run again: constants are
/// those of tools that are there before and after, until the tools have been written.
fn write<'f>(root: &Path, catalog: &Catalog, stale: &[&'f (String, String)]) -> Result<(), (&'f str, io::Error)> {
    let constants = stale.iter().find(|(path, _)| path.ends_with(rust::CONSTANTS));
    if let Some((path, _)) = constants.filter(|(path, _)| root.join(path).exists()) {
        generated::write(&root.join(path), &rust::common_constants(catalog, Catalog::embedded()))
            .map_err(|error| (path.as_str(), error))?;
    }
    for (path, text) in stale {
        generated::write(&root.join(path), text).map_err(|error| (path.as_str(), error))?;
        say(&format!("wrote {path}\n"));
    }
    Ok(())
}

/// Says something on the error output; there is nobody left to tell when that cannot be written.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The crate's directory, as cargo names it to what it runs.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}
