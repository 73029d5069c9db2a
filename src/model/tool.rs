//! A tool.

use std::borrow::Cow;

use super::{
    Address, Category, CategorySet, Date, Event, Fact, License, LicenseType, Release, Source, ToolBuilder, ToolId, Year,
};

/// An MLOps tool: what it is, since when, under which licence, and what became of it.
///
/// Made by a catalog, or by [`Tool::builder`].
///
/// ```
/// use mlops_catalog::{LicenseType, tool};
/// assert_eq!(tool::MLFLOW.name(), "MLflow");
/// assert_eq!(tool::MLFLOW.license_type(), LicenseType::OpenSource);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    pub(crate) id: ToolId,
    pub(crate) name: Cow<'static, str>,
    pub(crate) aliases: Cow<'static, [Cow<'static, str>]>,
    pub(crate) description: Option<Cow<'static, str>>,
    pub(crate) vendor: Option<Cow<'static, str>>,
    pub(crate) homepage: Option<Address>,
    pub(crate) repository: Option<Address>,
    pub(crate) categories: Cow<'static, [Category]>,
    pub(crate) category_set: CategorySet,
    pub(crate) released: Option<Release>,
    pub(crate) license: License,
    pub(crate) history: Cow<'static, [Event]>,
    pub(crate) successor: Option<ToolId>,
    pub(crate) sources: Cow<'static, [(Fact, Source)]>,
    pub(crate) checked: Option<Date>,
}

impl Tool {
    /// Starts a tool of that id.
    pub fn builder(id: ToolId) -> ToolBuilder {
        ToolBuilder::from(Self::blank(id))
    }

    /// The tool of which nothing but the id is known.
    pub(crate) fn blank(id: ToolId) -> Self {
        Self {
            name: Cow::Owned(id.as_str().to_owned()),
            id,
            aliases: Cow::Borrowed(&[]),
            description: None,
            vendor: None,
            homepage: None,
            repository: None,
            categories: Cow::Borrowed(&[]),
            category_set: CategorySet::EMPTY,
            released: None,
            license: License::from(LicenseType::Private),
            history: Cow::Borrowed(&[]),
            successor: None,
            sources: Cow::Borrowed(&[]),
            checked: None,
        }
    }

    /// Its id: kebab-case, unique in its catalog, the stem of its file.
    #[must_use]
    pub fn id(&self) -> &ToolId {
        &self.id
    }

    /// Its name, as its makers spell it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its other names, in the order of its file.
    pub fn aliases(&self) -> impl ExactSizeIterator<Item = &str> {
        self.aliases.iter().map(AsRef::as_ref)
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Who owns or maintains it today.
    #[must_use]
    pub fn vendor(&self) -> Option<&str> {
        self.vendor.as_deref()
    }

    /// Its page.
    #[must_use]
    pub fn homepage(&self) -> Option<&Address> {
        self.homepage.as_ref()
    }

    /// Where its source is.
    #[must_use]
    pub fn repository(&self) -> Option<&Address> {
        self.repository.as_ref()
    }

    /// Its categories, the primary one first; at least one, none twice.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// Its categories as a set.
    #[must_use]
    pub fn category_set(&self) -> CategorySet {
        self.category_set
    }

    /// The category that it belongs to first.
    #[must_use]
    pub fn primary_category(&self) -> Category {
        self.categories[0]
    }

    /// Whether it belongs to `category`, primarily or not.
    #[must_use]
    pub fn is_in(&self, category: Category) -> bool {
        self.category_set.contains(category)
    }

    /// The type of its licence.
    #[must_use]
    pub fn license_type(&self) -> LicenseType {
        self.license.kind
    }

    /// The SPDX expression of its licence, where one is known.
    #[must_use]
    pub fn license(&self) -> Option<&str> {
        self.license.spdx()
    }

    /// Its licence: the type and the expression.
    #[must_use]
    pub fn full_license(&self) -> &License {
        &self.license
    }

    /// The date of its first public release, where one is known.
    #[must_use]
    pub fn released(&self) -> Option<Date> {
        self.released.as_ref().map(Release::date)
    }

    /// The year of its first public release, where one is known.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        self.released().map(Date::year)
    }

    /// Its first public release: the date, what happened then, and the source.
    #[must_use]
    pub fn release(&self) -> Option<&Release> {
        self.released.as_ref()
    }

    /// The id of the tool that took its place, if one did.
    #[must_use]
    pub fn successor(&self) -> Option<&ToolId> {
        self.successor.as_ref()
    }

    /// What happened to it after its release: dated events in order of date, undated ones last.
    #[must_use]
    pub fn history(&self) -> &[Event] {
        &self.history
    }

    /// Where a fact is evidenced; none if the fact is unsourced or not known.
    #[must_use]
    pub fn source(&self, fact: Fact) -> Option<&Source> {
        match fact {
            Fact::Released => self.released.as_ref()?.source(),
            _ => self.sources.iter().find_map(|(of, source)| (*of == fact).then_some(source)),
        }
    }

    /// When its facts were last checked.
    #[must_use]
    pub fn checked(&self) -> Option<Date> {
        self.checked
    }

    /// States where a fact is evidenced, or that nobody knows; the release carries its source itself.
    pub(crate) fn set_source(&mut self, fact: Fact, source: Option<Source>) {
        let sources = self.sources.to_mut();
        sources.retain(|(of, _)| *of != fact);
        sources.extend(source.map(|source| (fact, source)));
        sources.sort_by_key(|(of, _)| *of);
    }

    /// Its name, its id and its aliases: all that it can be found by.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.name()].into_iter().chain(self.aliases())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Tool {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let sources: std::collections::BTreeMap<_, _> =
            Fact::all().filter_map(|fact| Some((fact.id(), self.source(fact)?))).collect();
        let mut tool = serializer.serialize_struct("Tool", 17)?;
        tool.serialize_field("id", &self.id)?;
        tool.serialize_field("name", &self.name)?;
        tool.serialize_field("aliases", &self.aliases)?;
        tool.serialize_field("description", &self.description)?;
        tool.serialize_field("vendor", &self.vendor)?;
        tool.serialize_field("homepage", &self.homepage)?;
        tool.serialize_field("repository", &self.repository)?;
        tool.serialize_field("categories", &self.categories)?;
        tool.serialize_field("license", &self.license)?;
        tool.serialize_field("released", &self.released())?;
        tool.serialize_field("released_event", &self.release().map(Release::event))?;
        tool.serialize_field("year", &self.year())?;
        tool.serialize_field("status", &self.status())?;
        tool.serialize_field("successor", &self.successor)?;
        tool.serialize_field("history", &self.history)?;
        tool.serialize_field("sources", &sources)?;
        tool.serialize_field("checked", &self.checked)?;
        tool.end()
    }
}
