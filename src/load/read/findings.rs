//! Collecting what is wrong while files are turned into the values they mean.

use std::collections::BTreeSet;
use std::str::FromStr;

use crate::load::diagnostics::fault::{Fault, Faults, Span};
use crate::load::diagnostics::found::Found;
use crate::load::diagnostics::location::Location;
use crate::load::diagnostics::problem::Problem;
use crate::load::diagnostics::rule::{Rule, Severity};
use crate::load::diagnostics::source_file::SourceFile;
use crate::load::format::example::example;
use crate::load::yaml::field::Field;
use crate::load::yaml::plain::other_reading;
use crate::model::{Date, ParseError, Source, ToolId, Year, nearest, shorten};

pub(crate) const ANY_ID: &str = "write the id of a tool of this catalog, the stem of a file in `tools`";

/// A value and its place.
pub(crate) type Placed<T> = (T, Span);

/// The faults of one file, and what its values are checked against.
pub(crate) struct Findings<'f> {
    pub(crate) file: &'f SourceFile,
    pub(crate) today: Date,
    faults: Faults,
    warnings: Faults,
}

impl<'f> Findings<'f> {
    pub(crate) fn new(file: &'f SourceFile, today: Date) -> Self {
        Self { file, today, faults: Faults::default(), warnings: Faults::default() }
    }

    /// The faults so far, for the reader to add to.
    pub(crate) fn faults(&mut self) -> &mut Faults {
        &mut self.faults
    }

