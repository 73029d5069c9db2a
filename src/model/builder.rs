//! Building a tool.

use super::address::Address;
use super::category::Category;
use super::date::Date;
use super::history::Event;
use super::id::ToolId;
use super::license::License;
use super::release::Release;
use super::settled::Settled;
use super::source::{Fact, Source};
use super::texts::Texts;
use super::tool::Tool;
use super::validation::{ToolError, not_lines};

/// A builder of a [`Tool`]. [`build`](Self::build) checks every rule at once.
///
/// ```
/// use mlops_catalog::{Category, LicenseType, Tool};
/// let tool = Tool::builder("my-tool".parse()?)
///     .name("My Tool")
///     .category(Category::ModelServing)
///     .license(LicenseType::Private)
///     .build()?;
/// assert_eq!(tool.primary_category(), Category::ModelServing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ToolBuilder {
    /// Everything but the texts.
    tool: Tool,
    name: String,
    aliases: Vec<String>,
    description: Option<String>,
    vendor: Option<String>,
}

impl Tool {
    /// Returns a builder for a tool with this id.
    pub fn builder(id: ToolId) -> ToolBuilder {
        ToolBuilder::from(Self::blank(id))
    }
}

/// A builder that starts from an existing tool.
impl From<Tool> for ToolBuilder {
    fn from(tool: Tool) -> Self {
        Self {
            name: tool.name().to_owned(),
            aliases: tool.aliases().map(str::to_owned).collect(),
            description: tool.description().map(str::to_owned),
            vendor: tool.vendor().map(str::to_owned),
            tool,
        }
    }
}

impl ToolBuilder {
    /// Sets the name. Defaults to the id.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Adds an alias.
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.aliases.push(alias.into());
        self
    }

    /// Adds an id that the tool had before.
    pub fn former_id(mut self, id: ToolId) -> Self {
        self.tool.former_ids.to_mut().push(id);
        self
    }

    /// Sets the description.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets who owns or maintains the tool.
    pub fn vendor(mut self, vendor: impl Into<String>) -> Self {
        self.vendor = Some(vendor.into());
        self
    }

    /// Sets the tool's own page.
    pub fn homepage(mut self, homepage: Address) -> Self {
        self.tool.homepage = Some(homepage);
        self
    }

    /// Sets the address of the source-code repository.
    pub fn repository(mut self, repository: Address) -> Self {
        self.tool.repository = Some(repository);
        self
    }

    /// Adds a category. The first one is the primary one.
    pub fn category(mut self, category: Category) -> Self {
        self.tool.categories = self.tool.categories.with(category);
        self
    }

    /// Sets the license: a [`License`], or a [`LicenseType`](super::LicenseType) alone. Defaults to `private`.
    pub fn license(mut self, license: impl Into<License>) -> Self {
        self.tool.license = license.into();
        self
    }

    /// Sets the first public release.
    pub fn release(mut self, release: Release) -> Self {
        self.tool.release = Some(release);
        self
    }

    /// Adds an event to the history. Dated events must be added in order of date, undated ones last.
    pub fn event(mut self, event: Event) -> Self {
        self.tool.history.to_mut().push(event);
        self
    }

    /// Sets the id of the tool that took this one's place.
    pub fn successor(mut self, successor: ToolId) -> Self {
        self.tool.successor = Some(successor);
        self
    }

    /// Sets the source of a fact. The source of [`Fact::Released`] belongs to the [`Release`]: without one it is dropped.
    pub fn source(mut self, fact: Fact, source: Source) -> Self {
        if fact == Fact::Released {
            if let Some(release) = &mut self.tool.release {
                release.source = Some(source);
            }
            return self;
        }
        self.tool.set_source(fact, Some(source));
        self
    }

    /// Adds a finding that a person has settled, after those that were added before.
    pub fn settled(mut self, settled: Settled) -> Self {
        self.tool.settled.to_mut().push(settled);
        self
    }

    /// Sets the day on which the facts were last checked.
    pub fn checked(mut self, checked: Date) -> Self {
        self.tool.checked = Some(checked);
        self
    }

    /// Builds the tool.
    ///
    /// # Errors
    ///
    /// When the tool breaks rules of [`ToolViolation`](super::ToolViolation); the error lists all of them. With feature
    /// `yaml` SPDX expressions are also held against SPDX's list.
    pub fn build(self) -> Result<Tool, ToolError> {
        let Self { mut tool, name, aliases, description, vendor } = self;
        let (description, vendor) = (description.as_deref(), vendor.as_deref());
        let texts = [("name", Some(name.as_str())), ("description", description), ("vendor", vendor)];
        let texts = texts.into_iter().filter_map(|(field, text)| Some((field, text?)));
        let mut violations = not_lines(texts.chain(aliases.iter().map(|alias| ("aliases", alias.as_str()))));
        tool.texts = Texts::new(&name, description, vendor, aliases.iter().map(String::as_str));
        tool.category_set = tool.categories().iter().copied().collect();
        violations.extend(tool.violations());
        if violations.is_empty() { Ok(tool) } else { Err(ToolError { id: tool.id, violations }) }
    }
}
