//! Set algebra by hand.

use std::cmp::Ordering;

use mlops_catalog::Tool;

/// What is wanted of two lists in order of id: by whether a tool stands in the left one (`Less`), the right one
/// (`Greater`) or both (`Equal`).
pub fn merged<'c>(left: &[&'c Tool], right: &[&'c Tool], wanted: impl Fn(Ordering) -> bool) -> Vec<&'c Tool> {
    let (mut at, mut other, mut found) = (0, 0, Vec::new());
    while at < left.len() || other < right.len() {
        let order = match (left.get(at), right.get(other)) {
            (Some(left), Some(right)) => left.id().cmp(right.id()),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        if wanted(order) {
            found.push(if order.is_le() { left[at] } else { right[other] });
        }
        at += usize::from(order.is_le());
        other += usize::from(order.is_ge());
    }
    found
}
