//! Making a tool.

use super::{Address, Category, CategorySet, Date, Event, Fact, License, Release, Source, Tool, ToolError, ToolId};

/// Builds a [`Tool`]; [`build`](Self::build) says every law that it breaks at once.
///
/// ```
/// use mlops_catalog::{Category, LicenseType, Tool};
/// let tool = Tool::builder("my-tool".parse().unwrap())
///     .name("My Tool")
///     .category(Category::ModelServing)
///     .license(LicenseType::Private)
///     .build()
///     .unwrap();
/// assert_eq!(tool.primary_category(), Category::ModelServing);
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ToolBuilder {
    tool: Tool,
}

/// The builder of a changed tool.
impl From<Tool> for ToolBuilder {
    fn from(tool: Tool) -> Self {
        Self { tool }
    }
}

impl ToolBuilder {
    /// Sets the name; without it the id stands.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.tool.name = name.into().into();
        self
    }

    /// Adds another name.
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.tool.aliases.to_mut().push(alias.into().into());
        self
    }

    /// Sets the description.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.tool.description = Some(description.into().into());
        self
    }

    /// Sets who owns or maintains it.
    pub fn vendor(mut self, vendor: impl Into<String>) -> Self {
        self.tool.vendor = Some(vendor.into().into());
        self
    }

    /// Sets its page.
    pub fn homepage(mut self, homepage: Address) -> Self {
        self.tool.homepage = Some(homepage);
        self
    }

    /// Sets where its source is.
    pub fn repository(mut self, repository: Address) -> Self {
        self.tool.repository = Some(repository);
        self
    }

    /// Adds a category; the first one added is the primary one.
    pub fn category(mut self, category: Category) -> Self {
        self.tool.categories.to_mut().push(category);
        self
    }

    /// Sets the licence: a [`License`], or a [`LicenseType`](super::LicenseType) alone; without it `private` stands.
    pub fn license(mut self, license: impl Into<License>) -> Self {
        self.tool.license = license.into();
        self
    }

    /// Sets the first public release.
    pub fn released(mut self, release: Release) -> Self {
        self.tool.released = Some(release);
        self
    }

    /// Adds an event to the history, after those that were added before.
    pub fn event(mut self, event: Event) -> Self {
        self.tool.history.to_mut().push(event);
        self
    }

    /// Sets the tool that took its place.
    pub fn successor(mut self, successor: ToolId) -> Self {
        self.tool.successor = Some(successor);
        self
    }

    /// Sets the source of a fact. That of [`Fact::Released`] stands on the [`Release`] and is set there if there is one.
    pub fn source(mut self, fact: Fact, source: Source) -> Self {
        if fact == Fact::Released {
            if let Some(release) = &mut self.tool.released {
                release.source = Some(source);
            }
            return self;
        }
        self.tool.set_source(fact, Some(source));
        self
    }

    /// Sets when the facts were last checked.
    pub fn checked(mut self, checked: Date) -> Self {
        self.tool.checked = Some(checked);
        self
    }

    /// The tool.
    ///
    /// # Errors
    ///
    /// Every law of one tool that it breaks.
    pub fn build(mut self) -> Result<Tool, ToolError> {
        let faults = self.tool.faults();
        if !faults.is_empty() {
            return Err(ToolError { id: self.tool.id, faults });
        }
        self.tool.category_set = CategorySet::of(&self.tool.categories);
        Ok(self.tool)
    }
}
