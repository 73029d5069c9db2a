//! How far a version is raised, and whether that is enough.

use mlops_catalog::diff::Bump;
use proptest::prelude::*;
use semver::{Prerelease, Version};

fn version() -> impl Strategy<Value = Version> {
    let pre = prop_oneof![3 => Just(""), 1 => Just("rc.1"), 1 => Just("rc.2")];
    (0u64..3, 0u64..3, 0u64..3, pre).prop_map(|(major, minor, patch, pre)| Version {
        pre: Prerelease::new(pre).unwrap(),
        ..Version::new(major, minor, patch)
    })
}

/// The step from the release before `old` to the release that `new` leads to.
fn naive_step(old: &Version, new: &Version) -> Bump {
    let begun = match (old.pre.is_empty(), old.minor, old.patch) {
        (true, ..) => Bump::Nothing,
        (_, 0, 0) => Bump::Major,
        (_, _, 0) => Bump::Minor,
        _ => Bump::Patch,
    };
    let made = if new.major > old.major {
        Bump::Major
    } else if new.minor > old.minor {
        Bump::Minor
    } else if new.patch > old.patch {
        Bump::Patch
    } else {
        Bump::Nothing
    };
    begun.max(made)
}

proptest! {
    #[test]
    fn bump_check_matches_naive_steps(old in version(), new in version()) {
        for step in Bump::all() {
            let enough = new >= old && (step == Bump::Nothing || new > old && naive_step(&old, &new) >= step);
            prop_assert_eq!(step.check(&old, &new).is_ok(), enough, "{} from {} to {}", step, old, new);
        }
    }

    #[test]
    fn bump_next_is_the_least_version_that_passes(old in version()) {
        for step in Bump::all().filter(|step| *step != Bump::Nothing) {
            let releases = (0..4).flat_map(|major| (0..4).flat_map(move |minor| (0..4).map(move |patch| Version::new(major, minor, patch))));
            let least = releases.filter(|new| step.check(&old, new).is_ok()).min();
            prop_assert_eq!(Some(step.next(&old)), least, "{} after {}", step, old);
        }
        prop_assert_eq!(Bump::Nothing.next(&old), old);
    }

    #[test]
    fn bump_next_never_lowers_a_version(numbers in [near_the_end(), near_the_end(), near_the_end()], pre in prop_oneof![Just(""), Just("rc.1")]) {
        let [major, minor, patch] = numbers;
        let old = Version { pre: Prerelease::new(pre).unwrap(), ..Version::new(major, minor, patch) };
        for step in Bump::all() {
            let next = step.next(&old);
            prop_assert!(next >= old, "{} after {} is {}", step, old, next);
            let is_last = major == u64::MAX && (step == Bump::Major || minor == u64::MAX && (step == Bump::Minor || patch == u64::MAX));
            prop_assert!(next > old || step == Bump::Nothing || is_last, "{} after {} is {}", step, old, next);
        }
    }
}

fn near_the_end() -> impl Strategy<Value = u64> {
    prop_oneof![0u64..2, Just(u64::MAX - 1), Just(u64::MAX)]
}

#[test]
fn bump_says_what_version_is_needed() {
    let check = |step: Bump, old: &str, new: &str| {
        let checked = step.check(&old.parse().unwrap(), &new.parse().unwrap());
        checked.map_or_else(|error| error.to_string(), |()| "enough".to_owned())
    };
    for (step, old, new, answer) in [
        (Bump::Nothing, "1.0.0", "1.0.0", "enough"),
        (Bump::Nothing, "1.0.0+a", "1.0.0+b", "enough"),
        (
            Bump::Nothing,
            "1.0.0",
            "1.0.0-rc.1",
            "version 1.0.0-rc.1 is too low: it was 1.0.0 before; write 1.0.0 or later",
        ),
        (Bump::Patch, "1.0.0", "1.0.1", "enough"),
        (
            Bump::Patch,
            "1.0.0+a",
            "1.0.0+b",
            "version 1.0.0+b is too low: after 1.0.0+a this is a patch step; write 1.0.1 or later",
        ),
        (Bump::Minor, "1.0.0", "1.1.0-rc.1", "enough"),
        (Bump::Minor, "1.1.0-rc.1", "1.1.0-rc.2", "enough"),
        (
            Bump::Minor,
            "1.1.0-rc.2",
            "1.1.0-rc.1",
            "version 1.1.0-rc.1 is too low: it was 1.1.0-rc.2 before; write 1.1.0 or later",
        ),
        (
            Bump::Major,
            "1.1.0-rc.1",
            "1.1.0",
            "version 1.1.0 is too low: after 1.1.0-rc.1 this is a major step; write 2.0.0 or later",
        ),
        (
            Bump::Major,
            "0.3.0",
            "0.4.0",
            "version 0.4.0 is too low: after 0.3.0 this is a major step; write 1.0.0 or later",
        ),
        (Bump::Major, "2.0.0", "1.9.9", "version 1.9.9 is too low: it was 2.0.0 before; write 3.0.0 or later"),
    ] {
        assert_eq!(check(step, old, new), answer, "{step} from {old} to {new}");
    }
    // The greatest number there is: no step is made, and nothing breaks.
    let most = Version::new(u64::MAX, u64::MAX, u64::MAX);
    assert!(Bump::all().skip(1).all(|step| step.check(&most, &most).is_err()));
}