    pub(crate) fn warnings(&mut self) -> &mut Faults {
        &mut self.warnings
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Adds what is wrong, and what to do about it.
    pub(crate) fn error(&mut self, rule: Rule, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.fault_with(rule, span, |rule, span| Fault::new(rule, span, message).help(help));
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        self.of(fault.rule).push(fault);
    }

    /// A fault that is made only if it is one of the first few: what to do about it may take some time to find out.
    pub(crate) fn fault_with(&mut self, rule: Rule, span: Span, fault: impl FnOnce(Rule, Span) -> Fault) {
        self.of(rule).push_with(span.start, || fault(rule, span));
    }

    fn of(&mut self, rule: Rule) -> &mut Faults {
        match rule.severity() {
            Severity::Error => &mut self.faults,
            Severity::Warning => &mut self.warnings,
        }
    }

    /// The field's value; a fault at `parent` when the field is absent.
    pub(crate) fn required<'v, T>(&mut self, field: &'v Field<T>, name: &str, parent: Span) -> Option<Placed<&'v T>> {
        if matches!(field, Field::Absent) {
            // The first line of a long mapping is enough; the whole file has no place.
            let at = parent.start..parent.end.min(self.line_end(parent.start));
            let fault = Fault::new(Rule::MissingField, at, format!("the field `{name}` is missing"));
            self.fault(fault.help(match example(name) {
                Some(example) => format!("add it, such as `{example}`"),
                None => format!("add `{name}: …`"),
            }));
        }
        field.given()
    }

    /// The value that a text means; its error is a fault of that rule.
    pub(crate) fn parse<T: FromStr<Err = ParseError>>(
        &mut self,
        given: Option<Placed<&String>>,
        rule: Rule,
    ) -> Option<T> {
        let (text, span) = given?;
        self.parse_text(text, span, rule)
    }

    /// The value that a text means; its error is a fault of that rule.
    pub(crate) fn parse_text<T: FromStr<Err = ParseError>>(&mut self, text: &str, span: Span, rule: Rule) -> Option<T> {
        text.parse().map_err(|error: ParseError| self.error(rule, span, error.message(), error.help())).ok()
    }

    /// A line of text.
    pub(crate) fn line(&mut self, given: Option<Placed<&String>>) -> Option<String> {
        let (text, span) = given?;
        self.must_be_a_line(text, span).map(|()| text.clone())
    }

    /// The id of a tool.
    pub(crate) fn id(&mut self, given: Option<Placed<&String>>) -> Option<ToolId> {
        let (text, span) = given?;
        let id = self.parse_text(text, span.clone(), Rule::BadId)?;
        self.should_be_quoted(text, span);
        Some(id)
    }

    /// A text without quotes that other readers of YAML take for something else.
    fn should_be_quoted(&mut self, text: &str, span: Span) {
        // What is in quotes, or goes on over several lines, is text to every reader.
        let is_plain = self.file.text().get(span.clone()) == Some(text);
        if let Some(other) = other_reading(text).filter(|_| is_plain) {
            let text = shorten(text);
            let message = format!("other readers of YAML take `{text}` for {other}");
            self.error(Rule::UnquotedText, span, message, format!("put it in quotes: `'{text}'`"));
        }
    }

    fn must_be_a_line(&mut self, text: &str, span: Span) -> Option<()> {
        self.should_be_quoted(text, span.clone());
        let (message, help) = if text.is_empty() {
            ("the text is empty", "write it, or leave it out where it is not required")
        } else if text.contains(char::is_control) {
            ("the text is more than one line", "write it as one line, without tabs")
        } else if text.trim() != text {
            ("the text has spaces around it", "remove leading and trailing whitespace")
        } else {
            return Some(());
        };
        self.error(Rule::BadText, span, message, help);
        None
    }

    /// Where a fact is evidenced.
    pub(crate) fn source(&mut self, written: &Field<String>) -> Option<Source> {
        let (text, span) = written.given()?;
        self.must_be_a_line(text, span)?;
        self.parse(written.given(), Rule::BadAddress)
    }

    /// A date that is not in the future.
    pub(crate) fn date(&mut self, given: Option<Placed<&String>>) -> Option<Date> {
        const HELP: &str = "write the date on which it happened";
        let (text, span) = given?;
        let is_early = Date::of_any_year(text).is_some_and(|date| date.year() < Year::FIRST);
        let rule = if is_early { Rule::YearOutOfRange } else { Rule::BadDate };
        let date: Date = self.parse_text(text, span.clone(), rule)?;
        let (rule, wrong) = if date.year() > self.next_year() {
            (Rule::YearOutOfRange, "after next year")
        } else if date.is_after(self.today) {
            (Rule::FutureDate, "in the future")
        } else {
            return Some(date);
        };
        self.error(rule, span, format!("{date} is {wrong} (today is {})", self.today), HELP);
        None
    }

    /// A year from 1950 to next year.
    pub(crate) fn year(&mut self, given: Option<Placed<&String>>) -> Option<Year> {
        let (text, span) = given?;
        let is_a_number = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse::<Year>() {
            Ok(year) if year <= self.next_year() => return Some(year),
            Err(error) if !is_a_number => self.error(Rule::BadDate, span, error.message(), error.help()),
            _ => {
                let message = format!("{text} is not a year from {} to {}", Year::FIRST, self.next_year());
                self.error(Rule::YearOutOfRange, span, message, "write the year as printed");
            }
        }
        None
    }

    fn next_year(&self) -> Year {
        Year::new(self.today.year().get() + 1).unwrap_or(self.today.year())
    }

    /// A fault for an id that is none of `tools`.
    pub(crate) fn unknown_tool(&mut self, rule: Rule, span: Span, id: &ToolId, tools: &BTreeSet<&str>) {
        self.fault_with(rule, span, |rule, span| {
            Fault::new(rule, span, format!("no tool has the id `{id}`")).help(nearest_id(id, tools))
        });
    }

    /// The items of a list that can be read, with their places.
    pub(crate) fn items<T>(field: &Field<Vec<Field<T>>>) -> impl Iterator<Item = Placed<&T>> {
        field.value().into_iter().flatten().filter_map(Field::given)
    }

    /// Hands what is wrong over, as problems of the file.
    pub(crate) fn tell(self, found: &mut Found) {
        for (level, faults) in [(Severity::Error, self.faults), (Severity::Warning, self.warnings)] {
            let (faults, more) = faults.into_parts();
            for fault in faults {
                let also = fault.also.map(|(span, label)| (Location::new(self.file, span), label));
                let place = Location::new(self.file, fault.span);
                found.push(Problem::new(place, fault.rule, fault.message, fault.help).with_related(also));
            }
            found.count(level, self.file.path(), more);
        }
    }

    fn line_end(&self, at: usize) -> usize {
        self.file.text()[at..].find('\n').map_or(self.file.text().len(), |length| at + length)
    }
}

/// What to write instead of an id that no tool has.
pub(crate) fn nearest_id(id: &ToolId, ids: &BTreeSet<&str>) -> String {
    match nearest(id.as_str(), ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => ANY_ID.to_owned(),
    }
}
