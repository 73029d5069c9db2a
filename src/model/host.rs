//! Hosts of addresses.

use super::punycode::punycode;

/// What is wrong with a host.
pub(crate) enum HostFault {
    /// It is one label, as those of private networks are.
    SingleLabel,
    Underscore,
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
    if !host.split('.').all(is_label) {
        return Some(HostFault::BadLabel);
    }
    (!host.contains('.')).then_some(HostFault::SingleLabel)
}

fn is_label(label: &str) -> bool {
    let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    is_edge(bytes.first())
        && is_edge(bytes.last())
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// `münchen.de` is `xn--mnchen-3ya.de`.
fn in_ascii(host: &str) -> Option<String> {
    let label = |label: &str| {
        let label = label.to_lowercase();
        if label.is_ascii() { Some(label) } else { punycode(&label).map(|code| format!("xn--{code}")) }
    };
    let labels: Option<Vec<String>> = host.split('.').map(label).collect();
    labels.map(|labels| labels.join(".")).filter(|host| host_fault(host).is_none())
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
            ("München.example.de", "xn--mnchen-3ya.example.de"),
            ("münchen", ""),
            ("a_b.münchen.de", ""),
        ] {
            assert_eq!(fault(host), expected, "{host}");
        }
    }
}
