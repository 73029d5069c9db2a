//! What does not add up in random questions, beside what is found by trying numbers one by one.

use mlops_catalog::Paper;
use mlops_catalog::paper::{Answers, Discrepancy, Exhibit, Percent};
use proptest::prelude::*;

use crate::support::paper;

/// A question as it is written, at random.
#[derive(Debug, Clone)]
struct Asked {
    answers: Answers,
    respondents: Option<u32>,
    options: Vec<(Option<u32>, Option<Percent>)>,
}

/// `part` of `base` in units of the last of `decimals`, rounded half up.
fn rounded(part: u32, base: u32, decimals: u8) -> u64 {
    let whole = 100.0 * 10f64.powi(decimals.into());
    (f64::from(part) * whole / f64::from(base) + 0.5).floor() as u64
}

fn units(percent: Percent) -> u64 {
    percent.to_string().replace('.', "").parse().unwrap()
}

fn is_right(count: u32, base: u32, percent: Percent) -> bool {
    rounded(count, base, percent.decimals()) == units(percent)
}

fn shown(units: u64, decimals: u8) -> String {
    if decimals == 0 { units.to_string() } else { format!("{}.{}", units / 10, units % 10) }
}

impl Asked {
    fn read(&self) -> Paper {
        let options: String = self
            .options
            .iter()
            .enumerate()
            .map(|(at, (count, percent))| {
                let count = count.map(|count| format!(", count: {count}")).unwrap_or_default();
                let percent = percent.map(|percent| format!(", percent: {percent}")).unwrap_or_default();
                format!("    - {{label: o{at}{count}{percent}}}\n")
            })
            .collect();
        let respondents = self.respondents.map(|number| format!("  respondents: {number}\n")).unwrap_or_default();
        let text =
            format!("- id: figure-1\n  caption: C\n  answers: {}\n{respondents}  options:\n{options}", self.answers);
        paper::read(&[("paper/survey.yaml", &text)]).1
    }

    fn total(&self) -> u64 {
        self.options.iter().filter_map(|(count, _)| *count).map(u64::from).sum()
    }

    fn is_counted(&self) -> bool {
        self.options.iter().all(|(count, _)| count.is_some())
    }

    fn base(&self) -> Option<u32> {
        let both: Vec<(u32, Percent)> =
            self.options.iter().filter_map(|&(count, percent)| count.zip(percent)).collect();
        // No count of these tests is any percentage but 0 of more than this.
        let fitting = (1..=70_000).filter(|&base| both.iter().all(|&(count, percent)| is_right(count, base, percent)));
        let fitting: Vec<u32> = fitting.take(2).collect();
        let sum = (self.answers == Answers::One && self.is_counted() && self.total() > 0).then(|| self.total() as u32);
        match (self.respondents, fitting.as_slice()) {
            (Some(stated), _) => Some(stated),
            (None, [only]) => Some(*only),
            _ => sum,
        }
    }

    /// Whether some whole counts of `base` are right, tried one by one.
    fn has_whole_counts(&self, base: u32) -> bool {
        let mut sums = vec![0];
        for percent in self.options.iter().filter_map(|(_, percent)| *percent) {
            let counts: Vec<u32> = (0..=3 * base).filter(|&count| is_right(count, base, percent)).collect();
            sums = sums.iter().flat_map(|sum| counts.iter().map(move |count| sum + count)).collect();
            sums.sort_unstable();
            sums.dedup();
        }
        let all_printed = self.options.iter().all(|(_, percent)| percent.is_some());
        let is_sum = |sum: &u32| self.answers == Answers::Many || *sum == base || !all_printed && *sum < base;
        sums.iter().any(is_sum)
    }

