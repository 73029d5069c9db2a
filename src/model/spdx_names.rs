//! Licenses by the names that people write: which of SPDX's identifiers are meant.

use std::sync::LazyLock;

use spdx::identifiers::LICENSES;

use super::license_name::{Later, Name};
use super::spdx_deprecated::{is_deprecated, replacements};
use super::spdx_spoken::{FAMILIES, Family, NAMES};

/// A license of SPDX's list, and its identifier as a name.
struct Known {
    id: &'static str,
    whole: String,
    name: Name,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |id: &'static str| Known { id, whole: Name::whole(id), name: Name::of(id) };
    LICENSES.iter().map(|license| known(license.name)).collect()
});

/// SPDX's identifiers, none of them deprecated, that a name can mean: one where the name leaves no doubt.
pub(crate) fn meant(text: &str) -> Vec<String> {
    const LONGEST: usize = 100;
    if text.len() > LONGEST {
        return Vec::new();
    }
    let whole = Name::whole(text);
    if let Some((_, ids)) = NAMES.iter().find(|(name, _)| *name == whole) {
        return ids.iter().map(|id| (*id).to_owned()).collect();
    }
    let name = Name::of(text);
    let same: Vec<&str> = KNOWN.iter().filter(|known| known.whole == whole).map(|known| known.id).collect();
    let listed: Vec<&str> = same.iter().copied().filter(|id| !is_deprecated(id)).collect();
    match (listed.as_slice(), same.as_slice()) {
        ([], []) => of_family(&name),
        ([], [old, ..]) => limited(replacements(old), name.later),
        (listed, _) => limited(listed.iter().map(|id| (*id).to_owned()).collect(), name.later),
    }
}

/// The licenses of the family that a name is of: those of its version, or all.
fn of_family(name: &Name) -> Vec<String> {
    let known = |words: &str| {
        let is_called = |(start, names): &&Family| *start == words || names.contains(&words);
        FAMILIES.iter().filter(is_called).map(|(start, _)| (*start).to_owned()).collect::<Vec<_>>()
    };
    let mut starts = known(&name.words);
    if starts.is_empty() && KNOWN.iter().any(|known| known.name.words == name.words) {
        starts.push(name.words.clone());
    }
    if starts.is_empty() {
        starts.extend(mistyped(&name.words));
    }
    let all: Vec<&str> = starts.iter().flat_map(|start| of_start(start)).collect();
    let same: Vec<&str> = all.iter().copied().filter(|id| Name::of(id).version == name.version).collect();
    let ids = if same.is_empty() { all } else { same };
    limited(ids.into_iter().map(str::to_owned).collect(), name.later)
}

/// The licenses of a family.
fn of_start(start: &str) -> Vec<&'static str> {
    let ids = KNOWN.iter().filter(|known| known.name.words == start).map(|known| known.id);
    ids.filter(|id| !is_deprecated(id)).collect()
}

/// The family whose name is nearly this one. Short names differ in a letter from those of other families.
fn mistyped(words: &str) -> Option<String> {
    const SHORT: usize = 4;
    let length = words.chars().count();
    let mut letters: Vec<char> = words.chars().collect();
    letters.sort_unstable();
    let is_near = |known: &str| {
        let distance = strsim::damerau_levenshtein(words, known);
        if length <= SHORT {
            let mut known: Vec<char> = known.chars().collect();
            known.sort_unstable();
            return distance == 1 && known == letters;
        }
        known.chars().count() > SHORT && (distance <= (length / 5).min(2) || known.starts_with(words))
    };
    let starts = KNOWN.iter().map(|known| known.name.words.clone());
    let called = FAMILIES.iter().flat_map(|(start, names)| names.iter().map(|name| (*name, *start)));
    let near = called.filter(|(name, _)| is_near(name)).map(|(_, start)| start.to_owned());
    near.chain(starts.filter(|start| is_near(start))).next()
}

