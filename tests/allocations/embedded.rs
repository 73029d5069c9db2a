//! Opening the baked catalog costs nothing.

use mlops_catalog::paper::Exhibit;
use mlops_catalog::{Catalog, Category, Paper};

#[test]
fn embedded_look_ups_allocate_nothing() {
    let measured = allocation_counter::measure(|| {
        let catalog = std::hint::black_box(Catalog::embedded());
        assert!(catalog.get("mlflow").is_some());
        assert!(catalog.tools().any(|tool| tool.is_in(Category::FeatureStores)));
        let paper = std::hint::black_box(Paper::embedded());
        assert!(
            paper.table(6).is_some() && paper.question(Exhibit::Table(12)).is_some() && paper.reference(30).is_some()
        );
        assert!(paper.cases().flat_map(|case| case.platforms()).any(|platform| platform.tool().is_some()));
    });
    assert_eq!(measured.count_total, 0);
}
