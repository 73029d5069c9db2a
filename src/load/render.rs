//! Problems as rustc shows its errors.

use annotate_snippets::{Annotation, AnnotationKind, Group, Origin, Renderer, Snippet};

use super::place::Place;
use super::problem::{Problem, Style};
use super::rule::Level;

pub(super) fn problem(problem: &Problem, style: Style) -> String {
    let level = match problem.rule().level() {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning => annotate_snippets::Level::WARNING,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.rule.id());
    let mut report = show(Group::with_title(title), &problem.place, AnnotationKind::Primary, "");
    if let Some((place, label)) = problem.also() {
        report = show(report, place, AnnotationKind::Context, label);
    }
    if let Some(help) = problem.help() {
        report = report.element(annotate_snippets::Level::HELP.message(help));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    renderer.render(&[report])
}

fn show<'p>(report: Group<'p>, place: &'p Place, kind: AnnotationKind, label: &'p str) -> Group<'p> {
    let (line, column) = place.start();
    let Some(excerpt) = place.excerpt() else {
        return report.element(Origin::path(place.file()).line(line).char_column(column));
    };
    let annotation = kind.span(excerpt.from..excerpt.to);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    let snippet: Snippet<'p, Annotation<'p>> = Snippet::source(excerpt.line.as_str());
    report.element(snippet.path(place.file()).line_start(line).annotation(annotation))
}
