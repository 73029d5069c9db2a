//! Filters over tools, as values.

mod condition;
mod event;
mod license;
mod matching;
mod parse;
mod phrase;
mod words;
mod years;

use std::fmt;

pub use license::LicenseFilter;
pub use years::YearRange;

use crate::model::{Category, CategorySet, ChangeKind, LicenseType, Stage, Status, serde_as_text};
use condition::{Condition, SourceWord};
use event::EventFilter;
use license::Kind;
use phrase::Phrase;

/// A filter over tools.
///
/// Conditions of one key are alternatives, conditions of different keys must all hold. A query without a condition
/// matches every tool. It can be built, or parsed:
///
/// | condition | matches tools |
/// | --- | --- |
/// | `category:feature-stores,model-serving` | in any of these categories |
/// | `category:feature-stores+model-serving` | in both |
/// | `stage:serving` | with a category of that stage |
/// | `license:open-source,BUSL-1.1` | under a license of that type, or with that identifier; see [`LicenseFilter`] |
/// | `status:archived` | of that status |
/// | `released:2018..=2021` | released in these years; see [`YearRange`] |
/// | `vendor:"Hugging Face"` | of that vendor |
/// | `event:acquired` or `event:archived:2024` | to which that happened, in these years; `archived:2024` is short for the latter |
/// | `source:missing` | with a fact that has no source |
/// | `kubernetes` or `"feature store"` | with that in their name, an alias, the description or the vendor; several must all be found |
///
/// `-` before a condition excludes what matches it. Names and phrases are compared as [`Catalog::find`] compares names:
/// without regard to case, accents, spaces and punctuation. Commas in a vendor's name need quotation marks, colons in a
/// phrase and the words `AND`, `OR` and `NOT` too; within them `\` stands before a quotation mark or itself.
///
/// [`Catalog::find`]: crate::Catalog::find
///
/// ```
/// use mlops_catalog::{Category, LicenseType, Query, Status};
/// let query = Query::new().category(Category::FeatureStores).license(LicenseType::OpenSource).released(2018..=2021);
/// let query = query.text("kubernetes").excluding(Query::new().status(Status::Archived));
/// let text = "category:feature-stores license:open-source released:2018..=2021 kubernetes -status:archived";
/// assert_eq!(query, text.parse()?);
/// assert_eq!(query.to_string(), text);
/// # Ok::<(), mlops_catalog::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[must_use]
pub struct Query {
    any_category: CategorySet,
    all_categories: CategorySet,
    /// A bit for each, in the order of its enum; no condition when there is none.
    license_types: u16,
    statuses: u16,
    released: Option<YearRange>,
    /// All other conditions, if there are any.
    more: Option<Box<More>>,
}

/// The conditions that few queries have, or that take longer to compare; each once, in the order of their text.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
struct More {
    stages: Vec<Stage>,
    /// Identifiers and families; any of them, or of the types, must match.
    licenses: Vec<LicenseFilter>,
    vendors: Vec<Phrase>,
    events: Vec<EventFilter>,
    sources: Vec<SourceWord>,
    phrases: Vec<Phrase>,
    excluded: Vec<Condition>,
}

impl Query {
    /// Returns a query that matches every tool.
    pub fn new() -> Self {
        Self::default()
    }

    /// Matches tools in `category`. Repeated calls match any of the given categories.
    pub fn category(mut self, category: Category) -> Self {
        self.any_category = self.any_category.with(category);
        self
    }

    /// Matches tools in every one of these categories. Repeated calls add to them.
    pub fn all_categories(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.all_categories = self.all_categories.union(categories.into_iter().collect());
        self
    }

    /// Matches tools with a category of this stage. Repeated calls match any of the given stages.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Query, Stage};
    /// let data = Catalog::embedded().select(&Query::new().stage(Stage::Data));
    /// assert!(data.contains("feast"));
    /// ```
    pub fn stage(self, stage: Stage) -> Self {
        self.with(Condition::Stage(stage))
    }

    /// Matches tools under such a license: of a [`LicenseType`], or one whose expression contains an
    /// identifier. Repeated calls match any of the given licenses.
    ///
    /// ```
    /// use mlops_catalog::{LicenseType, Query, query::LicenseFilter, tool};
    /// let open = Query::new().license(LicenseType::OpenSource);
    /// assert!(open.matches(tool::MLFLOW) && !open.matches(tool::SELDON_CORE));
    /// let either = open.license("BUSL-1.1".parse::<LicenseFilter>()?);
    /// assert!(either.matches(tool::MLFLOW) && either.matches(tool::SELDON_CORE));
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    pub fn license(self, license: impl Into<LicenseFilter>) -> Self {
        self.with(Condition::License(license.into()))
    }

    /// Matches tools of this status. Repeated calls match any of the given statuses.
    pub fn status(mut self, status: Status) -> Self {
        self.statuses |= status_bit(status);
        self
    }

    /// Matches tools released in these years: `2018`, `2018..=2021`, `2018..`, `..2020`, or the same of [`Year`](crate::Year);
    /// the last call counts. A tool without a known year matches no range.
    pub fn released(mut self, years: impl Into<YearRange>) -> Self {
        self.released = Some(years.into());
        self
    }

    /// Matches tools of this vendor, compared as [`Catalog::find`](crate::Catalog::find) compares names. Repeated calls
    /// match any of the given vendors; an empty name is no condition.
    ///
    /// ```
    /// use mlops_catalog::{Query, tool};
    /// let query = Query::new().vendor("databricks");
    /// assert!(query.matches(tool::DATABRICKS) && !query.matches(tool::SELDON_CORE));
    /// ```
    pub fn vendor(self, name: impl AsRef<str>) -> Self {
        Phrase::new(name.as_ref()).into_iter().map(Condition::Vendor).fold(self, Self::with)
    }

