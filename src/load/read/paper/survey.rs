//! The survey from their file.

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::diagnostics::fault::Span;
use crate::load::diagnostics::rule::Rule;
use crate::load::format::paper::{ChoiceFile, FigureFile, QuestionFile};
use crate::load::read::findings::Findings;
use crate::load::yaml::field::Field;
use crate::paper::{AnswerOption, Exhibit, Figure, Question};

/// The questions of a file as far as they can be read; `tools` are the ids that an option can mean.
pub(crate) fn survey(written: &[Field<QuestionFile>], tools: &Ids<'_>, findings: &mut Findings<'_>) -> Vec<Question> {
    let mut exhibits = Once::new(Rule::RepeatedNumber);
    let question = |(written, span)| question(written, span, tools, &mut exhibits, findings);
    written.iter().filter_map(Field::given).filter_map(question).collect()
}

fn question(
    written: &QuestionFile,
    span: Span,
    tools: &Ids<'_>,
    exhibits: &mut Once<Exhibit>,
    findings: &mut Findings<'_>,
) -> Option<Question> {
    let id = findings.required(&written.id, "id", span.clone());
    let id: Option<Exhibit> = findings.parse(id, Rule::BadExhibit);
    if let (Some(id), Some(at)) = (id, written.id.span()) {
        exhibits.see(id, at, findings);
    }
    let caption = required_line(&written.caption, "caption", span.clone(), findings);
    let figure = written.figure.given().and_then(|(written, span)| figure(written, span, exhibits, findings));
    let statement = findings.line(written.statement.given());
    let answers = findings.required(&written.answers, "answers", span.clone());
    let answers = findings.parse(answers, Rule::UnknownAnswers);
    findings.required(&written.options, "options", span);
    let mut labels = Once::new(Rule::RepeatedOption);
    let option = |(written, span)| choice(written, span, tools, &mut labels, findings);
    let options: Vec<AnswerOption> = Findings::items(&written.options).filter_map(option).collect();
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

fn figure(
    written: &FigureFile,
    span: Span,
    exhibits: &mut Once<Exhibit>,
    findings: &mut Findings<'_>,
) -> Option<Figure> {
    let number = exhibits.number(&written.number, Exhibit::Figure, span.clone(), findings);
    let caption = required_line(&written.caption, "caption", span, findings);
    Some(Figure { number: number?, caption: caption?.into() })
}

fn choice(
    written: &ChoiceFile,
    span: Span,
    tools: &Ids<'_>,
    labels: &mut Once<String>,
    findings: &mut Findings<'_>,
) -> Option<AnswerOption> {
    let label = required_line(&written.label, "label", span, findings);
    if let (Some(label), Some(at)) = (label.clone(), written.label.span()) {
        labels.see(label, at, findings);
    }
    Some(AnswerOption {
        label: label?.into(),
        count: written.count.value().copied(),
        percent: findings.parse(written.percent.given(), Rule::BadPercent),
        tool: tool(written.tool.given(), tools, findings),
    })
}
