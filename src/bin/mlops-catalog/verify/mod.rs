//! `verify`: every claim that a repository can prove, looked up there again.

mod address;
mod cache;
mod case;
mod citation;
mod claims;
mod copies;
mod git;
mod license_files;
mod licenses;
mod moment;
mod object;
mod objects;
mod report;
mod repository;
mod template;
mod tool;
mod verdict;

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use mlops_catalog::Tool;

pub use self::copies::Copies;
pub use self::licenses::Licenses;
pub use self::report::{Counts, Findings};
pub use self::template::Template;
pub use self::verdict::Kind;
use self::verdict::Outcome;

/// What became of the claims of one tool.
pub struct Verified<'t> {
    pub tool: &'t Tool,
    pub outcomes: Vec<Outcome>,
    /// The settled findings that occur no longer.
    pub over: Vec<usize>,
}

/// Verifies tools, several at a time; says after each that it is done. The results are in the order of the tools.
pub fn verify<'t>(
    tools: &[&'t Tool],
    copies: &Copies,
    licenses: &Licenses,
    done: impl Fn() + Sync,
) -> Vec<Verified<'t>> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(tools.len()));
    let work = || {
        while let Some(tool) = tools.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (outcomes, over) = tool::verify(tool, copies, licenses);
            results.lock().unwrap_or_else(PoisonError::into_inner).push(Verified { tool, outcomes, over });
            done();
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..copies.at_once().min(tools.len())).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by(|a, b| a.tool.id().cmp(b.tool.id()));
    results
}