/// The last few, which are the newest; those that say what a name says of later versions, if there are such.
fn limited(ids: Vec<String>, later: Option<Later>) -> Vec<String> {
    const MOST: usize = 6;
    let says = |id: &&String| Name::of(id).later == later;
    let same: Vec<String> = ids.iter().filter(says).cloned().collect();
    let mut ids = if later.is_none() || same.is_empty() { ids } else { same };
    ids.drain(..ids.len().saturating_sub(MOST));
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_landscapes_mean_identifiers() {
        for (name, ids) in [
            ("Apache License 2.0", "Apache-2.0"),
            ("Apache License, Version 2.0", "Apache-2.0"),
            ("The Apache Software License v2", "Apache-2.0"),
            ("ASL 2.0", "Apache-2.0"),
            ("apache-2.0", "Apache-2.0"),
            ("apache2", "Apache-2.0"),
            ("Apache 1.1", "Apache-1.1"),
            ("Apach-2.0", "Apache-2.0"),
            ("MIT License", "MIT"),
            ("The MIT Licence", "MIT"),
            ("Expat", "MIT"),
            ("MTI", "MIT"),
            ("BSD", "BSD-2-Clause or BSD-3-Clause"),
            ("BSD License", "BSD-2-Clause or BSD-3-Clause"),
            ("New BSD", "BSD-3-Clause"),
            ("New BSD License", "BSD-3-Clause"),
            ("BSD 3-Clause License", "BSD-3-Clause"),
            ("3-Clause BSD", "BSD-3-Clause"),
            ("BSD-2", "BSD-2-Clause"),
            ("BSL-1.1", "BUSL-1.1"),
            ("BSL 1.1", "BUSL-1.1"),
            ("Business Source License 1.1", "BUSL-1.1"),
            ("Boost Software License 1.0", "BSL-1.0"),
            ("BSL", "BUSL-1.1 or BSL-1.0"),
            ("MPL", "MPL-1.0 or MPL-1.1 or MPL-2.0"),
            ("MPL 2", "MPL-2.0"),
            ("Mozilla Public License 2.0", "MPL-2.0"),
            ("CC-BY-SA", "CC-BY-SA-1.0 or CC-BY-SA-2.0 or CC-BY-SA-2.5 or CC-BY-SA-3.0 or CC-BY-SA-4.0"),
            ("CC BY 4.0", "CC-BY-4.0"),
            ("CC0", "CC0-1.0"),
            ("GPL 3.0", "GPL-3.0-only or GPL-3.0-or-later"),
            ("GPL-3.0", "GPL-3.0-only or GPL-3.0-or-later"),
            ("GPLv3+", "GPL-3.0-or-later"),
            ("GNU GPL v3 or later", "GPL-3.0-or-later"),
            ("GNU General Public License v2.0 only", "GPL-2.0-only"),
            ("GNU Affero General Public License v3.0", "AGPL-3.0-only or AGPL-3.0-or-later"),
            ("AGPL-3", "AGPL-3.0-only or AGPL-3.0-or-later"),
            ("Elastic License 2.0", "Elastic-2.0"),
            ("ELv2", "Elastic-2.0"),
            ("SSPL", "SSPL-1.0"),
            ("EPL 2.0", "EPL-2.0"),
            ("Eclipse Public License", "EPL-1.0 or EPL-2.0"),
            ("PolyForm Noncommercial 1.0.0", "PolyForm-Noncommercial-1.0.0"),
            ("WXWINDOWS", "GPL-2.0-or-later WITH WxWindows-exception-3.1"),
            ("GNU GPLv3", "GPL-3.0-only or GPL-3.0-or-later"),
            ("the gplv3", "GPL-3.0-only or GPL-3.0-or-later"),
            ("GPL.3.0", "GPL-3.0-only or GPL-3.0-or-later"),
            ("AL2", "Apache-2.0"),
            ("BSD Clause 0", "BSD-1-Clause or BSD-2-Clause or BSD-3-Clause or BSD-4-Clause"),
            ("BSD 3 clause clause", "BSD-3-Clause"),
            // A letter in five can be wrong, two at most; of short names none.
            ("Pythn", "Python-2.0 or Python-2.0.1"),
            ("op software", "OSL-1.0 or OSL-1.1 or OSL-2.0 or OSL-2.1 or OSL-3.0"),
            ("european unio publ", ""),
            ("Apachexx", ""),
            ("buls", "BUSL-1.1"),
            ("elas", ""),
            ("elast 2", "Elastic-2.0"),
            ("cddll", ""),
            ("zlibb", ""),
            ("Linux man pages", "Linux-man-pages-1-para"),
            ("GPLv", ""),
            ("or later", ""),
            ("+", ""),
            ("v3", ""),
            ("Proprietary", ""),
            ("ABCD-1.0", ""),
            ("Custom", ""),
            ("NPS-1.0", ""),
        ] {
            assert_eq!(meant(name).join(" or "), ids, "{name}");
        }
        assert_eq!(meant(&format!("{:100}", "MIT License")), ["MIT"]);
        for length in [101, 200] {
            assert!(meant(&format!("{:length$}", "MIT License")).is_empty());
        }
    }

    /// What is offered can be written.
    #[test]
    fn names_mean_nothing_that_is_refused() {
        let families = FAMILIES.iter().flat_map(|(start, names)| names.iter().chain([start]));
        let names = families.chain(NAMES.iter().map(|(name, _)| name)).copied();
        for name in names.chain(LICENSES.iter().map(|license| license.name)) {
            for id in meant(name).into_iter().chain(meant(&name.to_uppercase())) {
                assert!(spdx::Expression::parse(&id).is_ok(), "{name}: {id}");
            }
        }
        for (name, ids) in NAMES {
            assert!(!ids.is_empty() && ids.iter().all(|id| spdx::license_id(id).is_some()), "{name}");
        }
        for (start, names) in FAMILIES {
            assert!(!of_start(start).is_empty() || NAMES.iter().any(|(name, _)| name == start), "{start} {names:?}");
        }
    }
}
