//! What changed between two catalogs, in exact words and in JSON.

use std::collections::BTreeSet;
use std::fs;

use mlops_catalog::diff::{Bump, CatalogChange, InfoChange};
use mlops_catalog::model::{Change, Event, Fact, Finding, Release, ReleaseEvent, Settled, Source, ToolBuilder};
use mlops_catalog::{Catalog, Category, Diff, Expression, License, Tool};
use serde_json::json;

use crate::support::built::{builder, catalog_of as catalog};

fn texts(old: &Catalog, new: &Catalog) -> Vec<String> {
    Diff::between(old, new).changes().map(ToString::to_string).collect()
}

#[test]
fn diff_words_each_kind_of_change() {
    let old = catalog([
        builder("changed").name("Changed"),
        builder("gone").name("Gone"),
        builder("joined").name("Joined"),
        builder("stays").name("Stays"),
        builder("was").name("Was"),
    ]);
    let new = catalog([
        builder("changed").name("Changed").vendor("Somebody"),
        builder("is").name("Is").alias("WAS"),
        builder("new").name("New"),
        builder("stays").name("Stays").alias("Joined"),
    ]);
    let expected = [
        "Gone (`gone`) is removed",
        "Was (`was`) is renamed to Is (`is`); name: Was → Is; aliases: none → WAS",
        "Joined (`joined`) is merged into Stays (`stays`)",
        "New (`new`) is added",
        "Changed (`changed`): vendor: none → Somebody",
        "Stays (`stays`): aliases: none → Joined",
    ];
    assert_eq!(texts(&old, &new), expected);
    let bumps: Vec<Bump> = Diff::between(&old, &new).changes().map(CatalogChange::required_bump).collect();
    assert_eq!(bumps, [Bump::Major, Bump::Minor, Bump::Minor, Bump::Minor, Bump::Patch, Bump::Patch]);
}

/// A tool that has every fact, and one that has every fact otherwise.
fn two_tools() -> (ToolBuilder, ToolBuilder) {
    let page = |path: &str| format!("https://example.org/{path}").parse().unwrap();
    let source = |path: &str| format!("https://example.org/{path}").parse::<Source>().unwrap();
    let date = |text: &str| text.parse().unwrap();
    let event = |day: &str, change| Event::new(Some(date(day)), change);
    let old = builder("tool")
        .name("Old")
        .alias("A")
        .description("Does this.")
        .vendor("Me")
        .homepage(page("a"))
        .repository(page("b"))
        .release(Release::new(date("2018"), ReleaseEvent::Launch).with_source(source("c")))
        .license(License::open_source("MIT".parse::<Expression>().unwrap()))
        .event(event("2019", Change::Acquired { by: "Them".into() }))
        .event(event("2020", Change::Archived))
        .successor("other".parse().unwrap())
        .source(Fact::Name, "A paper".parse().unwrap())
        .source(Fact::Vendor, source("d"))
        .checked(date("2026-11-23"));
    let new = builder("tool")
        .former_id("former".parse().unwrap())
        .name("New")
        .alias("B")
        .alias("A")
        .description("Does that.")
        .category(Category::FeatureStores)
        .release(Release::new(date("2018-01-03"), ReleaseEvent::FirstTag).with_source(source("e")))
        .event(event("2019", Change::Acquired { by: "Them".into() }))
        .event(event("2021-02", Change::Discontinued).with_source(source("f")))
        .source(Fact::Vendor, source("g"))
        .source(Fact::License, source("h"))
        .settled(Settled::new(Finding::EarlierTag, "v0.0.1", "It is a tag of something else."))
        .checked(date("2026-12-01"));
    (old, new)
}

#[test]
fn diff_words_each_fact() {
    let (from, to) = two_tools();
    let (old, new) = (catalog([from, builder("other")]), catalog([to, builder("other")]));
    let diff = Diff::between(&old, &new);
    let [CatalogChange::Redirected { name: "Old", .. }, CatalogChange::Changed { facts, .. }] =
        diff.changes().collect::<Vec<_>>()[..]
    else {
        panic!("{diff:?}")
    };
    let expected = "\
former ids: none → former
name: Old → New
aliases: A → B, A
description: Does this. → Does that.
vendor: Me → none
homepage: https://example.org/a → none
repository: https://example.org/b → none
categories: model-serving → model-serving, feature-stores
released: 2018 → 2018-01-03
released event: launch → first-tag
license: open-source (MIT) → private
history: 2020: archived → 2021-02: discontinued, source https://example.org/f
successor: other → none
source of name: A paper → none
source of vendor: https://example.org/d → https://example.org/g
source of released: https://example.org/c → https://example.org/e
source of license: none → https://example.org/h
settled: none → earlier-tag at v0.0.1: It is a tag of something else.
checked: 2026-11-23 → 2026-12-01";
    let lines: Vec<String> = facts.iter().map(ToString::to_string).collect();
    assert_eq!(lines.join("\n"), expected);
    assert_eq!(format!("{:#}", facts[4]), "vendor:\n  Me\n  → none");
}

