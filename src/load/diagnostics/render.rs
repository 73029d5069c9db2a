//! Problems as rustc shows its errors.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Heading, Origin, Renderer, Snippet};

use super::location::Location;
use super::problem::{Problem, RenderStyle};
use super::remark::Remark;
use super::rule::Severity;
use super::source_file::Excerpt;

/// The problem with its source line underlined, as text of several lines; `dir` stands before the names of files.
pub(crate) fn problem(problem: &Problem, help: Option<&str>, dir: &str, style: RenderStyle) -> String {
    let rule = problem.rule();
    let remark = Remark { severity: rule.severity(), code: rule.as_str(), message: problem.message(), help };
    self::remark(&remark, problem.location(), problem.related(), dir, style)
}

impl Remark<'_> {
    /// Renders the remark as rustc shows its errors. Paths begin with `dir`.
    #[must_use]
    pub fn render(&self, location: &Location, dir: &str, style: RenderStyle) -> String {
        remark(self, location, None, dir, style)
    }
}

/// What is said of a location, and of another one that has to do with it.
pub(crate) fn remark(
    remark: &Remark<'_>,
    location: &Location,
    related: Option<(&Location, &str)>,
    dir: &str,
    style: RenderStyle,
) -> String {
    let severity = match remark.severity {
        Severity::Error => Heading::ERROR,
        Severity::Warning => Heading::WARNING,
    };
    let title = severity.primary_title(remark.message).id(remark.code);
    let mut report = show(Group::with_title(title), dir, location, related);
    if let Some((related, label)) = related.filter(|(related, _)| !share_a_line(location, related)) {
        report = show_related(report, dir, related, label);
    }
    if let Some(help) = remark.help {
        report = report.element(Heading::HELP.message(help));
    }
    let renderer = match style {
        RenderStyle::Plain => Renderer::plain(),
        RenderStyle::Colored => Renderer::styled(),
    };
    let text = renderer.render(&[report]);
    let texts = [Some(location), related.map(|(related, _)| related)];
    texts.into_iter().flatten().fold(text, |text, location| without_place_in_excerpt(&text, &place(dir, location)))
}

/// `dir/file`, with `/` between the parts.
pub(crate) fn path(dir: &str, file: &str) -> String {
    match (dir, file) {
        ("", file) => file.to_owned(),
        (dir, "") => dir.to_owned(),
        (dir, file) => format!("{}/{file}", dir.trim_end_matches('/')),
    }
}

/// Whether both places are seen in one excerpt.
fn share_a_line(location: &Location, related: &Location) -> bool {
    let line = |of: &Location| of.excerpt().map(|excerpt| excerpt.line.clone());
    location.file() == related.file()
        && location.start().line == related.start().line
        && line(location) == line(related)
}

fn show<'p>(
    report: Group<'p>,
    dir: &str,
    location: &'p Location,
    related: Option<(&'p Location, &'p str)>,
) -> Group<'p> {
    let Some(excerpt) = location.excerpt() else { return report.element(origin(dir, location)) };
    let mut snippet = snippet(dir, location, excerpt).annotation(span(AnnotationKind::Primary, excerpt));
    if let Some((related, label)) = related.filter(|(related, _)| share_a_line(location, related))
        && let Some(excerpt) = related.excerpt()
    {
        snippet = snippet.annotation(span(AnnotationKind::Context, excerpt).label(label));
    }
    report.element(snippet)
}

fn show_related<'p>(report: Group<'p>, dir: &str, location: &'p Location, label: &'p str) -> Group<'p> {
    let Some(excerpt) = location.excerpt() else { return report.element(origin(dir, location)) };
    report.element(snippet(dir, location, excerpt).annotation(span(AnnotationKind::Context, excerpt).label(label)))
}

fn origin<'p>(dir: &str, location: &Location) -> Origin<'p> {
    let (origin, start) = (Origin::path(path(dir, location.file())), location.start());
    if location.has_line() { origin.line(start.line).char_column(start.column) } else { origin }
}

fn snippet<'p>(dir: &str, location: &Location, excerpt: &'p Excerpt) -> Snippet<'p, Annotation<'p>> {
    Snippet::source(excerpt.line.as_str()).path(place(dir, location)).line_start(location.start().line)
}

/// `dir/file:line:column`.
fn place(dir: &str, location: &Location) -> String {
    format!("{}:{}", path(dir, location.file()), location.start())
}

/// The library adds line and column of the excerpt to the place in the file; in a line that is cut, the column is another.
fn without_place_in_excerpt(text: &str, place: &str) -> String {
    match text.split_once(place) {
        Some((before, after)) => {
            let after = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
            format!("{before}{place}{after}")
        }
        None => text.to_owned(),
    }
}

fn span<'p>(kind: AnnotationKind, excerpt: &Excerpt) -> Annotation<'p> {
    kind.span(excerpt.from..excerpt.to)
}
