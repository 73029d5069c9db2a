//! Catalogs from a thousand to a million tools: what a question costs for each tool, beside a hand-written loop that
//! gives the same (a look-up: beside a hash map) and beside reading 8 bytes of each tool, than which nothing that looks
//! at every tool is faster.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hint::black_box;

use mlops_catalog::{Catalog, LicenseType, Query, Tool};

#[path = "support/asked.rs"]
mod asked;
#[path = "support/measure.rs"]
mod measure;
#[path = "support/sets.rs"]
mod sets;
#[path = "support/tools.rs"]
mod tools;

use asked::{filtered, query, same, same_shared, same_years, shared, years};
use measure::{Measured, measure};
use sets::merged;

fn main() {
    println!("{:<14} {:>9} {:>12} {:>12} {:>7} {:>12}", "", "tools", "ns per tool", "beside", "ratio", "to 8 bytes");
    for size in [1_000, 10_000, 100_000, 1_000_000] {
        ask(&tools::catalog(size));
    }
}

fn ask(catalog: &Catalog) {
    let size = catalog.len();
    let sum = || black_box(catalog).tools().map(|tool| tool.name().len()).sum::<usize>();
    let eight_bytes = measure(sum, sum, |a, b| a == b).ours / size as f64;
    let row = |name: &str, times: usize, Measured { ours, theirs, ratio }: Measured| {
        let (ours, theirs) = (ours / times as f64, theirs / times as f64);
        let (ours_ns, theirs_ns, to_least) = (ours * 1e9, theirs * 1e9, ours / eight_bytes);
        println!("{name:<14} {size:>9} {ours_ns:>12.2} {theirs_ns:>12.2} {ratio:>7.2} {to_least:>12.1}");
    };
    let ids = some_ids(catalog);
    let by_id: HashMap<&str, &Tool> = catalog.tools().map(|tool| (tool.id().as_str(), tool)).collect();
    let ours = || ids.iter().filter_map(|id| catalog.get(id)).filter(|tool| tool.release_year().is_some()).count();
    let theirs = || ids.iter().filter_map(|id| by_id.get(id)).filter(|tool| tool.release_year().is_some()).count();
    row("look-up", ids.len(), measure(ours, theirs, |a, b| a == b));
    let query = query();
    row("filter", size, measure(|| catalog.select(&query), || filtered(catalog), |a, b| same(a, b)));
    row("timeline", size, measure(|| catalog.all().timeline(), || years(catalog), same_years));
    row("overlap", size, measure(|| catalog.all().overlap(), || shared(catalog), same_shared));
    let open = catalog.select(&Query::new().license(LicenseType::OpenSource));
    let recent = catalog.select(&Query::new().released(2018..));
    let (left, right): (Vec<&Tool>, Vec<&Tool>) = (open.iter().collect(), recent.iter().collect());
    row("union", size, measure(|| open.union(&recent), || merged(&left, &right, |_| true), |a, b| same(a, b)));
    row(
        "intersection",
        size,
        measure(|| open.intersection(&recent), || merged(&left, &right, Ordering::is_eq), |a, b| same(a, b)),
    );
    row(
        "difference",
        size,
        measure(|| open.difference(&recent), || merged(&left, &right, Ordering::is_lt), |a, b| same(a, b)),
    );
    println!();
}

/// A thousand ids, in no order.
fn some_ids(catalog: &Catalog) -> Vec<&str> {
    let mut ids: Vec<&str> = catalog.tools().map(|tool| tool.id().as_str()).collect();
    fastrand::Rng::with_seed(7).shuffle(&mut ids);
    ids.truncate(1_000);
    ids
}
