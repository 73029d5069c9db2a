//! Whatever a file says, it gets a few located problems, in little memory.

use std::fs;

use mlops_catalog::load::{Problem, RenderStyle, Rule};

#[path = "../it/support/corpus.rs"]
mod corpus;
#[path = "../it/support/hostile.rs"]
mod support;

use support::{catalog, errors, inspect};

#[test]
fn hostile_files_get_a_few_located_problems() {
    const MOST_BYTES: u64 = 64 * 1024 * 1024;
    for (name, bytes) in corpus::corpus() {
        let dir = catalog();
        fs::write(dir.path().join("tools/hostile.yaml"), &bytes).unwrap();
        let mut inspection = None;
        let measured = allocation_counter::measure(|| {
            inspection = Some(inspect(dir.path()));
        });
        assert!(measured.bytes_max < MOST_BYTES, "{name}: {} bytes", measured.bytes_max);
        let inspection = inspection.unwrap();
        let problems = errors(&inspection);
        assert!((1..=20).contains(&problems.len()), "{name}: {} problems", problems.len());
        assert!(problems.iter().all(|problem| problem.file() == "tools/hostile.yaml"), "{name}: {problems:?}");
        let order = |problem: &&Problem| (problem.location().start(), problem.rule());
        assert!(problems.iter().is_sorted_by_key(order), "{name}");
        for problem in &problems {
            let span = problem.location().span();
            assert!(span.start <= span.end && problem.line() >= 1 && problem.column() >= 1, "{name}: {problem:?}");
            assert!(span.end <= bytes.len() || problem.rule() == Rule::NotUtf8, "{name}: {problem:?}");
            assert!(problem.to_string().chars().count() < 500, "{name}: {problem}");
        }
        let text = inspection.errors().render(RenderStyle::Plain) + &inspection.errors().to_string();
        assert!(text.lines().all(|line| line.chars().count() < 500), "{name}: {text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{name}: {text:?}");
    }
}

#[test]
fn hostile_large_file_is_not_read_whole() {
    let dir = catalog();
    fs::write(dir.path().join("tools/large.yaml"), vec![b'#'; 50_000_000]).unwrap();
    let measured = allocation_counter::measure(|| {
        assert_eq!(errors(&inspect(dir.path()))[0].rule(), Rule::TooLarge);
    });
    assert!(measured.bytes_max < 4_000_000, "{} bytes", measured.bytes_max);
}
