//! What commands have in common: arguments, help, exit status.

use mlops_catalog::Catalog;

use crate::support::command::{command, ends_quietly_in_a_closed_pipe, program, refusal, run, stdout, words};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog");

#[test]
fn usage_of_a_directory_gives_what_the_crate_gives() {
    for name in [
        "list",
        "timeline",
        "timeline --life",
        "overlap",
        "list --as-of 2020",
        "vendors",
        "events",
        "categories",
        "show mlflow",
        "compare feast tecton",
        "ask connected",
    ] {
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
            "error: empty year range `2021..2018`; write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        ("ask replaced-by mlfow", "error: unknown tool `mlfow`; did you mean `MLflow`?"),
        ("ask alternatives qqqqqq", "error: unknown tool `qqqqqq`; no tool has a similar name"),
        ("ask replaced-by", "error: the following required arguments were not provided: <TOOL>"),
        (
            "ask connected --top 0",
            "error: `0` is not a number of things to show; write a whole number from 1 on, such as 10",
        ),
        ("vendors --top 0", "error: `0` is not a number of things to show; write a whole number from 1 on, such as 10"),
        ("overlap --top x", "error: `x` is not a number of things to show; write a whole number from 1 on, such as 10"),
        (
            "ask",
            "error: 'mlops-catalog ask' requires a subcommand but one was not provided; \
             [subcommands: replaced-by, alternatives, connected, help]",
        ),
        ("ask conected", "error: unrecognized subcommand 'conected'; a similar subcommand exists: 'connected'"),
        ("vendors model-servin", "error: unknown category `model-servin`; did you mean `model-serving`?"),
        ("list --as-of 18", "error: `18` is not a year; write a year from 1950 on, such as 2018"),
        ("timeline --as-of 1949", "error: `1949` is not a year; write a year from 1950 on, such as 2018"),
        ("overlap --as-of 2018-05", "error: `2018-05` is not a year; write a year from 1950 on, such as 2018"),
        (
            "events --years 2026..2023",
            "error: empty year range `2026..2023`; write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        (
            "list --licence public",
            "error: unexpected argument '--licence' found; a similar argument exists: '--license'",
        ),
        ("list --license Apche-2.0", "error: unknown license `Apche-2.0`; did you mean `Apache-2.0`?"),
        ("list --stage date", "error: unknown stage `date`; did you mean `data`?"),
        ("events --kind archivd", "error: unknown event `archivd`; did you mean `archived`?"),
        ("list --sort relased", "error: unknown sort key `relased`; did you mean `released`?"),
        ("list --query --format json", "error: a query is missing before `--format`"),
        (
            "list --released 1800",
            "error: `1800` is not a year; write a range of years from 1950 on, such as 2018, 2018..=2021, 2018.. or ..=2020",
        ),
        ("vendors --vendor Gogle", "error: unknown vendor `Gogle`; did you mean `Google`?"),
        ("list --vendor qqqqqq --as-of 2018", "error: unknown vendor `qqqqqq`; no vendor has a similar name"),
        ("ask alternatives feast --vendor Gogle", "error: unknown vendor `Gogle`; did you mean `Google`?"),
        ("list --vendor=", "error: the vendor is empty; write a name, such as NVIDIA"),
        ("list --years 2019", "error: unexpected argument '--years' found; write --released 2018.."),
        (
            "list --category notebooks",
            "error: unexpected argument '--category' found; write a category without an option, such as feature-stores",
        ),
        ("list --unknown", "error: unexpected argument '--unknown' found; `--help` shows the options"),
        ("show mlfow", "error: unknown tool `mlfow`; did you mean `MLflow`?"),
    ] {
        assert_eq!(refusal(line), answer);
    }
    let future = refusal("overlap --as-of 9999");
    let reason = "error: the year 9999 is in the future; nothing is known of what will be; write 2";
    assert!(future.starts_with(reason) && future.ends_with(" or an earlier year"), "{future}");
    assert!(refusal("list --format yaml").contains("table, json, csv, markdown, list"));
    assert!(refusal("list --edition papr").contains("'paper'"));
    assert!(refusal("list --edition paper --catalog catalog").contains("--catalog"));
    for number in ["0", "10", "x"] {
        let answer = format!("error: the paper has no table of tools `{number}`; its tables are numbered 1 to 9");
        assert_eq!(refusal(&format!("paper tables {number}")), answer);
    }
    assert!(refusal("paper table 1").contains("'tables'"));
    assert!(refusal("check").contains("DIR"));
}

