//! Tools as plain values, all facts of them: random ones, and what changes of facts make of them.

use std::collections::{BTreeMap, BTreeSet};

use mlops_catalog::diff::{Changed, FactChange};
use mlops_catalog::model::{Address, Change, Event, Fact, Finding, Release, ReleaseEvent, Settled, Source};
use mlops_catalog::{Catalog, Category, Date, Expression, License, LicenseType, Tool, ToolId};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: ToolId,
    pub former_ids: Vec<ToolId>,
    name: String,
    pub aliases: Vec<String>,
    description: Option<String>,
    vendor: Option<String>,
    homepage: Option<Address>,
    repository: Option<Address>,
    categories: Vec<Category>,
    released: Option<Date>,
    released_event: Option<ReleaseEvent>,
    license: License,
    history: Vec<Event>,
    successor: Option<ToolId>,
    sources: BTreeMap<Fact, Source>,
    settled: Vec<Settled>,
    checked: Option<Date>,
}

impl From<&Tool> for Draft {
    fn from(tool: &Tool) -> Self {
        Self {
            id: tool.id().clone(),
            former_ids: tool.former_ids().cloned().collect(),
            name: tool.name().to_owned(),
            aliases: tool.aliases().map(str::to_owned).collect(),
            description: tool.description().map(str::to_owned),
            vendor: tool.vendor().map(str::to_owned),
            homepage: tool.homepage().cloned(),
            repository: tool.repository().cloned(),
            categories: tool.categories().to_vec(),
            released: tool.release_date(),
            released_event: tool.release().map(Release::event),
            license: tool.license().clone(),
            history: tool.history().to_vec(),
            successor: tool.successor().cloned(),
            sources: Fact::all().filter_map(|fact| Some((fact, tool.source(fact)?.clone()))).collect(),
            settled: tool.settled().to_vec(),
            checked: tool.checked(),
        }
    }
}

impl Draft {
    pub fn tool(&self) -> Tool {
        let builder = Tool::builder(self.id.clone()).name(&self.name).license(self.license.clone());
        let builder = self.former_ids.iter().cloned().fold(builder, |builder, id| builder.former_id(id));
        let builder = self.aliases.iter().fold(builder, |builder, alias| builder.alias(alias));
        let builder = self.description.iter().fold(builder, |builder, text| builder.description(text));
        let builder = self.vendor.iter().fold(builder, |builder, vendor| builder.vendor(vendor));
        let builder = self.homepage.iter().cloned().fold(builder, |builder, page| builder.homepage(page));
        let builder = self.repository.iter().cloned().fold(builder, |builder, page| builder.repository(page));
        let builder = self.categories.iter().fold(builder, |builder, &category| builder.category(category));
        let release = self.released.zip(self.released_event).map(|(date, event)| Release::new(date, event));
        let builder = release.into_iter().fold(builder, |builder, release| builder.release(release));
        let builder = self.history.iter().cloned().fold(builder, |builder, event| builder.event(event));
        let builder = self.successor.iter().cloned().fold(builder, |builder, id| builder.successor(id));
        let sources = self.sources.iter().map(|(fact, source)| (*fact, source.clone()));
        let builder = sources.fold(builder, |builder, (fact, source)| builder.source(fact, source));
        let builder = self.settled.iter().cloned().fold(builder, |builder, settled| builder.settled(settled));
        self.checked.iter().fold(builder, |builder, &date| builder.checked(date)).build().unwrap()
    }

    /// Makes a change; it must be one of what is there.
    pub fn apply(&mut self, fact: &FactChange<'_>) {
        let text = |text: &&str| (*text).to_owned();
        match fact {
            FactChange::FormerIds(ids) => {
                set(&mut self.former_ids, ids, |ids| ids.iter().map(|&id| id.clone()).collect());
            }
            FactChange::Name(name) => set(&mut self.name, name, text),
            FactChange::Aliases(names) => set(&mut self.aliases, names, |names| names.iter().map(text).collect()),
            FactChange::Description(of) => set(&mut self.description, of, |of| of.as_ref().map(text)),
            FactChange::Vendor(vendor) => set(&mut self.vendor, vendor, |vendor| vendor.as_ref().map(text)),
            FactChange::Homepage(page) => set(&mut self.homepage, page, |page| page.cloned()),
            FactChange::Repository(page) => set(&mut self.repository, page, |page| page.cloned()),
            FactChange::Categories(categories) => set(&mut self.categories, categories, |slice| slice.to_vec()),
            FactChange::Released(date) => set(&mut self.released, date, |date| *date),
            FactChange::ReleasedEvent(event) => set(&mut self.released_event, event, |event| *event),
            FactChange::License(license) => set(&mut self.license, license, |&license| license.clone()),
            FactChange::History(history) => set(&mut self.history, history, |events| events.to_vec()),
            FactChange::Successor(id) => set(&mut self.successor, id, |id| id.cloned()),
            FactChange::Source { of, source } => {
                assert_eq!(self.sources.get(of), *source.before());
                self.sources.remove(of);
                self.sources.extend(source.after().map(|source| (*of, source.clone())));
            }
            FactChange::Settled(settled) => set(&mut self.settled, settled, |settled| settled.to_vec()),
            FactChange::Checked(date) => set(&mut self.checked, date, |date| *date),
            other => panic!("nothing makes this change: {other}"),
        }
    }

