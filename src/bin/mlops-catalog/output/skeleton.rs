//! A tool file that waits to be filled in.

use jiff::tz::TimeZone;
use mlops_catalog::Category;
use mlops_catalog::load::FileKind;
use serde_json::Value;

use crate::output::fields::{Field, Need, Parts, fields, flow};

/// What is known of a tool at the start.
pub struct Skeleton<'a> {
    pub name: &'a str,
    pub categories: &'a [Category],
}

const HEAD: &str = "\
# yaml-language-server: $schema=../schema/tool.schema.json
#
# Fill in the fields that have no value. A name after `#` is a field that may stay away: delete the
# `#` if you know what to write. When you are done, delete all comments but the first line.
";

impl Skeleton<'_> {
    /// Every field that a new tool can have, below what it means; those that may stay away as comments.
    pub fn text(&self) -> String {
        let fields = fields(FileKind::Tool);
        // A new tool had no id before, and nobody has settled anything of it.
        fields
            .iter()
            .filter(|field| !["former-ids", "settled"].contains(&field.name.as_str()))
            .fold(HEAD.to_owned(), |text, field| text + "\n" + &self.field(field))
    }

    fn field(&self, field: &Field) -> String {
        let need = field.need;
        let (parts, first) = match &field.parts {
            Parts::None => (&[][..], ""),
            Parts::OfMapping(parts) => (&parts[..], ""),
            Parts::OfItems(parts) => (&parts[..], "- "),
        };
        let shown = if parts.is_empty() { example(field) } else { None };
        let parts = parts.iter().enumerate().map(|(at, part)| {
            let need = if need == Need::Required { part.need } else { Need::Optional };
            let mark = if at == 0 { first } else { &"  "[..first.len()] };
            comment(part, example(part), "  ") + &line(part, "  ", need, mark, "")
        });
        let known = self.known(&field.name);
        comment(field, shown, "") + &line(field, "", need, "", &known) + &parts.collect::<String>()
    }

    /// What is known of a field's value.
    fn known(&self, name: &str) -> String {
        let value = match name {
            "name" => self.name.into(),
            "categories" if !self.categories.is_empty() => {
                self.categories.iter().map(|category| category.as_str()).collect()
            }
            // In UTC, as the loader counts days.
            "checked" => TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date().to_string().into(),
            _ => Value::Null,
        };
        if value.is_null() { String::new() } else { format!(" {}", flow(&value)) }
    }
}

/// How a field is written, unless that is a word.
fn example(field: &Field) -> Option<String> {
    (field.form != "word").then(|| format!("Example: {}", flow(&field.example)))
}

/// Where the value of a field goes.
fn line(field: &Field, indent: &str, need: Need, mark: &str, value: &str) -> String {
    let hash = if need == Need::Optional { "#" } else { "" };
    format!("{indent}{hash}{mark}{}:{value}\n", field.name)
}

/// What a field means and its words, in lines of at most 100 characters.
fn comment(field: &Field, example: Option<String>, indent: &str) -> String {
    const WIDTH: usize = 100;
    let mut lines = vec![format!("{indent}#")];
    for part in field.meaning.split(' ').chain(example.as_deref()) {
        if lines.last().is_some_and(|line| line.chars().count() + 1 + part.chars().count() > WIDTH) {
            lines.push(format!("{indent}#"));
        }
        if let Some(line) = lines.last_mut() {
            *line += &format!(" {part}");
        }
    }
    let width = field.words.iter().map(|(word, _)| word.len()).max().unwrap_or_default();
    lines.extend(field.words.iter().map(|(word, meaning)| format!("{indent}#   {word:width$}  {meaning}")));
    lines.join("\n") + "\n"
}