    fn discrepancies(&self) -> Vec<String> {
        let Some(base) = self.base() else { return Vec::new() };
        let mut found = Vec::new();
        let (total, wanted) = (self.total(), u64::from(base));
        if self.answers == Answers::One && (total > wanted || self.is_counted() && total < wanted) {
            found.push(format!("sum {total} {base}"));
        }
        let mut is_explained = true;
        for (at, &(count, percent)) in self.options.iter().enumerate() {
            let Some(printed) = percent else { continue };
            let Some(count) = count else {
                is_explained = false;
                continue;
            };
            let computed = rounded(count, base, printed.decimals());
            if computed != units(printed) {
                is_explained = false;
                found.push(format!("percent o{at} {count} {base} {printed} {}", shown(computed, printed.decimals())));
            }
        }
        if !is_explained && !self.has_whole_counts(base) {
            let others: Vec<u32> = (1..=200).filter(|&other| self.has_whole_counts(other)).collect();
            found.push(format!("base {base} {others:?}"));
        }
        found
    }
}

fn plain(discrepancy: &Discrepancy<'_>) -> String {
    match discrepancy {
        Discrepancy::Sum { sum, base } => format!("sum {sum} {base}"),
        Discrepancy::Percent { label, count, base, printed, computed } => {
            format!("percent {label} {count} {base} {printed} {computed}")
        }
        Discrepancy::Base { base, others } => format!("base {base} {others:?}"),
        other => panic!("{other:?}"),
    }
}

