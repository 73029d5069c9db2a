//! Tools in an order that people ask for.

use super::selection::Selection;
use crate::model::{Category, Status, Tool, Year, fold, words};

words! {
    "sort key";
    /// What tools are sorted by.
    ///
    /// ```
    /// use mlops_catalog::views::SortKey;
    /// assert_eq!("released".parse(), Ok(SortKey::Released));
    /// ```
    #[non_exhaustive]
    pub enum SortKey {
        /// The name, as [`Catalog::find`](crate::Catalog::find) compares names.
        Name,
        /// The first day that the date of the first release can mean.
        Released,
        /// The day on which the facts were last checked.
        Checked,
        /// The primary category, in the order of [`Category`].
        Category,
        /// The name of the vendor, compared as names are.
        Vendor,
        /// The status, in the order of [`Status`].
        Status,
    }
}

/// The direction of an order.
///
/// ```
/// use mlops_catalog::views::Order;
/// assert_eq!(Order::default(), Order::Ascending);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Order {
    /// The least first.
    #[default]
    Ascending,
    /// The greatest first.
    Descending,
}

/// What a tool is sorted by, if it is known.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Text(String),
    Day(Year, u8, u8),
    Category(Category),
    Status(Status),
}

impl<'c> Selection<'c> {
    /// Returns the tools in that order; equal ones are in order of name, then of id. Tools of which the key is not known
    /// come last in either direction.
    ///
    /// ```
    /// use mlops_catalog::Catalog;
    /// use mlops_catalog::views::{Order, SortKey};
    /// let newest = Catalog::embedded().all().sorted(SortKey::Released, Order::Descending);
    /// for tool in newest.iter().take(10) {
    ///     println!("{tool}: {:?}", tool.release_date());
    /// }
    /// ```
    #[must_use]
    pub fn sorted(&self, by: SortKey, order: Order) -> Vec<&'c Tool> {
        let (mut known, mut unknown): (Vec<_>, Vec<_>) = self
            .iter()
            .map(|tool| (value(tool, by), (fold(tool.name()), tool.id()), tool))
            .partition(|of| of.0.is_some());
        known.sort_by(|(a, name_a, _), (b, name_b, _)| {
            let values = match order {
                Order::Ascending => a.cmp(b),
                Order::Descending => b.cmp(a),
            };
            values.then_with(|| name_a.cmp(name_b))
        });
        unknown.sort_by(|(_, a, _), (_, b, _)| a.cmp(b));
        known.into_iter().chain(unknown).map(|(_, _, tool)| tool).collect()
    }
}

fn value(tool: &Tool, by: SortKey) -> Option<Value> {
    let day = |(year, month, day)| Value::Day(year, month, day);
    match by {
        SortKey::Name => Some(Value::Text(fold(tool.name()))),
        SortKey::Released => tool.release_date().map(|date| day(date.first_day())),
        SortKey::Checked => tool.checked().map(|date| day(date.first_day())),
        SortKey::Category => Some(Value::Category(tool.primary_category())),
        SortKey::Vendor => tool.vendor().map(|vendor| Value::Text(fold(vendor))),
        SortKey::Status => Some(Value::Status(tool.status())),
    }
}
