//! Hosts of addresses.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};

use super::punycode::punycode;

/// What is wrong with a host.
pub(crate) enum HostFault {
    /// It is one label, as those of private networks are.
    SingleLabel,
    Underscore,
    /// It is the number of a machine, not its name.
    Number,
    /// It has letters beyond a to z; with the form that every program knows, if there is one.
    International(Option<String>),
    /// A label is empty, begins or ends with a hyphen, or has other characters.
    BadLabel,
}

/// What is wrong with a host, if anything is.
pub(crate) fn host_fault(host: &str) -> Option<HostFault> {
    if !host.is_ascii() {
        return Some(HostFault::International(in_ascii(host)));
    }
    if host.contains('_') {
        return Some(HostFault::Underscore);
    }
    if host.len() > 253 || !host.split('.').all(is_label) {
        return Some(HostFault::BadLabel);
    }
    let last = host.rsplit('.').next().unwrap_or(host);
    if last.starts_with(|first: char| first.is_ascii_digit()) {
        let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
        return Some(if is_number { HostFault::Number } else { HostFault::BadLabel });
    }
    (!host.contains('.')).then_some(HostFault::SingleLabel)
}

fn is_label(label: &str) -> bool {
    let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    bytes.len() <= 63
        && is_edge(bytes.first())
        && is_edge(bytes.last())
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// `münchen.de` is `xn--mnchen-3ya.de`.
fn in_ascii(host: &str) -> Option<String> {
    let label = |label: &str| {
        if label.chars().any(is_replaced) {
            return None;
        }
        // Letter by letter, as browsers do: to them a sigma at the end of a word is like any other.
        let label: String = label.chars().flat_map(char::to_lowercase).collect();
        if label.is_ascii() { Some(label) } else { punycode(&label).map(|code| format!("xn--{code}")) }
    };
    let labels: Option<Vec<String>> = host.split(['.', '。', '．', '｡']).map(label).collect();
    labels.map(|labels| labels.join(".")).filter(|host| host_fault(host).is_none())
}

/// Whether browsers put another letter in place of that character. Which one is a table that nothing else needs.
fn is_replaced(c: char) -> bool {
    let (mut canonical, mut compatible) = (String::new(), String::new());
    decompose_canonical(c, |part| canonical.push(part));
    decompose_compatible(c, |part| compatible.push(part));
    canonical_combining_class(c) != 0 || canonical != compatible
}

/// Ends by which a host is known that no path follows.
pub(crate) const ENDS: [&str; 30] = [
    "ai", "app", "cloud", "cn", "co", "com", "de", "dev", "edu", "eu", "fr", "gov", "in", "info", "io", "ir", "jp",
    "me", "net", "nl", "org", "page", "ru", "sh", "site", "tech", "uk", "us", "wiki", "xyz",
];

/// Whether a text begins as an address does that lacks its `https://`: `www.example.org/terms`, `example.org`.
pub(crate) fn begins_with_host(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    if ["http:", "https:", "www."].iter().any(|start| text.starts_with(start)) {
        return true;
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    let labels: Vec<&str> = host.split('.').collect();
    let [_, .., last] = labels.as_slice() else { return false };
    let has_path = rest.starts_with('/') && last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    labels.iter().all(|label| !label.is_empty()) && (has_path || ENDS.contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_https_begin_with_a_host() {
        for text in [
            "www.example.internal",
            "HTTP://example",
            "https:example",
            "example.org",
            "Example.ORG",
            "my-tool.io, 2020",
            "docs.example.co/terms",
            "example.museum/terms",
            "example.me/x",
            "example.zz/x",
        ] {
            assert!(begins_with_host(text), "{text}");
        }
        for text in [
            "",
            "example",
            "org",
            ".org",
            "a..org",
            "example.museum",
            "example.museum terms",
            "example.m/terms",
            "example.m2/terms",
            "v1.2/terms",
            "a..museum/terms",
            "Vol. 3",
            "Node.js",
            "e.g. example.org",
            "(example.org)",
        ] {
            assert!(!begins_with_host(text), "{text}");
        }
    }

    #[test]
    fn hosts_are_labels_of_letters_digits_and_hyphens() {
        let fault = |host: &str| match host_fault(host) {
            None => "none".to_owned(),
            Some(HostFault::SingleLabel) => "single label".to_owned(),
            Some(HostFault::Underscore) => "underscore".to_owned(),
            Some(HostFault::BadLabel) => "bad label".to_owned(),
            Some(HostFault::Number) => "number".to_owned(),
            Some(HostFault::International(ascii)) => ascii.unwrap_or_default(),
        };
        for (host, expected) in [
            ("example.org", "none"),
            ("a-b.4.org", "none"),
            ("localhost", "single label"),
            ("a_b.org", "underscore"),
            ("", "bad label"),
            ("a..org", "bad label"),
            ("-a.org", "bad label"),
            ("a-.org", "bad label"),
            ("a~b.org", "bad label"),
            ("127.0.0.1", "number"),
            ("example.123", "number"),
            ("example.1a", "bad label"),
            (&format!("{}.org", "a".repeat(63)), "none"),
            (&format!("{}.org", "a".repeat(64)), "bad label"),
            (&format!("{}org", "a.".repeat(125)), "none"),
            (&format!("{}a.org", "a.".repeat(125)), "bad label"),
            ("München.example.de", "xn--mnchen-3ya.example.de"),
            ("mu\u{308}nchen.example.de", ""),
            ("ＭÜnchen.example.de", ""),
            ("ΟΔΟΣ.example.gr", "xn--pxavbq.example.gr"),
            ("日本。jp", "xn--wgv71a.jp"),
            ("münchen", ""),
            ("a_b.münchen.de", ""),
        ] {
            assert_eq!(fault(host), expected, "{host}");
        }
    }
}