    /// This tool, with those facts of `other` whose bits are set.
    pub fn mixed(self, other: Self, bits: u16) -> Self {
        let is_set = |bit: u16| bits & 1 << bit != 0;
        let released_from = if is_set(7) { &other } else { &self };
        Self {
            released: released_from.released,
            released_event: released_from.released_event,
            name: if is_set(0) { other.name } else { self.name },
            aliases: if is_set(1) { other.aliases } else { self.aliases },
            description: if is_set(2) { other.description } else { self.description },
            vendor: if is_set(3) { other.vendor } else { self.vendor },
            homepage: if is_set(4) { other.homepage } else { self.homepage },
            repository: if is_set(5) { other.repository } else { self.repository },
            categories: if is_set(6) { other.categories } else { self.categories },
            license: if is_set(8) { other.license } else { self.license },
            history: if is_set(9) { other.history } else { self.history },
            successor: if is_set(10) { other.successor } else { self.successor },
            sources: if is_set(11) { other.sources } else { self.sources },
            checked: if is_set(12) { other.checked } else { self.checked },
            settled: if is_set(12) { other.settled } else { self.settled },
            former_ids: self.former_ids,
            id: self.id,
        }
    }
}

fn set<T: PartialEq + std::fmt::Debug, F>(field: &mut T, change: &Changed<F>, value: impl Fn(&F) -> T) {
    assert_eq!(*field, value(change.before()));
    *field = value(change.after());
    assert_ne!(*field, value(change.before()), "a change changes something");
}

/// Names and ids come from one small pool, so that catalogs meet in them.
fn id() -> impl Strategy<Value = ToolId> {
    "[a-e][0-2]?".prop_map(|id| id.parse().unwrap())
}

fn text() -> impl Strategy<Value = String> {
    select(vec!["One", "Two → three", "1. `code` *", "Ünïcode, <b>"]).prop_map(str::to_owned)
}

fn address() -> impl Strategy<Value = Address> {
    select(vec!["https://example.org", "https://example.org/a_b", "https://example.com/c*(d)"])
        .prop_map(|address| address.parse().unwrap())
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![address().prop_map(Source::Address), Just("A paper, 2020".parse().unwrap())]
}

fn history() -> impl Strategy<Value = Vec<Event>> {
    let events = vec![
        (Some("2018-05"), Change::Acquired { by: "Somebody".into() }),
        (Some("2019"), Change::Relicensed { from: LicenseType::Private.into() }),
        (Some("2020-02-29"), Change::Archived),
        (None, Change::Renamed { from: "Former".into() }),
        (None, Change::Donated { to: "A foundation".into() }),
    ];
    (subsequence(events, 0..=5), option::of(source())).prop_map(|(events, source)| {
        let event = |(date, change): (Option<&str>, Change)| {
            let event = Event::new(date.map(|date| date.parse().unwrap()), change);
            source.iter().cloned().fold(event, Event::with_source)
        };
        events.into_iter().map(event).collect()
    })
}

pub fn draft() -> impl Strategy<Value = Draft> {
    let names = (id(), "[a-e][0-2]?", proptest::collection::vec("[a-eA-E][0-2]?", 0..3));
    let texts = (option::of(text()), option::of(text()), option::of(address()), option::of(address()));
    let categories = subsequence(Category::all().collect::<Vec<_>>(), 1..=3).prop_shuffle();
    let mit = License::open_source("MIT".parse::<Expression>().unwrap());
    let license = select(vec![LicenseType::Private.into(), LicenseType::SourceAvailable.into(), mit]);
    let released = option::of((select(vec!["2016", "2017-03", "2017-03-04"]), select(vec![0, 1])));
    let sources = proptest::collection::btree_map(select(Fact::all().collect::<Vec<_>>()), source(), 0..4);
    let settled = |at: &str| Settled::new(Finding::EarlierTag, at, "It is a tag of something else.");
    let settled = proptest::collection::vec(select(vec![settled("v0.0.1"), settled("v0.0.2")]), 0..2);
    let checked = option::of(select(vec!["2026-11-23", "2026-12-01"]));
    (names, texts, categories, license, released, history(), option::of(id()), (sources, settled, checked)).prop_map(
        |(names, texts, categories, license, released, history, successor, (sources, settled, checked))| Draft {
            id: names.0,
            former_ids: Vec::new(),
            name: names.1,
            aliases: names.2,
            description: texts.0,
            vendor: texts.1,
            homepage: texts.2,
            repository: texts.3,
            categories,
            released: released.map(|(date, _)| date.parse().unwrap()),
            released_event: released.map(|(_, event)| ReleaseEvent::all().nth(event).unwrap()),
            license,
            history,
            successor,
            sources,
            settled,
            checked: checked.map(|date| date.parse().unwrap()),
        },
    )
}

/// The catalog of those drafts, without what is not allowed between tools.
pub fn catalog(drafts: Vec<Draft>) -> Catalog {
    let drafts: BTreeMap<ToolId, Draft> = drafts.into_iter().map(|draft| (draft.id.clone(), draft)).collect();
    let ids: BTreeSet<ToolId> = drafts.keys().cloned().collect();
    let mut names: BTreeSet<String> = ids.iter().map(ToString::to_string).collect();
    let tools: Vec<Tool> = drafts
        .into_values()
        .map(|mut draft| {
            if !names.insert(draft.name.to_lowercase()) {
                draft.name = draft.id.to_string();
            }
            draft.former_ids.retain(|id| names.insert(id.to_string()));
            draft.aliases.retain(|alias| names.insert(alias.to_lowercase()));
            // Towards greater ids only, so that they never lead back.
            draft.successor = draft.successor.filter(|successor| ids.contains(successor) && *successor > draft.id);
            draft.tool()
        })
        .collect();
    Catalog::from_tools("1.2.3".parse().unwrap(), tools).unwrap()
}

pub fn drafts(most: usize) -> impl Strategy<Value = Vec<Draft>> {
    proptest::collection::vec(draft(), 0..=most)
}
