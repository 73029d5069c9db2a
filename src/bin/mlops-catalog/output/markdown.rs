//! Markdown that texts of a catalog cannot break.

use mlops_catalog::model::Address;

/// `text` so that it is shown as it is, in a line of its own: nothing in it is markup, addresses are links.
pub fn text(text: &str) -> String {
    let words: Vec<String> = text.split(|c: char| c.is_whitespace() || c.is_control()).map(word).collect();
    let line = words.join(" ");
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    // What begins a list, a heading or an underline of one at the start of a line.
    match line[number..].chars().next() {
        Some('.' | ')') if number > 0 => format!("{}\\{}", &line[..number], &line[number..]),
        Some('#' | '+' | '-' | '=') if number == 0 => format!("\\{line}"),
        _ => line,
    }
}

fn word(word: &str) -> String {
    if word.parse::<Address>().is_ok() {
        return format!("<{word}>");
    }
    let escaped = |c| if "\\`*_[]<>&|~$".contains(c) { vec!['\\', c] } else { vec![c] };
    word.chars().flat_map(escaped).collect()
}

/// `text` as a cell of a table: a bar is written as an entity, since readers of tables do not agree on how one is escaped.
pub fn cell(cell: &str) -> String {
    text(cell).replace("\\|", "&#124;")
}

/// An item of a list: `head` and then `parts`, broken between them so that no line passes `WIDTH` characters if it can
/// be helped.
pub fn item(head: &str, parts: &[String]) -> String {
    const WIDTH: usize = 120;
    let mut text = format!("- {head}");
    let mut width = text.chars().count();
    for (at, part) in parts.iter().enumerate() {
        let comma = if at + 1 < parts.len() { "," } else { "" };
        let length = part.chars().count() + comma.len();
        if width + 1 + length > WIDTH {
            text += "\n ";
            width = 1;
        }
        text += &format!(" {part}{comma}");
        width += 1 + length;
    }
    text
}
