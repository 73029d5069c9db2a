//! The command `site`; the page itself is tested in a browser, in `tests/site/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mlops_catalog::model::Event;
use mlops_catalog::{Catalog, Paper};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::ROOT;
use crate::support::command::{command, refusal, run, stdout};

/// Every file below a directory, by its path there.
fn files(directory: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(directory).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The site of the embedded catalog, in a directory that goes away.
fn site() -> (TempDir, PathBuf) {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("deep/site");
    stdout(&format!("site {} --repository https://example.org/catalog/", out.display()));
    (scratch, out)
}

/// A catalog directory with these tools.
fn catalog(tools: &[(&str, Value)]) -> TempDir {
    let scratch = tempfile::tempdir().unwrap();
    for file in ["catalog.yaml", "categories.yaml"] {
        fs::copy(Path::new(ROOT).join("catalog").join(file), scratch.path().join(file)).unwrap();
    }
    fs::create_dir(scratch.path().join("tools")).unwrap();
    for (id, tool) in tools {
        // JSON is YAML.
        fs::write(scratch.path().join(format!("tools/{id}.yaml")), tool.to_string()).unwrap();
    }
    scratch
}

fn tool(name: &str) -> Value {
    json!({
        "name": name,
        "description": "Serves models.",
        "categories": ["model-serving"],
        "license": {"type": "private"},
        "checked": "2026-11-23",
    })
}

#[test]
fn site_has_the_same_bytes_each_time_and_replaces_its_own() {
    let (_scratch, out) = site();
    let first = files(&out);
    fs::write(out.join("left over.html"), "old").unwrap();
    stdout(&format!("site {} --repository https://example.org/catalog", out.display()));
    assert_eq!(files(&out), first);
    let beside: Vec<_> = fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["site"]);
}

