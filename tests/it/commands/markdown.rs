//! The Markdown that the command writes, as GitHub reads it.

#[path = "../../../src/bin/mlops-catalog/output/markdown.rs"]
mod written;

use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// How GitHub reads Markdown, where that differs from the standard.
fn parse(text: &str) -> Parser<'_> {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    Parser::new_ext(text, github)
}

pub fn items(text: &str) -> usize {
    parse(text).filter(|event| matches!(event, Event::Start(Tag::Item))).count()
}

/// The text of a list of one item; anything but links in it is refused.
fn read_back(text: &str) -> Result<String, String> {
    let mut shown = String::new();
    for event in parse(text) {
        match event {
            Event::Start(Tag::List(None) | Tag::Item) | Event::End(TagEnd::List(_) | TagEnd::Item) => {}
            Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) | Event::End(TagEnd::Link) => {}
            Event::Text(text) => shown += &text,
            Event::SoftBreak => shown += " ",
            other => return Err(format!("{other:?} in {text}")),
        }
    }
    Ok(shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn markdown_escapes_any_text(
        start in "(|[-+#=>|] |12?[.)] |---|===)",
        middle in r#"([-#+=*_~`>|$!:&<\[\]()\\{}^'"./ 0-9a-z]|https://a\.b/|&amp;|\PC){0,20}"#,
        breaks in "[\n\r\u{2028}\u{2029}\t]{0,2}",
        number in 1usize..9,
    ) {
        for text in [format!("{start}{middle}").trim(), &format!("x{middle}{breaks}y")] {
            if text.is_empty() {
                continue;
            }
            let shown = written::text(text);
            prop_assert_eq!(shown.lines().count(), 1);
            let as_line = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
            let expected: String = text.chars().map(as_line).collect();
            prop_assert_eq!(read_back(&format!("- {shown}\n")), Ok(expected.clone()), "{}", shown);
            prop_assert_eq!(items(&format!("- {shown}\n- {shown}\n  - {shown}\n")), 3);
            // The first part stands at the start of a line.
            let head = "x".repeat(120);
            let item = written::item(&head, &vec![shown; number]);
            let expected = format!("{head} {}", vec![expected; number].join(", "));
            prop_assert_eq!(read_back(&item), Ok(expected), "{}", item);
        }
    }
}

/// Readers of tables do not agree on how a bar in a cell is escaped; none splits an entity.
#[test]
fn markdown_cells_are_those_that_no_name_breaks() {
    for name in [
        "a \\| b",
        "a | b",
        "<img src=x onerror=alert(1)> _i_ [x](https://e.org)",
        "`|`",
        "\\",
        "# 1",
        "https://example.org/a|b",
    ] {
        let row = format!("| h | i |\n| --- | --- |\n| {} | end |\n", written::cell(name));
        let cell = row.lines().nth(2).unwrap();
        assert_eq!(cell.matches('|').count(), 3, "{cell}");
        let mut cells: Vec<String> = Vec::new();
        for event in Parser::new_ext(&row, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) => cells.last_mut().unwrap().push_str(&text),
                Event::End(_) | Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
                Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => {}
                other => panic!("{name}: {other:?}"),
            }
        }
        assert_eq!(cells[2..], [name, "end"]);
    }
}
