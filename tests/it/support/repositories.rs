//! Small repositories with any history, and catalogs of one tool that name them.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::ROOT;

/// License texts that the crate has itself.
pub fn text_of(spdx: &str) -> String {
    let name = match spdx {
        "MIT" => "LICENSE-MIT",
        "Apache-2.0" => "LICENSE-APACHE",
        other => panic!("there is no text of {other}"),
    };
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// A history to be, in the words of `git fast-import`.
#[derive(Default)]
pub struct History {
    stream: String,
    commits: usize,
}

impl History {
    /// A commit on a reference, after that reference's last one, with files that are added or changed.
    pub fn commit(self, reference: &str, day: &str, files: &[(&str, &str)]) -> Self {
        self.commit_by("Somebody", reference, day, files)
    }

    pub fn commit_by(mut self, author: &str, reference: &str, day: &str, files: &[(&str, &str)]) -> Self {
        self.commits += 1;
        let time = seconds(day);
        let who = format!("{author} <{}@example.org> {time} +0000", author.to_lowercase().replace(' ', "."));
        write!(self.stream, "commit {reference}\nmark :{}\nauthor {who}\ncommitter {who}\ndata 1\n.\n", self.commits)
            .unwrap();
        self.files(files)
    }

    /// A merge of another commit, by its number, into a reference.
    pub fn merge(self, reference: &str, day: &str, other: usize, files: &[(&str, &str)]) -> Self {
        let mut merged = self.commit(reference, day, &[]);
        writeln!(merged.stream, "merge :{other}").unwrap();
        merged.files(files)
    }

    fn files(mut self, files: &[(&str, &str)]) -> Self {
        for (path, text) in files {
            write!(self.stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len()).unwrap();
        }
        self
    }

    /// Starts a reference at the commit of that number, from 1.
    pub fn branch(mut self, reference: &str, commit: usize) -> Self {
        write!(self.stream, "reset {reference}\nfrom :{commit}\n\n").unwrap();
        self
    }

    /// A tag without an object of its own, at the last commit.
    pub fn tag(self, name: &str) -> Self {
        let last = self.commits;
        self.branch(&format!("refs/tags/{name}"), last)
    }

    /// A tag that says when it was made, at the last commit.
    pub fn tag_made(mut self, name: &str, day: &str) -> Self {
        let time = seconds(day);
        write!(
            self.stream,
            "tag {name}\nfrom :{}\ntagger Somebody <somebody@example.org> {time} +0000\ndata 1\n.\n",
            self.commits
        )
        .unwrap();
        self
    }
}

/// Noon of that day, as git counts.
fn seconds(day: &str) -> i64 {
    let parts: Vec<i64> = day.split('-').map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = parts.as_slice() else { panic!("{day} is no day") };
    // Days since 1970, by the calendar of Gregory, with years that begin in March.
    let year = if *month <= 2 { year - 1 } else { *year };
    let era = year.div_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400);
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    days * 24 * 60 * 60 + 12 * 60 * 60
}

/// A directory with copies of repositories, and a catalog of one tool whose repository is `maker/tool`.
pub struct Scene {
    dir: TempDir,
}

impl Scene {
    /// The copy of `maker/tool`, made on that day.
    pub fn new(history: History, copied: &str) -> Self {
        let scene = Self { dir: tempfile::tempdir().unwrap() };
        scene.repository("maker+tool", history, copied);
        scene
    }

    /// Adds a repository.
    pub fn repository(&self, name: &str, history: History, copied: &str) -> PathBuf {
        let dir = self.dir.path().join("copies").join(name);
        fs::create_dir_all(&dir).unwrap();
        git(&dir, &["init", "--quiet", "--bare", "--initial-branch=main", "."], "");
        git(&dir, &["fast-import", "--quiet"], &history.stream);
        git(&dir, &["pack-refs", "--all"], "");
        self.copied(&dir, copied);
        dir
    }

    /// Makes a copy one of that day.
    pub fn copied(&self, dir: &Path, day: &str) {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds(day).try_into().unwrap());
        for name in ["packed-refs", "HEAD"] {
            let file = File::options().append(true).open(dir.join(name));
            if let Ok(file) = file {
                file.set_modified(time).unwrap();
            }
        }
    }

    /// The id of what a name means in `maker/tool`.
    pub fn id(&self, name: &str) -> String {
        git(&self.copies().join("maker+tool"), &["rev-parse", name], "").trim().to_owned()
    }

    pub fn copies(&self) -> PathBuf {
        self.dir.path().join("copies")
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Writes the tool's file: what every tool has, the repository, and these lines.
    pub fn tool(&self, lines: &str) -> PathBuf {
        let catalog = self.dir.path().join("catalog");
        fs::create_dir_all(catalog.join("tools")).unwrap();
        fs::write(catalog.join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
        let text = format!(
            "name: Tool\ndescription: Serves models.\nrepository: https://github.com/maker/tool\n\
             categories: [model-serving]\n{lines}\nchecked: 2026-11-23\n"
        );
        fs::write(catalog.join("tools/tool.yaml"), text).unwrap();
        catalog
    }
}

/// What git says in a directory; it is told nothing of whoever runs the tests.
pub fn git(dir: &Path, arguments: &[&str], input: &str) -> String {
    let mut child = Command::new("git")
        .args(arguments)
        .current_dir(dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}
