//! Problems as rustc shows its errors.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Heading, Origin, Renderer, Snippet};

use super::place::Place;
use super::problem::{Problem, Style};
use super::rule::Level;
use super::source_file::Excerpt;

/// The problem with its source line underlined, as text of several lines; `dir` stands before the names of files.
pub(crate) fn problem(problem: &Problem, dir: &str, style: Style) -> String {
    let level = match problem.rule().level() {
        Level::Error => Heading::ERROR,
        Level::Warning => Heading::WARNING,
    };
    let title = level.primary_title(problem.message()).id(problem.rule().id());
    let place = problem.place();
    let mut report = show(Group::with_title(title), dir, place, problem.also());
    if let Some((also, label)) = problem.also().filter(|(also, _)| !share_a_line(place, also)) {
        report = show_also(report, dir, also, label);
    }
    if let Some(help) = problem.help() {
        report = report.element(Heading::HELP.message(help));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    renderer.render(&[report])
}

/// `dir/file`, with `/` between the parts.
pub(crate) fn path(dir: &str, file: &str) -> String {
    if dir.is_empty() { file.to_owned() } else { format!("{}/{file}", dir.trim_end_matches('/')) }
}

/// Whether both places are seen in one excerpt.
fn share_a_line(place: &Place, also: &Place) -> bool {
    let line = |of: &Place| of.excerpt().map(|excerpt| excerpt.line.clone());
    place.file() == also.file() && place.start().0 == also.start().0 && line(place) == line(also)
}

fn show<'p>(report: Group<'p>, dir: &str, place: &'p Place, also: Option<(&'p Place, &'p str)>) -> Group<'p> {
    let Some(excerpt) = place.excerpt() else { return report.element(origin(dir, place)) };
    let mut snippet = snippet(dir, place, excerpt).annotation(span(AnnotationKind::Primary, excerpt));
    if let Some((also, label)) = also.filter(|(also, _)| share_a_line(place, also))
        && let Some(excerpt) = also.excerpt()
    {
        snippet = snippet.annotation(span(AnnotationKind::Context, excerpt).label(label));
    }
    report.element(snippet)
}

fn show_also<'p>(report: Group<'p>, dir: &str, place: &'p Place, label: &'p str) -> Group<'p> {
    let Some(excerpt) = place.excerpt() else { return report.element(origin(dir, place)) };
    report.element(snippet(dir, place, excerpt).annotation(span(AnnotationKind::Context, excerpt).label(label)))
}

fn origin<'p>(dir: &str, place: &Place) -> Origin<'p> {
    let (line, column) = place.start();
    Origin::path(path(dir, place.file())).line(line).char_column(column)
}

fn snippet<'p>(dir: &str, place: &Place, excerpt: &'p Excerpt) -> Snippet<'p, Annotation<'p>> {
    Snippet::source(excerpt.line.as_str()).path(path(dir, place.file())).line_start(place.start().0)
}

fn span<'p>(kind: AnnotationKind, excerpt: &Excerpt) -> Annotation<'p> {
    kind.span(excerpt.from..excerpt.to)
}
