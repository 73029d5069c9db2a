//! One value of a file as written.

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use crate::load::diagnostics::fault::Span;

/// The name under which a deserializer of ours is asked for a value and its place.
pub(crate) const FIELD: &str = "$field";

/// The name of a struct that can also be written as text.
pub(crate) const TEXT_OR_STRUCT: &str = "$text-or-struct";

/// One value of a file as written: absent, not readable (which has been reported), or given, with its place.
///
/// It swallows the error of its value, so that one fault hides no other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    Bad,
    Given {
        value: T,
        span: Span,
    },
}

impl<T> Field<T> {
    pub(crate) fn value(&self) -> Option<&T> {
        self.given().map(|(value, _)| value)
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.given().map(|(_, span)| span)
    }

    pub(crate) fn given(&self) -> Option<(&T, Span)> {
        match self {
            Self::Given { value, span } => Some((value, span.clone())),
            Self::Absent | Self::Bad => None,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(FIELD, 3, Location(std::marker::PhantomData))
    }
}

/// Takes the start and the end of a value, and then the value.
struct Location<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Location<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value and its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Field<T>, A::Error> {
        let (Some(start), Some(end)) = (parts.next_element()?, parts.next_element()?) else { return Ok(Field::Bad) };
        // The deserializer has reported the error of the value already.
        Ok(match parts.next_element() {
            Ok(Some(value)) => Field::Given { value, span: start..end },
            Ok(None) | Err(_) => Field::Bad,
        })
    }
}
