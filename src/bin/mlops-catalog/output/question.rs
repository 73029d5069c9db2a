//! A question of the survey for people: bars that fit a terminal of 80 columns.

use std::io::{self, Write};

use mlops_catalog::paper::{Answers, Exhibit, Question};

use crate::output::bar::bar;
use crate::output::count::count;
use crate::output::table::table;
use crate::output::wrap::wrap;

/// The width of everything.
const WIDTH: usize = 80;

/// The widest that labels get.
const LABEL: usize = 34;

/// What is printed of a question, what it comes to, and what does not add up.
pub fn question(question: &Question, out: &mut dyn Write) -> io::Result<()> {
    let figure = question.figure().map(|figure| format!(" (Figure {}: {})", figure.number(), figure.caption()));
    let head = format!("{}: {}{}", title(question.id()), question.caption(), figure.unwrap_or_default());
    writeln!(out, "{}", wrap(&head, WIDTH))?;
    if let Some(statement) = question.statement() {
        writeln!(out, "{}", wrap(&format!("“{statement}”"), WIDTH))?;
    }
    writeln!(out)?;
    bars(question, out)?;
    writeln!(out, "\n{}", wrap(&summary(question), WIDTH))?;
    for discrepancy in question.discrepancies() {
        writeln!(out, "- {}", wrap(&discrepancy.to_string(), WIDTH - 2).replace('\n', "\n  "))?;
    }
    writeln!(out)
}

fn title(exhibit: Exhibit) -> String {
    match exhibit {
        Exhibit::Table(number) => format!("Table {number}"),
        Exhibit::Figure(number) => format!("Figure {number}"),
    }
}

fn bars(question: &Question, out: &mut dyn Write) -> io::Result<()> {
    let base = question.base();
    let has_percents = question.options().any(|option| option.percent().is_some());
    let of_base = base.map(|base| format!("#Of {base}"));
    let numbers = ["#Count"].into_iter().chain(has_percents.then_some("#Printed")).chain(of_base.as_deref());
    let heading: Vec<&str> = ["Answer"].into_iter().chain(numbers).chain([""]).collect();
    let widest = question.options().map(|option| option.label().chars().count().min(LABEL)).max().unwrap_or(0);
    // Two blanks stand around each column; the numbers take at most nine characters.
    let width = WIDTH - (widest + 2) - 9 * (heading.len() - 2) - 2;
    let most = question.options().filter_map(|option| option.count()).max().unwrap_or(0);
    let rows = question.options().map(|option| {
        let number = option.count().map(|count| count.to_string());
        let printed = option.percent().map(|percent| format!("{percent} %"));
        let share = base.and_then(|base| question.share(option, base)).map(|share| format!("{:.1} %", 100.0 * share));
        let numbers = [number].into_iter().chain(has_percents.then_some(printed)).chain(base.map(|_| share));
        let bar = bar(f64::from(option.count().unwrap_or(0)), f64::from(most), width);
        let numbers = numbers.map(Option::unwrap_or_default);
        [wrap(option.label(), LABEL)].into_iter().chain(numbers).chain([bar]).collect()
    });
    table(out, &heading, rows)
}

fn summary(question: &Question) -> String {
    let many = match question.answers() {
        Answers::One => "one each",
        Answers::Many => "several each",
    };
    let total = count(usize::try_from(question.total()).unwrap_or(usize::MAX), "answer");
    let respondents = question.respondents().map_or("not stated".to_owned(), |stated| stated.to_string());
    format!("{total}, {many}; respondents: {respondents}")
}
