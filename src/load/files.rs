//! The files of a catalog directory.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

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
    pub(super) tools: Vec<Option<SourceFile>>,
}

impl Files {
    pub(super) fn read(dir: &Path, found: &mut Found) -> Self {
        let mut reader = Reader { dir, found };
        Self {
            catalog: reader.required("catalog.yaml"),
            categories: reader.optional("categories.yaml"),
            tables: reader.optional("paper/tables.yaml"),
            tools: reader.tools(),
        }
    }
}

struct Reader<'d, 'f> {
    dir: &'d Path,
    found: &'f mut Found,
}

impl Reader<'_, '_> {
    fn required(&mut self, path: &str) -> Option<SourceFile> {
        if !self.dir.join(path).exists() {
            let message = format!("`{}` has no {path}", self.dir.display());
            self.problem(path, Rule::MissingFile, message, "name the folder of a catalog, or add the file");
            return None;
        }
        self.optional(path)
    }

    fn optional(&mut self, path: &str) -> Option<SourceFile> {
        let full = self.dir.join(path);
        if fs::symlink_metadata(&full).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return None;
        }
        match self.bytes(&full) {
            Err(error) => self.problem(path, Rule::Unreadable, format!("this file cannot be read: {error}"), ""),
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
    fn bytes(&self, path: &Path) -> io::Result<Vec<u8>> {
        let real = path.canonicalize()?;
        if !real.starts_with(self.dir.canonicalize()?) {
            return Err(io::Error::other("it is a link that leaves the catalog"));
        }
        // Pipes and devices would block or never end.
        if !real.metadata()?.is_file() {
            return Err(io::Error::other("it is not a file"));
        }
        let mut bytes = Vec::new();
        File::open(real)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn not_utf8(&mut self, path: &str, error: &std::string::FromUtf8Error) {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let end = text[good..].chars().next().map_or(good, |character| good + character.len_utf8());
        let place = Place::new(&SourceFile::new(path.to_owned(), text), good..end);
        let help = "save the file as UTF-8".to_owned();
        self.found.push(Problem::new(place, Rule::NotUtf8, "this is not UTF-8 text", Some(help)));
    }

    /// The files of `tools`; anything there that no tool file can be is a problem.
    fn tools(&mut self) -> Vec<Option<SourceFile>> {
        let names = fs::read_dir(self.dir.join("tools")).and_then(|entries| {
            let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
            names.collect::<io::Result<Vec<String>>>()
        });
        let mut names = match names {
            Ok(names) => names,
            Err(error) => {
                let message = format!("the folder `tools` cannot be read: {error}");
                self.problem("tools", Rule::MissingFile, message, "");
                return Vec::new();
            }
        };
        names.sort();
        let mut files = Vec::new();
        for name in names.iter().filter(|name| !name.starts_with('.')) {
            let path = format!("tools/{name}");
            if name.ends_with(".yaml") {
                files.push(self.optional(&path));
            } else {
                let message = "this is no tool file".to_owned();
                self.problem(&path, Rule::UnexpectedFile, message, "name it `<id>.yaml`, or move it elsewhere");
            }
        }
        files
    }

    fn problem(&mut self, path: &str, rule: Rule, message: String, help: &str) {
        let place = Place::of_file(path);
        let help = (!help.is_empty()).then(|| help.to_owned());
        self.found.push(Problem::new(place, rule, message, help));
    }
}