#[test]
fn diff_compares_every_fact_in_the_json_of_a_tool() {
    let (from, to) = two_tools();
    let (old, new) = (catalog([from, builder("other")]), catalog([to, builder("other")]));
    let tool = serde_json::to_value(old.get("tool")).unwrap();
    let diff = serde_json::to_value(Diff::between(&old, &new)).unwrap();
    let facts = diff["changes"][1]["facts"].as_array().unwrap().iter();
    let compared: BTreeSet<String> = facts.map(|fact| fact["fact"].as_str().unwrap().replace('-', "_")).collect();
    // The id is what tools are matched by; year and status follow from other facts.
    let follows = ["id", "year", "status"];
    let fields = tool.as_object().unwrap().keys().filter(|field| !follows.contains(&field.as_str()));
    let fields: BTreeSet<String> = fields.map(|field| field.replace("sources", "source")).collect();
    assert_eq!(compared, fields);
}

#[test]
fn diff_sees_the_order_of_names_categories_and_events() {
    let event = |by: &str| Event::new(None, Change::Acquired { by: by.to_owned().into() });
    let old =
        builder("tool").alias("A").alias("B").category(Category::FeatureStores).event(event("X")).event(event("Y"));
    let tool = Tool::builder("tool".parse().unwrap()).alias("B").alias("A").event(event("Y")).event(event("X"));
    let new = tool.category(Category::FeatureStores).category(Category::ModelServing);
    let expected = "tool (`tool`): aliases: A, B → B, A; \
         categories: model-serving, feature-stores → feature-stores, model-serving; \
         history: undated: acquired by X and undated: acquired by Y → undated: acquired by Y and undated: acquired by X";
    assert_eq!(texts(&catalog([old]), &catalog([new])), [expected]);
}

#[test]
fn diff_merges_two_ids_into_one() {
    let old = catalog([builder("one"), builder("two")]);
    let new = catalog([builder("three").name("Both").alias("one").alias("Two")]);
    let expected = [
        "one (`one`) is renamed to Both (`three`); name: one → Both; aliases: none → one, Two",
        "two (`two`) is renamed to Both (`three`); name: two → Both; aliases: none → one, Two",
    ];
    assert_eq!(texts(&old, &new), expected);
    assert_eq!(Diff::between(&old, &new).required_bump(), Bump::Minor);
}

#[test]
fn diff_does_not_rename_by_an_old_name_alone() {
    let old = catalog([builder("seldon-core").name("Seldon Core")]);
    let new = catalog([builder("seldon").name("Seldon").alias("Seldon Core")]);
    let expected = [
        "`Seldon Core` found Seldon Core (`seldon-core`) and finds Seldon (`seldon`)",
        "Seldon Core (`seldon-core`) is removed",
        "Seldon (`seldon`) is added",
    ];
    assert_eq!(texts(&old, &new), expected);
}

#[test]
fn diff_compares_category_descriptions() {
    let dir = |name: &str, title: &str, definition: &str, table: &str| {
        let dir = tempfile::Builder::new().prefix(name).tempdir().unwrap();
        fs::create_dir(dir.path().join("tools")).unwrap();
        fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
        let of = |category: Category| match category {
            Category::FeatureStores => {
                format!("- {{id: {category}, title: {title}, definition: {definition}{table}}}\n")
            }
            _ => format!("- {{id: {category}, title: Same, definition: Same.}}\n"),
        };
        fs::write(dir.path().join("categories.yaml"), Category::all().map(of).collect::<String>()).unwrap();
        Catalog::from_dir(dir.path()).unwrap()
    };
    let old = dir("old", "Stores", "Keeps features.", "");
    let new = dir("new", "Feature stores", "Serves features.", ", table: 5");
    let expected = "category `feature-stores`: title: Stores → Feature stores; \
         definition: Keeps features. → Serves features.; table: none → 5";
    assert_eq!(texts(&old, &new), [expected]);
    let diff = Diff::between(&old, &new);
    assert_eq!(diff.required_bump(), Bump::Patch);
    let Some(CatalogChange::CategoryChanged { category: Category::FeatureStores, facts }) = diff.changes().next()
    else {
        panic!("{diff:?}")
    };
    let [InfoChange::Title(title), InfoChange::Definition(definition), InfoChange::Table(table)] = &facts[..] else {
        panic!("{facts:?}")
    };
    let info = new.categories().find(|info| info.category() == Category::FeatureStores).unwrap();
    assert_eq!((*title.after(), *definition.after(), *table.after()), (info.title(), info.definition(), info.table()));
}

