//! Serde over the tree: every error goes to a sink, with its place, at the moment it is found.

use std::cell::RefCell;
use std::fmt::{self, Display};

use serde::de::value::{StrDeserializer, UsizeDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer as _, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::example::example;
use super::fault::{Fault, Faults};
use super::field::FIELD;
use super::rule::Rule;
use super::tree::{Key, Node, Style, Value};
use crate::model::{nearest, shorten};

/// The name of a struct that can also be written as text.
pub(super) const TEXT_OR_STRUCT: &str = "$text-or-struct";

/// The name of a struct whose fields are facts.
pub(super) const FACTS: &str = "$facts";

/// The value of a tree; what is wrong is added to `faults`.
pub(super) fn read<T: DeserializeOwned>(node: &Node<'_>, faults: &mut Faults) -> Option<T> {
    let sink = RefCell::new(faults);
    T::deserialize(Reader { node, field: None, sink: &sink }).ok()
}

/// That something is wrong; what, and where, is in the sink, or in the text if it has no place yet.
#[derive(Debug)]
pub(super) enum Error {
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

    fn expected(self, what: &str) -> Error {
        let fault = |message| Fault::new(Rule::WrongType, self.node.span.clone(), message);
        let expected = |found| fault(format!("expected {what}, found {found}"));
        self.report(match (&self.node.value, self.field) {
            (Value::Nothing, Some(field)) => fault(format!("the field `{field}` has no value")).help(fill_in(field)),
            (Value::Nothing, None) => fault("nothing is written here".to_owned()).help("write a value"),
            (Value::Scalar { text, .. }, _) if what == LIST => {
                let text = shorten(text);
                expected(format!("`{text}`")).help(format!("put it in brackets: `[{text}]`"))
            }
            (Value::Scalar { text, .. }, field) => {
                let fault = expected(format!("`{}`", shorten(text)));
                match field.and_then(example) {
                    Some(example) => fault.help(format!("write one such as `{example}`")),
                    None => fault,
                }
            }
            (Value::Sequence(_), _) => expected("a list".to_owned()),
            (Value::Mapping(_), _) => expected("a mapping".to_owned()),
        })
    }

    fn text(self) -> Result<&'n str, Error> {
        match &self.node.value {
            Value::Scalar { text, .. } => Ok(text),
            _ => Err(self.expected("text")),
        }
    }

    fn plain<T: std::str::FromStr>(self, what: &str) -> Result<T, Error> {
        match &self.node.value {
            Value::Scalar { text, style: Style::Plain } => text.parse().map_err(|_| self.expected(what)),
            _ => Err(self.expected(what)),
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
        entries: &'n [(Key<'n>, Node<'n>)],
        known: Known,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Entries { reader: self, entries: entries.iter(), known, value: None })
    }

    fn unknown(self, key: &Key<'_>, what: &str, rule: Rule, fields: &[&str]) {
        self.sink.borrow_mut().push_with(key.span.start, || {
            let help = match nearest(&key.text, fields.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known {what}s: {}", fields.join(", ")),
            };
            let message = format!("unknown {what} `{}`", shorten(&key.text));
            Fault::new(rule, key.span.clone(), message).help(help)
        });
    }
}

/// The keys that a mapping may have.
#[derive(Clone, Copy)]
enum Known {
    Any,
    Fields(&'static [&'static str]),
    Facts(&'static [&'static str]),
}

impl Known {
    /// The rule that a key breaks if it is none of these, what the key is called, and those it could be.
    fn refuses(self, key: &str) -> Option<(Rule, &'static str, &'static [&'static str])> {
        match self {
            Self::Any => None,
            Self::Fields(known) => (!known.contains(&key)).then_some((Rule::UnknownField, "field", known)),
            Self::Facts(known) => (!known.contains(&key)).then_some((Rule::UnknownFact, "fact", known)),
        }
    }
}

const LIST: &str = "a list";

/// What to do about a field without a value.
fn fill_in(field: &str) -> String {
    let rest = "a field that is not needed can be left out";
    match example(field) {
        Some(example) => format!("write one, such as `{example}`; {rest}"),
        None => format!("write one; {rest}"),
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

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Nothing => self.placed(visitor.visit_unit()),
            Value::Scalar { .. } => self.deserialize_str(visitor),
            Value::Sequence(_) => self.deserialize_seq(visitor),
            Value::Mapping(_) => self.deserialize_map(visitor),
        }
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
            _ => Err(self.expected(LIST)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Mapping(entries) => self.entries(entries, Known::Any, visitor),
            _ => Err(self.expected("a mapping of fields")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Mapping(entries) if name == FACTS => self.entries(entries, Known::Facts(fields), visitor),
            Value::Mapping(entries) => self.entries(entries, Known::Fields(fields), visitor),
            Value::Scalar { .. } if name == TEXT_OR_STRUCT => self.deserialize_str(visitor),
            _ => Err(self.expected("a mapping of fields")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u16 u64 f32 char bytes byte_buf unit unit_struct tuple enum identifier ignored_any
    }
}

/// The start, the end and the value of a node.
struct Placed<'n, 'f> {
    reader: Reader<'n, 'f>,
    part: u8,
}

impl<'n> SeqAccess<'n> for Placed<'n, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.part += 1;
        let span = &self.reader.node.span;
        let place = |at| -> UsizeDeserializer<Error> { usize::into_deserializer(at) };
        match self.part {
            1 => seed.deserialize(place(span.start)).map(Some),
            2 => seed.deserialize(place(span.end)).map(Some),
            _ => self.reader.placed(seed.deserialize(self.reader)).map(Some),
        }
    }
}

struct Items<'n, 'f> {
    reader: Reader<'n, 'f>,
    items: std::slice::Iter<'n, Node<'n>>,
}

impl<'n> SeqAccess<'n> for Items<'n, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.items.next().map(|node| seed.deserialize(self.reader.at(node, None))).transpose()
    }
}

