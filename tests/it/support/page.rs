//! Markdown pages whose blocks tests take at their word: text to write, commands to run, and what they print.

use std::fmt;
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::Path;

use super::command::{program, words};

/// A page, cut at its fenced blocks.
pub struct Page(pub Vec<Part>);

pub enum Part {
    Prose(String),
    Block(Block),
}

/// A fenced block: the line after the fence, and the text.
pub struct Block {
    pub info: String,
    pub text: String,
}

impl Page {
    pub fn parse(page: &str) -> Self {
        let mut parts = vec![Part::Prose(String::new())];
        for line in page.lines() {
            match (parts.last_mut().unwrap(), line.strip_prefix("```")) {
                (Part::Block(_), Some(end)) => {
                    assert!(end.is_empty(), "a block ends with {line}");
                    parts.push(Part::Prose(String::new()));
                }
                (Part::Prose(_), Some(info)) => {
                    parts.push(Part::Block(Block { info: info.to_owned(), text: String::new() }));
                }
                (Part::Prose(text) | Part::Block(Block { text, .. }), None) => *text += &format!("{line}\n"),
            }
        }
        assert!(matches!(parts.last(), Some(Part::Prose(_))), "a block has no end");
        Self(parts)
    }

    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.0.iter().filter_map(|part| match part {
            Part::Block(block) => Some(block),
            Part::Prose(_) => None,
        })
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Prose(text) => f.write_str(text),
            Part::Block(Block { info, text }) => write!(f, "```{info}\n{text}```\n"),
        })
    }
}

impl Block {
    /// The commands of a console block, each with the lines that are shown below it.
    pub fn commands(&self) -> Vec<(&str, Vec<&str>)> {
        let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in self.text.lines() {
            match line.strip_prefix("$ ") {
                Some(command) => found.push((command, Vec::new())),
                None => found.last_mut().unwrap().1.push(line),
            }
        }
        found
    }
}

/// What a line prints in `dir`, on both outputs as a terminal shows them, and its status.
pub fn run(dir: &Path, line: &str) -> (String, i32) {
    let (called, lines) = match line.split_once(" | head -") {
        Some((called, lines)) => (called, lines.parse().unwrap()),
        None => (line, usize::MAX),
    };
    let programs = [("cargo catalog ", "mlops-catalog"), ("cargo run --example ", "")];
    let found = programs.into_iter().find_map(|(start, name)| Some((name, called.strip_prefix(start)?)));
    let (name, rest) = found.unwrap_or_else(|| panic!("{line}"));
    let mut words = words(rest).filter(|word| *word != "--");
    let name = if name.is_empty() { words.next().unwrap() } else { name };
    let mut output = tempfile::tempfile().unwrap();
    let errors: File = output.try_clone().unwrap();
    let mut command = program(name);
    // As cargo runs them.
    command.args(words).current_dir(dir).env("CARGO_MANIFEST_DIR", dir).env("CARGO_PKG_NAME", "mlops-catalog");
    let status = command.stdout(errors.try_clone().unwrap()).stderr(errors).status().unwrap();
    output.rewind().unwrap();
    let mut text = String::new();
    output.read_to_string(&mut text).unwrap();
    (text.split_inclusive('\n').take(lines).collect(), status.code().unwrap())
}
