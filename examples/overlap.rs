//! What two categories share, then the pairs of categories that share the most.

use std::cmp::Reverse;

use mlops_catalog::{Catalog, Category};

fn main() {
    let all = Catalog::embedded().all();
    let overlap = all.overlap();

    let shared = overlap.between(Category::ExperimentTracking, Category::ModelServing);
    println!("{} tools track experiments and serve models:", shared.tools().len());
    for tool in shared.tools() {
        println!("  {}", tool.name());
    }

    let mut pairs: Vec<_> = overlap.pairs().collect();
    pairs.sort_by_key(|pair| Reverse(pair.tools().len()));
    println!("\nThe pairs that share the most:");
    for pair in pairs.iter().take(5) {
        let (a, b) = pair.categories();
        println!("  {a} and {b}: {} tools, Jaccard index {:.2}", pair.tools().len(), pair.jaccard());
    }
}
