//! A catalog as the files of a directory.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::catalog::SCHEMA;
use super::error::{Found, LoadError};
use super::files::Files;
use super::inspection::{load, today};
use super::text::SourceFile;
use crate::Catalog;
use crate::model::{
    Address, Category, CategoryInfo, Change, ChangeKind, Date, Event, Fact, License, LicenseType, Release,
    ReleaseEvent, Source, Tool, ToolId,
};

/// A catalog that is not written.
///
/// ```
/// let catalog = mlops_catalog::Catalog::embedded();
/// let error = catalog.write_dir(env!("CARGO_MANIFEST_DIR")).unwrap_err();
/// assert!(error.to_string().ends_with("is not empty; name a new folder"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// Something is in the folder already.
    #[error("`{}` is not empty; name a new folder", .0.display())]
    NotEmpty(PathBuf),
    /// A tool has too little to stand in a file, such as no description, or something that files don't say.
    #[error("what would be written could not be read again:\n{0}")]
    Unreadable(LoadError),
    /// The folder or a file cannot be written.
    #[error("`{}` cannot be written: {error}", path.display())]
    Io {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        #[source]
        error: io::Error,
    },
}

impl Catalog {
    /// Writes the catalog to a new or empty folder: `catalog.yaml`, `categories.yaml` and `tools/<id>.yaml`, from which
    /// [`Catalog::from_dir`] reads an equal one.
    ///
    /// No file is ever overwritten. Files need more than [`Tool::builder`] demands: a description, the day of the check,
    /// an expression for an open-source licence.
    ///
    /// # Errors
    ///
    /// When the folder is not empty, when what would be written could not be read again (nothing is written then), or
    /// when a file cannot be written (what was written before stays).
    pub fn write_dir(&self, dir: impl AsRef<Path>) -> Result<(), WriteError> {
        let (dir, files) = (dir.as_ref(), self.to_files());
        let mut found = Found::default();
        load(&files, today(), &mut found);
        let (errors, _) = found.into_problems("");
        if !errors.is_empty() {
            return Err(WriteError::Unreadable(LoadError::new(errors)));
        }
        let io = |path: &Path| {
            let path = path.to_owned();
            move |error| WriteError::Io { path, error }
        };
        fs::create_dir_all(dir).map_err(io(dir))?;
        if fs::read_dir(dir).map_err(io(dir))?.next().is_some() {
            return Err(WriteError::NotEmpty(dir.to_owned()));
        }
        fs::create_dir(dir.join("tools")).map_err(io(dir))?;
        for (path, text) in &files.0 {
            let path = dir.join(path);
            File::create_new(&path).and_then(|mut to| to.write_all(text.as_bytes())).map_err(io(&path))?;
        }
        Ok(())
    }

    fn to_files(&self) -> Written {
        let version = VersionYaml { schema: SCHEMA.to_string(), version: self.version().to_string() };
        let categories: Vec<CategoryYaml<'_>> = self.categories().map(CategoryYaml::of).collect();
        let tool = |tool: &Tool| (format!("{TOOLS}{}{YAML}", tool.id()), yaml("../schema/tool", &ToolYaml::of(tool)));
        let tools = self.tools().map(tool);
        let others = [
            ("catalog.yaml".to_owned(), yaml("schema/catalog", &version)),
            ("categories.yaml".to_owned(), yaml("schema/categories", &categories)),
        ];
        Written(others.into_iter().chain(tools).collect())
    }
}

const TOOLS: &str = "tools/";
const YAML: &str = ".yaml";

/// The text of each file that is to be written, by its path.
struct Written(BTreeMap<String, String>);

impl Files for Written {
    fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    fn file(&self, path: &str, _: &mut Found) -> Option<SourceFile> {
        self.0.get(path).map(|text| SourceFile::new(path.to_owned(), text.clone()))
    }

