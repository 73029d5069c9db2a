//! A query's text, word by word.

use std::iter::Peekable;
use std::str::Chars;

use crate::model::{ParseError, shorten};

/// A word of a query: what is between spaces that are not in quotation marks.
pub(super) struct Word {
    pub(super) is_excluded: bool,
    pub(super) text: Text,
}

pub(super) enum Text {
    /// Text that is sought.
    Phrase(String),
    /// A key and its values, the texts between commas.
    Pair(String, Vec<String>),
}

/// Whether a word is an operator of other query languages; here, sought as text, it would be misunderstood.
pub(super) fn is_operator(word: &str) -> bool {
    matches!(word, "AND" | "OR" | "NOT")
}

fn no_operator(word: &str) -> ParseError {
    let help = format!(
        "write license:MIT,BSD for either, conditions of different keys side by side for all, `-` before one to exclude \
         it, and \"{word}\" to search for the word"
    );
    ParseError::new(format!("queries have no `{word}`"), help)
}

/// The words of a query's text.
pub(super) struct Words<'t> {
    rest: Peekable<Chars<'t>>,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { rest: text.chars().peekable() }
    }

    fn word(&mut self) -> Result<Word, ParseError> {
        let is_excluded = self.rest.next_if_eq(&'-').is_some();
        let text = match self.quoted()? {
            Some(phrase) => {
                self.end()?;
                Text::Phrase(phrase)
            }
            None => match self.until(|c| c == ':') {
                key if self.rest.next_if_eq(&':').is_some() => Text::Pair(key, self.values()?),
                operator if is_operator(&operator) => return Err(no_operator(&operator)),
                phrase => Text::Phrase(phrase),
            },
        };
        if let Text::Phrase(phrase) = &text
            && phrase.trim().is_empty()
        {
            let message = if is_excluded { "`-` excludes nothing" } else { "the phrase is empty" };
            return Err(ParseError::new(message, "write what is sought, such as kubernetes or \"feature store\""));
        }
        Ok(Word { is_excluded, text })
    }

    /// The texts between commas.
    fn values(&mut self) -> Result<Vec<String>, ParseError> {
        let mut values = Vec::new();
        loop {
            values.push(match self.quoted()? {
                Some(value) => value,
                None => self.until(|c| c == ','),
            });
            if self.rest.next_if_eq(&',').is_none() {
                self.end()?;
                return Ok(values);
            }
        }
    }

    /// What comes before a space, or before a character that ends it.
    fn until(&mut self, ends: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(c) = self.rest.next_if(|&c| !c.is_whitespace() && !ends(c)) {
            text.push(c);
        }
        text
    }

    /// The text in quotation marks that begins here, if one does; in it, `\` stands before a quotation mark or itself.
    fn quoted(&mut self) -> Result<Option<String>, ParseError> {
        if self.rest.next_if_eq(&'"').is_none() {
            return Ok(None);
        }
        let mut text = String::new();
        while let Some(c) = self.rest.next() {
            match c {
                '"' => return Ok(Some(text)),
                '\\' => text.push(self.rest.next_if(|c| matches!(c, '"' | '\\')).unwrap_or(c)),
                _ => text.push(c),
            }
        }
        let message = format!("the quotation mark before `{}` is not closed", shorten(&text));
        Err(ParseError::new(message, "write another one after the phrase"))
    }

    /// Fails unless the word ends here.
    fn end(&mut self) -> Result<(), ParseError> {
        match self.until(|_| false) {
            rest if rest.is_empty() => Ok(()),
            rest => {
                let message = format!("`{}` follows a quotation mark", shorten(&rest));
                Err(ParseError::new(message, "write a space between them"))
            }
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Result<Word, ParseError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
        self.rest.peek().is_some().then(|| self.word())
    }
}
