//! Finding tools by what they are called, and by what they are nearly called.

use mlops_catalog::model::nearest;
use mlops_catalog::{Catalog, Category, Conflict, Paper, Tool, tool};
use proptest::prelude::*;

use crate::support::catalogs::catalog;

fn named(id: &str, name: &str) -> Tool {
    Tool::builder(id.parse().unwrap()).name(name).category(Category::ModelServing).build().unwrap()
}

fn catalog_of(tools: impl IntoIterator<Item = Tool>) -> Catalog {
    Catalog::from_tools("1.0.0".parse().unwrap(), tools).unwrap()
}

/// The name under which the catalog knows it.
fn folded(name: &str) -> String {
    let catalog = catalog_of([named("a-tool-of-that-name", name)]);
    let names: Vec<&str> = catalog.names().map(|(name, _)| name).filter(|name| *name != "atoolofthatname").collect();
    names[0].to_owned()
}

#[test]
fn search_folds_names() {
    for (name, expected) in [
        ("Weights & Biases", "weightsbiases"),
        ("H2O.ai", "h2oai"),
        ("scikit-optimize", "scikitoptimize"),
        ("pytorch/serve", "pytorchserve"),
        ("CML (Continuous Machine Learning)", "cmlcontinuousmachinelearning"),
        ("Äcmé Ørsted Łódź straße Æther Œuvre ÞING ıI", "acmeorstedlodzstrasseaetheroeuvrethingii"),
        // The same letters, each followed by a mark that combines with it.
        ("A\u{308}cme\u{301}", "acme"),
        ("Foo™ Bar®", "foobar"),
        ("ＦＵＬＬ　ｗｉｄｔｈ ２", "fullwidth2"),
        ("Ünïcödé 2.0—beta", "unicode20beta"),
        // Other scripts stay what they are, with the marks that are no accents.
        ("飞桨", "飞桨"),
        ("ЯНДЕКС Йогурт", "яндексиогурт"),
        ("ΛΌΓΟΣ λόγος", "λογοσλογοσ"),
        ("がか か\u{3099}", "か\u{3099}かか\u{3099}"),
        ("हिन्दी", "हिन्दी"),
        ("Ɛwe", "ɛwe"),
        ("!!!", "!!!"),
        ("§ Ä", "a"),
    ] {
        assert_eq!(folded(name), expected, "{name}");
    }
}

