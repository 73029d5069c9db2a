//! The paper as the Rust source of a static.

use mlops_catalog::paper::{AnswerOption, Case, Exhibit, Figure, Percent, Platform, Question, Reference, Row, Table};
use mlops_catalog::{Paper, Year};

use crate::rust::{category, list, option, text};

pub fn paper(paper: &Paper) -> String {
    let tables = lines(8, paper.tables().map(table));
    let survey = lines(8, paper.survey().map(question));
    let cases = lines(8, paper.cases().map(case));
    let references = lines(8, paper.references().map(reference));
    format!(
        "use std::borrow::Cow;

use super::{{id, text, year}};
use crate::model::Category;
use crate::paper::{{
    AnswerOption, Answers, Case, Doi, Exhibit, Figure, Paper, Percent, Platform, PrintedType, Question, Reference, Role, Row,
    Table,
}};

pub(crate) static PAPER: Paper = Paper {{
    tables: Cow::Borrowed(&[
{tables}    ]),
    survey: Cow::Borrowed(&[
{survey}    ]),
    cases: Cow::Borrowed(&[
{cases}    ]),
    references: Cow::Borrowed(&[
{references}    ]),
}};
"
    )
}

fn table(table: &Table) -> String {
    format!(
        "Table {{ number: {}, title: {}, category: {}, rows: Cow::Borrowed(&[\n{}        ]) }}",
        table.number(),
        text(table.title()),
        category(table.category()),
        lines(12, table.rows().map(row))
    )
}

fn row(row: &Row) -> String {
    format!(
        "Row {{ name: {}, printed_type: PrintedType::{:?}, released: {}, tool: id({:?}) }}",
        text(row.name()),
        row.printed_type(),
        option(row.released().map(year)),
        row.tool()
    )
}

fn question(question: &Question) -> String {
    let id = match question.id() {
        Exhibit::Table(number) => format!("Exhibit::Table({number})"),
        Exhibit::Figure(number) => format!("Exhibit::Figure({number})"),
    };
    format!(
        "Question {{ id: {id}, caption: {}, figure: {}, statement: {}, answers: Answers::{:?}, respondents: {:?}, \
         options: Cow::Borrowed(&[\n{}        ]) }}",
        text(question.caption()),
        option(question.figure().map(figure)),
        option(question.statement().map(text)),
        question.answers(),
        question.respondents(),
        lines(12, question.options().map(choice))
    )
}

fn figure(figure: &Figure) -> String {
    format!("Figure {{ number: {}, caption: {} }}", figure.number(), text(figure.caption()))
}

fn choice(choice: &AnswerOption) -> String {
    format!(
        "AnswerOption {{ label: {}, count: {:?}, percent: {}, tool: {} }}",
        text(choice.label()),
        choice.count(),
        option(choice.percent().map(percent)),
        option(choice.tool().map(|tool| format!("id({tool:?})")))
    )
}

fn percent(percent: Percent) -> String {
    let digits = percent.to_string().replace('.', "").parse::<u64>().unwrap_or_default();
    format!("Percent {{ digits: {digits}, decimals: {} }}", percent.decimals())
}

fn case(case: &Case) -> String {
    format!(
        "Case {{ company: {}, platforms: Cow::Borrowed({}), references: Cow::Borrowed(&{:?}) }}",
        text(case.company()),
        list(case.platforms().map(platform)),
        case.references()
    )
}

fn platform(platform: &Platform) -> String {
    let tool = option(platform.tool().map(|tool| format!("id({tool:?})")));
    format!("Platform {{ name: {}, role: Role::{:?}, tool: {tool} }}", text(platform.name()), platform.role())
}

fn reference(reference: &Reference) -> String {
    format!(
        "Reference {{ number: {}, authors: Cow::Borrowed({}), title: {}, venue: {}, year: {}, doi: {}, address: {} }}",
        reference.number(),
        list(reference.authors().map(text)),
        text(reference.title()),
        option(reference.venue().map(text)),
        option(reference.year().map(year)),
        option(reference.doi().map(|doi| format!("Doi({})", text(doi.as_str())))),
        option(reference.address().map(text))
    )
}

fn year(year: Year) -> String {
    format!("year({year})")
}

/// A line for each item, with a comma.
fn lines(indent: usize, items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("{:indent$}{item},\n", "")).collect()
}
