//! The survey from their file.

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{ChoiceFile, FigureFile, QuestionFile};
use crate::load::read::report::Report;
use crate::load::yaml::field::Field;
use crate::paper::{Choice, Exhibit, Figure, Question};

/// The questions of a file as far as they can be read; `tools` are the ids that an option can mean.
pub(crate) fn survey(written: &[Field<QuestionFile>], tools: &Ids<'_>, report: &mut Report<'_>) -> Vec<Question> {
    let mut exhibits = Once::new(Rule::RepeatedNumber);
    let question = |(written, span)| question(written, span, tools, &mut exhibits, report);
    written.iter().filter_map(Field::given).filter_map(question).collect()
}

fn question(
    written: &QuestionFile,
    span: Span,
    tools: &Ids<'_>,
    exhibits: &mut Once<Exhibit>,
    report: &mut Report<'_>,
) -> Option<Question> {
    let id = report.required(&written.id, "id", span.clone());
    let id: Option<Exhibit> = report.parse(id, Rule::BadExhibit);
    if let (Some(id), Some(at)) = (id, written.id.span()) {
        exhibits.see(id, at, report);
    }
    let caption = required_line(&written.caption, "caption", span.clone(), report);
    let figure = written.figure.given().and_then(|(written, span)| figure(written, span, exhibits, report));
    let statement = report.line(written.statement.given());
    let answers = report.required(&written.answers, "answers", span.clone());
    let answers = report.parse(answers, Rule::UnknownAnswers);
    report.required(&written.options, "options", span);
    let mut labels = Once::new(Rule::RepeatedOption);
    let option = |(written, span)| choice(written, span, tools, &mut labels, report);
    let options: Vec<Choice> = Report::items(&written.options).filter_map(option).collect();
    Some(Question {
        id: id?,
        caption: caption?.into(),
        figure,
        statement: statement.map(Into::into),
        answers: answers?,
        respondents: written.respondents.value().copied(),
        options: options.into(),
    })
}

fn figure(written: &FigureFile, span: Span, exhibits: &mut Once<Exhibit>, report: &mut Report<'_>) -> Option<Figure> {
    let number = exhibits.number(&written.number, Exhibit::Figure, span.clone(), report);
    let caption = required_line(&written.caption, "caption", span, report);
    Some(Figure { number: number?, caption: caption?.into() })
}

fn choice(
    written: &ChoiceFile,
    span: Span,
    tools: &Ids<'_>,
    labels: &mut Once<String>,
    report: &mut Report<'_>,
) -> Option<Choice> {
    let label = required_line(&written.label, "label", span, report);
    if let (Some(label), Some(at)) = (label.clone(), written.label.span()) {
        labels.see(label, at, report);
    }
    Some(Choice {
        label: label?.into(),
        count: written.count.value().copied(),
        percent: report.parse(written.percent.given(), Rule::BadPercent),
        tool: tool(written.tool.given(), tools, report),
    })
}
