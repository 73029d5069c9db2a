//! Licenses by the names that people write: which of SPDX's identifiers are meant.

use std::sync::LazyLock;

use spdx::identifiers::LICENSES;

use super::spdx_deprecated::{is_deprecated, replacements};

/// A family of licenses: how SPDX's identifiers of it begin, and how people call it, in the words of [`Name::of`].
type Family = (&'static str, &'static [&'static str]);

/// Families by the names that landscapes and packages use.
const FAMILIES: &[Family] = &[
    (
        "agpl",
        &["gnu agpl", "gnu affero gpl", "gnu affero general public", "affero general public", "affero gpl", "affero"],
    ),
    ("gpl", &["gnu gpl", "gnu general public", "general public", "gnu"]),
    (
        "lgpl",
        &["gnu lgpl", "gnu lesser general public", "lesser general public", "gnu library general public", "lesser gpl"],
    ),
    ("gfdl", &["gnu fdl", "gnu free documentation", "fdl"]),
    ("apache", &["asl", "al", "asf", "apache software", "apache public"]),
    ("mpl", &["mozilla public", "mozilla"]),
    ("epl", &["eclipse public", "eclipse"]),
    ("eupl", &["european union public"]),
    ("cddl", &["common development and distribution"]),
    ("busl", &["business source", "bsl", "bul", "mariadb business source"]),
    ("bsl", &["boost software", "boost", "bsl"]),
    ("cc by", &["creative commons attribution", "creative commons by"]),
    (
        "cc by sa",
        &[
            "creative commons attribution share alike",
            "creative commons attribution sharealike",
            "creative commons by sa",
        ],
    ),
    ("cc by nc", &["creative commons attribution noncommercial", "creative commons by nc"]),
    ("cc by nd", &["creative commons attribution no derivatives", "creative commons by nd"]),
    ("cc by nc sa", &["creative commons attribution noncommercial sharealike", "creative commons by nc sa"]),
    ("cc by nc nd", &["creative commons by nc nd"]),
    ("elastic", &["el", "elv", "elastic search"]),
    ("sspl", &["server side public", "mongodb server side public"]),
    ("fsl", &["functional source"]),
    ("ofl", &["sil open font", "open font"]),
    ("osl", &["open software"]),
    ("afl", &["academic free"]),
    ("upl", &["universal permissive"]),
    ("ms pl", &["microsoft public"]),
    ("ms rl", &["microsoft reciprocal"]),
    ("python", &["python software foundation", "psf", "psfl"]),
    ("odc by", &["open data commons attribution"]),
    ("odbl", &["open database", "open data commons open database"]),
    ("cecill", &[]),
    ("artistic", &["perl artistic"]),
];

/// Names that mean one license, or a few, whose identifiers do not begin alike.
const NAMES: &[(&str, &[&str])] = &[
    ("mit x 11", &["MIT"]),
    ("x 11 mit", &["MIT"]),
    ("expat", &["MIT"]),
    ("mit expat", &["MIT"]),
    ("mit style", &["MIT"]),
    ("bsd", &["BSD-2-Clause", "BSD-3-Clause"]),
    ("bsd style", &["BSD-2-Clause", "BSD-3-Clause"]),
    ("bsd like", &["BSD-2-Clause", "BSD-3-Clause"]),
    ("berkeley", &["BSD-2-Clause", "BSD-3-Clause"]),
    ("new bsd", &["BSD-3-Clause"]),
    ("bsd new", &["BSD-3-Clause"]),
    ("revised bsd", &["BSD-3-Clause"]),
    ("modified bsd", &["BSD-3-Clause"]),
    ("bsd 3", &["BSD-3-Clause"]),
    ("3 clause bsd", &["BSD-3-Clause"]),
    ("bsd three clause", &["BSD-3-Clause"]),
    ("three clause bsd", &["BSD-3-Clause"]),
    ("simplified bsd", &["BSD-2-Clause"]),
    ("bsd simplified", &["BSD-2-Clause"]),
    ("free bsd", &["BSD-2-Clause"]),
    ("freebsd", &["BSD-2-Clause"]),
    ("bsd 2", &["BSD-2-Clause"]),
    ("2 clause bsd", &["BSD-2-Clause"]),
    ("two clause bsd", &["BSD-2-Clause"]),
    ("original bsd", &["BSD-4-Clause"]),
    ("old bsd", &["BSD-4-Clause"]),
    ("bsd 4", &["BSD-4-Clause"]),
    ("4 clause bsd", &["BSD-4-Clause"]),
    ("bsd 0", &["0BSD"]),
    ("bsd 0 clause", &["0BSD"]),
    ("bsd zero clause", &["0BSD"]),
    ("zero clause bsd", &["0BSD"]),
    ("unlicensed", &["Unlicense"]),
    ("the unlicense", &["Unlicense"]),
    ("public domain", &["CC0-1.0", "Unlicense"]),
    ("cc zero", &["CC0-1.0"]),
    ("creative commons zero", &["CC0-1.0"]),
    ("creative commons 0", &["CC0-1.0"]),
    ("creative commons", &["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"]),
    ("psf", &["PSF-2.0", "Python-2.0"]),
    ("fsl", &["FSL-1.1-ALv2", "FSL-1.1-MIT"]),
    ("fsl 1.1", &["FSL-1.1-ALv2", "FSL-1.1-MIT"]),
    ("functional source", &["FSL-1.1-ALv2", "FSL-1.1-MIT"]),
    ("functional source 1.1", &["FSL-1.1-ALv2", "FSL-1.1-MIT"]),
];

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

/// A name of a license, in small letters: its words, its version, and whether a later version is allowed, too.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    words: String,
    version: Option<String>,
    later: Option<Later>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Later {
    Allowed,
    Refused,
}

impl Name {
    /// `The Apache License, Version 2.0` and `Apache-2` are `apache` and `2`.
    fn of(text: &str) -> Self {
        const FILLERS: [&str; 11] =
            ["the", "license", "licence", "licenses", "licensed", "lic", "version", "ver", "v", "under", "spdx"];
        let words = words(text);
        let mut words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
        let mut later = None;
        for (tail, means) in [
            (&["or", "any", "later"][..], Later::Allowed),
            (&["any", "later"], Later::Allowed),
            (&["or", "later"], Later::Allowed),
            (&["or", "newer"], Later::Allowed),
            (&["or", "greater"], Later::Allowed),
            (&["+"], Later::Allowed),
            (&["only"], Later::Refused),
        ] {
            if words.ends_with(tail) {
                words.truncate(words.len() - tail.len());
                later = Some(means);
            }
        }
        let is_version = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
        let version = words.iter().skip(1).find(is_version).map(|version| short(version).to_owned());
        let name = words.iter().enumerate().filter(|(at, word)| *at == 0 || !is_version(word));
        Self { words: name.map(|(_, word)| *word).collect::<Vec<_>>().join(" "), version, later }
    }

    /// All its words in order, the version where it is written.
    fn whole(text: &str) -> String {
        let name = Self::of(text);
        match name.version {
            Some(version) => {
                let words = words(text);
                let tail = words.iter().skip_while(|word| short(word) != version).skip(1);
                let clause = tail.filter(|word| *word == "clause").map(|_| " clause").next().unwrap_or_default();
                let start = name.words.trim_end_matches(" clause");
                let name = if clause.is_empty() { name.words.as_str() } else { start };
                format!("{name} {version}{clause}")
            }
            None => name.words,
        }
    }
}

/// `2.0` is 2, as people say.
fn short(version: &str) -> &str {
    let mut version = version;
    while let Some(shorter) = version.strip_suffix(".0") {
        version = shorter;
    }
    version
}

/// The words of a name in small letters; `GPLv3+` has `gpl`, `3` and `+`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.to_lowercase().chars() {
        let kind = match c {
            '0'..='9' => Some('0'),
            '.' if before == Some('0') => Some('0'),
            '+' => Some('+'),
            c if c.is_alphanumeric() => Some('a'),
            _ => None,
        };
        match (kind, words.last_mut()) {
            (Some(kind), Some(word)) if before == Some(kind) => word.push(c),
            (Some(_), _) => words.push(c.into()),
            (None, _) => {}
        }
        // The v of a version belongs to no name: `gplv3`.
        if kind == Some('0') && before == Some('a') {
            let at = words.len().saturating_sub(2);
            if let Some(name) = words.get_mut(at).filter(|name| name.ends_with('v')) {
                name.pop();
            }
        }
        before = kind;
    }
    words.iter().map(|word| word.trim_end_matches('.').to_owned()).filter(|word| !word.is_empty()).collect()
}

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
