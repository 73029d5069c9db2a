//! What people get wrong in tool files.

use crate::files::{replace, texts};

/// Something wrong in a tool file: what it is, and how it gets into the text of the file of that number.
pub type Fault = (&'static str, fn(&mut String, usize));

/// At least one for each step of the reading; none needs another line than those that every file has.
pub const FAULTS: [Fault; 10] = [
    ("bad date", |text, _| replace(text, "checked: ", "checked: 2026-13-01")),
    ("unknown field", |text, _| replace(text, "checked: ", "checked: 2026-11-23\nvendr: Somebody")),
    ("missing field", |text, _| replace(text, "description: ", "# No description.")),
    ("unknown category", |text, _| replace(text, "categories: ", "categories: [model-servin]")),
    ("unknown license type", |text, _| replace(text, "license: ", "license: {type: open-sorce, spdx: MIT}")),
    ("bad expression", |text, _| replace(text, "license: ", "license: {type: open-source, spdx: Apache 2.0}")),
    ("bad address", |text, _| replace(text, "license: ", "license: {type: private, source: http://example.org}")),
    ("syntax", |text, _| replace(text, "categories: ", "categories: [model-serving")),
    ("name taken", |text, at| replace(text, "name: ", &format!("name: Same {}", at % 100))),
    ("unknown successor", |text, at| {
        replace(text, "checked: ", &format!("successor: no-tool-{at}\nchecked: 2026-11-23"))
    }),
];

/// The texts of so many tool files with one fault in each, one kind after the other.
pub fn faulty(size: usize, faults: &[Fault]) -> Vec<(String, String)> {
    let mut texts = texts(size);
    for (at, ((_, text), (_, break_it))) in texts.iter_mut().zip(faults.iter().cycle()).enumerate() {
        break_it(text, at);
    }
    texts
}
