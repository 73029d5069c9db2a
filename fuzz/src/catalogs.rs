//! Catalogs that were read.

use std::sync::LazyLock;

use mlops_catalog::diff::Bump;
use mlops_catalog::load::WriteError;
use mlops_catalog::{Catalog, Diff, Tool};

/// Another catalog, for what changed between the two: it shares tools with those that are made up.
static OTHER: LazyLock<Catalog> = LazyLock::new(|| {
    let is_shared = |tool: &&Tool| ["feast", "kubeflow", "mlflow", "tecton"].contains(&tool.id().as_str());
    let alone = Catalog::embedded().tools().filter(is_shared).filter(|tool| tool.successor().is_none());
    Catalog::from_tools("1.0.0".parse().unwrap(), alone.cloned()).unwrap()
});

/// A catalog that was read comes back from its JSON, answers every question, and differs from itself in nothing.
pub fn hold(catalog: &Catalog) {
    let json = serde_json::to_string(catalog).unwrap();
    assert_eq!(&serde_json::from_str::<Catalog>(&json).unwrap(), catalog);
    names_hold(catalog);
    views_hold(catalog);
    diffs_hold(catalog);
}

/// The catalog, written and read back; none if a tool lacks what its file needs.
pub fn written_and_read(catalog: &Catalog) -> Option<Catalog> {
    let dir = tempfile::tempdir().unwrap();
    match catalog.write_dir(dir.path()) {
        Ok(()) => Some(Catalog::from_dir(dir.path()).unwrap()),
        Err(WriteError::Unreadable(error)) => {
            assert!(!error.problems().is_empty());
            None
        }
        Err(error) => panic!("{error}"),
    }
}

fn names_hold(catalog: &Catalog) {
    for (name, id) in catalog.names() {
        assert_eq!(catalog.find(name).map(Tool::id), Some(id), "{name}");
    }
    for tool in catalog {
        let names = tool.aliases().chain([tool.name(), tool.id().as_str()]);
        let ids = tool.former_ids().map(|id| id.as_str());
        names.chain(ids).for_each(|name| assert_eq!(catalog.find(name), Some(tool), "{name}"));
        assert_eq!(catalog.get(tool.id()), Some(tool));
        assert!(catalog.alternatives(tool).iter().all(|other| *other != tool));
        assert!(catalog.successors(tool).iter().all(|other| *other != tool));
    }
}

fn views_hold(catalog: &Catalog) {
    let all = catalog.all();
    let timeline = all.timeline();
    let last = timeline.years().last().map_or(0, |group| group.cumulative());
    assert_eq!(last + timeline.undated().len(), catalog.len());
    for group in timeline.years() {
        let then = catalog.as_of(group.year());
        assert_eq!(then.as_of(group.year()), then);
        assert!(then.tools().all(|tool| catalog.get(tool.id()).is_some()));
    }
    let json = serde_json::to_value((&timeline, timeline.lifespans(), all.overlap(), all.vendors(), all.events()));
    assert!(json.is_ok());
}

fn diffs_hold(catalog: &Catalog) {
    assert!(Diff::between(catalog, catalog).is_empty());
    for (old, new) in [(catalog, &*OTHER), (&*OTHER, catalog)] {
        let diff = Diff::between(old, new);
        assert_eq!(diff.is_empty(), diff.required_bump() == Bump::Nothing);
        assert!(diff.least_version() >= *old.version());
        assert!(diff.changes().all(|change| !change.to_string().contains('\n')));
        assert!(serde_json::to_value(&diff).is_ok());
    }
}
