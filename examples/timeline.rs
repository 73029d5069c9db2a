//! The releases of model servers year by year, and how many of them lived at the end of each.

use mlops_catalog::{Catalog, Category, Query};

fn main() {
    let serving = Catalog::embedded().select(&Query::new().category(Category::ModelServing));
    let timeline = serving.timeline();
    for group in timeline.years() {
        println!("{}  {:>3} new  {:>3} in all", group.year(), group.tools().len(), group.cumulative());
    }
    println!("{} without a known year\n", timeline.undated().len());

    for year in timeline.lifespans().years() {
        println!("{}  {:>3} ended  {:>3} alive", year.year(), year.discontinued().len(), year.available().len());
    }
}
