//! YAML as a small tree in which every key and value knows its place; what a catalog never needs is refused.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use granit_parser::{Event, Options, Parser, ScalarStyle};

use super::characters::{Whole, forbidden_characters};
use super::layout::odd_line;
use super::syntax::syntax;
use crate::load::diagnostics::fault::{Fault, Faults, Span};
use crate::load::diagnostics::rule::Rule;

/// The deepest nesting of lists and mappings.
const DEEPEST: usize = 16;

/// A value; its texts are those of the file, unless quotes or line ends made them others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node<'t> {
    pub(crate) span: Span,
    pub(crate) value: Value<'t>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    /// A field or an item without a value: `null`, `~`, or nothing at all.
    Nothing {
        written: Cow<'t, str>,
    },
    Scalar {
        text: Cow<'t, str>,
        style: Style,
    },
    Sequence(Vec<Node<'t>>),
    /// No key stands twice.
    Mapping(Vec<(Key<'t>, Node<'t>)>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Quoted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) span: Span,
}

/// The tree of a text. What is wrong is added to `faults`; none when nothing more can be said of the text.
pub(crate) fn parse<'t>(text: &'t str, faults: &mut Faults) -> Option<Node<'t>> {
    forbidden_characters(text, Whole::File, faults);
    faults.extend(odd_line(text));
    if !faults.is_empty() {
        return None;
    }
    let mut builder = Builder { text, faults, open: Vec::new(), root: None };
    match builder.run() {
        Ok(()) => {
            if builder.root.is_none() {
                let fault = Fault::new(Rule::Syntax, 0..0, "the file is empty");
                builder.faults.push(fault.help("write its fields, or delete the file"));
            }
            builder.root
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

/// A list or mapping that has not ended.
enum Open<'t> {
    Sequence { start: usize, items: Vec<Node<'t>> },
    Mapping { start: usize, entries: Vec<(Key<'t>, Node<'t>)>, places: BTreeMap<Cow<'t, str>, Span>, next: Next<'t> },
}

/// What comes next in a mapping.
enum Next<'t> {
    Key,
    ValueOf(Key<'t>),
    /// The value of a key that is there already.
    ValueOfNone,
}

struct Builder<'t, 'f> {
    text: &'t str,
    faults: &'f mut Faults,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
}

impl<'t> Builder<'t, '_> {
    fn run(&mut self) -> Result<(), Fault> {
        let mut options = Options::default();
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.emit_comments = false;
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = event.map_err(|error| syntax(self.text, &error, self.opener()))?;
            let span = span.byte_range().unwrap_or(0..0);
            self.refuse(&event, &span)?;
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(refused("a second document", span).help("write one document in a file"));
                    }
                }
                Event::Scalar(text, style, ..) => self.scalar(text, style, span)?,
                Event::SequenceStart(..) => self.descend(Open::Sequence { start: span.start, items: Vec::new() })?,
                Event::MappingStart(..) => {
                    let (entries, places) = (Vec::new(), BTreeMap::new());
                    self.descend(Open::Mapping { start: span.start, entries, places, next: Next::Key })?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.ascend(span.end),
                _ => {}
            }
        }
        Ok(())
    }

    /// The bracket that opens the innermost list or mapping, if it stands in brackets.
    fn opener(&self) -> Option<usize> {
        let (Open::Sequence { start, .. } | Open::Mapping { start, .. }) = self.open.last()?;
        matches!(self.text.as_bytes().get(*start), Some(b'[' | b'{')).then_some(*start)
    }

    /// Refuses what a catalog never needs, before anything is done with it.
    fn refuse(&self, event: &Event<'_>, span: &Span) -> Result<(), Fault> {
        let what = if event.is_alias() {
            "an alias"
        } else if event.anchor_id().is_some() {
            "an anchor"
        } else if event.tag().is_some() {
            "a tag"
        } else {
            return Ok(());
        };
        Err(refused(what, span.clone()).help("write the value out in full, without it"))
    }

    fn descend(&mut self, open: Open<'t>) -> Result<(), Fault> {
        let (Open::Sequence { start, .. } | Open::Mapping { start, .. }) = &open;
        let span = *start..self.text.ceil_char_boundary(*start + 1);
        if let Some(Open::Mapping { next: Next::Key, .. }) = self.open.last() {
            return Err(refused("a key that is a list or a mapping", span).help("write a word as the key"));
        }
        if self.open.len() == DEEPEST {
            let message = format!("this is nested more than {DEEPEST} deep");
            return Err(Fault::new(Rule::TooDeep, span, message));
        }
        self.open.push(open);
        Ok(())
    }

    fn ascend(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let (start, value) = match open {
            Open::Sequence { start, items } => (start, Value::Sequence(items)),
            Open::Mapping { start, entries, .. } => (start, Value::Mapping(entries)),
        };
        // A block ends where the next thing begins; what it covers ends with its last line.
        let end = start + self.text[start..end.max(start)].trim_end().len();
        self.place(Node { span: start..end, value });
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Result<(), Fault> {
        // An escape can write what the text cannot show.
        if style == ScalarStyle::DoubleQuoted {
            let mut forbidden = Faults::default();
            forbidden_characters(&text, Whole::Value, &mut forbidden);
            if let Some(fault) = forbidden.into_parts().0.pop() {
                return Err(Fault { span, ..fault });
            }
        }
        let style = if style == ScalarStyle::Plain { Style::Plain } else { Style::Quoted };
        if let Some(Open::Mapping { places, next: next @ Next::Key, .. }) = self.open.last_mut() {
            if style == Style::Plain && text == "<<" {
                return Err(refused("a merge key", span).help("write the fields out in full"));
            }
            *next = match places.entry(text.clone()) {
                Entry::Vacant(place) => {
                    place.insert(span.clone());
                    Next::ValueOf(Key { text, span })
                }
                Entry::Occupied(first) => {
                    self.faults.push_with(span.start, || {
                        let message = format!("the field `{}` is given twice", crate::model::shorten(&text));
                        let fault = Fault::new(Rule::RepeatedField, span, message).help("leave one of them out");
                        fault.also(first.get().clone(), "given first here")
                    });
                    Next::ValueOfNone
                }
            };
            return Ok(());
        }
        let is_nothing = style == Style::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let value = if is_nothing { Value::Nothing { written: text } } else { Value::Scalar { text, style } };
        self.place(Node { span, value });
        Ok(())
    }

    fn place(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, next, .. }) => {
                // The first of two equal keys stands; the second has been reported.
                if let Next::ValueOf(key) = std::mem::replace(next, Next::Key) {
                    entries.push((key, node));
                }
            }
        }
    }
}

fn refused(what: &str, span: Span) -> Fault {
    Fault::new(Rule::YamlFeature, span, format!("{what} cannot be used in a catalog file"))
}
