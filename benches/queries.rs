//! Queries of the embedded catalog, each beside a plain loop that gives the same.

use std::collections::{BTreeMap, HashMap};

use divan::{Bencher, black_box};
use mlops_catalog::{Catalog, Category, LicenseType, Query, Status, Tool};

fn main() {
    divan::main();
}

fn ids() -> Vec<&'static str> {
    Catalog::embedded().tools().map(|tool| tool.id().as_str()).collect()
}

#[divan::bench]
fn look_up(bencher: Bencher) {
    let ids = ids();
    bencher.bench(|| black_box(&ids).iter().filter(|id| Catalog::embedded().tool(id).is_some()).count());
}

#[divan::bench]
fn look_up_in_a_hash_map(bencher: Bencher) {
    let ids = ids();
    let map: HashMap<&str, &Tool> = Catalog::embedded().tools().map(|tool| (tool.id().as_str(), tool)).collect();
    bencher.bench(|| black_box(&ids).iter().filter(|id| map.contains_key(*id)).count());
}

#[divan::bench]
fn filter(bencher: Bencher) {
    let query = Query::new().category(Category::ModelServing).license(LicenseType::OpenSource);
    let query = query.status(Status::Active).released(2016..=2020);
    bencher.bench(|| Catalog::embedded().select(black_box(&query)).len());
}

#[divan::bench]
fn filter_with_a_loop() -> usize {
    let mut tools: Vec<&Tool> = Vec::new();
    for tool in black_box(Catalog::embedded()).tools() {
        let dated = tool.year().is_some_and(|year| (2016..=2020).contains(&year.get()));
        let open = tool.license_type() == LicenseType::OpenSource;
        if tool.is_in(Category::ModelServing) && open && tool.status() == Status::Active && dated {
            tools.push(tool);
        }
    }
    tools.len()
}

#[divan::bench]
fn timeline() -> usize {
    black_box(Catalog::embedded()).all().timeline().years().len()
}

#[divan::bench]
fn timeline_with_a_loop() -> usize {
    let mut years: BTreeMap<u16, Vec<&Tool>> = BTreeMap::new();
    for tool in black_box(Catalog::embedded()).tools() {
        if let Some(year) = tool.year() {
            years.entry(year.get()).or_default().push(tool);
        }
    }
    years.len()
}

#[divan::bench]
fn overlap_matrix() -> Vec<Vec<usize>> {
    black_box(Catalog::embedded()).all().overlap().matrix()
}

#[divan::bench]
fn overlap_matrix_with_a_loop() -> Vec<Vec<usize>> {
    let mut matrix = vec![vec![0; Category::all().len()]; Category::all().len()];
    for tool in black_box(Catalog::embedded()).tools() {
        for a in tool.categories() {
            for b in tool.categories() {
                matrix[*a as usize][*b as usize] += 1;
            }
        }
    }
    matrix
}
