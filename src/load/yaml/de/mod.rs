//! Serde over the tree: every error goes to a sink, with its place, at the moment it is found.

mod access;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::fmt::{self, Display};

use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use self::access::{Entries, Items, Placed};

use super::field::{FIELD, TEXT_OR_STRUCT};
use super::hints::Hints;
use super::tree::{Key, Node, Style, Value};
use crate::load::diagnostics::fault::{Fault, Faults};
use crate::load::diagnostics::rule::Rule;
use crate::model::{nearest, shorten};

/// The value of a tree; what is wrong is added to `faults`.
pub(crate) fn read<T: DeserializeOwned>(node: &Node<'_>, hints: Hints, faults: &mut Faults) -> Option<T> {
    let sink = RefCell::new(faults);
    T::deserialize(Reader { node, field: None, mapping: "", hints, sink: &sink }).ok()
}

/// That something is wrong; what, and where, is in the sink, or in the text if it has no place yet.
#[derive(Debug)]
pub(crate) enum Error {
    Reported,
    Told(String),
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reported => f.write_str("reported"),
            Self::Told(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: Display>(text: T) -> Self {
        Self::Told(text.to_string())
    }
}

#[derive(Clone, Copy)]
struct Reader<'n, 'f> {
    node: &'n Node<'n>,
    /// The field whose value it is; none in a list.
    field: Option<&'n str>,
    /// The type of the mapping that has the field.
    mapping: &'static str,
    hints: Hints,
    sink: &'f RefCell<&'f mut Faults>,
}

impl<'n> Reader<'n, '_> {
    fn at(self, node: &'n Node<'n>, field: Option<&'n str>) -> Self {
        Self { node, field, ..self }
    }

    fn report(self, fault: Fault) -> Error {
        self.sink.borrow_mut().push(fault);
        Error::Reported
    }

    fn expected(self, what: Expected) -> Error {
        let fault = |message: String| Fault::new(Rule::WrongType, self.node.span.clone(), message);
        let expected = |found: &str| fault(format!("expected {what}, found {found}"));
        self.report(match (&self.node.value, self.field) {
            (Value::Nothing { .. }, Some(field)) => {
                fault(format!("the field `{field}` has no value")).help(self.fill_in(field, what))
            }
            (Value::Nothing { .. }, None) if self.node.span.is_empty() => {
                fault("the item has no value".to_owned()).help("write one, or delete the comma or dash before it")
            }
            (Value::Nothing { written }, None) => fault("the item has no value".to_owned())
                .help(format!("if it is a text, put it in quotes: `'{written}'`")),
            (Value::Scalar { text, .. }, _) => self.suggest(expected(&format!("`{}`", shorten(text))), what),
            (Value::Sequence(_), _) => self.suggest(expected("a list"), what),
            (Value::Mapping(_), _) => self.suggest(expected("a mapping"), what),
        })
    }

    /// The fault with what to write instead of a value of another type.
    fn suggest(self, fault: Fault, what: Expected) -> Fault {
        let example = self.field.and_then(self.hints.example);
        match (what, &self.node.value, example) {
            (Expected::List, Value::Scalar { text, .. }, Some(_)) => {
                fault.help(format!("put it in brackets: `[{}]`", shorten(text)))
            }
            (_, _, Some(example)) => fault.help(format!("write one such as `{example}`")),
            (Expected::List, value, None) => {
                let first = match value {
                    Value::Mapping(entries) => entries.first().map(|(key, _)| shorten(&key.text)),
                    _ => None,
                };
                let first = first.unwrap_or_else(|| "field".to_owned());
                fault.help(format!("begin each item with a dash: `- {first}: …`"))
            }
            (Expected::Fields(fields), ..) => {
                fault.help(format!("write a mapping of its fields: {}", fields.join(", ")))
            }
            (Expected::Value(_), ..) => fault,
        }
    }

