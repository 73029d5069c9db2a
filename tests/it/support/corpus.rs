//! Files that a hostile hand could write, made here: most are too large to keep.

/// The name of each file, and its bytes; each is a tool file with something wrong.
pub fn corpus() -> Vec<(&'static str, Vec<u8>)> {
    let texts: Vec<(&str, String)> = vec![
        ("alias bomb", alias_bomb()),
        ("alias of an alias", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n".to_owned()),
        ("an anchor that holds itself", "a: &a [*a]\n".to_owned()),
        ("merge keys", "<<: &m {a: 1}\n<<: *m\n".to_owned()),
        ("a tag that runs code", "!!python/object/apply:os.system [id]\n".to_owned()),
        ("tags", "name: !!binary aGk=\n".repeat(5_000)),
        ("directives", "%TAG ! tag:example.org:\n".repeat(5_000) + "---\nname: x\n"),
        ("documents", "--- {}\n".repeat(30_000)),
        ("400 KB of nested mappings", "{a: ".repeat(100_000)),
        ("240 KB of nested mappings", "{a: ".repeat(60_000)),
        ("100,000 brackets", "[".repeat(100_000)),
        ("100,000 brackets, closed", "[".repeat(100_000) + &"]".repeat(100_000)),
        ("100,000 closing brackets", "]".repeat(100_000)),
        ("nested block lists", "- ".repeat(100_000)),
        ("nested block mappings", (0..600).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect()),
        ("question marks", "? ".repeat(100_000)),
        ("keys that are mappings", "{{a: b}: c}: ".repeat(15_000)),
        ("a scalar of 100 MB", format!("name: {}\n", "x".repeat(100_000_000))),
        ("a scalar of 250 KB", format!("name: {}\u{7}\n", "x".repeat(250_000))),
        ("a quoted scalar of 250 KB without an end", format!("name: \"{}", "x".repeat(250_000))),
        ("a block scalar of 250 KB", format!("name: |\n{}", "  xxxxxxxx\n".repeat(22_000))),
        ("a folded scalar of 250 KB", format!("name: >\n{}", "  xxxxxxxx\n".repeat(22_000))),
        ("an escape bomb", format!("name: \"{}\"\n", "\\U0001F600".repeat(25_000))),
        ("NUL", "\0".repeat(200_000)),
        ("NUL within", "name: a\0b\n".to_owned()),
        ("escaped NUL", "name: \"a\\0b\"\n".to_owned()),
        ("a byte order mark alone", "\u{feff}".to_owned()),
        ("byte order marks within", "name: a\u{feff}b\n".repeat(10_000)),
        ("carriage returns alone", "name: x\rvendor: y\r".repeat(10_000)),
        ("line separators", "name: x\u{2028}vendor: y\u{2029}\u{85}".repeat(10_000)),
        ("bidirectional text", "name: \u{202e}x\u{2066}\n".repeat(10_000)),
        ("CRLF and a fault", "name: x\r\nvendor: [\r\n".to_owned()),
        ("tabs", "\tname:\tx\n\t\tvendor:\ty\n".repeat(5_000)),
        ("blanks", " ".repeat(250_000) + "x"),
        ("line ends", "\n".repeat(250_000)),
        ("comments", "# x\n".repeat(60_000)),
        ("a number of 200 KB", format!("checked: {}\n", "9".repeat(200_000))),
        ("huge numbers", "checked: 1e999999\nreleased: {date: 99999999999999999999, event: launch}\n".to_owned()),
        ("20,000 equal keys", "name: x\n".repeat(20_000)),
        ("lone surrogates", "name: \"\\ud800\"\nvendor: \"\\udc00\"\n".to_owned()),
        ("text after the end", "name: x\n...\nvendor: y\n".to_owned()),
        ("a key of 200 KB", format!("{}: x\n", "k".repeat(200_000))),
        ("a quoted key of 200 KB", format!("\"{}\": x\n", "k".repeat(200_000))),
        ("20,000 unknown fields", (0..20_000).map(|at| format!("f{at}: 1\n")).collect()),
        (
            "20,000 unknown fields in a line",
            format!("{{{}}}", (0..20_000).map(|at| format!("f{at}: 1,")).collect::<String>()),
        ),
        ("15,000 unknown categories", format!("categories: [{}]\n", "model-servin, ".repeat(15_000))),
        ("15,000 equal categories", format!("categories: [{}]\n", "model-serving, ".repeat(15_000))),
        ("60,000 equal aliases", format!("aliases: [{}]\n", "x, ".repeat(60_000))),
        ("40,000 aliases", format!("aliases: [{}]\n", (0..40_000).map(|at| format!("{at},")).collect::<String>())),
        ("80,000 empty items", format!("aliases: [{}]\n", "'',".repeat(80_000))),
        ("10,000 events", "history:\n".to_owned() + &"- {event: inactiv, x: 1}\n".repeat(10_000)),
        (
            "5,000 licenses",
            "history:\n".to_owned() + &"- {event: relicensed, from: {type: open-source, spdx: Apach}}\n".repeat(4_000),
        ),
        ("an expression of 200 KB", format!("license: {{type: open-source, spdx: {}}}\n", "MIT OR ".repeat(28_000))),
        ("an expression of brackets", format!("license: {{type: open-source, spdx: \"{}\"}}\n", "(".repeat(200_000))),
        ("an address of 200 KB", format!("homepage: http://example.org/{}\n", "x/".repeat(100_000))),
        ("an id of 200 KB", format!("successor: {}\n", "x-".repeat(100_000))),
        ("wide characters", format!("name: [{}]\n", "𝔘中é, ".repeat(20_000))),
    ];
    let mut files: Vec<_> = texts.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    files.extend([
        ("bytes that are no text", vec![0xff; 200_000]),
        ("a character cut off", b"name: x\nvendor: \xf0\x9f".to_vec()),
        ("an overlong NUL", b"name: \xc0\x80\n".to_vec()),
        ("a surrogate in UTF-8", b"name: \xed\xa0\x80\n".to_vec()),
        ("UTF-16", "name: x\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("nothing", Vec::new()),
    ]);
    files
}

/// Nine anchors, each a list of nine of the one before it.
fn alias_bomb() -> String {
    let line = |at: usize| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", "));
    "a0: &a0 lol\n".to_owned() + &(1..10).map(line).collect::<String>()
}
