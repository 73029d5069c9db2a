//! Whatever a file says, it gets located problems: no panic, no hang, output that can be read. How much memory it takes is
//! counted in `allocations/hostile.rs`.

use std::fs;

use mlops_catalog::load::{Problem, RenderStyle, Rule};
use proptest::prelude::*;

use crate::support::corpus;
use crate::support::hostile::{catalog, errors, inspect};

#[test]
fn hostile_files_hide_no_other() {
    let dir = catalog();
    for (at, (_, bytes)) in corpus::corpus().into_iter().enumerate() {
        fs::write(dir.path().join(format!("tools/hostile-{at:02}.yaml")), bytes).unwrap();
    }
    let inspection = inspect(dir.path());
    let mut files: Vec<&str> = inspection.errors().iter().map(Problem::file).collect();
    files.dedup();
    assert_eq!(files.len(), corpus::corpus().len());
    assert_eq!(inspect(dir.path()).errors(), inspection.errors());
}

#[test]
fn hostile_file_with_many_problems_is_summed_up() {
    let dir = catalog();
    let fields: String = (0..20_000).map(|at| format!("f{at}: 1\n")).collect();
    let needed =
        "name: X\ndescription: Y.\ncategories: [model-serving]\nlicense: {type: private}\nchecked: 2026-11-23\n";
    fs::write(dir.path().join("tools/hostile.yaml"), needed.to_owned() + &fields).unwrap();
    let inspection = inspect(dir.path());
    let errors = inspection.errors();
    assert_eq!(errors.count(), 20_000);
    assert_eq!(errors.omitted().collect::<Vec<_>>(), [("tools/hostile.yaml", 19_980)]);
    assert!(errors.render(RenderStyle::Plain).ends_with("tools/hostile.yaml: 19980 more\n\n"));
    assert_eq!(errors.iter().next().unwrap().line(), 6);
}

#[test]
fn hostile_duplicate_names_are_counted() {
    let dir = catalog();
    let aliases: String = (0..20_000).map(|at| format!("n{at}, ")).collect();
    for name in ["a", "b"] {
        let text = format!("name: {name}\ndescription: Y.\ncategories: [model-serving]\nlicense: {{type: private}}\n");
        fs::write(
            dir.path().join(format!("tools/{name}.yaml")),
            text + &format!("checked: 2026-11-23\naliases: [{aliases}]\n"),
        )
        .unwrap();
    }
    let inspection = inspect(dir.path());
    assert_eq!(inspection.errors().count(), 20_000);
    assert!(errors(&inspection).iter().all(|problem| problem.rule() == Rule::NameTaken));
    // The first of the file are kept, in whatever order they are found.
    for (at, problem) in errors(&inspection).iter().enumerate() {
        assert_eq!(problem.message(), format!("the name `n{at}` is already used by `a`"));
    }
}

#[cfg(unix)]
#[test]
fn hostile_file_link_is_not_followed_outside() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.yaml"), "name: Secret\n").unwrap();
    let dir = catalog();
    symlink(outside.path().join("secret.yaml"), dir.path().join("tools/out.yaml")).unwrap();
    symlink("nowhere.yaml", dir.path().join("tools/broken.yaml")).unwrap();
    symlink("loop.yaml", dir.path().join("tools/loop.yaml")).unwrap();
    let inspection = inspect(dir.path());
    let problems = errors(&inspection);
    let files: Vec<&str> = problems.iter().map(|problem| problem.file()).collect();
    assert_eq!(files, ["tools/broken.yaml", "tools/loop.yaml", "tools/out.yaml"]);
    assert!(problems.iter().all(|problem| problem.rule() == Rule::Unreadable));
    assert_eq!(problems[2].message(), "`tools/out.yaml` cannot be read: it is a link that leaves the catalog");
    assert!(!inspection.errors().to_string().contains("Secret"));
}

#[cfg(unix)]
#[test]
fn hostile_directory_link_is_not_followed_outside() {
    let outside = catalog();
    let dir = catalog();
    fs::remove_dir(dir.path().join("tools")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("tools"), dir.path().join("tools")).unwrap();
    let inspection = inspect(dir.path());
    assert_eq!(errors(&inspection)[0].message(), "`tools` cannot be read: it is a link that leaves the catalog");
}

