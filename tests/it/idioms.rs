//! Everyday idioms: what a reader of other crates tries first compiles, and means what it looks like.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::thread;

use mlops_catalog::model::{Address, CategoryInfo, Change, ChangeKind, Event, Fact, Release, ReleaseEvent, Source};
use mlops_catalog::paper::{Doi, Exhibit};
use mlops_catalog::{
    Catalog, Category, CategorySet, Date, Expression, License, LicenseType, Query, Selection, Stage, Status, Tool,
    ToolId, Version, Year, YearRange, tool,
};
use serde::de::value::Error as ValueError;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use crate::support::built::builder;

#[test]
fn idioms_of_iteration() {
    let catalog = Catalog::embedded();
    let query = Query::new().category(Category::FeatureStores);
    for tool in catalog.select(&query) {
        assert!(tool.is_in(Category::FeatureStores));
    }
    let mut count = 0;
    for _ in catalog {
        count += 1;
    }
    assert_eq!(count, catalog.len());
    for category in tool::MLFLOW.category_set() {
        assert!(tool::MLFLOW.categories().contains(&category));
    }
    let selection = catalog.all();
    for vendor in selection.vendors() {
        assert!(!vendor.tools().is_empty());
    }
    let vendors = selection.vendors();
    let mut count = 0;
    for vendor in &vendors {
        assert!(!vendor.tools().is_empty());
        count += 1;
    }
    assert_eq!((count, vendors.is_empty()), (vendors.len(), false));
    for tool in &selection {
        assert!(selection.contains(tool.id()));
    }
    for found in selection.events() {
        assert!(selection.contains(found.tool().id()));
    }
    let events = selection.events();
    let mut count = 0;
    for found in &events {
        assert!(selection.contains(found.tool().id()));
        count += 1;
    }
    assert_eq!((count, events.is_empty()), (events.len(), false));
    assert!(!catalog.is_empty() && Catalog::from_tools(Version::new(1, 0, 0), []).unwrap().is_empty());
}

#[test]
fn idioms_of_looking_up() {
    let catalog = Catalog::embedded();
    assert_eq!(catalog.get(tool::MLFLOW.id()), catalog.get("mlflow"));
    assert_eq!(catalog.get(String::from("mlflow")), Some(tool::MLFLOW));
    assert!(catalog.all().contains("mlflow"));
}

#[test]
fn idioms_of_conversion() {
    let year = Year::try_from(2020).unwrap();
    assert_eq!(u16::from(year), 2020);
    let expression = "MIT".parse::<Expression>().unwrap();
    let tool = tool::MLFLOW;
    assert_eq!(format!("{tool} {expression}"), "MLflow MIT");
    assert_eq!(format!("{tool:>8}|{expression:<5}|"), "  MLflow|MIT  |");
    let set = "feature-stores + model-serving".parse::<CategorySet>().unwrap();
    assert_eq!(set, CategorySet::from_slice(&[Category::ModelServing, Category::FeatureStores]));
    assert_eq!(YearRange::from(2018..=2021).first(), Some(Year::new(2018).unwrap()));
    assert_eq!(YearRange::from(year..).last(), Some(Year::LAST));
    let range = |first: u16, last: u16| YearRange::from(first..=last);
    assert_eq!((range(2021, 2018), YearRange::EMPTY.first()), (range(2020, 2019), None));
    assert_eq!(Version::new(1, 2, 3).to_string(), "1.2.3");
}

#[test]
fn idioms_of_collections() {
    let queries: HashSet<Query> = [Query::new(), Query::new(), Query::new().status(Status::Active)].into();
    assert_eq!(queries.len(), 2);
    let mut by_category: BTreeMap<Category, Vec<&Tool>> = BTreeMap::new();
    let mut by_id: HashMap<ToolId, &Tool> = HashMap::new();
    for tool in Catalog::embedded() {
        by_category.entry(tool.primary_category()).or_default().push(tool);
        by_id.insert(tool.id().clone(), tool);
    }
    assert_eq!(by_id["mlflow"], tool::MLFLOW);
    assert_eq!(by_category.values().map(Vec::len).sum::<usize>(), by_id.len());
}

