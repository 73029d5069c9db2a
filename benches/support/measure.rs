//! Two ways to one result, measured in turns: neighbors on the machine slow both alike, and the ratio stays.

use std::hint::black_box;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

/// The shortest time of a sample: far above what reading the clock costs.
const SAMPLE: Duration = Duration::from_micros(200);
/// How long a pair is measured, and in how many turns at least and at most.
const BUDGET: Duration = Duration::from_secs(2);
const TURNS: RangeInclusive<usize> = 7..=501;

/// The median seconds of one run, and the median of the ratios of all turns.
pub struct Measured {
    pub ours: f64,
    pub theirs: f64,
    pub ratio: f64,
}

/// Measures `ours` and `theirs` in turns. What they give is dropped within the time.
///
/// # Panics
///
/// When what they give is not the same.
pub fn measure<A, B>(
    mut ours: impl FnMut() -> A,
    mut theirs: impl FnMut() -> B,
    same: impl FnOnce(&A, &B) -> bool,
) -> Measured {
    assert!(same(&ours(), &theirs()), "the two do not give the same");
    let (our_runs, their_runs) = (runs(&mut ours), runs(&mut theirs));
    let start = Instant::now();
    let mut turns = Vec::new();
    while turns.len() < *TURNS.start() || (turns.len() < *TURNS.end() && start.elapsed() < BUDGET) {
        turns.push((time(&mut ours, our_runs), time(&mut theirs, their_runs)));
    }
    Measured {
        ours: median(turns.iter().map(|(ours, _)| *ours)),
        theirs: median(turns.iter().map(|(_, theirs)| *theirs)),
        ratio: median(turns.iter().map(|(ours, theirs)| ours / theirs)),
    }
}

/// How often something must run to fill a sample.
fn runs<T>(run: &mut impl FnMut() -> T) -> u32 {
    let mut runs = 1;
    while time(run, runs) * f64::from(runs) < SAMPLE.as_secs_f64() {
        runs *= 2;
    }
    runs
}

/// The seconds that one run takes, of so many.
fn time<T>(run: &mut impl FnMut() -> T, runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(run());
    }
    start.elapsed().as_secs_f64() / f64::from(runs)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
