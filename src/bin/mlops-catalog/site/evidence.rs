//! What shows the facts: kinds of sources. As `page/evidence.js`.

use mlops_catalog::Tool;
use mlops_catalog::model::{Claim, Event, Fact, Source};

/// A kind of source, the most lasting first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    Hash,
    Tag,
    Registry,
    Page,
    Citation,
    None,
}

impl SourceKind {
    pub const ALL: [Self; 6] = [Self::Hash, Self::Tag, Self::Registry, Self::Page, Self::Citation, Self::None];

    /// Its class in plots, and what it is called.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Hash => ("hash", "file or commit at a fixed hash"),
            Self::Tag => ("tag", "tag or release"),
            Self::Registry => ("registry", "package registry"),
            Self::Page => ("page", "web page"),
            Self::Citation => ("citation", "citation in words"),
            Self::None => ("none", "no source"),
        }
    }

    pub fn of(source: Option<&Source>) -> Self {
        match source {
            None => Self::None,
            Some(Source::Citation(words)) if REGISTRIES.iter().any(|name| begins_with_word(words, name)) => {
                Self::Registry
            }
            Some(Source::Address(address)) => Self::of_address(address.as_str()),
            Some(_) => Self::Citation,
        }
    }

    fn of_address(address: &str) -> Self {
        let path: Vec<&str> = address.split(['?', '#']).next().unwrap_or(address).split('/').skip(3).collect();
        let pairs = || path.windows(2).map(|pair| (pair[0], pair[1]));
        let is_file = |part: &str| matches!(part, "commit" | "blob" | "tree" | "raw");
        if pairs().any(|(part, next)| is_file(part) && is_hash(next)) {
            return Self::Hash;
        }
        let moving =
            pairs().any(|(part, next)| matches!(part, "blob" | "tree") && matches!(next, "HEAD" | "main" | "master"));
        let tagged =
            pairs().any(|(part, next)| matches!(part, "releases" | "tags" | "tree" | "blob") && !next.is_empty());
        if tagged && !moving {
            return Self::Tag;
        }
        Self::Page
    }
}

/// Packages are cited in words that begin with the name of their registry.
const REGISTRIES: [&str; 8] = ["PyPI", "npm", "crates", "Maven Central", "NuGet", "Docker Hub", "RubyGems", "CRAN"];

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

fn is_hash(part: &str) -> bool {
    (7..=40).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// What is claimed of a tool, in the words of the plots.
pub fn fact(claim: &Claim<'_>) -> &'static str {
    match claim {
        Claim::Fact(Fact::Released) => "first release",
        Claim::Fact(Fact::Successor) => "successor",
        Claim::Fact(_) => "license",
        Claim::Event(event) => event_name(event),
        _ => "other",
    }
}

fn event_name(event: &Event) -> &'static str {
    match event.change().kind().as_str() {
        "relicensed" => "license changed",
        "donated" => "given to a foundation",
        "closed-to-new-customers" => "closed to new customers",
        name => name,
    }
}

/// The order of the facts in plots.
pub const FACTS: [&str; 12] = [
    "first release",
    "license",
    "acquired",
    "renamed",
    "license changed",
    "given to a foundation",
    "inactive",
    "archived",
    "discontinued",
    "revived",
    "closed to new customers",
    "successor",
];

/// How many of the facts of tools have a source, and how many facts there are.
pub fn sourced<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> (usize, usize) {
    tools
        .into_iter()
        .flat_map(Tool::claims)
        .fold((0, 0), |(sourced, all), (_, source)| (sourced + usize::from(source.is_some()), all + 1))
}
