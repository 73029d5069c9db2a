//! A catalog as the Rust source of statics.

use std::collections::HashMap;

use mlops_catalog::model::{CategoryInfo, Change, Event, Fact, Release, Settled, Source};
use mlops_catalog::{Catalog, Category, Date, License, Paper, Tool, ToolId};

use crate::generated::MARK;
use crate::paper;

/// Where the constants are.
pub const CONSTANTS: &str = "embedded/constants.rs";

/// The paths from `src/` and the texts of the baked files. Constants come last: they find tools as the crate is compiled.
pub fn files(catalog: &Catalog, paper: &Paper) -> Vec<(&'static str, String)> {
    let files = [
        ("catalog/categories.rs", categories(catalog)),
        ("embedded/catalog.rs", the_catalog(catalog)),
        ("embedded/names.rs", names(catalog)),
        ("embedded/paper.rs", paper::paper(paper)),
        ("embedded/tools.rs", tools(catalog)),
        (CONSTANTS, constants(catalog, |_| true)),
    ];
    files.map(|(name, text)| (name, marked(&text))).into()
}

/// The constants of the tools that both catalogs have.
pub fn common_constants(catalog: &Catalog, other: &Catalog) -> String {
    marked(&constants(catalog, |tool| other.get(tool.id()).is_some()))
}

fn marked(text: &str) -> String {
    format!("// {MARK}; edit the files in `catalog/` instead.\n\n{text}")
}

fn the_catalog(catalog: &Catalog) -> String {
    let version = catalog.version();
    format!(
        "use std::borrow::Cow;

use super::names::NAMES;
use super::tools::TOOLS;
use crate::catalog::{{CATEGORIES, Catalog}};

pub(crate) static CATALOG: Catalog = Catalog {{
    version: semver::Version::new({}, {}, {}),
    categories: Cow::Borrowed(CATEGORIES),
    tools: Cow::Borrowed(TOOLS),
    names: Cow::Borrowed(NAMES),
}};
",
        version.major, version.minor, version.patch
    )
}

