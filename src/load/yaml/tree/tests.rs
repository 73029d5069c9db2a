//! What the tree keeps, and what it refuses.

use super::*;

fn faults(text: &str) -> Vec<(Rule, &str)> {
    let mut faults = Faults::default();
    let _ = parse(text, &mut faults);
    faults.into_parts().0.into_iter().map(|fault| (fault.rule, &text[fault.span])).collect()
}

fn tree(text: &str) -> Node<'_> {
    let mut faults = Faults::default();
    let node = parse(text, &mut faults).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    node
}

#[test]
fn every_key_and_value_knows_its_bytes() {
    let text = "näme: Ü b\r\nlist: [a, \"b\\u00fc\"]\r\nblock:\r\n  - x: 1\r\n";
    let Value::Mapping(entries) = tree(text).value else { panic!("no mapping") };
    let at: Vec<_> = entries.iter().map(|(key, node)| (&text[key.span.clone()], &text[node.span.clone()])).collect();
    assert_eq!(at, [("näme", "Ü b"), ("list", "[a, \"b\\u00fc\"]"), ("block", "- x: 1")]);
    let Value::Sequence(items) = &entries[1].1.value else { panic!("no list") };
    assert_eq!(&text[items[1].span.clone()], "\"b\\u00fc\"");
    assert_eq!(items[1].value, Value::Scalar { text: "bü".into(), style: Style::Quoted });
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let text = "\u{feff}name: x";
    let Value::Mapping(entries) = tree(text).value else { panic!("no mapping") };
    assert_eq!(&text[entries[0].0.span.clone()], "name");
    assert_eq!(&text[entries[0].1.span.clone()], "x");
}

#[test]
fn what_a_catalog_never_needs_is_refused() {
    for (text, at) in [
        ("a: &x 1", "1"),
        ("a: *x", "*x"),
        ("a: !!str 1", "1"),
        ("<<: {a: 1}", "<<"),
        ("a: 1\n---\nb: 2", "---"),
        ("[a]: 1", "["),
        ("%YAML 1.2\n---\na: 1", "%"),
    ] {
        assert_eq!(faults(text), [(Rule::YamlFeature, at)], "{text}");
    }
}

#[test]
fn equal_keys_are_reported_and_the_first_stands() {
    let text = "a: 1\nb: 2\na: 3";
    let mut found = Faults::default();
    let Some(Value::Mapping(entries)) = parse(text, &mut found).map(|node| node.value) else { panic!("no mapping") };
    assert_eq!(entries.len(), 2);
    let (found, _) = found.into_parts();
    assert_eq!((found[0].rule, found[0].span.clone()), (Rule::RepeatedField, 10..11));
    assert_eq!(found[0].also, Some((0..1, "given first here")));
}

#[test]
fn nothing_is_said_of_an_empty_value() {
    let Value::Mapping(entries) = tree("a:\nb: ~\nc: ''").value else { panic!("no mapping") };
    assert!(matches!(entries[0].1.value, Value::Nothing { .. }));
    assert!(matches!(entries[1].1.value, Value::Nothing { .. }));
    assert_eq!(entries[2].1.value, Value::Scalar { text: "".into(), style: Style::Quoted });
    assert_eq!(faults("# only a comment\n"), [(Rule::Syntax, "")]);
}

#[test]
fn hostile_nesting_ends_at_the_limit() {
    for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000)] {
        let found = faults(&text);
        assert_eq!(found.len(), 1);
        assert!(matches!(found[0].0, Rule::TooDeep | Rule::Syntax), "{found:?}");
    }
}

#[test]
fn twenty_thousand_equal_keys_are_counted() {
    let mut faults = Faults::default();
    let _ = parse(&"a: 1\n".repeat(20_000), &mut faults);
    let (kept, more) = faults.into_parts();
    assert_eq!((kept.len(), kept[0].span.clone(), more), (20, 5..6, 19_979));
}
