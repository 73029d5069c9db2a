//! What the deserializer reports, and where.

use super::*;
use crate::load::yaml::field::Field;
use crate::load::yaml::tree;
use serde::Deserialize;

const HINTS: Hints = Hints {
    example: |field| (field == "name").then_some("name: Seldon Core"),
    is_required: |mapping, field| mapping == "Outer" && field == "name",
    meant: |_, field| (field == "title").then(|| "did you mean `name`?".to_owned()),
};

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
    let outer = read(&tree, HINTS, &mut faults).unwrap();
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
    let (outer, faults) = read_text("name: 2018\nwords: [true, 'null', 'x: y']\nnumber: 7\ninner: {share: 0.5}");
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
    let _: Option<Outer> = read(&tree, HINTS, &mut faults);
    let (faults, _) = faults.into_parts();
    assert_eq!(faults[0].message, "the field `name` has no value");
    let help = "write one, such as `name: Seldon Core`";
    assert_eq!(faults[0].help.as_deref(), Some(help));
}

#[test]
fn many_unknown_fields_are_counted() {
    let text: String = (0..20_000).map(|at| format!("field{at}: 1\n")).collect();
    let mut faults = Faults::default();
    let tree = tree::parse(&text, &mut faults).unwrap();
    let _: Option<Outer> = read(&tree, HINTS, &mut faults);
    let (kept, more) = faults.into_parts();
    assert_eq!((kept.len(), more), (20, 19_980));
}