fn categories(catalog: &Catalog) -> String {
    let categories: String = catalog.categories().map(|info| format!("    {},\n", category_info(info))).collect();
    format!(
        "use std::borrow::Cow;

use crate::model::{{Category, CategoryInfo}};

pub(crate) static CATEGORIES: &[CategoryInfo] = &[
{categories}];

const fn text(text: &'static str) -> Cow<'static, str> {{
    Cow::Borrowed(text)
}}
"
    )
}

fn category_info(info: &CategoryInfo) -> String {
    format!(
        "CategoryInfo {{ category: {}, title: text({:?}), definition: text({:?}), table: {:?} }}",
        category(info.category()),
        info.title(),
        info.definition(),
        info.table()
    )
}

fn constants(catalog: &Catalog, has_one: impl Fn(&Tool) -> bool) -> String {
    let tools = || catalog.tools().filter(|tool| has_one(tool));
    let constants: String = tools().map(constant).collect();
    let former: String = tools().flat_map(|tool| tool.former_ids().map(|id| former_constant(id, tool))).collect();
    format!(
        "//! A constant for each tool of the embedded catalog.
//!
//! ```
//! use mlops_catalog::{{Catalog, tool}};
//! assert_eq!(Catalog::embedded().get(\"mlflow\"), Some(tool::MLFLOW));
//! ```

use super::find;
use crate::model::Tool;

{constants}{former}"
    )
}

fn constant(tool: &Tool) -> String {
    format!("/// {}.\npub static {}: &Tool = find({:?});\n", tool.name(), constant_name(tool.id()), tool.id())
}

/// The constant of an id that a tool had before stays, so that a renamed tool breaks no program.
fn former_constant(former: &ToolId, tool: &Tool) -> String {
    let (name, new) = (constant_name(former), constant_name(tool.id()));
    format!(
        "/// {}.\n#[deprecated(note = \"renamed to `{new}`\")]\npub static {name}: &Tool = find({:?});\n",
        tool.name(),
        tool.id()
    )
}

fn constant_name(id: &ToolId) -> String {
    id.as_str().replace('-', "_").to_uppercase()
}

fn names(catalog: &Catalog) -> String {
    let numbers: HashMap<&ToolId, usize> = catalog.tools().map(Tool::id).zip(0..).collect();
    let names: String = catalog.names().map(|(name, id)| format!("    named({name:?}, {}),\n", numbers[id])).collect();
    format!(
        "use super::named;
use crate::catalog::Names;

pub(crate) const NAMES: &Names = &[
{names}];
"
    )
}

fn tools(catalog: &Catalog) -> String {
    let tools: String = catalog.tools().map(|of| format!("    {},\n", tool(of))).collect();
    // Few tools need these, and unused imports are warnings.
    let is_settled = catalog.tools().any(|tool| !tool.settled().is_empty());
    let settled = if is_settled { "use crate::model::{Finding, Settled};\n" } else { "" };
    format!(
        "use std::borrow::Cow;

use super::{{address, citation, date, id, license, page, start, text}};
use crate::model::{{Category, CategoryList, CategorySet, Change, Event, Fact, LicenseType, Release, ReleaseEvent, Tool}};
{settled}
pub(crate) static TOOLS: &[Tool] = &[
{tools}];
"
    )
}

fn tool(tool: &Tool) -> String {
    let categories = list(tool.categories().iter().copied().map(category));
    let sources = Fact::all()
        .filter(|fact| ![Fact::Released, Fact::License].contains(fact))
        .filter_map(|fact| Some(format!("(Fact::{fact:?}, {})", source(tool.source(fact)?))));
    format!(
        "Tool {{ id: id({:?}), former_ids: Cow::Borrowed({}), texts: {}, homepage: {}, \
         repository: {}, categories: CategoryList::from_slice({categories}), category_set: CategorySet::from_slice({categories}), \
         release: {}, license: {}, license_source: {}, history: Cow::Borrowed({}), successor: {}, sources: Cow::Borrowed({}), settled: Cow::Borrowed({}), checked: {} }}",
        tool.id(),
        list(tool.former_ids().map(|id| format!("id({id:?})"))),
        texts(tool),
        option(tool.homepage().map(|page| format!("address({:?})", page.as_str()))),
        option(tool.repository().map(|address| repository(tool, address.as_str()))),
        option(tool.release().map(release)),
        license(tool.license()),
        option(tool.source(Fact::License).map(source)),
        list(tool.history().iter().map(event)),
        option(tool.successor().map(|id| format!("id({id:?})"))),
        list(sources),
        list(tool.settled().iter().map(settled)),
        option(tool.checked().map(date)),
    )
}

/// The repository, as the start of a source below it if there is one: a program then has the text once.
fn repository(tool: &Tool, address: &str) -> String {
    let mut sources = tool.claims().filter_map(|(_, source)| source).map(Source::as_str);
    match sources.find(|source| source.strip_prefix(address).is_some_and(|rest| rest.starts_with('/'))) {
        Some(source) => format!("start({source:?}, {})", address.len()),
        None => format!("address({address:?})"),
    }
}

fn texts(tool: &Tool) -> String {
    let aliases: Vec<String> = tool.aliases().map(|alias| format!("{alias:?}")).collect();
    let (description, vendor) = (tool.description().unwrap_or_default(), tool.vendor().unwrap_or_default());
    format!("texts!({:?}, {description:?}, {vendor:?}; [{}])", tool.name(), aliases.join(", "))
}

fn settled(settled: &Settled) -> String {
    let (finding, at, because) = (settled.finding(), text(settled.at()), text(settled.because()));
    format!("Settled {{ finding: Finding::{finding:?}, at: {at}, because: {because} }}")
}

fn release(release: &Release) -> String {
    let source = option(release.source().map(source));
    let (date, event) = (date(release.date()), release.event());
    format!("Release {{ date: {date}, event: ReleaseEvent::{event:?}, source: {source} }}")
}

fn event(event: &Event) -> String {
    let change = match event.change() {
        Change::Acquired { by } => format!("Acquired {{ by: {} }}", text(by)),
        Change::Renamed { from } => format!("Renamed {{ from: {} }}", text(from)),
        Change::Relicensed { from } => format!("Relicensed {{ from: {} }}", license(from)),
        Change::Donated { to } => format!("Donated {{ to: {} }}", text(to)),
        other => format!("{:?}", other.kind()),
    };
    let (date, source) = (option(event.date().map(date)), option(event.source().map(source)));
    format!("Event {{ date: {date}, change: Change::{change}, source: {source} }}")
}

fn license(of: &License) -> String {
    format!("license(LicenseType::{:?}, {:?})", of.license_type(), of.spdx())
}

fn source(source: &Source) -> String {
    match source {
        Source::Address(address) => format!("page({:?})", address.as_str()),
        words => format!("citation({:?})", words.as_str()),
    }
}

fn date(date: Date) -> String {
    format!("date({}, {}, {})", date.year(), date.month().unwrap_or(0), date.day().unwrap_or(0))
}

pub fn category(category: Category) -> String {
    format!("Category::{category:?}")
}

pub fn text(text: &str) -> String {
    format!("text({text:?})")
}

pub fn option(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

pub fn list(items: impl Iterator<Item = String>) -> String {
    format!("&[{}]", items.collect::<Vec<_>>().join(", "))
}
