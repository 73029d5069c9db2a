//! Starts the file of a tool that the catalog does not have: every field, and what to write there.

use std::env;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use mlops_catalog::load::Loader;
use mlops_catalog::{Catalog, Category, LicenseType, Tool, ToolId};

use crate::failure::Failure;
use crate::output::count::count;
use crate::output::skeleton::Skeleton;

/// Starts the file of a new tool; never overwrites a file
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog new \"Seldon Core\" --category model-serving
  mlops-catalog new \"Vertex AI\" --id google-vertex-ai")]
pub struct Arguments {
    /// The tool's name, as its makers spell it
    #[arg(value_parser = name)]
    name: String,
    /// The tool's id (default: made from its name)
    #[arg(long)]
    id: Option<ToolId>,
    /// What the tool is for, the primary category first; may be repeated
    #[arg(long, value_name = "CATEGORY")]
    category: Vec<Category>,
    /// The directory of the catalog
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let id = self.id.map_or_else(|| id(&self.name), Ok)?;
        let dir = &self.catalog;
        refuse_known(dir, &self.name, &id)?;
        let skeleton = Skeleton { name: &self.name, categories: &self.category };
        let path = dir.join(format!("tools/{id}.yaml"));
        let failed = |why| Failure::Answer(format!("error: {} {why}\n", path.display()));
        write(&path, &skeleton.text()).map_err(failed)?;
        writeln!(out, "wrote {}", path.display())?;
        writeln!(out, "Fill it in; this says what is left to do:")?;
        writeln!(out, "  {} check {} {id}", program(), dir.display())?;
        Ok(())
    }
}

/// What a person types to run this program: in a clone, cargo runs it.
fn program() -> &'static str {
    let is_run_by_cargo = env::var_os("CARGO_PKG_NAME").is_some_and(|name| name == env!("CARGO_PKG_NAME"));
    if is_run_by_cargo { "cargo catalog" } else { "mlops-catalog" }
}

fn name(name: &str) -> Result<String, String> {
    is_line(name).then(|| name.to_owned()).ok_or_else(|| format!("{name:?} is not a name; write one line of text"))
}

/// The rule that every tool's name follows.
fn is_line(name: &str) -> bool {
    let Ok(id) = "new".parse() else { return false };
    Tool::builder(id).name(name).category(Category::ModelServing).license(LicenseType::Private).build().is_ok()
}

/// The name in ASCII, in small letters, with hyphens for all else.
fn id(name: &str) -> Result<ToolId, Failure> {
    let ascii =
        name.chars().map(|c| deunicode::deunicode_char(c).unwrap_or("-")).collect::<String>().to_ascii_lowercase();
    let words: Vec<&str> = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let wrong = || Failure::Arguments(format!("no id can be made from `{name}`; choose one with --id"));
    words.join("-").parse().map_err(|_| wrong())
}

/// Refuses a name or an id that a tool has. A catalog with problems, which may be somebody else's, keeps nobody from
/// adding a tool: names are then looked up in what could be read, and in the catalog of the crate.
fn refuse_known(dir: &Path, name: &str, id: &ToolId) -> Result<(), Failure> {
    let report = Loader::new().load(dir);
    let others = report.catalog().is_none().then(Catalog::embedded);
    let find = |word| {
        let embedded = || others?.find(word).map(|tool| (tool.id(), tool.name()));
        report.taken(word).or_else(embedded)
    };
    let given = name;
    let known = [name, id.as_str()].into_iter().find_map(|word| Some((word, find(word)?)));
    if let Some((word, (id, name))) = known {
        let file = dir.join(format!("tools/{id}.yaml"));
        return Err(Failure::Answer(format!(
            "error: `{word}` is {name} already, in {}; correct that file, or, if this is another tool, give it a name that \
             says which, such as `{given} (Its Vendor)`, and another --id\n",
            file.display()
        )));
    }
    if report.catalog().is_none() {
        let problems = count(report.errors().count(), "problem");
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
            "cannot be written: the catalog has no directory `tools`; name a catalog with --catalog".to_owned()
        }
        _ => format!("cannot be written: {error}"),
    })
}
