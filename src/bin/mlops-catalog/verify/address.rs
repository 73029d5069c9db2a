//! What an address of a forge names: a tag, a commit, a file at a commit.

/// A repository on a forge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Remote {
    pub host: String,
    /// On GitLab with the groups above it: `group/subgroup`.
    pub owner: String,
    pub name: String,
}

/// What of a repository an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Tag(String),
    Commit(String),
    /// A file or a directory at a revision. Which part of the text is the revision only the repository knows: the names
    /// of tags and branches may have slashes.
    Path(String),
    /// The repository itself, a list, an issue: something that git does not have.
    Page,
}

/// An address of a forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub remote: Remote,
    pub target: Target,
}

/// The first words of a path below a repository, and what the rest of the path names.
type Pages = [(&'static [&'static str], fn(String) -> Target)];

const GITHUB: &Pages = &[
    (&["releases", "tag"], Target::Tag),
    (&["commit"], Target::Commit),
    (&["blob"], Target::Path),
    (&["tree"], Target::Path),
    (&["raw"], Target::Path),
];

const GITLAB: &Pages = &[
    (&["tags"], Target::Tag),
    (&["releases"], Target::Tag),
    (&["commit"], Target::Commit),
    (&["blob"], Target::Path),
    (&["tree"], Target::Path),
    (&["raw"], Target::Path),
];

const FORGEJO: &Pages = &[
    (&["releases", "tag"], Target::Tag),
    (&["src", "tag"], Target::Path),
    (&["src", "commit"], Target::Path),
    (&["src", "branch"], Target::Path),
    (&["commit"], Target::Commit),
];

const BITBUCKET: &Pages = &[(&["commits"], Target::Commit), (&["src"], Target::Path)];

impl Remote {
    /// The repository of an address; none if the address is of no known forge.
    pub fn of(address: &str) -> Option<Self> {
        Cited::of(address).map(|cited| cited.remote)
    }

    /// Its address, for git.
    pub fn address(&self) -> String {
        format!("https://{}/{}/{}", self.host, self.owner, self.name)
    }
}

impl Cited {
    /// What an address names; none if it is of no known forge, or of a person or an organization.
    pub fn of(address: &str) -> Option<Self> {
        let (host, path) = address.strip_prefix("https://")?.split_once('/')?;
        let path = path.split(['?', '#']).next()?.trim_end_matches('/');
        let parts: Vec<String> = path.split('/').map(decoded).collect::<Option<_>>()?;
        let host = host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
        let (repository, rest, pages) = match host.as_str() {
            "github.com" => (parts.get(..2)?, &parts[2..], GITHUB),
            "codeberg.org" => (parts.get(..2)?, &parts[2..], FORGEJO),
            "bitbucket.org" => (parts.get(..2)?, &parts[2..], BITBUCKET),
            "gitlab.com" => match parts.iter().position(|part| part == "-") {
                Some(dash) => (&parts[..dash], &parts[dash + 1..], GITLAB),
                None => (parts.as_slice(), &[][..], GITLAB),
            },
            _ => return None,
        };
        let (name, owner) = repository.split_last().filter(|(_, owner)| !owner.is_empty())?;
        let name = name.trim_end_matches(".git");
        if !is_name(name) || !owner.iter().all(|part| is_name(part)) {
            return None;
        }
        let remote = Remote { host, owner: owner.join("/"), name: name.to_owned() };
        Some(Self { remote, target: target(rest, pages) })
    }
}

/// Whether a forge can have given that name; others would lead out of the directory of copies, or to another page.
fn is_name(part: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
    // GitLab has pages of its own below `-`.
    !matches!(part, "" | "-") && !part.starts_with('.') && part.chars().all(is_part)
}

fn target(rest: &[String], pages: &Pages) -> Target {
    let page = pages.iter().find_map(|(words, target)| {
        let below = rest.strip_prefix(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>().as_slice())?;
        (!below.is_empty()).then(|| target(below.join("/")))
    });
    page.unwrap_or(Target::Page)
}

/// A part of a path without its percent signs; none if it is not text of one line.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let escape = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(escape.unwrap_or(*first));
        rest = if escape.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(address: &str) -> Option<(String, Target)> {
        Cited::of(address).map(|cited| (cited.remote.address(), cited.target))
    }

    #[test]
    fn each_forge_has_its_pages() {
        for (address, remote, target) in [
            ("https://github.com/a/b", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b.git", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b.git.git", "https://github.com/a/b", Target::Page),
            ("https://www.github.com/a/b/", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b/issues/7", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b/commits", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b/releases/tag", "https://github.com/a/b", Target::Page),
            ("https://github.com/a/b/releases/tag/v1", "https://github.com/a/b", Target::Tag("v1".into())),
            ("https://github.com/a/b/releases/tag/x%40v1/y#z", "https://github.com/a/b", Target::Tag("x@v1/y".into())),
            ("https://github.com/a/b/commit/abc", "https://github.com/a/b", Target::Commit("abc".into())),
            ("https://github.com/a/b/blob/abc/d/e?plain=1", "https://github.com/a/b", Target::Path("abc/d/e".into())),
            ("https://gitlab.com/a/b/c/-/commit/abc", "https://gitlab.com/a/b/c", Target::Commit("abc".into())),
            ("https://gitlab.com/a/b/-/tags/v1", "https://gitlab.com/a/b", Target::Tag("v1".into())),
            ("https://codeberg.org/a/b/src/commit/abc/d", "https://codeberg.org/a/b", Target::Path("abc/d".into())),
            ("https://bitbucket.org/a/b/src/abc/d", "https://bitbucket.org/a/b", Target::Path("abc/d".into())),
        ] {
            assert_eq!(cited(address), Some((remote.to_owned(), target)), "{address}");
        }
    }

    #[test]
    fn other_pages_name_no_repository() {
        for address in [
            "https://github.com",
            "https://github.com/a",
            "https://github.com/a/",
            "https://github.com//b",
            "https://github.com/../b",
            "https://github.com/a/.git",
            "https://gitlab.com/a/-.git",
            "https://github.com/a%2F..%2F../b",
            "https://github.com/a/b%2Fc",
            "https://github.com/a/b%3Fc",
            "https://github.com/a/b%0A/commit/abc",
            "https://gist.github.com/a/b",
            "https://example.org/a/b",
            "http://github.com/a/b",
        ] {
            assert_eq!(cited(address), None, "{address}");
        }
    }
}
