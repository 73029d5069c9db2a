//! A tool.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::address::Address;
use super::category::Category;
use super::category_list::CategoryList;
use super::category_set::CategorySet;
use super::date::Date;
use super::expression::Expression;
use super::history::Event;
use super::id::ToolId;
use super::license::{License, LicenseType};
use super::release::Release;
use super::settled::Settled;
use super::source::{Fact, Source};
use super::stage::Stage;
use super::texts::{Aliases, Texts};
use super::year::Year;

/// An MLOps tool: what it is, since when, under which license, and what became of it.
///
/// Tools come from a [`Catalog`](crate::Catalog) or from [`Tool::builder`]; either way they obey the rules of
/// [`ToolViolation`](super::ToolViolation). Two tools are equal when all their facts are.
///
/// ```
/// use mlops_catalog::{LicenseType, tool};
/// assert_eq!(tool::MLFLOW.name(), "MLflow");
/// assert_eq!(tool::MLFLOW.license_type(), LicenseType::OpenSource);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    pub(crate) id: ToolId,
    pub(crate) former_ids: Cow<'static, [ToolId]>,
    pub(crate) texts: Texts,
    pub(crate) homepage: Option<Address>,
    pub(crate) repository: Option<Address>,
    pub(crate) categories: CategoryList,
    pub(crate) category_set: CategorySet,
    pub(crate) release: Option<Release>,
    pub(crate) license: License,
    /// Here, since nearly every tool has it; those of other facts are in a list.
    pub(crate) license_source: Option<Source>,
    pub(crate) history: Cow<'static, [Event]>,
    pub(crate) successor: Option<ToolId>,
    pub(crate) sources: Cow<'static, [(Fact, Source)]>,
    pub(crate) settled: Cow<'static, [Settled]>,
    pub(crate) checked: Option<Date>,
}

impl Tool {
    /// The tool of which nothing but the id is known.
    pub(crate) fn blank(id: ToolId) -> Self {
        Self {
            texts: Texts::new(id.as_str(), None, None, []),
            id,
            former_ids: Cow::Borrowed(&[]),
            homepage: None,
            repository: None,
            categories: CategoryList::EMPTY,
            category_set: CategorySet::EMPTY,
            release: None,
            license: License::from(LicenseType::Private),
            license_source: None,
            history: Cow::Borrowed(&[]),
            successor: None,
            sources: Cow::Borrowed(&[]),
            settled: Cow::Borrowed(&[]),
            checked: None,
        }
    }

    /// Returns the id: kebab-case, unique in its catalog, the name of its file.
    #[must_use]
    pub const fn id(&self) -> &ToolId {
        &self.id
    }

    /// Returns the ids that the tool had before, in the order of its file. They are looked up like aliases.
    pub fn former_ids(&self) -> impl ExactSizeIterator<Item = &ToolId> + DoubleEndedIterator {
        self.former_ids.iter()
    }

    /// Returns the name, as the makers spell it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.texts.name()
    }

    /// Returns the other names, in the order of its file.
    pub fn aliases(&self) -> Aliases<'_> {
        self.texts.aliases()
    }

    /// Returns what the tool does, in one sentence.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.texts.description()
    }

    /// Returns who owns or maintains the tool today.
    #[must_use]
    pub fn vendor(&self) -> Option<&str> {
        self.texts.vendor()
    }

    /// Returns the tool's own page.
    #[must_use]
    pub const fn homepage(&self) -> Option<&Address> {
        self.homepage.as_ref()
    }

    /// Returns the address of the source-code repository.
    #[must_use]
    pub const fn repository(&self) -> Option<&Address> {
        self.repository.as_ref()
    }

    /// Returns the categories, the primary one first. Never empty, no duplicates.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        self.categories.as_slice()
    }

    /// Returns the categories as a set.
    #[must_use]
    pub const fn category_set(&self) -> CategorySet {
        self.category_set
    }

    /// Returns the primary category.
    #[must_use]
    pub fn primary_category(&self) -> Category {
        self.categories()[0]
    }

    /// Returns true if the tool belongs to `category`, primarily or not.
    #[must_use]
    pub const fn is_in(&self, category: Category) -> bool {
        self.category_set.contains(category)
    }

    /// Returns the stages of work that the categories belong to, each once, in the order of [`Stage`].
    ///
    /// ```
    /// use mlops_catalog::{Stage, tool};
    /// assert!(tool::FEAST.stages().any(|stage| stage == Stage::Data));
    /// ```
    pub fn stages(&self) -> impl Iterator<Item = Stage> {
        Stage::all().filter(|stage| self.categories().iter().any(|category| category.stage() == *stage))
    }

    /// Returns the license of today.
    #[must_use]
    pub const fn license(&self) -> &License {
        &self.license
    }

    /// Returns the type of the license.
    #[must_use]
    pub const fn license_type(&self) -> LicenseType {
        self.license.license_type()
    }

    /// Returns the SPDX expression of the license, if one is known.
    #[must_use]
    pub const fn spdx(&self) -> Option<&Expression> {
        self.license.spdx()
    }

    /// Returns the first public release, if its date is known.
    #[must_use]
    pub const fn release(&self) -> Option<&Release> {
        self.release.as_ref()
    }

    /// Returns the date of the first public release, if it is known.
    #[must_use]
    pub fn release_date(&self) -> Option<Date> {
        self.release.as_ref().map(Release::date)
    }

    /// Returns the year of the first public release, if it is known.
    #[must_use]
    pub fn release_year(&self) -> Option<Year> {
        self.release_date().map(Date::year)
    }

    /// Returns what happened after the release: dated events in order of date, undated ones last.
    #[must_use]
    pub fn history(&self) -> &[Event] {
        &self.history
    }

    /// Returns the id of the tool that took this one's place, if one did.
    #[must_use]
    pub const fn successor(&self) -> Option<&ToolId> {
        self.successor.as_ref()
    }

    /// Returns the source of a fact, or `None` if the fact is unsourced or unknown.
    #[must_use]
    pub fn source(&self, fact: Fact) -> Option<&Source> {
        match fact {
            Fact::Released => self.release.as_ref()?.source(),
            Fact::License => self.license_source.as_ref(),
            _ => self.sources.iter().find_map(|(of, source)| (*of == fact).then_some(source)),
        }
    }

    /// Returns what its repository seems to say against its facts and a person has settled, in the order of its file.
    #[must_use]
    pub fn settled(&self) -> &[Settled] {
        &self.settled
    }

    /// Returns the day on which the facts were last checked.
    #[must_use]
    pub const fn checked(&self) -> Option<Date> {
        self.checked
    }

    /// Sets or removes the source of a fact; the release carries its source itself.
    pub(crate) fn set_source(&mut self, fact: Fact, source: Option<Source>) {
        if fact == Fact::License {
            self.license_source = source;
            return;
        }
        let sources = self.sources.to_mut();
        sources.retain(|(of, _)| *of != fact);
        sources.extend(source.map(|source| (fact, source)));
        sources.sort_by_key(|(of, _)| *of);
    }

    /// The id, the former ids, the name and the aliases: all that the tool can be found by.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let ids = [&self.id].into_iter().chain(self.former_ids()).map(ToolId::as_str);
        ids.chain([self.name()]).chain(self.aliases())
    }
}

/// The name.
impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// By the id: equal tools have equal ids.
impl Hash for Tool {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}