    /// What to do about a field without a value.
    fn fill_in(self, field: &str, what: Expected) -> String {
        let example = (self.hints.example)(field);
        let write = match (example, what) {
            (Some(example), Expected::Fields(_)) => {
                format!("write its fields below it, indented by two spaces, or in one line: `{example}`")
            }
            (Some(example), _) => format!("write one, such as `{example}`"),
            (None, _) => "write one".to_owned(),
        };
        match (self.hints.is_required)(self.mapping, field) {
            true => write,
            false => format!("{write}; or leave the field out"),
        }
    }

    fn text(self) -> Result<&'n str, Error> {
        match &self.node.value {
            Value::Scalar { text, .. } => Ok(text),
            _ => Err(self.expected(Expected::Value("text"))),
        }
    }

    fn plain<T: std::str::FromStr>(self, what: &'static str) -> Result<T, Error> {
        let expected = || self.expected(Expected::Value(what));
        match &self.node.value {
            Value::Scalar { text, style: Style::Plain } => text.parse().map_err(|_| expected()),
            _ => Err(expected()),
        }
    }

    /// Gives what a visitor says without a place the place of this node.
    fn placed<T>(self, value: Result<T, Error>) -> Result<T, Error> {
        value.map_err(|error| match error {
            Error::Reported => Error::Reported,
            Error::Told(text) => self.report(Fault::new(Rule::WrongType, self.node.span.clone(), text)),
        })
    }

    fn entries<V: Visitor<'n>>(
        self,
        mapping: &'static str,
        entries: &'n [(Key<'n>, Node<'n>)],
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Entries { reader: Self { mapping, ..self }, entries: entries.iter(), known, value: None })
    }

    fn unknown(self, key: &Key<'_>, fields: &[&str]) {
        self.sink.borrow_mut().push_with(key.span.start, || {
            let near = || nearest(&key.text, fields.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            let help = glued(&key.text, fields).or_else(|| (self.hints.meant)(self.mapping, &key.text)).or_else(near);
            let help = help.unwrap_or_else(|| format!("known fields: {}", fields.join(", ")));
            let message = format!("unknown field `{}`", shorten(&key.text));
            Fault::new(Rule::UnknownField, key.span.clone(), message).help(help)
        });
    }
}

/// What to do about a key that has its value, for want of a space.
fn glued(key: &str, fields: &[&str]) -> Option<String> {
    let (field, value) = key.split_once(':').filter(|(field, _)| fields.contains(field))?;
    Some(format!("write `{field}: {}`, with a space after the colon", shorten(value)))
}

/// What a value must be.
#[derive(Clone, Copy)]
enum Expected {
    Value(&'static str),
    List,
    Fields(&'static [&'static str]),
}

impl Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value(what) => what,
            Self::List => "a list",
            Self::Fields(_) => "a mapping of fields",
        })
    }
}

macro_rules! numbers {
    ($de:lifetime; $($deserialize:ident $visit:ident $number:ty, $what:literal;)*) => { $(
        fn $deserialize<V: Visitor<$de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.plain::<$number>($what).and_then(|number| self.placed(visitor.$visit(number)))
        }
    )* };
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = Error;

    /// No type of the format takes whatever comes.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(self.expected(Expected::Value("text, a number, a list or a mapping of fields")))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.text().and_then(|text| self.placed(visitor.visit_str(text)))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    numbers! {
        'de;
        deserialize_u8 visit_u8 u8, "a whole number from 0 to 255";
        deserialize_u32 visit_u32 u32, "a whole number";
        deserialize_f64 visit_f64 f64, "a number";
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.placed(visitor.visit_newtype_struct(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == FIELD { visitor.visit_seq(Placed { reader: self, part: 0 }) } else { self.deserialize_seq(visitor) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Sequence(items) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            _ => Err(self.expected(Expected::List)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Mapping(entries) => self.entries(name, entries, fields, visitor),
            Value::Scalar { .. } if name == TEXT_OR_STRUCT => self.deserialize_str(visitor),
            _ => Err(self.expected(Expected::Fields(fields))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u16 u64 f32 char bytes byte_buf unit unit_struct tuple map enum identifier ignored_any
    }
}
