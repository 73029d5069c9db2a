//! The command `paper`, run from outside as a user would.

use std::collections::BTreeSet;

use mlops_catalog::{Catalog, Paper};
use serde_json::Value;

use crate::support::command::{ends_quietly_in_a_closed_pipe, json, refusal, stdout};

const PARTS: [&str; 5] = ["tables", "survey", "cases", "references", "errata"];

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn paper_json_is_each_part() {
    let paper = Paper::embedded();
    let expected = [
        serde_json::to_value(paper.tables().collect::<Vec<_>>()),
        serde_json::to_value(paper.survey().collect::<Vec<_>>()),
        serde_json::to_value(paper.cases().collect::<Vec<_>>()),
        serde_json::to_value(paper.references().collect::<Vec<_>>()),
        serde_json::to_value(paper.errata(Catalog::embedded())),
    ];
    for (part, expected) in PARTS.into_iter().zip(expected) {
        assert_eq!(json(&format!("paper {part} --format json")), expected.unwrap(), "{part}");
        assert_eq!(stdout(&format!("paper {part}")), stdout(&format!("paper {part}")), "the same output twice");
    }
}

#[test]
fn paper_json_of_a_question_has_its_fields() {
    let questions = json("paper survey figure-13 --format json");
    let [question] = questions.as_array().unwrap().as_slice() else { panic!("{questions}") };
    let expected = ["id", "caption", "figure", "statement", "answers", "respondents", "options", "discrepancies"];
    assert_eq!(keys(question), BTreeSet::from(expected));
    assert_eq!((&question["id"], &question["answers"]), (&"figure-13".into(), &"one".into()));
    assert_eq!(question["respondents"], 110);
    let option = serde_json::json!({"label": "neutral", "count": 14, "percent": 13, "tool": null});
    assert_eq!(question["options"][2], option);
    let discrepancy = serde_json::json!(
        {"kind": "percent", "label": "agree", "count": 60, "base": 110, "printed": 53.9, "computed": 54.5}
    );
    assert_eq!(question["discrepancies"][0], discrepancy);
    assert_eq!(question["discrepancies"][2], serde_json::json!({"kind": "base", "base": 110, "others": [115]}));
    let tools = json("paper survey figure-10 --format json");
    assert_eq!((&tools[0]["id"], &tools[0]["figure"]["number"]), (&"table-12".into(), &10.into()));
    assert_eq!(tools[0]["options"][0]["tool"], "mlflow");
    let sum = json("paper survey figure-3 --format json");
    assert_eq!(sum[0]["discrepancies"], serde_json::json!([{"kind": "sum", "sum": 109, "base": 115}]));
}

#[test]
fn paper_bars_fit_a_terminal() {
    let shown = stdout("paper survey");
    for line in shown.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let bars = |line: &str| line.chars().filter(|c| *c == '█').count();
    for question in Paper::embedded().survey() {
        let shown = stdout(&format!("paper survey {}", question.id()));
        let lengths: Vec<usize> = shown.lines().map(bars).filter(|length| *length > 0).collect();
        let counts: Vec<u32> = question.options().filter_map(|option| option.count()).collect();
        assert_eq!(lengths.len(), counts.len(), "{}", question.id());
        let (longest, most) = (*lengths.iter().max().unwrap() as f64, f64::from(*counts.iter().max().unwrap()));
        for (length, count) in lengths.iter().zip(&counts) {
            let expected = longest * f64::from(*count) / most;
            assert!((*length as f64 - expected).abs() <= 0.5 || *length == 1, "{}: {shown}", question.id());
        }
    }
}

#[test]
fn paper_question_shows_printed_values_and_discrepancies() {
    let shown = stdout("paper survey figure-13");
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let agree = shown.lines().find(|line| line.trim_start().starts_with("agree")).unwrap();
    assert_eq!(words(agree)[..6], ["agree", "60", "53.9", "%", "54.5", "%"]);
    let ending = "\
110 answers, one each; respondents: 110
- agree: 60 of 110 is 54.5 %, printed is 53.9 %
- completely agree: 35 of 110 is 31.8 %, printed is 32.2 %
- no whole counts out of 110 give these percentages; of the numbers up to 200,
  those out of 115 do

";
    assert!(shown.starts_with("Figure 13: MLOps Automation\n“MLOps is closely associated") && shown.ends_with(ending));
    let shown = stdout("paper survey figure-7");
    assert!(shown.ends_with("\n281 answers, several each; respondents: not stated\n\n"), "{shown}");
    assert!(!stdout("paper survey table-12").contains("Printed"));
}

