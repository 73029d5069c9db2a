//! What commands have in common: arguments, help, exit status.

use crate::support::command::{command, ends_quietly_in_a_closed_pipe, program, refusal, run, stdout, words};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog");

#[test]
fn usage_of_a_directory_gives_what_the_crate_gives() {
    for name in ["list", "timeline", "timeline --life", "overlap", "list --as-of 2020", "ask owners", "ask connected"] {
        let ours = stdout(&format!("{name} --format json"));
        assert_eq!(stdout(&format!("{name} --format json --catalog {CATALOG}")), ours);
        assert_eq!(stdout(&format!("{name} --format json")), ours, "the same output twice");
    }
}

#[test]
fn usage_errors_are_one_line_with_the_nearest_word() {
    for (line, answer) in [
        ("list feature-store", "error: unknown category `feature-store`; did you mean `feature-stores`?"),
        ("list --license opensource", "error: unknown license type `opensource`; did you mean `open-source`?"),
        ("timeline --status actve", "error: unknown status `actve`; did you mean `active`?"),
        ("overlap --query categry:model-serving", "error: unknown query key `categry`; did you mean `category`?"),
        (
            "list --released 2021..2018",
            "error: empty year range `2021..2018`; write a range of years, such as 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        ("ask replaced-by mlfow", "error: unknown tool `mlfow`; did you mean `MLflow`?"),
        ("ask alternatives qqqqqq", "error: unknown tool `qqqqqq`; no tool has a similar name"),
        ("ask replaced-by", "error: the following required arguments were not provided: <TOOL>"),
        ("ask connected --top 0", "error: `0` is not a number of tools; write one such as 10"),
        ("ask connected --top x", "error: `x` is not a number of tools; write one such as 10"),
        (
            "ask",
            "error: 'mlops-catalog ask' requires a subcommand but one was not provided; \
             [subcommands: replaced-by, alternatives, owners, changed-hands, connected, help]",
        ),
        ("ask ownrs", "error: unrecognized subcommand 'ownrs'; a similar subcommand exists: 'owners'"),
        ("ask owners model-servin", "error: unknown category `model-servin`; did you mean `model-serving`?"),
        ("list --as-of 18", "error: `18` is not a year; write a year from 1950 on, such as 2018"),
        ("timeline --as-of 1949", "error: `1949` is not a year; write a year from 1950 on, such as 2018"),
        ("overlap --as-of 2018-05", "error: `2018-05` is not a year; write a year from 1950 on, such as 2018"),
        (
            "ask changed-hands 2026..2023",
            "error: empty year range `2026..2023`; write a range of years, such as 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        (
            "list --licence public",
            "error: unexpected argument '--licence' found; a similar argument exists: '--license'",
        ),
    ] {
        assert_eq!(refusal(line), answer);
    }
    assert!(refusal("list --format yaml").contains("table, json, csv, markdown"));
    assert!(refusal("list --edition papr").contains("'paper'"));
    assert!(refusal("list --edition paper --catalog catalog").contains("--catalog"));
    for number in ["0", "10", "x"] {
        let answer = format!("error: the paper has no table of tools `{number}`; its tables are numbered 1 to 9");
        assert_eq!(refusal(&format!("paper tables {number}")), answer);
    }
    assert!(refusal("paper table 1").contains("'tables'"));
    assert!(refusal("check").contains("DIR"));
}

#[test]
fn usage_with_a_broken_catalog_ends_with_status_1() {
    let dir = tempfile::tempdir().unwrap();
    for (name, args) in [("check", vec![]), ("list", vec!["--catalog"])] {
        let output = command(name).args(args).arg(dir.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains("the directory has no `catalog.yaml`") && errors.contains("missing-file"), "{errors}");
    }
}

#[test]
fn usage_help_names_the_options_and_shows_examples() {
    for name in ["list", "timeline", "overlap"] {
        let help = stdout(&format!("{name} --help"));
        for option in [
            "--license",
            "--released",
            "--status",
            "--query",
            "--edition",
            "--catalog",
            "--as-of",
            "--format",
            "Examples:",
        ] {
            assert!(help.contains(option), "{name}: {option}");
        }
    }
    for (name, word) in
        [("paper", "tables"), ("check", "--deny-warnings"), ("ask", "changed-hands"), ("timeline", "--life")]
    {
        assert!(stdout(&format!("{name} --help")).contains(word));
    }
}

#[test]
fn usage_in_a_closed_pipe_ends_quietly() {
    for line in
        ["list --format json", "list --format csv", "timeline", "overlap --format json", "paper tables", "ask owners"]
    {
        ends_quietly_in_a_closed_pipe(line);
    }
}

#[test]
fn usage_help_shows_examples_that_run() {
    let commands = ["list", "timeline", "overlap", "ask", "paper", "check", "diff", "new", "completions"];
    let help = stdout("--help");
    let mut ran = 0;
    for (name, help) in commands.map(|name| (name, stdout(&format!("{name} --help")))).iter().chain([&("", help)]) {
        let (_, examples) = help.split_once("\nExamples:\n").unwrap_or_else(|| panic!("{name} shows no example"));
        for line in examples.lines() {
            let line = line.strip_prefix("  mlops-catalog ").unwrap_or_else(|| panic!("{name}: {line}"));
            assert!(line.starts_with(name), "{name}: {line}");
            // What would be written stays in the output, and what is not here cannot be compared.
            let line = line.split(" > ").next().unwrap();
            if *name != "new" && *name != "diff" {
                let output = program("mlops-catalog").args(words(line)).output().unwrap();
                // `check` may have found something: its answer is then no, but the line is right.
                assert!(matches!(output.status.code(), Some(0 | 1)) && !output.stdout.is_empty(), "{line}");
                ran += 1;
            }
        }
    }
    assert!(ran >= 20, "{ran}");
}

#[test]
fn usage_names_every_command_and_the_version() {
    let help = stdout("--help");
    for name in ["list", "timeline", "overlap", "ask", "paper", "check", "diff", "new", "completions"] {
        assert!(help.lines().any(|line| line.starts_with(&format!("  {name} "))), "{help}");
    }
    let root = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml")).unwrap();
    let version = root.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')).unwrap();
    assert_eq!(stdout("--version"), format!("mlops-catalog {version}\n"));
    let nothing = run("");
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(2), 0));
    assert_eq!(String::from_utf8(nothing.stderr).unwrap(), help);
}

#[test]
fn usage_completions_name_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(&format!("completions {shell}"));
        for name in ["timeline", "changed-hands", "deny-warnings"] {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
    assert_eq!(
        refusal("completions bsh"),
        "error: invalid value 'bsh' for '<SHELL>'; [possible values: bash, elvish, fish, powershell, zsh]; \
         a similar value exists: 'bash'"
    );
    ends_quietly_in_a_closed_pipe("completions zsh");
}
