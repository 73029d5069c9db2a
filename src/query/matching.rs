//! Whether tools match a query.

use super::condition::is_of;
use super::{More, Query, license_bit, status_bit};
use crate::model::{Category, CategorySet, Tool};

impl Query {
    /// Returns true if `tool` matches this query.
    #[must_use]
    pub fn matches(&self, tool: &Tool) -> bool {
        self.matcher()(tool)
    }

    /// What [`matches`](Self::matches) does, for many tools: most fail by their categories, in a short loop; the rest is
    /// out of line.
    pub(crate) fn matcher(&self) -> impl Fn(&Tool) -> bool {
        // Every tool has a category.
        let any = if self.any_category.is_empty() { CategorySet::from_slice(Category::ALL) } else { self.any_category };
        let all = self.all_categories;
        move |tool| {
            let categories = tool.category_set();
            !any.intersection(categories).is_empty() && categories.is_superset(all) && self.matches_rest(tool)
        }
    }

    #[inline(never)]
    fn matches_rest(&self, tool: &Tool) -> bool {
        (self.license_types == 0 || self.has_license_type(tool) || self.more.is_some())
            && self.released.is_none_or(|range| tool.release_year().is_some_and(|year| range.contains(year)))
            // Last: a status is found in the history.
            && (self.statuses == 0 || self.statuses & status_bit(tool.status()) != 0)
            && self.more.as_ref().is_none_or(|more| self.matches_more(more, tool))
    }

    fn has_license_type(&self, tool: &Tool) -> bool {
        self.license_types & license_bit(tool.license_type()) != 0
    }

    /// Out of line, so that a query without such conditions pays nothing for them; what takes longest is last.
    #[inline(never)]
    fn matches_more(&self, more: &More, tool: &Tool) -> bool {
        let any_license = more.licenses.is_empty() && self.license_types == 0;
        any_or_none(&more.stages, |stage| is_of(*stage, tool))
            && (any_license
                || self.has_license_type(tool)
                || more.licenses.iter().any(|license| license.matches(tool.license())))
            && any_or_none(&more.vendors, |vendor| tool.vendor().is_some_and(|name| vendor.is(name)))
            && any_or_none(&more.events, |event| event.matches(tool))
            && any_or_none(&more.sources, |word| word.matches(tool))
            && !more.excluded.iter().any(|condition| condition.matches(tool))
            && more.phrases.iter().all(|phrase| phrase.is_in(tool))
    }
}

/// Whether there is no alternative, or one that holds.
fn any_or_none<T>(alternatives: &[T], holds: impl Fn(&T) -> bool) -> bool {
    alternatives.is_empty() || alternatives.iter().any(holds)
}