#[test]
fn paper_cases_and_references_are_complete() {
    let cases = stdout("paper cases");
    for case in Paper::embedded().cases() {
        assert!(cases.contains(case.company()), "{cases}");
        for platform in case.platforms() {
            assert!(cases.contains(&format!("{} {}", platform.role(), platform.name())), "{cases}");
        }
    }
    let references = stdout("paper references");
    let joined = references.split_whitespace().collect::<Vec<_>>().join(" ");
    for reference in Paper::embedded().references() {
        assert!(joined.contains(&reference.to_string()), "{reference}");
    }
}

#[test]
fn paper_errata_have_a_line_and_a_source_each() {
    let shown = stdout("paper errata");
    let errata = Paper::embedded().errata(Catalog::embedded());
    for erratum in &errata {
        let source = erratum.source().map_or("unsourced".to_owned(), ToString::to_string);
        let (mismatch, tool) = (erratum.mismatch(), erratum.tool().as_str());
        let is_its = |line: &&str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let place = [&erratum.table().to_string(), &erratum.row().to_string(), tool, mismatch.fact().as_str()];
            words.starts_with(&place.map(|word| word))
        };
        let line = shown.lines().find(is_its).unwrap_or_else(|| panic!("{erratum}"));
        assert!(line.contains(mismatch.printed().as_ref()) && line.contains(&source), "{line}");
    }
    let rows: BTreeSet<_> = errata.iter().map(|erratum| (erratum.table(), erratum.row())).collect();
    assert!(shown.ends_with(&format!("\n\n{} differences in {} rows\n", errata.len(), rows.len())), "{shown}");
}

#[test]
fn paper_refuses_wrong_words_in_one_line() {
    let unknown = "error: the survey has no question";
    assert_eq!(refusal("paper survey figure-77"), format!("{unknown} `figure-77`; did you mean `figure-7`?"));
    assert_eq!(refusal("paper survey tabel-12"), format!("{unknown} `tabel-12`; did you mean `table-12`?"));
    let known = "figure-3, figure-4, figure-5, figure-6, figure-7, table-10, figure-8, table-11, figure-9, table-12, \
                 figure-10, figure-11, figure-12, figure-13, figure-14";
    assert_eq!(refusal("paper survey what"), format!("{unknown} `what`; known: {known}"));
    assert!(refusal("paper erata").contains("'errata'"));
    assert!(refusal("paper cases --format yaml").contains("table, json"));
    assert!(refusal("paper cases 1").contains('1'));
}

#[test]
fn paper_help_names_the_parts() {
    let help = stdout("paper --help");
    assert!(PARTS.into_iter().chain(["--format", "Examples:"]).all(|word| help.contains(word)), "{help}");
    assert!(stdout("paper survey --help").contains("table-12 or figure-7"));
}

#[test]
fn paper_ends_quietly_in_a_closed_pipe() {
    for part in PARTS {
        ends_quietly_in_a_closed_pipe(&format!("paper {part}"));
    }
}

#[test]
fn paper_tables_are_shown_as_printed() {
    let tables = json("paper tables --format json");
    assert_eq!(tables.as_array().unwrap().len(), 9);
    let six = json("paper tables 6 --format json");
    assert_eq!(six[0]["title"], "Hyperparameter optimization");
    assert_eq!(six[0]["category"], "hyperparameter-optimization");
    let row = serde_json::json!({"name": "Optuna", "type": "open-source", "released": 2019, "tool": "optuna"});
    assert_eq!(six[0]["rows"].as_array().unwrap().last().unwrap(), &row);
    assert_eq!(json("paper tables 7 --format json")[0]["rows"][0]["released"], Value::Null);
    let shown = stdout("paper tables 6");
    assert_eq!(shown.lines().filter(|line| line.contains("Optuna")).count(), 2);
    assert_eq!(stdout("paper tables").matches("\nTable ").count(), 8);
}
