//! Catalogs of any size, the same on every run: tools of the catalog drawn at random, with names of their own.

use fastrand::Rng;
use mlops_catalog::model::Fact;
use mlops_catalog::{Catalog, Tool};

/// So many tools. The categories, the first release and all else are drawn from three tools, so that each is as frequent
/// as in the catalog.
pub fn catalog(size: usize) -> Catalog {
    let models: Vec<&Tool> = Catalog::embedded().tools().collect();
    let mut random = Rng::with_seed(7);
    let mut draw = || models[random.usize(..models.len())];
    let tools = (0..size).map(|at| tool(at, draw(), draw(), draw()));
    Catalog::from_tools(Catalog::embedded().version().clone(), tools).unwrap_or_else(|error| panic!("{error}"))
}

fn tool(at: usize, all_else: &Tool, categories: &Tool, released: &Tool) -> Tool {
    let numbered = |text: &str| format!("{text} {at}");
    let id = format!("{}-{at}", all_else.id()).parse().unwrap_or_else(|error| panic!("{error}"));
    let tool = Tool::builder(id).name(numbered(all_else.name())).license(all_else.license().clone());
    let tool = all_else.aliases().fold(tool, |tool, alias| tool.alias(numbered(alias)));
    let tool = all_else.description().into_iter().fold(tool, |tool, text| tool.description(text));
    let tool = all_else.vendor().into_iter().fold(tool, |tool, vendor| tool.vendor(vendor));
    let tool = all_else.homepage().cloned().into_iter().fold(tool, |tool, page| tool.homepage(page));
    let tool = all_else.repository().cloned().into_iter().fold(tool, |tool, page| tool.repository(page));
    let tool = categories.categories().iter().fold(tool, |tool, category| tool.category(*category));
    let tool = released.release().cloned().into_iter().fold(tool, |tool, release| tool.release(release));
    let tool = all_else.history().iter().cloned().fold(tool, |tool, event| tool.event(event));
    let sources = Fact::all().filter(|fact| *fact != Fact::Released);
    let sources = sources.filter_map(|fact| Some((fact, all_else.source(fact)?.clone())));
    let tool = sources.fold(tool, |tool, (fact, source)| tool.source(fact, source));
    tool.build().unwrap_or_else(|error| panic!("{error}"))
}
