//! Collecting what is wrong while files are turned into the values they mean.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use super::field::Field;
use super::problem::{Place, Problem, Rule};
use super::rules::nearest_id;
use super::text::SourceFile;
use super::tree::{Fault, Span};
use crate::{Date, Source, ToolId};

/// A value and where it stands.
pub(super) type Placed<T> = (T, Span);

/// The faults of one file, and what its values are checked against.
pub(super) struct Report<'f> {
    pub(super) file: &'f SourceFile,
    pub(super) today: Date,
    faults: Vec<Fault>,
}

impl<'f> Report<'f> {
    pub(super) fn new(file: &'f SourceFile, today: Date) -> Self {
        Self { file, today, faults: Vec::new() }
    }

    /// The faults so far, for the reader to add to.
    pub(super) fn faults(&mut self) -> &mut Vec<Fault> {
        &mut self.faults
    }

    pub(super) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// A fault in the words of an error: what is wrong and, after the last semicolon, what to do.
    pub(super) fn error(&mut self, rule: Rule, span: Span, error: &impl Display) {
        let text = error.to_string();
        let (message, help) = match text.rsplit_once("; ") {
            Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
            None => (text, None),
        };
        self.faults.push(Fault { rule, span, message, help, also: None });
    }

    /// The field's value; a fault at `parent` when the field is absent.
    pub(super) fn required<'v, T>(&mut self, field: &'v Field<T>, name: &str, parent: Span) -> Option<Placed<&'v T>> {
        if matches!(field, Field::Absent) {
            let at = parent.start..self.line_end(parent.start);
            self.error(Rule::MissingField, at, &format!("the field `{name}` is missing"));
        }
        field.given()
    }

    /// The value that a text means; its error is a fault of that rule.
    pub(super) fn parse<T: FromStr<Err: Display>>(&mut self, given: Option<Placed<&String>>, rule: Rule) -> Option<T> {
        let (text, span) = given?;
        text.parse().map_err(|error| self.error(rule, span, &error)).ok()
    }

    /// A line of text.
    pub(super) fn line(&mut self, given: Option<Placed<&String>>) -> Option<String> {
        let (text, span) = given?;
        if text.is_empty() || text.trim() != text || text.contains(char::is_control) {
            let wrong = "this is not a line of text; write one line, without blanks around it";
            self.error(Rule::BadText, span, &wrong);
            return None;
        }
        Some(text.clone())
    }

    /// Where a fact is evidenced.
    pub(super) fn source(&mut self, written: &Field<String>) -> Option<Source> {
        self.line(written.given())?;
        self.parse(written.given(), Rule::BadAddress)
    }

    /// A date that is not in the future.
    pub(super) fn date(&mut self, given: Option<Placed<&String>>) -> Option<Date> {
        let span = given.as_ref().map(|(_, span)| span.clone());
        let date: Date = self.parse(given, Rule::BadDate)?;
        if date.is_after(self.today) {
            let wrong = format!("{date} is in the future; today is {}", self.today);
            self.error(Rule::FutureDate, span?, &wrong);
            return None;
        }
        Some(date)
    }

    /// A fault for an id that is none of `tools`.
    pub(super) fn unknown_tool(&mut self, rule: Rule, span: Span, id: &ToolId, tools: &BTreeSet<&str>) {
        self.error(rule, span, &format!("no tool has the id `{id}`; {}", nearest_id(id, tools)));
    }

    /// The items of a list that can be read, with their places.
    pub(super) fn items<T>(field: &Field<Vec<Field<T>>>) -> impl Iterator<Item = Placed<&T>> {
        field.value().into_iter().flatten().filter_map(Field::given)
    }

    /// The problems of the file.
    pub(super) fn into_problems(self) -> impl Iterator<Item = Problem> + use<'f> {
        let file = self.file;
        self.faults.into_iter().map(|fault| {
            let also = fault.also.map(|(span, label)| (Place::new(file, span), label.to_owned()));
            Problem::new(Place::new(file, fault.span), fault.rule, fault.message, fault.help).with(also)
        })
    }

    fn line_end(&self, at: usize) -> usize {
        self.file.text()[at..].find('\n').map_or(self.file.text().len(), |length| at + length)
    }
}
