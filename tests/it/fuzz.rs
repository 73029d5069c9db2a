//! What fuzzing made up and kept, held without the fuzzer: a test for each target of `fuzz/`.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::support::ROOT;

#[path = "../../fuzz/src/lib.rs"]
mod targets;

/// Holds each kept input of a target; the file of one that fails is named.
fn replay(target: &str, holds: fn(&[u8])) {
    let corpus = format!("{ROOT}/fuzz/corpus/{target}");
    let files: Vec<_> = fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty(), "{corpus} is empty");
    for file in files {
        let input = fs::read(&file).unwrap();
        if catch_unwind(AssertUnwindSafe(|| holds(&input))).is_err() {
            panic!("{} fails", file.display());
        }
    }
}

macro_rules! replay {
    ($($test:ident $target:ident,)*) => {
        $(
            #[test]
            fn $test() {
                replay(stringify!($target), targets::$target);
            }
        )*

        #[test]
        fn fuzz_targets_are_all_replayed() {
            let files = fs::read_dir(format!("{ROOT}/fuzz/fuzz_targets")).unwrap();
            let mut found: Vec<_> = files.map(|file| file.unwrap().path().file_stem().unwrap().to_owned()).collect();
            let mut replayed = [$(stringify!($target)),*];
            found.sort();
            replayed.sort_unstable();
            assert_eq!(found, replayed);
        }
    };
}

replay! {
    fuzz_catalog_holds catalog,
    fuzz_categories_holds categories,
    fuzz_tool_holds tool,
    fuzz_tables_holds tables,
    fuzz_survey_holds survey,
    fuzz_cases_holds cases,
    fuzz_references_holds references,
    fuzz_directory_holds directory,
    fuzz_json_holds json,
    fuzz_query_holds query,
    fuzz_date_holds date,
    fuzz_year_range_holds year_range,
    fuzz_expression_holds expression,
    fuzz_source_holds source,
    fuzz_text_holds text,
    fuzz_forge_holds forge,
    fuzz_object_holds object,
}