/// What would make no difference is refused.
#[test]
fn usage_of_options_that_do_not_go_together_is_refused() {
    let columns = "only `table` and `markdown` have columns to choose; leave out --ids and --columns, or --format";
    let top = "--top is a number of vendors; add --by vendor, or leave it out";
    let licenses = "only `relicensed` changes a license; leave out --kind, or --from and --to";
    for (line, answer) in [
        ("list --format csv --columns id", columns),
        ("list --format json --ids", columns),
        ("ask connected --format list --ids", columns),
        ("list --ids --columns name", "the argument '--ids' cannot be used with '--columns <COLUMN>'"),
        ("timeline --top 3", top),
        ("timeline --by stage --top 3", top),
        ("overlap --matrix --top 1", "the argument '--matrix' cannot be used with '--top <N>'"),
        ("events --kind acquired --from open-source", licenses),
        ("events --kind acquired,renamed --to private", licenses),
    ] {
        assert_eq!(refusal(line), format!("error: {answer}"));
    }
    assert!(stdout("events --kind acquired,relicensed --from open-source").contains("relicensed from open-source"));
    assert_eq!(stdout("list automl,notebooks"), stdout("list automl notebooks"));
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
    for name in ["list", "categories", "timeline", "overlap", "events", "vendors", "ask alternatives", "ask connected"]
    {
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
            "--stage",
            "--vendor",
            "event:archived:2024",
            "..2015 (before 2015), ..=2015",
            "Examples:",
        ] {
            assert!(help.contains(option), "{name}: {option}");
        }
    }
    for (name, word) in
        [("paper", "tables"), ("check", "--deny-warnings"), ("ask", "replaced-by"), ("timeline", "--life")]
    {
        assert!(stdout(&format!("{name} --help")).contains(word));
    }
}

#[test]
fn usage_in_a_closed_pipe_ends_quietly() {
    for line in [
        "list --format json",
        "list --format csv",
        "timeline",
        "overlap --format json",
        "paper tables",
        "vendors",
        "show mlflow",
    ] {
        ends_quietly_in_a_closed_pipe(line);
    }
}

#[test]
fn usage_help_shows_examples_that_run() {
    let commands = [&QUESTIONS[..], &["paper", "check", "diff", "new", "completions"]].concat();
    let help = stdout("--help");
    let mut ran = 0;
    let helps = commands.into_iter().map(|name| (name, stdout(&format!("{name} --help"))));
    for (name, help) in helps.chain([("", help)]) {
        let (_, examples) = help.split_once("\nExamples:\n").unwrap_or_else(|| panic!("{name} shows no example"));
        // What another program pipes into the command needs that program's directory.
        for line in examples.lines().filter(|line| !line.contains(" | mlops-catalog ")) {
            let line = line.strip_prefix("  mlops-catalog ").unwrap_or_else(|| panic!("{name}: {line}"));
            assert!(line.starts_with(name) || name == "queries", "{name}: {line}");
            // What would be written stays in the output, and what is not here cannot be compared.
            let line = line.split(" > ").next().unwrap();
            if name != "new" && name != "diff" {
                let output = program("mlops-catalog").args(words(line)).output().unwrap();
                // `check` may have found something: its answer is then no, but the line is right.
                assert!(matches!(output.status.code(), Some(0 | 1)) && !output.stdout.is_empty(), "{line}");
                ran += 1;
            }
        }
    }
    assert!(ran >= 40, "{ran}");
}

/// The commands that answer questions.
const QUESTIONS: [&str; 13] = [
    "list",
    "show",
    "compare",
    "categories",
    "timeline",
    "overlap",
    "events",
    "vendors",
    "ask",
    "ask replaced-by",
    "ask alternatives",
    "ask connected",
    "queries",
];

#[test]
fn usage_help_of_queries_shows_queries_that_parse() {
    let help = stdout("help queries");
    assert_eq!(help.split_once("\nA query is").unwrap().1, stdout("queries").split_once("A query is").unwrap().1);
    let lines = help.lines().filter(|line| line.starts_with("  ") && line.contains("   "));
    let queries: Vec<&str> = lines.filter_map(|line| line.trim_start().split("   ").next()).collect();
    assert!(queries.contains(&"category:automl+notebooks") && queries.contains(&"-status:discontinued"), "{queries:?}");
    for query in queries.iter().filter(|query| query.contains(':') || query.starts_with('"')) {
        let number =
            Catalog::embedded().select(&query.parse().unwrap_or_else(|error| panic!("{query}: {error}"))).len();
        assert!(number > 0, "{query}");
    }
    for key in ["category", "stage", "license", "status", "released", "vendor", "event", "source"] {
        assert!(queries.iter().any(|query| query.starts_with(&format!("{key}:"))), "{key}");
    }
}

#[test]
fn usage_names_every_command_and_the_version() {
    let help = stdout("--help");
    for name in
        ["paper", "check", "diff", "new", "completions"].iter().chain(&QUESTIONS).filter(|name| !name.contains(' '))
    {
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
        for name in ["timeline", "replaced-by", "deny-warnings"] {
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