#[test]
fn idioms_of_sets() {
    let all = Catalog::embedded().all();
    let (old, new) = all.partition(|tool| tool.release_year().is_some_and(|year| year.get() < 2018));
    assert_eq!((&old | &new, &old & &new, &all - &old), (all.clone(), Selection::default(), new.clone()));
    assert_eq!(all.filter(|tool| old.contains(tool.id())), old);
    assert_eq!((&all & &old, &old - &all), (old.clone(), Selection::default()));
    let mut grown = old;
    grown.extend(&new);
    assert_eq!(grown, all);
    let mut set = CategorySet::from(Category::FeatureStores);
    assert_eq!((set | set, set & CategorySet::EMPTY, set - set), (set, CategorySet::EMPTY, CategorySet::EMPTY));
    let other = CategorySet::from(Category::Notebooks);
    assert_eq!((set | other, set & other, set - other), (set.with(Category::Notebooks), CategorySet::EMPTY, set));
    set.extend([Category::ModelServing, Category::Notebooks]);
    assert_eq!(set.to_string(), "feature-stores + model-serving + notebooks");
    assert!(set.is_superset(other) && !other.is_superset(set) && set.is_superset(CategorySet::EMPTY));
    let mut categories = set.iter();
    assert_eq!(categories.len(), 3);
    categories.next();
    assert_eq!(categories.len(), 2);
}

#[test]
fn idioms_of_texts() {
    fn text<T: std::str::FromStr + AsRef<str>>(written: &str) -> T {
        let value = written.parse::<T>().ok().unwrap();
        assert_eq!(value.as_ref(), written);
        value
    }
    let expression: Expression = text("MIT OR Apache-2.0");
    assert!(expression == "MIT OR Apache-2.0" && expression == *"MIT OR Apache-2.0");
    assert!(expression != "MIT" && expression != *"MIT");
    let id: ToolId = text("mlflow");
    assert!(id == "mlflow" && id == *"mlflow" && id != "ml" && id != *"ml");
    text::<Address>("https://example.org/a");
    text::<Source>("A paper, 2020");
    text::<Doi>("10.1145/3533378");
}

/// Equal tools have one hash, and those of a catalog have many.
#[test]
fn idioms_of_hashing() {
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
    let hash = |tool: &Tool| BuildHasherDefault::<DefaultHasher>::default().hash_one(tool);
    let hashes: HashSet<u64> = Catalog::embedded().tools().map(hash).collect();
    assert_eq!(hashes.len(), Catalog::embedded().len());
    assert_eq!(hash(&tool::MLFLOW.clone()), hash(tool::MLFLOW));
}

struct Program {
    catalog: Catalog,
}

impl Program {
    fn active(&self) -> Selection<'_> {
        self.catalog.select(&Query::new().status(Status::Active))
    }
}

#[test]
fn idioms_of_ownership() {
    let program = Program { catalog: Catalog::embedded().clone() };
    let found = thread::scope(|scope| scope.spawn(|| program.active().len()).join().unwrap());
    assert_eq!(found, program.active().len());
    let catalog = program.catalog;
    assert_eq!(thread::spawn(move || catalog.len()).join().unwrap(), Catalog::embedded().len());
}

#[test]
fn idioms_of_sorting_by_release() {
    let mut tools: Vec<&Tool> = Catalog::embedded().into_iter().filter(|tool| tool.release().is_some()).collect();
    tools.sort_by_key(|tool| tool.release_date().map(Date::first_day));
    let years: Vec<_> = tools.iter().map(|tool| tool.release_year()).collect();
    assert!(years.is_sorted());
}

#[test]
fn idioms_of_debugging() {
    let set = CategorySet::from(Category::FeatureStores);
    assert_eq!(format!("{set:?}"), "CategorySet(feature-stores)");
    let query = Query::new().category(Category::FeatureStores);
    assert_eq!(format!("{query:?}"), "Query(category:feature-stores)");
    let tool = builder("a-b").alias("Ab").vendor("C").build().unwrap();
    let text = format!("{tool:?}");
    let catalog = Catalog::from_tools("1.2.3".parse().unwrap(), [tool.clone()]).unwrap();
    assert_eq!(format!("{catalog:?}"), "Catalog { version: 1.2.3, tools: 1, .. }");
    assert!(text.contains(r#"Texts { name: "a-b", description: None, vendor: Some("C"), aliases: ["Ab"] }"#), "{text}");
    assert!(text.contains("categories: [ModelServing], category_set: CategorySet(model-serving)"), "{text}");
}

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value, "{json}");
    assert_eq!(serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), *value, "{json}");
}