struct Entries<'n, 'f> {
    reader: Reader<'n, 'f>,
    entries: std::slice::Iter<'n, (Key<'n>, Node<'n>)>,
    known: Known,
    value: Option<&'n (Key<'n>, Node<'n>)>,
}

impl<'n> MapAccess<'n> for Entries<'n, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'n>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        for entry in self.entries.by_ref() {
            let (key, _) = entry;
            if let Some((rule, what, fields)) = self.known.refuses(&key.text) {
                self.reader.unknown(key, what, rule, fields);
                continue;
            }
            self.value = Some(entry);
            let key: StrDeserializer<'_, Error> = (*key.text).into_deserializer();
            return seed.deserialize(key).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<T::Value, Error> {
        match self.value.take() {
            Some((key, node)) => seed.deserialize(self.reader.at(node, Some(&key.text))),
            None => seed.deserialize(self.reader),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::super::tree;
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Outer {
        name: Field<String>,
        words: Field<Vec<Field<String>>>,
        number: Field<u8>,
        inner: Field<Inner>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Inner {
        share: Field<f64>,
    }

    fn read_text(text: &str) -> (Outer, Vec<(Rule, String)>) {
        let mut faults = Faults::default();
        let tree = tree::parse(text, &mut faults).unwrap();
        let outer = read(&tree, &mut faults).unwrap();
        (outer, faults.into_parts().0.into_iter().map(|fault| (fault.rule, text[fault.span].to_owned())).collect())
    }

    #[test]
    fn one_fault_hides_no_other() {
        let text = "name: [x]\nwords: [a, {b: 1}, [c], d]\nnumber: 300\nnam: 1\ninner: {share: much, shar: 1}\n";
        let (outer, faults) = read_text(text);
        let expected = [
            (Rule::WrongType, "[x]"),
            (Rule::WrongType, "{b: 1}"),
            (Rule::WrongType, "[c]"),
            (Rule::WrongType, "300"),
            (Rule::UnknownField, "nam"),
            (Rule::WrongType, "much"),
            (Rule::UnknownField, "shar"),
        ];
        assert_eq!(faults, expected.map(|(rule, at)| (rule, at.to_owned())));
        let words: Vec<_> = outer.words.value().unwrap().iter().filter_map(Field::value).collect();
        assert_eq!(words, ["a", "d"]);
        assert_eq!((outer.name, outer.number), (Field::Bad, Field::Bad));
    }

    #[test]
    fn plain_text_is_kept() {
        let (outer, faults) = read_text("name: 2018\nwords: [true, null, 'x: y']\nnumber: 7\ninner: {share: 0.5}");
        assert_eq!(faults, []);
        assert_eq!(outer.name, Field::Given { value: "2018".to_owned(), span: 6..10 });
        let words: Vec<_> = outer.words.value().unwrap().iter().filter_map(Field::value).collect();
        assert_eq!(words, ["true", "null", "x: y"]);
        assert_eq!(outer.number.value(), Some(&7));
        assert_eq!(outer.inner.value().unwrap().share.value(), Some(&0.5));
    }

    #[test]
    fn an_empty_value_says_what_to_do() {
        let mut faults = Faults::default();
        let tree = tree::parse("name:\n", &mut faults).unwrap();
        let _: Option<Outer> = read(&tree, &mut faults);
        let (faults, _) = faults.into_parts();
        assert_eq!(faults[0].message, "the field `name` has no value");
        let help = "write one, such as `name: Seldon Core`; a field that is not needed can be left out";
        assert_eq!(faults[0].help.as_deref(), Some(help));
    }

    #[test]
    fn many_unknown_fields_are_counted() {
        let text: String = (0..20_000).map(|at| format!("field{at}: 1\n")).collect();
        let mut faults = Faults::default();
        let tree = tree::parse(&text, &mut faults).unwrap();
        let _: Option<Outer> = read(&tree, &mut faults);
        let (kept, more) = faults.into_parts();
        assert_eq!((kept.len(), more), (20, 19_980));
    }
}