    fn tool_names(&self, _: &mut Found) -> Vec<String> {
        let stem = |path: &String| Some(path.strip_prefix(TOOLS)?.strip_suffix(YAML)?.to_owned());
        self.0.keys().filter_map(stem).collect()
    }
}

fn yaml(schema: &str, value: &impl Serialize) -> String {
    // Texts, numbers, lists and mappings with words as keys: nothing that YAML lacks.
    let yaml = serde_yaml::to_string(value).unwrap_or_default();
    format!("# yaml-language-server: $schema={schema}.schema.json\n{yaml}")
}

#[derive(Serialize)]
struct VersionYaml {
    schema: String,
    version: String,
}

#[derive(Serialize)]
struct CategoryYaml<'c> {
    id: Category,
    title: &'c str,
    definition: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<u8>,
}

impl<'c> CategoryYaml<'c> {
    fn of(info: &'c CategoryInfo) -> Self {
        Self { id: info.category(), title: info.title(), definition: info.definition(), table: info.table() }
    }
}

#[derive(Serialize)]
struct ToolYaml<'t> {
    name: &'t str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vendor: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'t Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'t Address>,
    categories: &'t [Category],
    #[serde(skip_serializing_if = "Option::is_none")]
    released: Option<ReleasedYaml<'t>>,
    license: LicenseYaml<'t>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<EventYaml<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<&'t ToolId>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sources: BTreeMap<&'static str, &'t Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<Date>,
}

#[derive(Serialize)]
struct ReleasedYaml<'t> {
    date: Date,
    event: ReleaseEvent,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

#[derive(Serialize)]
struct LicenseYaml<'t> {
    r#type: LicenseType,
    #[serde(skip_serializing_if = "Option::is_none")]
    spdx: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

#[derive(Serialize)]
struct EventYaml<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    event: ChangeKind,
    #[serde(flatten)]
    party: Option<Party<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'t Source>,
}

/// What belongs to one kind of event alone.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Party<'t> {
    By(&'t str),
    To(&'t str),
    From(Former<'t>),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Former<'t> {
    Name(&'t str),
    License(LicenseYaml<'t>),
}

impl<'t> ToolYaml<'t> {
    fn of(tool: &'t Tool) -> Self {
        // The other facts have their sources beside them.
        let elsewhere = [Fact::Released, Fact::License];
        let sources = Fact::all().filter(|fact| !elsewhere.contains(fact));
        Self {
            name: tool.name(),
            aliases: tool.aliases().collect(),
            description: tool.description(),
            vendor: tool.vendor(),
            homepage: tool.homepage(),
            repository: tool.repository(),
            categories: tool.categories(),
            released: tool.release().map(ReleasedYaml::of),
            license: LicenseYaml::of(tool.full_license(), tool.source(Fact::License)),
            history: tool.history().iter().map(EventYaml::of).collect(),
            successor: tool.successor(),
            sources: sources.filter_map(|fact| Some((fact.id(), tool.source(fact)?))).collect(),
            checked: tool.checked(),
        }
    }
}

impl<'t> ReleasedYaml<'t> {
    fn of(release: &'t Release) -> Self {
        Self { date: release.date(), event: release.event(), source: release.source() }
    }
}

impl<'t> LicenseYaml<'t> {
    fn of(license: &'t License, source: Option<&'t Source>) -> Self {
        Self { r#type: license.license_type(), spdx: license.spdx(), source }
    }
}

impl<'t> EventYaml<'t> {
    fn of(event: &'t Event) -> Self {
        let party = match event.change() {
            Change::Acquired { by } => Some(Party::By(by)),
            Change::Donated { to } => Some(Party::To(to)),
            Change::Renamed { from } => Some(Party::From(Former::Name(from))),
            Change::Relicensed { from } => Some(Party::From(Former::License(LicenseYaml::of(from, None)))),
            _ => None,
        };
        Self { date: event.date(), event: event.change().kind(), party, source: event.source() }
    }
}