#[test]
fn idioms_of_serde() {
    comes_back(&Category::ModelServing);
    comes_back(&Stage::Data);
    comes_back(&LicenseType::Public);
    comes_back(&Status::Inactive);
    comes_back(&ChangeKind::ClosedToNewCustomers);
    comes_back(&Fact::Vendor);
    comes_back(&ReleaseEvent::FirstTag);
    comes_back(tool::MLFLOW.id());
    comes_back(&"2018-06".parse::<Date>().unwrap());
    comes_back(&Year::new(2018).unwrap());
    comes_back(&"https://example.org".parse::<Address>().unwrap());
    comes_back(&"A paper, 2020".parse::<Source>().unwrap());
    comes_back(&"MIT OR Apache-2.0".parse::<Expression>().unwrap());
    comes_back(&License::open_source("MIT".parse().unwrap()));
    comes_back(&Event::new("2020".parse().ok(), Change::Relicensed { from: LicenseType::Private.into() }));
    comes_back(&Event::new(None, Change::Renamed { from: "Former".into() }));
    comes_back(&Event::new(None, Change::Acquired { by: "Buyer".into() }));
    comes_back(&Event::new(None, Change::Donated { to: "Foundation".into() }));
    comes_back(&Event::new(None, Change::Archived));
    comes_back(&Release::new("2018".parse().unwrap(), ReleaseEvent::Launch));
    comes_back(&YearRange::from(2018..));
    comes_back(&YearRange::EMPTY);
    comes_back(&Query::new().category(Category::ModelServing).released(..=2020));
    comes_back(&CategorySet::from_slice(&[Category::ModelServing, Category::FeatureStores]));
    comes_back(&"table-12".parse::<Exhibit>().unwrap());
    comes_back(&"10.1145/3533378".parse::<Doi>().unwrap());
    let infos: Vec<CategoryInfo> = Catalog::embedded().categories().cloned().collect();
    comes_back(&infos);
    // Formats other than JSON may have signed numbers alone.
    let signed = |number: i64| Year::deserialize(IntoDeserializer::<ValueError>::into_deserializer(number));
    assert_eq!(signed(2018), Ok(Year::new(2018).unwrap()));
    for wrong in [-1, 1949, 10_000, i64::MAX] {
        assert!(signed(wrong).unwrap_err().to_string().contains(&format!("`{wrong}`")), "{wrong}");
    }
}

#[test]
fn idioms_of_json_that_comes_back() {
    let catalog = Catalog::embedded();
    for tool in catalog {
        comes_back(tool);
    }
    comes_back(catalog);
    comes_back(&catalog.as_of(Year::new(2024).unwrap()).get("mlflow").cloned().unwrap());
}

#[test]
fn idioms_of_json_that_breaks_rules() {
    let json = serde_json::to_value(tool::MLFLOW).unwrap();
    let wrong = |key: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json[key] = value;
        serde_json::from_value::<Tool>(json).unwrap_err().to_string()
    };
    assert_eq!(wrong("categories", serde_json::json!([])), "tool `mlflow`: the tool has no category");
    let open = serde_json::json!({"type": "open-source", "spdx": null});
    assert_eq!(wrong("license", open), "tool `mlflow`: an open-source license needs an SPDX expression");
    let unfree = serde_json::json!({"type": "open-source", "spdx": "BUSL-1.1"});
    assert_eq!(wrong("license", unfree), "tool `mlflow`: `BUSL-1.1` is neither OSI-approved nor FSF-free");
    assert!(wrong("id", "ML flow".into()).starts_with("`ML flow` is not an id; ids are kebab-case"));
    assert_eq!(
        wrong("released_event", serde_json::Value::Null),
        "`released` and `released_event` must be given together"
    );
    let twice = serde_json::json!({"version": "1.0.0", "tools": [json, json]});
    let error = serde_json::from_value::<Catalog>(twice).unwrap_err().to_string();
    assert_eq!(error, "the name `mlflow` of `mlflow` is already used by `mlflow`");
    let info = Catalog::embedded().categories().next().unwrap();
    let twice = serde_json::json!({"version": "1.0.0", "tools": [], "categories": [info, info]});
    let error = serde_json::from_value::<Catalog>(twice).unwrap_err().to_string();
    assert_eq!(error, format!("the category `{}` is described twice", info.category()));
    let error = serde_json::from_str::<Year>("true").unwrap_err().to_string();
    assert_eq!(error, "invalid type: boolean `true`, expected a year from 1950 to 9999 at line 1 column 4");
}
