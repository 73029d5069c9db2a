//! What the loader says of text that is not YAML: where, what is wrong, what to do, and what else is part of it.

use std::fs;

use mlops_catalog::load::Loader;

/// The first problem of a tool file that begins with a name: the line and column, the text there, the message and help, and
/// the line, text and label of a related place.
fn said(rest: &str) -> (String, String) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::write(dir.path().join("catalog.yaml"), "schema: 1.1.0\nversion: 1.0.0\n").unwrap();
    let text = format!("name: Tool\n{rest}");
    fs::write(dir.path().join("tools/tool.yaml"), &text).unwrap();
    let report = Loader::new().load(dir.path());
    let problem = report.errors().iter().next().unwrap();
    let place = format!("{}:{} {:?}", problem.line(), problem.column(), &text[problem.location().span()]);
    let related = problem.related().map(|(place, label)| {
        format!("; {}:{} {:?} {label}", place.start().line, place.start().column, &text[place.span()])
    });
    let help = problem.help().unwrap_or_default();
    (place, format!("{}; {help}{}", problem.message(), related.unwrap_or_default()))
}

#[test]
fn syntax_errors_say_what_to_do() {
    const FIELD: &str = "write `field: value`, with a space after the colon";
    const COLUMN: &str = "start all fields of a mapping in the same column";
    const QUOTE: &str = "put the text in quotes";
    const LIST: &str = "put the text in quotes; the items of a list are below its field";
    const COMMA: &str = "delete it, or write what is missing; an empty text is `''`";
    const SQUARE: &str = "close what is open with `]`; put a text that has `:` or `,` in it in quotes";
    const CURLY: &str = "close what is open with `}`; put a text that has `:` or `,` in it in quotes";
    const HALF: &str = "half of a character is escaped in this text; write the character itself";
    for (text, place, words) in [
        (
            " vendor: x\n",
            "2:8 \":\"",
            format!(
                "this field is not indented like the one above it, or a `: ` is missing there; {FIELD}; fields of one \
                 mapping stand exactly below each other"
            ),
        ),
        ("aliases:\n  - a\n - b\n", "4:2 \"-\"", format!("this line is not indented like the one above it; {COLUMN}")),
        ("vendor\nhomepage: x\n", "2:1 \"v\"", format!("a `:` is missing; {FIELD}")),
        ("vendor:Acme\nhomepage: x\n", "2:1 \"vendor:\"", format!("a space is missing after `vendor:`; {FIELD}")),
        (
            "history:\n  - date:2018\n    event: archived\n",
            "3:5 \"date:\"",
            format!("a space is missing after `date:`; {FIELD}"),
        ),
        (
            "history:\n  - date: 2018\n    event:archived\n    by: x\n",
            "4:5 \"event:\"",
            format!("a space is missing after `event:`; {FIELD}"),
        ),
        (
            "history:\n  -\n    date:\u{a0}2018\n    event: archived\n",
            "4:5 \"date:\"",
            format!("the character U+00A0 after `date:` is not a space; {FIELD}"),
        ),
        ("vendor:Acme\u{a0}\n", "2:1 \"vendor:\"", format!("a space is missing after `vendor:`; {FIELD}")),
        ("https://example.org\nhomepage: x\n", "2:1 \"h\"", format!("a `:` is missing; {FIELD}")),
        (
            "aliases:\n  - a\n  b: c\n",
            "4:3 \"b\"",
            "this is not an item of the list; begin each item with `- `, in the column of the item above".into(),
        ),
        ("sources:\n\tvendor: a\n", "3:2 \"v\"", "a tab cannot indent a line; indent with spaces".into()),
        ("vendor: a: b\n", "2:10 \":\"", "a second `: ` on one line; put a text that has `: ` in it in quotes".into()),
        ("vendor: : b\n", "2:9 \":\"", "a second `: ` on one line; put a text that has `: ` in it in quotes".into()),
        ("vendor: 'x\n", "2:9 \"'\"", "this quote is not closed; close it at the end of the text".into()),
        (
            "vendor: 'x' y\n",
            "2:13 \"y\"",
            "the text goes on after its closing quote; write an apostrophe within single quotes twice: `''`".into(),
        ),
        (
            "vendor: \"x\" y\n",
            "2:13 \"y\"",
            "the text goes on after its closing quote; write a quote within double quotes as `\\\"`".into(),
        ),
        ("aliases: [a]]\n", "2:13 \"]\"", "this closes a bracket that was not opened; delete it".into()),
        ("vendor: `x`\n", "2:9 \"`\"", format!("a text cannot begin with ```; {QUOTE}")),
        ("vendor: - x\n", "2:9 \"-\"", format!("a text cannot begin with `- `; {LIST}")),
        ("aliases: [-]\n", "2:11 \"-\"", format!("a text cannot begin with `- `; {LIST}")),
        ("vendor: ? x\n", "2:9 \"?\"", format!("a text cannot begin with `? `; {QUOTE}")),
        ("vendor: * x\n", "2:9 \"*\"", format!("a text cannot begin with `&` or `*`; {QUOTE}")),
        ("vendor: |x\n", "2:9 \"|\"", format!("a text cannot begin with `|` or `>`; {QUOTE}")),
        (
            "vendor: \"a\\qb\"\n",
            "2:9 \"\\\"\"",
            "an escape in this text is not known; write a backslash within double quotes twice: `\\\\`".into(),
        ),
        ("vendor: \"\\ud800\"\n", "2:9 \"\\\"\"", HALF.into()),
        ("vendor: \"\\ud800\\u0041\"\n", "2:9 \"\\\"\"", HALF.into()),
        ("vendor: \"\\udc00\"\n", "2:9 \"\\\"\"", HALF.into()),
        ("aliases: [a\n", "2:10 \"[\"", "this `[` is not closed; close it at the end of the list or mapping".into()),
        (
            "aliases: [a}\n",
            "2:10 \"[\"",
            "`}` closes what was opened with `[`; close it with the bracket that fits".into(),
        ),
        (
            "aliases: [é,,b]\n",
            "2:13 \",\"",
            format!("two commas with nothing between them; {COMMA}; 2:12 \",\" the first one"),
        ),
        ("aliases: [, b]\n", "2:11 \",\"", format!("a comma with nothing before it; {COMMA}")),
        (
            "aliases: [a\nvendor: b\n",
            "3:7 \":\"",
            format!("expected `,` or `]`, found `:`; {SQUARE}; 2:10 \"[\" opened here"),
        ),
        (
            "sources: {vendor: a\nb: c}\n",
            "3:2 \":\"",
            format!("expected `,` or `}}`, found `:`; {CURLY}; 2:10 \"{{\" opened here"),
        ),
        // What nobody writes by mistake is told in the parser's words.
        ("vendor: !<x y\n", "2:9 \"!\"", "while scanning a verbatim tag, did not find the expected '>'; ".into()),
    ] {
        assert_eq!(said(text), (place.to_owned(), words), "{text}");
    }
}

#[test]
fn syntax_errors_of_a_merge_say_where_it_ends() {
    const HELP: &str =
        "keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    let words = format!("this is an unresolved merge conflict; {HELP}");
    for (text, place, related) in [
        (
            "<<<<<<< ours\nvendor: a\n=======\nvendor: b\n>>>>>>> theirs\n",
            "2:1 \"<<<<<<< ours\"",
            "; 6:1 \">>>>>>>\" it ends here",
        ),
        ("<<<<<<< ours\nvendor: a\n", "2:1 \"<<<<<<< ours\"", ""),
        ("vendor: a\n=======  \n>>>>>>> theirs\n", "3:1 \"=======\"", ""),
        (">>>>>>> theirs\n", "2:1 \">>>>>>> theirs\"", ""),
    ] {
        assert_eq!(said(text), (place.to_owned(), format!("{words}{related}")), "{text}");
    }
}

#[test]
fn syntax_errors_of_odd_spaces_name_the_character() {
    assert_eq!(
        said("sources:\n \u{a0}vendor: a\n"),
        ("3:2 \"\\u{a0}\"".to_owned(), "the character U+00A0 cannot indent a line; indent with spaces".to_owned())
    );
}
