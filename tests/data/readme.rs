//! What README.md shows is what its commands and its program print, and its categories are those of the crate.

use std::fs;
use std::path::Path;
use std::process::Command;

use mlops_catalog::{Category, Stage};

use crate::page::{Page, Part, run};
use crate::{ROOT, bless};

/// The program that the page shows, as a package of its own.
#[derive(Default)]
struct Program {
    dependencies: String,
    code: String,
}

impl Program {
    /// What the program prints.
    fn run(&self) -> String {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
        let root = serde_json::to_string(ROOT).unwrap();
        let dependencies = self.dependencies.replace("\"../mlops-catalog\"", &root);
        assert_ne!(dependencies, self.dependencies, "the page names the crate's directory otherwise");
        let package = "[package]\nname = \"readme\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n";
        fs::create_dir_all(dir.join("src")).unwrap();
        fs::write(dir.join("Cargo.toml"), format!("{package}{dependencies}")).unwrap();
        fs::write(dir.join("src/main.rs"), &self.code).unwrap();
        // The same versions of what the crate depends on: nothing is fetched.
        fs::copy(Path::new(ROOT).join("Cargo.lock"), dir.join("Cargo.lock")).unwrap();
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline"])
            .current_dir(&dir)
            .env("CARGO_TARGET_DIR", Path::new(ROOT).join("target/program"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A row for each stage with its categories.
fn categories() -> String {
    let row = |stage: Stage| {
        let categories = Category::all().filter(|category| category.stage() == stage);
        format!("| {stage} | {} |\n", categories.map(|category| format!("`{category}`")).collect::<Vec<_>>().join(", "))
    };
    Stage::all().map(row).collect()
}

/// The text with the rows of its table of categories as they must be.
fn with_categories(text: &str) -> String {
    const START: &str = "| stage | categories |\n| --- | --- |\n";
    let (before, rest) = text.split_once(START).unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    format!("{before}{START}{}\n{after}", categories())
}

#[test]
fn readme_shows_what_its_commands_print() {
    let path = Path::new(ROOT).join("README.md");
    let mut page = Page::parse(&fs::read_to_string(&path).unwrap());
    let mut program = Program::default();
    let mut ran = 0;
    for part in &mut page.0 {
        let Part::Block(block) = part else { continue };
        match block.info.as_str() {
            "toml" => program.dependencies.clone_from(&block.text),
            "rust" => program.code.clone_from(&block.text),
            "console" => {
                let commands = block.commands().into_iter().map(|(command, _)| {
                    ran += 1;
                    let (printed, status) = match command {
                        "cargo run" => (program.run(), 0),
                        command => run(Path::new(ROOT), command),
                    };
                    assert_eq!(status, 0, "{command}: {printed}");
                    format!("$ {command}\n{printed}")
                });
                block.text = commands.collect();
            }
            info => assert_eq!(info, "sh"),
        }
    }
    assert!(ran >= 4, "{ran}");
    bless::check(path, &with_categories(&page.to_string()));
}

#[test]
fn readme_names_the_commands_that_write_no_json() {
    let root = Path::new(ROOT);
    let help = |line: &str| run(root, &format!("cargo catalog {line} --help")).0;
    let all = help("");
    let (_, commands) = all.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands = commands.map(|line| line.split_whitespace().next().unwrap()).filter(|&command| command != "help");
    // The options of `ask` are those of its questions.
    let writes_json = |command: &str| help(&command.replace("ask", "ask connected")).contains("--format");
    let without: Vec<String> =
        commands.filter(|command| !writes_json(command)).map(|command| format!("`{command}`")).collect();
    let (last, first) = without.split_last().unwrap();
    let text = fs::read_to_string(root.join("README.md")).unwrap().replace('\n', " ");
    let sentence = format!("All commands but {} and {last} write JSON with `--format json`.", first.join(", "));
    assert!(text.contains(&sentence), "{sentence}");
}
