//! Closed enums of words.

/// Declares a closed enum of words: kebab-case text, `Display`, `FromStr` and serde that agree, and an error that names
/// the nearest word.
macro_rules! words {
    (
        $kind:literal;
        $(#[$meta:meta])*
        $vis:vis enum $enum:ident { $( $(#[$about:meta])* $variant:ident, )* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $enum { $( $(#[$about])* $variant, )* }

        const _: () = {
            /// Spells the words: strum's traits are those of this twin, so that the public enum has none.
            #[derive(strum::VariantNames)]
            #[cfg_attr(feature = "yaml", derive(strum::EnumMessage))]
            #[strum(serialize_all = "kebab-case")]
            #[allow(dead_code)]
            enum Spelled { $( $(#[$about])* $variant, )* }

            impl $enum {
                /// Every value, in the order of the enum.
                #[allow(dead_code)]
                pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

                /// Returns the word for this value, as written in catalog files, queries and JSON.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    <Spelled as strum::VariantNames>::VARIANTS[self as usize]
                }

                /// Returns every value, in the order of the enum.
                pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
                    Self::ALL.iter().copied()
                }

                /// What the documentation says of this value.
                #[cfg(feature = "yaml")]
                #[allow(dead_code)]
                pub(crate) fn documentation(self) -> &'static str {
                    use strum::EnumMessage as _;
                    let spelled = match self { $(Self::$variant => Spelled::$variant),* };
                    spelled.get_documentation().unwrap_or_default()
                }
            }
        };

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $enum {
            type Err = $crate::model::ParseError;

            fn from_str(text: &str) -> Result<Self, $crate::model::ParseError> {
                let known = || Self::all().map(Self::as_str);
                let unknown = || $crate::model::ParseError::unknown_word($kind, text, known());
                Self::all().find(|word| word.as_str() == text).ok_or_else(unknown)
            }
        }

        $crate::model::serde_as_text!($enum);
    };
}
pub(crate) use words;

/// Serializes a type as its text and deserializes it by its `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serde_as_text;
