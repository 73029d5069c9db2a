//! Starts the file of a tool that the catalog does not have: every field, and what to write there.

#[path = "support/arguments.rs"]
mod arguments;
#[path = "support/count.rs"]
mod count;
#[path = "support/fields.rs"]
mod fields;
#[path = "support/run.rs"]
mod run;
#[path = "support/skeleton.rs"]
mod skeleton;

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, error};
use mlops_catalog::{Catalog, Category, Inspection, LicenseType, Tool, ToolId};

use run::Failure;
use skeleton::Skeleton;

/// Starts the file of a tool that the catalog does not have; writes over no file.
#[derive(Parser)]
#[command(after_help = "Examples:
  cargo run --example new -- \"Seldon Core\" --category model-serving
  cargo run --example new -- \"Vertex AI\" --id google-vertex-ai")]
struct Arguments {
    /// The tool's name, as its makers spell it
    #[arg(value_parser = name)]
    name: String,
    /// The tool's id, in place of one made from its name
    #[arg(long)]
    id: Option<ToolId>,
    /// What the tool is for, the primary category first; may be repeated
    #[arg(long, value_name = "CATEGORY")]
    category: Vec<Category>,
    /// The folder of the catalog
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
}

fn main() -> ExitCode {
    run::run(|arguments: Arguments, out| {
        let id = arguments.id.clone().map_or_else(|| id(&arguments.name), Ok)?;
        let dir = &arguments.catalog;
        refuse_known(dir, &arguments.name, &id)?;
        let skeleton = Skeleton { name: &arguments.name, categories: &arguments.category };
        let path = dir.join(format!("tools/{id}.yaml"));
        write(&path, &skeleton.text()).map_err(|why| format!("error: {} {why}\n", path.display()))?;
        writeln!(out, "wrote {}", path.display())?;
        writeln!(out, "Fill it in; this says what is left to do:")?;
        writeln!(out, "  cargo run --example check -- {} {id}", dir.display())?;
        Ok(())
    })
}

fn name(name: &str) -> Result<String, String> {
    is_line(name).then(|| name.to_owned()).ok_or_else(|| format!("{name:?} is not a name; write one line of text"))
}

/// The law that every tool's name follows.
fn is_line(name: &str) -> bool {
    let Ok(id) = "new".parse() else { return false };
    Tool::builder(id).name(name).category(Category::ModelServing).license(LicenseType::Private).build().is_ok()
}

/// The name in ASCII, in small letters, with hyphens for all else.
fn id(name: &str) -> Result<ToolId, clap::Error> {
    let ascii =
        name.chars().map(|c| deunicode::deunicode_char(c).unwrap_or("-")).collect::<String>().to_ascii_lowercase();
    let words: Vec<&str> = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").parse().map_err(|_| {
        let wrong = format!("no id can be made from `{name}`; choose one with --id");
        Arguments::command().error(error::ErrorKind::ValueValidation, wrong)
    })
}

/// Refuses a name or an id that a tool has. A catalog with problems, which may be somebody else's, keeps nobody from
/// adding a tool: names are then looked up in what could be read, and in the catalog of the crate.
fn refuse_known(dir: &Path, name: &str, id: &ToolId) -> Result<(), Failure> {
    let inspection = Inspection::of_dir(dir);
    let others = inspection.catalog().is_none().then(Catalog::embedded);
    let find = |word| inspection.find(word).or_else(|| others?.find(word));
    let known = [name, id.as_str()].into_iter().find_map(|word| Some((word, find(word)?)));
    if let Some((word, tool)) = known {
        let file = dir.join(format!("tools/{}.yaml", tool.id()));
        return Err(format!(
            "error: `{word}` is {} already, in {}; correct that file, or choose another name and --id\n",
            tool.name(),
            file.display()
        )
        .into());
    }
    if inspection.catalog().is_none() {
        let problems = count::count(inspection.errors().count(), "problem");
        eprintln!("note: {} has {problems}; the name was looked up in the catalog of the crate, too", dir.display());
    }
    Ok(())
}

/// Writes a new file; otherwise says why not.
fn write(path: &Path, text: &str) -> Result<(), String> {
    let file = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => "exists already; correct that file, or choose another --id".to_owned(),
        ErrorKind::NotFound => {
            "cannot be written: the catalog has no folder `tools`; name a catalog with --catalog".to_owned()
        }
        _ => format!("cannot be written: {error}"),
    })
}