#[test]
fn site_has_a_page_for_each_tool_and_each_former_id() {
    let (_scratch, out) = site();
    for tool in Catalog::embedded().tools() {
        let page = fs::read_to_string(out.join(format!("tools/{}.html", tool.id()))).unwrap();
        assert!(page.contains(&format!("https://example.org/catalog/edit/main/catalog/tools/{}.yaml", tool.id())));
    }
    let mut renamed = tool("New Name");
    renamed["former-ids"] = json!(["old-name"]);
    let own = catalog(&[("new-name", renamed)]);
    let out = own.path().join("out");
    stdout(&format!("site {} --catalog {}", out.display(), own.path().display()));
    let page = fs::read_to_string(out.join("tools/old-name.html")).unwrap();
    assert!(page.contains(r#"<a href="new-name.html">New Name</a>"#) && page.contains("url=new-name.html"), "{page}");
    let page = fs::read_to_string(out.join("tools/new-name.html")).unwrap();
    assert!(!page.contains("Correct this"), "without a repository there is nothing to correct");
}

#[test]
fn site_leaves_what_is_not_its_own() {
    let scratch = tempfile::tempdir().unwrap();
    let kept = scratch.path().join("kept");
    fs::create_dir(&kept).unwrap();
    fs::write(kept.join("thesis.txt"), "years of work").unwrap();
    let line = refusal(&format!("site {}", kept.display()));
    assert_eq!(
        line,
        format!(
            "error: `{}` has files that are not of a site; name a directory that is missing, empty, or was written by this command",
            kept.display()
        )
    );
    assert_eq!(files(&kept).len(), 1);
    let line = refusal(&format!("site {}", kept.join("thesis.txt").display()));
    assert!(line.ends_with("is not a directory; name one that is missing or empty"), "{line}");
    let below = run(&format!("site {}", kept.join("thesis.txt/site").display()));
    assert!(!below.status.success());
    assert_eq!(files(&kept).len(), 1);
    assert!(refusal("site out --repository example.org").contains("is not an https address"));
}

#[test]
fn site_of_a_catalog_with_errors_changes_nothing() {
    let good = catalog(&[("a", tool("A"))]);
    let out = good.path().join("out");
    let line = format!("site {} --catalog {}", out.display(), good.path().display());
    stdout(&line);
    let before = files(&out);
    fs::write(good.path().join("tools/b.yaml"), "name: B\ncategories: [no-such-category]\n").unwrap();
    let output = run(&line);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-category"));
    assert_eq!(files(&out), before);
}

#[test]
fn site_of_an_empty_catalog_is_a_site() {
    let empty = catalog(&[]);
    let out = empty.path().join("out");
    stdout(&format!("site {} --catalog {}", out.display(), empty.path().display()));
    for file in
        ["index.html", "lifespans.svg", "overlap.svg", "errata.svg", "evidence.svg", "changes.atom", "catalog.md"]
    {
        let text = fs::read_to_string(out.join(file)).unwrap();
        let numbers = text.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(
            !file.ends_with("svg") || !numbers.into_iter().any(|word| word == "NaN" || word == "inf"),
            "{file}: {text}"
        );
    }
}

#[test]
fn site_today_is_the_newest_day_of_the_catalog() {
    let mut old = tool("Old");
    old["checked"] = json!("2019-05-01");
    old["released"] = json!({"date": "2017-03", "event": "launch"});
    let own = catalog(&[("old", old)]);
    let out = own.path().join("out");
    stdout(&format!("site {} --catalog {}", out.display(), own.path().display()));
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(index.contains("checked until 2019-05-01") && index.contains("released 2017–2017"));
}

#[test]
fn site_json_is_the_catalog() {
    let (_scratch, out) = site();
    let text = fs::read_to_string(out.join("catalog.json")).unwrap();
    let read: Catalog = serde_json::from_str(&text).unwrap();
    assert_eq!(&read, Catalog::embedded());
    let schema = fs::read_to_string(out.join("catalog.schema.json")).unwrap();
    assert_eq!(schema, Catalog::json_schema());
}

#[test]
fn site_pages_say_which_side_of_a_difference_is_printed() {
    let (_scratch, out) = site();
    let errata = Paper::embedded().errata(Catalog::embedded());
    assert!(!errata.is_empty());
    for erratum in errata {
        let page = fs::read_to_string(out.join(format!("tools/{}.html", erratum.tool()))).unwrap();
        let said = page.replace("<s>", "").replace("</s>", "").replace("&amp;", "&");
        let mismatch = erratum.mismatch();
        let row = format!("<dt>Table {}, row {}</dt>", erratum.table(), erratum.row());
        let sides = format!("{}: printed {}, in truth {}", mismatch.fact(), mismatch.printed(), mismatch.truth());
        assert!(said.contains(&format!("{row}<dd>{sides}</dd>")), "{row} {sides}");
    }
}

/// One spelling in the page, the command and the files: that of the key `license`.
#[test]
fn site_spells_as_the_command_does() {
    let own = catalog(&[("a", tool("A"))]);
    let out = own.path().join("out");
    stdout(&format!("site {} --catalog {}", out.display(), own.path().display()));
    for (path, text) in files(&out) {
        let text = String::from_utf8(text).unwrap().to_lowercase();
        for word in ["licence", "colour", "organisation", "neighbour"] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
}

#[test]
fn site_csv_has_a_row_for_each_tool() {
    let (_scratch, out) = site();
    let mut rows = csv::Reader::from_path(out.join("catalog.csv")).unwrap();
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), Catalog::embedded().len());
    for (row, tool) in rows.iter().zip(Catalog::embedded().tools()) {
        let dated = |event: &&Event| {
            row["history"].contains(&event.date().map_or("undated".to_owned(), |date| date.to_string()))
        };
        assert_eq!((row["id"].as_str(), row["name"].as_str()), (tool.id().as_str(), tool.name()));
        assert_eq!(row["description"], tool.description().unwrap_or_default());
        assert_eq!(row["categories"].split(';').count(), tool.categories().len());
        assert!(tool.history().iter().all(|event| dated(&event)), "{}", row["history"]);
    }
}

/// RFC 4287 asks for an alternate link in each entry without content.
#[test]
fn site_feed_links_each_change_to_the_page_of_its_tool() {
    let (_scratch, out) = site();
    let text = fs::read_to_string(out.join("changes.atom")).unwrap();
    let mut parts = text.split("<entry>");
    assert!(parts.next().unwrap().contains(r#"<link rel="alternate" href="index.html">"#));
    let entries: Vec<&str> = parts.collect();
    assert_eq!(entries.len(), 200);
    for entry in entries {
        let (_, rest) = entry.split_once("<id>urn:mlops-catalog:").unwrap();
        let page = format!("tools/{}.html", rest.split(':').next().unwrap());
        assert!(entry.contains(&format!(r#"<link rel="alternate" href="{page}">"#)), "{entry}");
        assert!(out.join(&page).is_file(), "{page}");
    }
}

#[test]
fn site_markdown_is_a_list_with_every_tool() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};
    let (_scratch, out) = site();
    let text = fs::read_to_string(out.join("catalog.md")).unwrap();
    let (mut items, mut links, mut item) = (Vec::new(), 0, String::new());
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::Item) => item.clear(),
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::Text(words) | Event::Code(words) => item.push_str(&words),
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::End(TagEnd::Item) => items.push(item.clone()),
            _ => {}
        }
    }
    let catalog = Catalog::embedded();
    assert_eq!(items.len(), catalog.len());
    for tool in catalog.tools() {
        assert!(items.iter().any(|item| item.starts_with(tool.name())), "{}", tool.name());
    }
    assert_eq!(links, catalog.tools().filter(|tool| tool.homepage().or(tool.repository()).is_some()).count());
}

#[test]
fn site_may_be_written_through_a_link_and_over_an_empty_directory() {
    let scratch = tempfile::tempdir().unwrap();
    let empty = scratch.path().join("empty");
    fs::create_dir(&empty).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&empty, scratch.path().join("link")).unwrap();
    #[cfg(not(unix))]
    fs::create_dir(scratch.path().join("link")).unwrap();
    let output = command(&format!("site {} --only plots", scratch.path().join("link").display())).output().unwrap();
    assert!(output.status.success());
    assert!(scratch.path().join("link/lifespans.svg").is_file());
}
