//! Writes the catalog into the crate: `catalog/*.yaml` become the statics of `src/embedded/`.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/rust.rs"]
mod rust;

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use mlops_catalog::{Catalog, LoadError, Paper, Style};

/// Loads and checks `catalog/` and writes it as Rust source to `src/embedded/`.
#[derive(Parser)]
#[command(after_help = "Examples:\n  cargo run --example bake\n  cargo run --example bake -- --check")]
struct Arguments {
    /// Write nothing; exit with 1 when a file is not what it would be.
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    let arguments: Arguments = match arguments::arguments() {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = match load(&root.join("catalog")) {
        Ok((catalog, paper)) => rust::files(&catalog, &paper),
        Err(error) => {
            eprint!("{}", error.render(Style::Plain));
            return ExitCode::FAILURE;
        }
    };
    let stale: Vec<_> = files
        .into_iter()
        .map(|(name, text)| (root.join("src/embedded").join(name), text))
        .filter(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text))
        .collect();
    for (path, text) in &stale {
        let shown = path.strip_prefix(root).unwrap_or(path).display();
        if arguments.check {
            eprintln!("{shown} is not what the catalog says; run `cargo run --example bake`");
        } else if let Err(error) = write(path, text) {
            eprintln!("error: {shown} cannot be written: {error}");
            return ExitCode::FAILURE;
        } else {
            eprintln!("wrote {shown}");
        }
    }
    if arguments.check && !stale.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn load(dir: &Path) -> Result<(Catalog, Paper), LoadError> {
    Ok((Catalog::from_dir(dir)?, Paper::from_dir(dir)?))
}

/// Writes a generated file, whole or not at all; a file that somebody wrote by hand stays.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| !old.starts_with(rust::MARK)) {
        return Err(io::Error::other("it was not generated; move it away first"));
    }
    let new = path.with_extension("rs.new");
    fs::write(&new, text)?;
    fs::rename(new, path)
}
