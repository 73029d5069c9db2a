//! What serde is given of a value: its place, its items, its entries.

use serde::de::value::{StrDeserializer, UsizeDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer as _, MapAccess, SeqAccess};

use super::{Error, Reader};
use crate::load::yaml::tree::{Key, Node};

/// The start, the end and the value of a node.
pub(crate) struct Placed<'n, 'f> {
    pub(crate) reader: Reader<'n, 'f>,
    pub(crate) part: u8,
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

/// The items of a list.
pub(crate) struct Items<'n, 'f> {
    pub(crate) reader: Reader<'n, 'f>,
    pub(crate) items: std::slice::Iter<'n, Node<'n>>,
}

impl<'n> SeqAccess<'n> for Items<'n, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.items.next().map(|node| seed.deserialize(self.reader.at(node, None))).transpose()
    }
}

/// The entries of a mapping whose keys are known.
pub(crate) struct Entries<'n, 'f> {
    pub(crate) reader: Reader<'n, 'f>,
    pub(crate) entries: std::slice::Iter<'n, (Key<'n>, Node<'n>)>,
    pub(crate) known: &'static [&'static str],
    pub(crate) value: Option<&'n (Key<'n>, Node<'n>)>,
}

impl<'n> MapAccess<'n> for Entries<'n, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'n>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        for entry in self.entries.by_ref() {
            let (key, _) = entry;
            if !self.known.contains(&&*key.text) {
                self.reader.unknown(key, self.known);
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
