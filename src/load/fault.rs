//! What is wrong in one file, before it is known which file that is.

use std::ops::Range;

use super::rule::Rule;

/// A place: bytes of the text.
pub(crate) type Span = Range<usize>;

/// Something wrong at a place of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) rule: Rule,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) also: Option<(Span, &'static str)>,
}

impl Fault {
    pub(super) fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self { rule, span, message: message.into(), help: None, also: None }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Names another place that has to do with it, and what stands there.
    pub(super) fn also(self, span: Span, label: &'static str) -> Self {
        Self { also: Some((span, label)), ..self }
    }

    fn order(&self) -> (usize, Rule, usize, &str) {
        (self.span.start, self.rule, self.span.end, &self.message)
    }
}

impl Ord for Fault {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Fault {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The faults of one file.
pub(crate) type Faults = FirstFew<Fault>;

/// Something that stands at a byte of a file, by which it is ordered first.
pub(super) trait Placed: Ord {
    fn start(&self) -> usize;
}

impl Placed for Fault {
    fn start(&self) -> usize {
        self.span.start
    }
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

    pub(super) fn push(&mut self, item: T) {
        let Err(at) = self.kept.binary_search(&item) else { return };
        self.kept.insert(at, item);
        if self.kept.len() > Self::FEW {
            self.kept.pop();
            self.more += 1;
        }
    }

    /// Adds what starts at a byte; it is made only if it is one of the first few.
    pub(super) fn push_with(&mut self, start: usize, item: impl FnOnce() -> T) {
        if self.kept.len() == Self::FEW && self.kept.last().is_some_and(|last| last.start() < start) {
            self.more += 1;
        } else {
            self.push(item());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Counts others that are not given.
    pub(super) fn count(&mut self, more: usize) {
        self.more += more;
    }

    /// Those kept, in order, and the number of the others.
    pub(super) fn into_parts(self) -> (Vec<T>, usize) {
        (self.kept, self.more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_same_fault_is_kept_once() {
        let mut faults = Faults::default();
        for _ in 0..3 {
            faults.push_with(7, || Fault::new(Rule::Syntax, 7..8, "wrong"));
        }
        assert_eq!((faults.kept.len(), faults.more), (1, 0));
    }
}
