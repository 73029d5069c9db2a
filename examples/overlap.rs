//! What two categories share, then the pairs of categories that share the most.

use mlops_catalog::{Catalog, Category};

fn main() {
    let all = Catalog::embedded().all();
    let overlap = all.overlap();

    let shared = overlap.between(Category::ExperimentTracking, Category::ModelServing);
    println!("{} tools track experiments and serve models:", shared.tools().len());
    for tool in shared.tools() {
        println!("  {}", tool.name());
    }

    println!("\nThe pairs that share the most:");
    for pair in overlap.strongest_pairs().iter().take(5) {
        let (a, b) = pair.categories();
        println!("  {a} and {b}: {} tools, Jaccard index {:.2}", pair.tools().len(), pair.jaccard());
    }
}