    /// Matches tools to which this happened, whenever it was. Repeated calls, and those of [`event_in`](Self::event_in),
    /// match any of the given events.
    pub fn event(self, kind: ChangeKind) -> Self {
        self.with(Condition::Event(EventFilter { kind, years: None }))
    }

    /// Matches tools to which this happened in these years. An event without a date is in no range.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Query, model::ChangeKind};
    /// let archived = Catalog::embedded().select(&Query::new().event_in(ChangeKind::Archived, 2024));
    /// assert_eq!(archived, Catalog::embedded().select(&"event:archived:2024".parse()?));
    /// # Ok::<(), mlops_catalog::ParseError>(())
    /// ```
    pub fn event_in(self, kind: ChangeKind, years: impl Into<YearRange>) -> Self {
        self.with(Condition::Event(EventFilter { kind, years: Some(years.into()) }))
    }

    /// Matches tools with a fact that has no source; see [`Tool::unsourced`](crate::Tool::unsourced).
    pub fn source_missing(self) -> Self {
        self.with(Condition::Source(SourceWord::Missing))
    }

    /// Matches tools with this text in their name, an alias, the description or the vendor, compared as
    /// [`Catalog::find`](crate::Catalog::find) compares names. Repeated calls match tools that have all the texts; an
    /// empty text is no condition.
    ///
    /// ```
    /// use mlops_catalog::{Catalog, Query};
    /// let found = Catalog::embedded().select(&Query::new().text("Feature Store").text("databricks"));
    /// assert!(found.contains("databricks-feature-store"));
    /// ```
    pub fn text(self, text: impl AsRef<str>) -> Self {
        Phrase::new(text.as_ref()).into_iter().map(Condition::Phrase).fold(self, Self::with)
    }

    /// Excludes tools that match any single condition of `other`, as `-` before each of them does. What `other` excludes
    /// is left out.
    ///
    /// ```
    /// use mlops_catalog::{LicenseType, Query, Status};
    /// let other = Query::new().license(LicenseType::Private).status(Status::Archived);
    /// assert_eq!(Query::new().excluding(other).to_string(), "-license:private -status:archived");
    /// ```
    pub fn excluding(self, other: Self) -> Self {
        other.conditions().fold(self, Self::without)
    }

    /// This query and a condition.
    fn with(mut self, condition: Condition) -> Self {
        match condition {
            Condition::Category(category) => return self.category(category),
            Condition::Categories(all) => return self.all_categories(all),
            Condition::License(LicenseFilter(Kind::Type(license))) => self.license_types |= license_bit(license),
            Condition::License(license) => insert(&mut self.more().licenses, license),
            Condition::Status(status) => return self.status(status),
            Condition::Released(years) => return self.released(years),
            Condition::Stage(stage) => insert(&mut self.more().stages, stage),
            Condition::Vendor(vendor) => insert(&mut self.more().vendors, vendor),
            Condition::Event(event) => insert(&mut self.more().events, event),
            Condition::Source(word) => insert(&mut self.more().sources, word),
            Condition::Phrase(phrase) => insert(&mut self.more().phrases, phrase),
        }
        self
    }

    /// This query, with what a condition matches excluded.
    fn without(mut self, condition: Condition) -> Self {
        insert(&mut self.more().excluded, condition);
        self
    }

    /// What is about to have a condition more.
    fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    /// What is required, in the order in which it is written.
    fn conditions(&self) -> impl Iterator<Item = Condition> {
        let licenses = LicenseType::all().filter(|license| self.license_types & license_bit(*license) != 0);
        let statuses = Status::all().filter(|status| self.statuses & status_bit(*status) != 0);
        let all = (!self.all_categories.is_empty()).then_some(self.all_categories);
        let More { stages, licenses: ids, vendors, events, sources, phrases, excluded: _ } =
            self.more.as_deref().cloned().unwrap_or_default();
        (self.any_category.iter().map(Condition::Category))
            .chain(all.map(Condition::Categories))
            .chain(stages.into_iter().map(Condition::Stage))
            .chain(licenses.map(LicenseFilter::from).chain(ids).map(Condition::License))
            .chain(statuses.map(Condition::Status))
            .chain(self.released.map(Condition::Released))
            .chain(vendors.into_iter().map(Condition::Vendor))
            .chain(events.into_iter().map(Condition::Event))
            .chain(sources.into_iter().map(Condition::Source))
            .chain(phrases.into_iter().map(Condition::Phrase))
    }
}

const fn license_bit(license: LicenseType) -> u16 {
    1 << license as u16
}

const fn status_bit(status: Status) -> u16 {
    1 << status as u16
}

/// Adds a thing where its text belongs, unless it is there.
fn insert<T: ToString + PartialEq>(things: &mut Vec<T>, thing: T) {
    if !things.contains(&thing) {
        let text = thing.to_string();
        let at = things.partition_point(|other| other.to_string() < text);
        things.insert(at, thing);
    }
}

/// The query as it is parsed: the same query comes back.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let excluded = self.more.iter().flat_map(|more| &more.excluded).map(|condition| format!("-{condition}"));
        f.write_str(&itertools::join(self.conditions().map(|condition| condition.to_string()).chain(excluded), " "))
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Query({self})")
    }
}

serde_as_text!(Query);
