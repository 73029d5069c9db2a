//! The files of a catalog directory.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::characters::is_unseen;
use super::error::Found;
use super::place::Place;
use super::problem::Problem;
use super::rule::Rule;
use super::text::SourceFile;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 * 1024;

/// The texts of a catalog directory; what could not be read is none.
pub(super) struct Files {
    pub(super) catalog: Option<SourceFile>,
    pub(super) categories: Option<SourceFile>,
    pub(super) tables: Option<SourceFile>,
    /// In order of name.
    pub(super) tools: Vec<SourceFile>,
    /// The ids of all tool files, those that could not be read too.
    pub(super) ids: BTreeSet<String>,
}

impl Files {
    /// The files of a directory; none when there is no such directory.
    pub(super) fn read(dir: &Path, found: &mut Found) -> Option<Self> {
        match dir.canonicalize().and_then(|root| fs::read_dir(&root).map(|_| root)) {
            Ok(root) => {
                let mut reader = Reader { root, found };
                let names = reader.tool_names();
                Some(Self {
                    catalog: reader.required("catalog.yaml"),
                    categories: reader.optional("categories.yaml"),
                    tables: reader.optional("paper/tables.yaml"),
                    tools: names.iter().filter_map(|name| reader.file(&format!("tools/{name}.yaml"))).collect(),
                    ids: names.into_iter().collect(),
                })
            }
            Err(error) => {
                let message = format!("`{}` is no folder that can be read: {error}", dir.display());
                let help = Some("name the folder of a catalog".to_owned());
                found.push(Problem::new(Place::of_file("catalog.yaml"), Rule::MissingFile, message, help));
                None
            }
        }
    }
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
enum Unreadable {
    #[error("it is a link that leaves the catalog")]
    Leaves,
    // Pipes and devices would block or never end.
    #[error("it is not a file")]
    NotAFile,
    #[error("{0}")]
    Io(#[from] io::Error),
}

struct Reader<'f> {
    /// The directory without links.
    root: PathBuf,
    found: &'f mut Found,
}

impl Reader<'_> {
    fn required(&mut self, path: &str) -> Option<SourceFile> {
        if !self.exists(path) {
            self.problem(
                path,
                Rule::MissingFile,
                format!("the folder has no `{path}`"),
                "add it, or name another folder",
            );
            return None;
        }
        self.file(path)
    }

    fn optional(&mut self, path: &str) -> Option<SourceFile> {
        self.exists(path).then(|| self.file(path))?
    }

    /// Whether something has that name, be it a link to nothing.
    fn exists(&self, path: &str) -> bool {
        !self.root.join(path).symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    fn file(&mut self, path: &str) -> Option<SourceFile> {
        match self.bytes(path) {
            Err(error) => self.unreadable(path, &error),
            Ok(bytes) if bytes.len() as u64 > LARGEST => {
                self.problem(path, Rule::TooLarge, "this file has more than 256 KiB".to_owned(), "split or shorten it");
            }
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => return Some(SourceFile::new(path.to_owned(), text)),
                Err(error) => self.not_utf8(path, &error),
            },
        }
        None
    }

    /// The bytes of a file, up to one more than it may have.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let file = File::open(self.inside(path)?)?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The file without links, if that is in the catalog.
    fn inside(&self, path: &str) -> Result<PathBuf, Unreadable> {
        let real = self.root.join(path).canonicalize()?;
        if !real.starts_with(&self.root) {
            return Err(Unreadable::Leaves);
        }
        if real.metadata()?.is_file() { Ok(real) } else { Err(Unreadable::NotAFile) }
    }

    fn not_utf8(&mut self, path: &str, error: &std::string::FromUtf8Error) {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let end = text[good..].chars().next().map_or(good, |character| good + character.len_utf8());
        let place = Place::new(&SourceFile::new(path.to_owned(), text), good..end);
        let help = "save the file as UTF-8".to_owned();
        self.found.push(Problem::new(place, Rule::NotUtf8, "this is not UTF-8 text", Some(help)));
    }

    /// The files of `tools`, without `.yaml`, in order; anything there that no tool file can be is a problem.
    fn tool_names(&mut self) -> Vec<String> {
        if !self.exists("tools") {
            let message = "the folder has no folder `tools`".to_owned();
            self.problem("tools", Rule::MissingFile, message, "make it; each tool has a file there");
            return Vec::new();
        }
        let names = self.names("tools").unwrap_or_else(|error| {
            self.unreadable("tools", &error);
            Vec::new()
        });
        let mut tools = Vec::new();
        for name in names.iter().filter(|name| !name.starts_with('.')) {
            if name.contains(is_unseen) {
                let message = "the file's name has characters that cannot be seen".to_owned();
                let path = format!("tools/{}", name.escape_debug());
                self.problem(&path, Rule::BadId, message, "rename the file");
                continue;
            }
            match name.strip_suffix(".yaml") {
                Some(stem) => tools.push(stem.to_owned()),
                None => {
                    let message = "this is no tool file".to_owned();
                    let help = "name it `<id>.yaml`, or move it elsewhere";
                    self.problem(&format!("tools/{name}"), Rule::UnexpectedFile, message, help);
                }
            }
        }
        tools
    }

    /// The names in a folder, in order.
    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable> {
        let real = self.root.join(folder).canonicalize()?;
        if !real.starts_with(&self.root) {
            return Err(Unreadable::Leaves);
        }
        let names = fs::read_dir(real)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<String>>>()?;
        names.sort();
        Ok(names)
    }

    fn unreadable(&mut self, path: &str, error: &Unreadable) {
        self.problem(
            path,
            Rule::Unreadable,
            format!("`{path}` cannot be read: {error}"),
            "put a file there that can be",
        );
    }

    fn problem(&mut self, path: &str, rule: Rule, message: String, help: &str) {
        self.found.push(Problem::new(Place::of_file(path), rule, message, Some(help.to_owned())));
    }
}