#[test]
fn search_finds_every_latin_letter_by_plain_ones() {
    let latin = ('À'..='ſ').chain('Ḁ'..='ẙ').chain('Ạ'..='ỹ');
    // The middle dot of Catalan is punctuation, written alone or not.
    let latin = latin.filter(|c| c.is_alphabetic() && !"Ŀŀ".contains(*c));
    for letter in latin {
        let folded = folded(&format!("x{letter}x"));
        assert!(folded.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{letter}: {folded}");
    }
}

#[test]
fn search_finds_a_tool_however_it_is_written() {
    let catalog = Catalog::embedded();
    for (name, expected) in [
        ("weights and biases", tool::WEIGHTS_AND_BIASES),
        ("Weights & Biases", tool::WEIGHTS_AND_BIASES),
        ("weights biases", tool::WEIGHTS_AND_BIASES),
        ("weightsbiases", tool::WEIGHTS_AND_BIASES),
        ("ml flow", tool::MLFLOW),
        ("Torch Serve", tool::TORCHSERVE),
        ("scikit optimize", tool::SCIKIT_OPTIMIZE),
        ("SCIKIT_OPTIMIZE", tool::SCIKIT_OPTIMIZE),
        ("h2o ai", tool::H2O),
        ("H2O.ai", tool::H2O),
        ("  mlflow\n", tool::MLFLOW),
        ("MLﬂow", tool::MLFLOW),
        ("Databrícks", tool::DATABRICKS),
    ] {
        assert_eq!(catalog.find(name), Some(expected), "{name}");
    }
    for nobody in ["", " ", "&", "weights"] {
        assert_eq!(catalog.find(nobody), None, "{nobody}");
    }
}

#[test]
fn search_conflicts_ignore_accents_spaces_and_punctuation() {
    for (first, second) in [("Foo.ai", "foo AI"), ("Fóo", "foo"), ("A & B", "a-b"), ("Foo 2", "foo2"), ("?!", "?!")] {
        let error = Catalog::from_tools("1.0.0".parse().unwrap(), [named("x", first), named("y", second)]).unwrap_err();
        let [Conflict::Name { name, first, second: claiming }] = error.conflicts() else { panic!("{error}") };
        assert_eq!((name.as_str(), first.as_str(), claiming.as_str()), (second, "x", "y"));
    }
    catalog_of([named("x", "?!"), named("y", "!?"), named("z", "Foo2"), named("w", "Foo3")]);
}

#[test]
fn search_finds_the_printed_tools_by_their_own_names() {
    let printed = Paper::embedded().catalog();
    for tool in printed.tools() {
        assert_eq!(printed.find(tool.name()), Some(tool));
    }
}

#[test]
fn search_suggests_the_nearest_first() {
    let catalog = Catalog::embedded();
    for (text, first) in [
        ("mlfow", "mlflow"),
        ("MLFLWO", "mlflow"),
        ("Kubeflwo", "kubeflow"),
        ("weigths & biases", "weights-and-biases"),
        ("scikitoptimize", "scikit-optimize"),
        ("kfservin", "kserve"),
        ("tensorbord", "tensorboard"),
        ("mlflow", "mlflow"),
    ] {
        assert_eq!(catalog.suggest(text)[0].id(), first, "{text}");
    }
    let ours =
        catalog_of([named("comet", "Comet"), named("b", "Comex"), named("a", "Comey"), named("comets-two", "x")]);
    let near: Vec<&str> = ours.suggest("comez").iter().map(|tool| tool.id().as_str()).collect();
    // Equally near ones in order of id; the further one is left out.
    assert_eq!(near, ["a", "b", "comet"]);
    let begun: Vec<&str> = ours.suggest("com").iter().map(|tool| tool.id().as_str()).collect();
    assert_eq!(begun, ["a", "b", "comet", "comets-two"]);
    // A tool is as near as its nearest name, not as its last.
    let two = Tool::builder("t".parse().unwrap()).name("Comex").alias("Comeyy").category(Category::ModelServing);
    let ours = catalog_of([two.build().unwrap(), named("a2", "Cometh")]);
    let near: Vec<&str> = ours.suggest("comez").iter().map(|tool| tool.id().as_str()).collect();
    assert_eq!(near, ["t", "a2"]);
    for nothing in ["", "qqqqqq", "飞"] {
        assert!(catalog.suggest(nothing).is_empty(), "{nothing}");
    }
}

#[test]
fn search_suggests_nothing_for_long_text() {
    assert!(Catalog::embedded().suggest(&"mlflow ".repeat(200_000)).is_empty());
    let text = Catalog::embedded().resolve(&"x".repeat(100_000)).unwrap_err().to_string();
    assert!(text.len() < 200, "{text}");
}

#[test]
fn search_error_names_the_nearest_tool() {
    let unknown = |name: &str| Catalog::embedded().resolve(name).unwrap_err();
    assert_eq!(unknown("mlfow").to_string(), "unknown tool `mlfow`; did you mean `MLflow`?");
    assert_eq!(unknown("kfservin").to_string(), "unknown tool `kfservin`; did you mean `KServe`?");
    assert_eq!(unknown("qqqqqq").to_string(), "unknown tool `qqqqqq`; no tool has a similar name");
    assert_eq!((unknown("mlfow").name(), unknown("mlfow").nearest()), ("mlfow", Some("MLflow")));
    assert_eq!(Catalog::embedded().resolve("MLFLOW"), Ok(tool::MLFLOW));
}

proptest! {
    #[test]
    fn search_folding_is_idempotent(name in "[^\\pC\\pZ]{1,8}( [^\\pC\\pZ]{1,8})?") {
        // No name has what nobody sees.
        prop_assume!(Tool::builder("x".parse().unwrap()).name(&name).category(Category::ModelServing).build().is_ok());
        let once = folded(&name);
        prop_assert_eq!(folded(&once), once.clone());
        let catalog = catalog_of([named("x1", &name)]);
        for same in [name.clone(), format!(" {name}\t"), name.to_lowercase(), once] {
            prop_assert_eq!(catalog.find(&same).map(Tool::name), Some(name.as_str()), "{}", same);
        }
    }

    #[test]
    fn search_suggestions_match_naive_distances(catalog in catalog(), text in "[a-cA-C0-2 -]{0,8}|\\PC{0,12}") {
        let near = catalog.suggest(&text);
        // No name has what nobody sees.
        let is_name = |text: &str| Tool::builder("x".parse().unwrap()).name(text).category(Category::ModelServing).build().is_ok();
        prop_assume!(text.trim().is_empty() || is_name(text.trim()));
        let word = if text.trim().is_empty() { String::new() } else { folded(text.trim()) };
        let is_near = |tool: &Tool| {
            let names = catalog.names().filter(|(_, id)| *id == tool.id());
            names.into_iter().any(|(name, _)| nearest(&word, [name]).is_some())
        };
        for tool in catalog.tools() {
            prop_assert_eq!(near.contains(&tool), is_near(tool), "{} {}", text, tool.id());
        }
        prop_assert_eq!(catalog.suggest(&text), near);
    }
}
