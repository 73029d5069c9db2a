//! The survey as written.

use serde::Deserialize;

use super::once::Once;
use super::{Ids, required_line, tool};
use crate::load::fault::Span;
use crate::load::field::Field;
use crate::load::report::Report;
use crate::load::rule::Rule;
#[cfg(feature = "schema")]
use crate::load::shape;
use crate::paper::{Choice, Exhibit, Figure, Question};

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "caption", "answers", "options"])))]
pub(in crate::load) struct QuestionFile {
    /// The table or figure that shows it; the table where both do. Where the paper uses a figure's number twice, the
    /// survey's is meant.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Exhibit"))]
    id: Field<String>,
    /// The caption of that table or figure.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    caption: Field<String>,
    /// The figure that shows what the table does.
    figure: Field<FigureFile>,
    /// What respondents were asked to agree with.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["MLOps saves time."])))]
    statement: Field<String>,
    /// How many answers a respondent could give.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Answers"))]
    answers: Field<String>,
    /// How many answered, where the paper states it for this question.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Count"))]
    respondents: Field<u32>,
    /// The options, in printed order.
    options: Field<Vec<Field<ChoiceFile>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "caption"])))]
struct FigureFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    number: Field<u8>,
    /// Its caption.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    caption: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["label"])))]
struct ChoiceFile {
    /// The option as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    label: Field<String>,
    /// The printed number of respondents who chose it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Count"))]
    count: Field<u32>,
    /// The printed percentage, with the decimals that are printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Percent"))]
    percent: Field<String>,
    /// The id of the tool that it means.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    tool: Field<String>,
}

/// The questions of a file as far as they can be read; `tools` are the ids that an option can mean.
pub(in crate::load) fn survey(
    written: &[Field<QuestionFile>],
    tools: &Ids<'_>,
    report: &mut Report<'_>,
) -> Vec<Question> {
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
