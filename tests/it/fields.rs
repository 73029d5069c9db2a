//! The fields in the catalog's README are those of the schemas.

#[path = "../../src/bin/mlops-catalog/output/fields.rs"]
mod of_schema;

use std::fmt::Write as _;
use std::fs;

use mlops_catalog::load::FileKind;

use crate::support::bless;
use of_schema::{Field, Need, Parts, flow};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog/README.md");
const START: &str = "\n## Fields\n\n";
const END: &str = "\n## Versions\n";

/// Words, what each means, and the fields that can be one of them.
type Words = (Vec<(String, String)>, Vec<String>);

fn rows(fields: &[Field], before: &str, table: &mut String, found: &mut dyn FnMut(&Field, &str)) {
    for field in fields {
        let path = format!("{before}{}", field.name);
        let required = if field.need == Need::Required { "yes" } else { "no" };
        let (form, meaning, example) = (&field.form, &field.meaning, flow(&field.example));
        writeln!(table, "| `{path}` | {form} | {required} | {meaning} | `{example}` |").unwrap();
        found(field, &path);
        match &field.parts {
            Parts::None => {}
            Parts::OfMapping(parts) => rows(parts, &format!("{path}."), table, found),
            Parts::OfItems(parts) => rows(parts, &format!("{path}[]."), table, found),
        }
    }
}

fn section() -> String {
    let mut text = "A field of a mapping that is required must be given wherever the mapping is. Editors read all this from `schema/`,\n\
                    which the first line of a file names.\n"
        .to_owned();
    let mut words: Vec<Words> = Vec::new();
    for kind in FileKind::all() {
        let files = kind.files();
        write!(
            text,
            "\n### `{files}`\n\n| field | type | required | meaning | example |\n| --- | --- | --- | --- | --- |\n"
        )
        .unwrap();
        rows(&of_schema::fields(kind), "", &mut text, &mut |field, path| {
            let user = format!("`{path}` of `{files}`");
            match words.iter_mut().find(|(words, _)| *words == field.words) {
                _ if field.words.is_empty() => {}
                Some((_, users)) => users.push(user),
                None => words.push((field.words.clone(), vec![user])),
            }
        });
    }
    text += "\n### Words\n";
    for (words, users) in words {
        write!(text, "\n{}:\n\n", users.join(", ")).unwrap();
        for (word, meaning) in words {
            writeln!(text, "- `{word}`: {meaning}").unwrap();
        }
    }
    text
}

#[test]
fn fields_are_listed_in_the_readme() {
    let readme = fs::read_to_string(README).unwrap();
    let (before, rest) = readme.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    bless::check(README, &format!("{before}{START}{}{END}{after}", section()));
}
