//! A catalog of one's own: built in Rust, written as YAML files, read back with every check.

use std::error::Error;

use mlops_catalog::model::{Release, ReleaseEvent};
use mlops_catalog::{Catalog, Category, Expression, License, Tool};

fn main() -> Result<(), Box<dyn Error>> {
    let ours = Tool::builder("our-server".parse()?)
        .name("Our Server")
        .description("Serves the models that this team trains.")
        .category(Category::ModelServing)
        .license(License::open_source("MIT".parse::<Expression>()?))
        .release(Release::new("2025-03".parse()?, ReleaseEvent::FirstTag))
        .checked("2026-11-23".parse()?)
        .build()?;
    let catalog = Catalog::from_tools("1.0.0".parse()?, [ours])?;

    let dir = std::env::temp_dir().join(format!("own-catalog-{}", std::process::id()));
    catalog.write_dir(&dir)?;
    match Catalog::from_dir(&dir) {
        Ok(read) => println!("written to {}, and read back the same: {}", dir.display(), read == catalog),
        // Every problem of every file, each with its line.
        Err(error) => error.problems().iter().for_each(|problem| println!("{problem}")),
    }
    std::fs::remove_dir_all(dir)?;
    Ok(())
}
