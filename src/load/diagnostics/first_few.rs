//! The first few of many problems.

use std::cmp::Ordering;

/// Something at a byte of a file, by which it is ordered first.
pub(crate) trait Placed {
    fn start(&self) -> usize;

    /// The order in which things are kept; things of equal order are one.
    fn order(&self, other: &Self) -> Ordering;
}

/// The first few of many in their order, and how many others there were: a file of faults alone costs no memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FirstFew<T> {
    kept: Vec<T>,
    more: usize,
}

impl<T> Default for FirstFew<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), more: 0 }
    }
}

impl<T: Placed> FirstFew<T> {
    /// How many are kept.
    pub(crate) const FEW: usize = 20;

    pub(crate) fn push(&mut self, item: T) {
        let Err(at) = self.kept.binary_search_by(|kept| kept.order(&item)) else { return };
        self.kept.insert(at, item);
        if self.kept.len() > Self::FEW {
            self.kept.pop();
            self.more += 1;
        }
    }

    /// Adds what starts at a byte; it is made only if it is one of the first few.
    pub(crate) fn push_with(&mut self, start: usize, item: impl FnOnce() -> T) {
        if self.kept.len() == Self::FEW && self.kept.last().is_some_and(|last| last.start() < start) {
            self.more += 1;
        } else {
            self.push(item());
        }
    }

    pub(crate) fn extend(&mut self, items: impl IntoIterator<Item = T>) {
        items.into_iter().for_each(|item| self.push(item));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Counts others that are not given.
    pub(crate) fn count(&mut self, more: usize) {
        self.more += more;
    }

    /// Those kept, in order, and the number of the others.
    pub(crate) fn into_parts(self) -> (Vec<T>, usize) {
        (self.kept, self.more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::diagnostics::fault::{Fault, Faults};
    use crate::load::diagnostics::rule::Rule;

    #[test]
    fn the_first_few_of_many_are_kept_whatever_their_order() {
        for starts in [(0..100).collect::<Vec<_>>(), (0..100).rev().collect()] {
            let mut few = Faults::default();
            for start in starts {
                few.push_with(start, || Fault::new(Rule::Syntax, start..start, "wrong"));
            }
            let (kept, more) = few.into_parts();
            assert_eq!((kept.iter().map(Placed::start).collect::<Vec<_>>(), more), ((0..20).collect(), 80));
        }
    }

    /// Of faults at one place the order is that of their rules.
    #[test]
    fn the_first_few_at_one_place_are_kept_whatever_their_order() {
        let kept = |rules: [Rule; 2]| {
            let mut few = Faults::default();
            for start in 0..19 {
                few.push_with(start, || Fault::new(Rule::Syntax, start..start, "wrong"));
            }
            for rule in rules {
                few.push_with(19, || Fault::new(rule, 19..19, "wrong"));
            }
            let (kept, more) = few.into_parts();
            (kept.last().map(|fault| fault.rule), more)
        };
        assert_eq!(kept([Rule::Syntax, Rule::BadText]), kept([Rule::BadText, Rule::Syntax]));
        assert_eq!(kept([Rule::Syntax, Rule::BadText]).1, 1);
    }

    #[test]
    fn the_same_fault_is_kept_once() {
        let mut faults = Faults::default();
        for _ in 0..3 {
            faults.push_with(7, || Fault::new(Rule::Syntax, 7..8, "wrong"));
        }
        assert_eq!((faults.kept.len(), faults.more), (1, 0));
    }
}