#[cfg(unix)]
#[test]
fn hostile_looking_link_inside_the_catalog_is_read() {
    let dir = catalog();
    let text = "name: X\ndescription: Y.\ncategories: [model-serving]\nlicense: {type: private}\nchecked: 2026-11-23\n";
    fs::create_dir(dir.path().join("more")).unwrap();
    fs::write(dir.path().join("more/x.yaml"), text).unwrap();
    std::os::unix::fs::symlink("../more/x.yaml", dir.path().join("tools/x.yaml")).unwrap();
    assert!(inspect(dir.path()).catalog().is_some());
}

#[cfg(unix)]
#[test]
fn hostile_permissions_are_a_problem_of_one_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = catalog();
    let path = dir.path().join("tools/locked.yaml");
    fs::write(&path, "name: X\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything, as in a container, reads this too.
    let rule = if fs::read(&path).is_ok() { Rule::MissingField } else { Rule::Unreadable };
    assert_eq!(errors(&inspect(dir.path()))[0].rule(), rule);
    fs::create_dir(dir.path().join("tools/folder.yaml")).unwrap();
    assert_eq!(errors(&inspect(dir.path()))[0].rule(), Rule::Unreadable);
}

#[cfg(unix)]
#[test]
fn hostile_pipe_does_not_block() {
    let dir = catalog();
    let made = std::process::Command::new("mkfifo").arg(dir.path().join("tools/pipe.yaml")).status().unwrap();
    assert!(made.success());
    let inspection = inspect(dir.path());
    assert_eq!(errors(&inspection)[0].message(), "`tools/pipe.yaml` cannot be read: it is not a file");
}

#[cfg(unix)]
#[test]
fn hostile_file_name_is_escaped() {
    let dir = catalog();
    fs::write(dir.path().join("tools/a\nb\u{202e}.yaml"), "name: X\n").unwrap();
    let found = inspect(dir.path()).errors().to_string();
    assert!(found.ends_with("tools/a\\nb\\u{202e}.yaml:1:1: the file's name has characters that cannot be seen; rename the file [bad-id]"), "{found}");
}

/// Each is a problem of its own, named so that a terminal shows it.
#[cfg(target_os = "linux")]
#[test]
fn hostile_file_names_that_are_not_text_are_problems() {
    use std::os::unix::ffi::OsStrExt as _;
    let dir = catalog();
    for name in [&b"tools/\xfe.yaml"[..], b"tools/\xff.yaml", b"tools/\xc3\xa9\x1b[31m\xff"] {
        fs::write(dir.path().join(std::ffi::OsStr::from_bytes(name)), "name: X\n").unwrap();
    }
    let found = inspect(dir.path());
    let problems: Vec<String> = errors(&found).iter().map(ToString::to_string).collect();
    let names = ["é\\u{1b}[31m\\xff", "\\xfe.yaml", "\\xff.yaml"];
    let mut expected =
        names.map(|name| format!("tools/{name}:1:1: the file's name is not UTF-8 text; rename the file [bad-id]"));
    expected.sort();
    assert_eq!(problems, expected);
}

#[cfg(target_os = "linux")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Of any name of a file something is said, unless the file can be one of a tool or is hidden.
    #[test]
    fn hostile_file_names_are_named(name in proptest::collection::vec(prop_oneof![any::<u8>(), b'a'..=b'z'], 1..20)) {
        use std::os::unix::ffi::OsStrExt as _;
        prop_assume!(!name.contains(&b'/') && !name.contains(&0) && name[0] != b'.');
        let (dir, bytes) = (catalog(), [name.as_slice(), b".yaml"].concat());
        fs::write(dir.path().join("tools").join(std::ffi::OsStr::from_bytes(&bytes)), "x: [\n").unwrap();
        let found = inspect(dir.path());
        let problems = errors(&found);
        let said = problems.iter().map(|problem| problem.to_string()).collect::<String>();
        prop_assert!(!said.contains(char::is_control), "{:?}", said);
        match str::from_utf8(&bytes) {
            Ok(text) if text.is_ascii() && !text.contains(|c: char| c.is_control()) => {
                prop_assert!(problems.iter().all(|problem| problem.file() == format!("tools/{text}")), "{}", said);
            }
            Ok(_) => prop_assert!(!problems.is_empty()),
            Err(_) => {
                prop_assert_eq!(problems.len(), 1);
                prop_assert_eq!(problems[0].message(), "the file's name is not UTF-8 text");
                prop_assert!(problems[0].file().contains("\\x"), "{}", said);
            }
        }
    }
}
