//! The survey as printed, against an independent transcription, and what does not add up in it.

use mlops_catalog::paper::{Exhibit, Question};
use mlops_catalog::{Catalog, Paper};

/// Question, option, count and percentage, typed in from the paper apart from the catalog.
const PRINTED: &str = include_str!("../printed/survey.tsv");

/// The questions, the figures that show what tables do, captions, how many answers and respondents; typed in likewise.
const QUESTIONS: &str = "\
figure-3||Experts Current Job Positions||one|
figure-4||Size of Companies||one|
figure-5||Experts Experiences per Year||one|
figure-6||Companies Geographical Location||one|
figure-7||Programming Languages||many|
table-10|8|MLOps Challenges in order of Importance at Enterprise|MLOps Different Challenges|many|
table-11|9|Primary Challenge of MLOps at Enterprise|MLOps Primarily Obstacles|one|
table-12|10|Most frequently utilized MLOps Tools at Enterprise|Most frequently utilized MLOps Tools at Enterprise|many|
figure-11||Pre-trained Machine Learning Repositories||one|110
figure-12||Experts Educational Levels||one|110
figure-13||MLOps Automation||one|110
figure-14||Machine Learning Transformation||one|110";

fn question(id: &str) -> &'static Question {
    Paper::embedded().question(id.parse().unwrap()).unwrap()
}

fn texts(id: &str) -> Vec<String> {
    question(id).discrepancies().iter().map(ToString::to_string).collect()
}

fn or_nothing<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[test]
fn survey_answers_match_the_transcription() {
    let option = |question: &'static Question| {
        question.options().map(|option| {
            let (count, percent) = (or_nothing(option.count()), or_nothing(option.percent()));
            format!("{}\t{}\t{count}\t{percent}", question.id(), option.label())
        })
    };
    let ours: Vec<String> = Paper::embedded().survey().flat_map(option).collect();
    assert_eq!(ours, PRINTED.lines().collect::<Vec<_>>());
}

#[test]
fn survey_questions_match_the_transcription() {
    let ours: Vec<String> = Paper::embedded()
        .survey()
        .map(|question| {
            let (id, caption, answers) = (question.id(), question.caption(), question.answers());
            let figure = question.figure();
            let (number, other) = (or_nothing(figure.map(|of| of.number())), or_nothing(figure.map(|of| of.caption())));
            format!("{id}|{number}|{caption}|{other}|{answers}|{}", or_nothing(question.respondents()))
        })
        .collect();
    assert_eq!(ours.join("\n"), QUESTIONS);
    let agreed = |id| question(id).statement().unwrap();
    assert_eq!(
        agreed("figure-13"),
        "MLOps is closely associated with the collaboration between ML engineers and developers to automate the \
         development of ML products"
    );
    assert_eq!(
        agreed("figure-14"),
        "MLOps is currently undergoing a significant transformation in ML Engineering and revolutionizing the way in \
         which these processes are conducted"
    );
    assert_eq!(Paper::embedded().survey().filter_map(Question::statement).count(), 2);
}

#[test]
fn survey_finds_a_question_by_table_and_figure() {
    for number in 3..=14 {
        let found = question(&format!("figure-{number}"));
        assert!(found.exhibits().any(|exhibit| exhibit == Exhibit::Figure(number)));
    }
    assert_eq!(question("figure-10"), question("table-12"));
    for unknown in [Exhibit::Table(9), Exhibit::Figure(2), Exhibit::Figure(15)] {
        assert!(Paper::embedded().question(unknown).is_none(), "{unknown}");
    }
    for unknown in ["figure-07", "Figure 7", "7", "", "figure-", "-7"] {
        assert!(unknown.parse::<Exhibit>().is_err(), "{unknown}");
    }
}

#[test]
fn survey_options_name_tools_of_the_catalog() {
    let options = Paper::embedded().survey().flat_map(Question::options);
    let tools: Vec<_> = options.filter_map(|option| option.tool()).collect();
    assert!(tools.len() > 10);
    for tool in tools {
        assert!(Catalog::embedded().get(tool.as_str()).is_some(), "{tool}");
    }
    // What the catalog knows by the printed name is tied to it.
    for option in question("table-12").options() {
        let found = Catalog::embedded().find(option.label()).map(|tool| tool.id());
        assert!(found.is_none() || found == option.tool(), "{}", option.label());
    }
}

#[test]
fn survey_counts_have_the_checked_sums() {
    let sums = [
        ("figure-3", 109, Some(115)),
        ("figure-4", 115, Some(115)),
        ("figure-5", 115, Some(115)),
        ("figure-6", 115, Some(115)),
        ("figure-7", 281, Some(115)),
        ("table-10", 616, None),
        ("table-11", 110, Some(110)),
        ("table-12", 394, None),
        ("figure-11", 110, Some(110)),
        ("figure-12", 110, Some(110)),
        ("figure-13", 110, Some(110)),
        ("figure-14", 110, Some(110)),
    ];
    assert_eq!(sums.len(), Paper::embedded().survey().len());
    for (id, total, base) in sums {
        assert_eq!((question(id).total(), question(id).base()), (total, base), "{id}");
    }
}

#[test]
fn survey_questions_that_add_up_have_no_discrepancy() {
    for id in ["figure-4", "figure-5", "figure-6", "figure-7", "figure-11", "table-10", "table-11", "table-12"] {
        assert_eq!(texts(id), [""; 0], "{id}");
    }
}

#[test]
fn survey_discrepancies_are_those_checked_by_hand() {
    assert_eq!(texts("figure-3"), ["the counts sum to 109, not to 115"]);
    let others = "no whole counts out of 110 give these percentages; of the numbers up to 200, those out of";
    assert_eq!(
        texts("figure-12"),
        [
            "bachelor's degree: 27 of 110 is 25 %, printed is 24 %".to_owned(),
            format!("{others} 85, 87, 88, 92 to 97, 99 to 101, 103 to 108, 111 to 113, 115, 116, 118 to 200 do"),
        ]
    );
    assert_eq!(
        texts("figure-13"),
        [
            "agree: 60 of 110 is 54.5 %, printed is 53.9 %".to_owned(),
            "completely agree: 35 of 110 is 31.8 %, printed is 32.2 %".to_owned(),
            format!("{others} 115 do"),
        ]
    );
    assert_eq!(
        texts("figure-14"),
        [
            "agree: 55 of 110 is 50.0 %, printed is 49.6 %".to_owned(),
            "completely agree: 22 of 110 is 20.0 %, printed is 19.1 %".to_owned(),
            "neutral: 27 of 110 is 24.5 %, printed is 25.2 %".to_owned(),
            "disagree: 6 of 110 is 5.5 %, printed is 6.1 %".to_owned(),
            format!("{others} 115, 131 do"),
        ]
    );
    assert_eq!(question("figure-12").bases(), Some(111..=111));
    assert_eq!((question("figure-13").bases(), question("figure-14").bases()), (None, None));
}

#[test]
fn survey_shares_are_of_the_base() {
    let shares = |id: &str| -> Vec<String> {
        let question = question(id);
        question.options().map(|option| format!("{:.1}", 100.0 * question.share(option, 110).unwrap())).collect()
    };
    assert_eq!(shares("figure-12"), ["59.1", "24.5", "13.6", "1.8", "0.9"]);
    assert_eq!(shares("figure-13"), ["54.5", "31.8", "12.7", "0.9"]);
    assert_eq!(shares("figure-14"), ["50.0", "20.0", "24.5", "5.5"]);
    let python = question("figure-7").options().next().unwrap();
    assert_eq!(question("figure-7").share(python, 0), None);
}