#[test]
fn diff_json_matches_the_changes() {
    let old = catalog([builder("gone"), builder("joined"), builder("stays"), builder("was").name("Name")]);
    let new = catalog([builder("is").name("Name").alias("was"), builder("new"), builder("stays").alias("joined")]);
    let source: Source = "https://example.org".parse().unwrap();
    let sourced = catalog([builder("one").source(Fact::Name, source)]);
    let expected = json!({
        "old_version": "1.0.0",
        "new_version": "1.0.0",
        "required_bump": "major",
        "least_version": "2.0.0",
        "changes": [
            {"change": "removed", "tool": old.get("gone")},
            {"change": "renamed", "from": "was", "to": "is", "facts": [{"fact": "aliases", "from": [], "to": ["was"]}]},
            {"change": "merged", "from": "joined", "into": "stays"},
            {"change": "added", "tool": new.get("new")},
            {"change": "changed", "id": "stays", "facts": [{"fact": "aliases", "from": [], "to": ["joined"]}]},
        ],
    });
    assert_eq!(serde_json::to_value(Diff::between(&old, &new)).unwrap(), expected);
    let diff = serde_json::to_value(Diff::between(&catalog([builder("one")]), &sourced)).unwrap();
    let expected = json!([{"fact": "source", "of": "name", "from": null, "to": "https://example.org"}]);
    assert_eq!(diff["changes"][0]["facts"], expected);
    let moved = catalog([builder("gone").name("Name"), builder("was")]);
    let diff = serde_json::to_value(Diff::between(&old, &moved)).unwrap();
    let expected = json!({"change": "redirected", "name": "Name", "from": "was", "to": "gone"});
    assert_eq!(diff["changes"][0], expected);
}

/// What led to a tool and leads elsewhere is said first, in plain words.
#[test]
fn diff_says_first_which_names_lead_elsewhere() {
    let two = |a: &str, b: &str| catalog([builder("a").name(a), builder("b").name(b)]);
    for (case, old, new, first) in [
        (
            "an alias of an old id is dropped",
            catalog([builder("seldon-core").name("Seldon Core").alias("seldon")]),
            catalog([builder("seldon-core").name("Seldon Core")]),
            &["`seldon` found Seldon Core (`seldon-core`) and finds nothing"][..],
        ),
        (
            "a former id is dropped",
            catalog([builder("seldon-core").former_id("seldon".parse().unwrap())]),
            catalog([builder("seldon-core")]),
            &["`seldon` found seldon-core (`seldon-core`) and finds nothing"],
        ),
        (
            "two ids are swapped",
            two("Aa", "Bb"),
            two("Bb", "Aa"),
            &["`Aa` found Aa (`a`) and finds Aa (`b`)", "`Bb` found Bb (`b`) and finds Bb (`a`)"],
        ),
        (
            "a name moves",
            two("Foo", "Bar"),
            two("Baz", "Foo"),
            &["`Foo` found Foo (`a`) and finds Foo (`b`)", "`Bar` found Bar (`b`) and finds nothing"],
        ),
        (
            "a tool is renamed onto the id of another one",
            two("Aa", "Bb"),
            catalog([builder("b").name("Aa").alias("a"), builder("c").name("Bb")]),
            &["`Bb` found Bb (`b`) and finds Bb (`c`)"],
        ),
        (
            "a removed tool leaves its name to another one",
            two("Foo", "Bar"),
            catalog([builder("b").name("Bar").alias("Foo")]),
            &["`Foo` found Foo (`a`) and finds Bar (`b`)", "Foo (`a`) is removed"],
        ),
        (
            "an old id is no longer written",
            catalog([builder("new").name("New").alias("old-id")]),
            catalog([builder("new").name("New").alias("Old Id")]),
            &["`old-id` found New (`new`) and finds nothing"],
        ),
    ] {
        assert!(
            texts(&old, &new).iter().map(String::as_str).take(first.len()).eq(first.iter().copied()),
            "{case}: {:?}",
            texts(&old, &new)
        );
        assert_eq!(Diff::between(&old, &new).required_bump(), Bump::Major, "{case}");
    }
    // What was merged leads to what it went into.
    let merged = catalog([builder("b").name("Bar").alias("a").alias("Foo")]);
    assert_eq!(Diff::between(&two("Foo", "Bar"), &merged).required_bump(), Bump::Minor);
    // Case, accents, spaces and punctuation do not count.
    let old = catalog([builder("foo").name("Foo"), builder("b").name("Two Words").alias("Étude").alias("OpenAI")]);
    let folded = catalog([builder("foo").name("FOO!"), builder("b").name("two-words").alias("etude").alias("Open AI")]);
    assert_eq!(Diff::between(&old, &folded).required_bump(), Bump::Patch);
}
