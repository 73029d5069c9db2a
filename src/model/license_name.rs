//! Names of licenses as words.

/// A name of a license, in small letters: its words, its version, and whether a later version is allowed, too.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) words: String,
    pub(super) version: Option<String>,
    pub(super) later: Option<Later>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    Allowed,
    Refused,
}

impl Name {
    /// `The Apache License, Version 2.0` and `Apache-2` are `apache` and `2`.
    pub(super) fn of(text: &str) -> Self {
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
    pub(super) fn whole(text: &str) -> String {
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