/// Questions whose percentages are those of some base, and sometimes wrong.
fn asked() -> impl Strategy<Value = Asked> {
    let option = (0u32..30, 0u8..=1, 0u64..1000, 0u8..8);
    let answers = prop_oneof![Just(Answers::One), Just(Answers::Many)];
    let respondents = proptest::option::of(5u32..90);
    (answers, respondents, 10u32..120, proptest::collection::vec(option, 1..5)).prop_map(
        |(answers, respondents, base, options)| {
            let option = |(count, decimals, wrong, kind): (u32, u8, u64, u8)| {
                let right = rounded(count, base, decimals);
                let percent = |units| shown(units, decimals).parse().unwrap();
                match kind {
                    0 => (None, Some(percent(right))),
                    1 => (Some(count), None),
                    2 => (Some(count), Some(percent(if decimals == 0 { wrong / 10 } else { wrong }))),
                    _ => (Some(count), Some(percent(right))),
                }
            };
            Asked { answers, respondents, options: options.into_iter().map(option).collect() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn discrepancies_match_naive_search(asked in asked()) {
        let paper = asked.read();
        let question = paper.question(Exhibit::Figure(1)).unwrap();
        prop_assert_eq!(question.total(), asked.total());
        prop_assert_eq!(question.base(), asked.base());
        let found: Vec<String> = question.discrepancies().iter().map(plain).collect();
        prop_assert_eq!(found, asked.discrepancies());
    }
}

proptest! {
    #[test]
    fn percent_round_trips(digits in 0u64..1000, decimals in 0usize..=2) {
        let text = if decimals == 0 { digits.to_string() } else { format!("{digits}.{:0decimals$}", digits % 10) };
        let percent: Percent = text.parse().unwrap();
        prop_assert_eq!(percent.to_string(), text.clone());
        prop_assert_eq!(serde_json::to_value(percent).unwrap(), serde_json::from_str::<serde_json::Value>(&text).unwrap());
        prop_assert!((percent.value() - text.parse::<f64>().unwrap()).abs() < 1e-9);
    }

    #[test]
    fn percent_matches_what_rounds_to_it(count in 0u32..400, base in 1u32..400, percent in "[1-9]?[0-9](\\.[0-9]{1,2})?") {
        let percent: Percent = percent.parse().unwrap();
        prop_assert_eq!(percent.is_of(count, base), is_right(count, base, percent));
    }

    #[test]
    fn percent_and_exhibit_never_panic(text in "\\PC{0,12}", number in "(table|figure)-[0-9+]{0,4}") {
        for text in [text, number] {
            if let Ok(percent) = text.parse::<Percent>() {
                prop_assert_eq!(percent.to_string(), text.clone());
            }
            if let Ok(exhibit) = text.parse::<Exhibit>() {
                prop_assert_eq!(exhibit.to_string(), text.clone());
            }
        }
    }
}

/// The numbers of a question are compared with what they can be, not only where every count is printed.
#[test]
fn discrepancies_with_options_that_are_not_counted() {
    let found = |answers: Answers, respondents: u32, options: &[(Option<u32>, Option<&str>)]| {
        let options = options.iter().map(|(count, percent)| (*count, percent.map(|text| text.parse().unwrap())));
        let asked = Asked { answers, respondents: Some(respondents), options: options.collect() };
        let paper = asked.read();
        let question = paper.question(Exhibit::Figure(1)).unwrap();
        let found: Vec<String> = question.discrepancies().iter().map(plain).collect();
        assert_eq!(found, asked.discrepancies());
        found
    };
    // Those who are not counted can be as many as are missing.
    assert_eq!(found(Answers::One, 10, &[(Some(4), None), (None, None)]), [""; 0]);
    assert_eq!(found(Answers::One, 10, &[(Some(10), None), (None, None)]), [""; 0]);
    assert_eq!(found(Answers::One, 10, &[(Some(11), None), (None, None)]), ["sum 11 10"]);
    assert_eq!(found(Answers::One, 10, &[(Some(4), None), (Some(5), None)]), ["sum 9 10"]);
    assert_eq!(found(Answers::Many, 10, &[(Some(11), None), (None, None)]), [""; 0]);
    // A percentage without its count is explained by whole counts alone.
    assert_eq!(found(Answers::One, 10, &[(None, Some("40")), (None, Some("60"))]), [""; 0]);
    assert_eq!(found(Answers::Many, 8, &[(None, Some("40"))]).len(), 1);
    assert_eq!(found(Answers::One, 10, &[(None, Some("40")), (None, Some("50"))]).len(), 1);
    assert_eq!(found(Answers::One, 10, &[(None, Some("40")), (None, Some("50")), (None, None)]), [""; 0]);
    assert_eq!(found(Answers::One, 10, &[(None, Some("60")), (None, Some("50")), (None, None)]).len(), 1);
}

#[test]
fn base_of_one_is_a_base() {
    let base = |respondents: Option<u32>, options: Vec<(Option<u32>, Option<Percent>)>| {
        let paper = Asked { answers: Answers::One, respondents, options }.read();
        let question = paper.question(Exhibit::Figure(1)).unwrap();
        let shares: Vec<_> = [0, 1, 4].map(|base| question.share(question.options().next().unwrap(), base)).into();
        (question.base(), shares)
    };
    assert_eq!(base(Some(1), vec![(Some(1), None)]), (Some(1), vec![None, Some(1.0), Some(0.25)]));
    assert_eq!(base(None, vec![(Some(1), None)]).0, Some(1));
    assert_eq!(base(None, vec![(Some(0), None)]).0, None);
    // A sum is no base if an option has no count.
    assert_eq!(base(None, vec![(Some(1), None), (None, None)]).0, None);
}

#[test]
fn percent_rounds_halves_up() {
    let percent = |text: &str| text.parse::<Percent>().unwrap();
    // 1 of 8 is 12.5.
    assert!(percent("13").is_of(1, 8) && !percent("12").is_of(1, 8));
    assert!(percent("12.5").is_of(1, 8) && percent("12.50").is_of(1, 8));
    assert!(!percent("0").is_of(0, 0));
    assert!(percent("0.5").is_of(1, 200) && percent("100").is_of(1, 1));
    for wrong in ["", ".", "5.", ".5", "1.234", "1234", "07", "007", "07.5", "+5", "5,0", "５", "1e2", " 5", "95.7%"] {
        assert!(wrong.parse::<Percent>().is_err(), "{wrong}");
    }
}
