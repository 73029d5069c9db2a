//! Identifiers that SPDX has deprecated, and what it says to write in their place.

/// What SPDX's list says of identifiers that no rule covers; for one of them, that there are several licenses in it.
const REPLACED: &[(&str, &[&str])] = &[
    ("BSD-2-Clause-FreeBSD", &["BSD-2-Clause-Views", "BSD-2-Clause"]),
    ("BSD-2-Clause-NetBSD", &["BSD-2-Clause"]),
    ("Net-SNMP", &[]),
    ("Nokia-Qt-exception-1.1", &["Qt-LGPL-exception-1.1"]),
    ("Nunit", &["zlib-acknowledgement"]),
    ("StandardML-NJ", &["SMLNJ"]),
    ("bzip2-1.0.5", &["bzip2-1.0.6"]),
    ("eCos-2.0", &["GPL-2.0-or-later WITH eCos-exception-2.0"]),
    ("wxWindows", &["GPL-2.0-or-later WITH WxWindows-exception-3.1"]),
];

/// Exceptions that identifiers named after `-with-` before there were expressions.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("GPL-2.0-with-GCC-exception", "GCC-exception-2.0"),
    ("GPL-2.0-with-autoconf-exception", "Autoconf-exception-2.0"),
    ("GPL-2.0-with-bison-exception", "Bison-exception-2.2"),
    ("GPL-2.0-with-classpath-exception", "Classpath-exception-2.0"),
    ("GPL-2.0-with-font-exception", "Font-exception-2.0"),
    ("GPL-3.0-with-GCC-exception", "GCC-exception-3.1"),
    ("GPL-3.0-with-autoconf-exception", "Autoconf-exception-3.0"),
];

/// Whether SPDX has deprecated an identifier of a license or an exception.
pub(crate) fn is_deprecated(id: &str) -> bool {
    spdx::license_id(id).is_some_and(spdx::LicenseId::is_deprecated)
        || spdx::exception_id(id).is_some_and(spdx::ExceptionId::is_deprecated)
}

/// What SPDX says to write in place of a deprecated identifier; several where the identifier leaves open which.
pub(crate) fn replacements(id: &str) -> Vec<String> {
    if let Some((_, new)) = REPLACED.iter().find(|(old, _)| *old == id) {
        return new.iter().map(|id| (*id).to_owned()).collect();
    }
    if let Some((old, exception)) = EXCEPTIONS.iter().find(|(old, _)| *old == id) {
        let base = old.split("-with-").next().unwrap_or(old);
        return replacements(base).into_iter().map(|license| format!("{license} WITH {exception}")).collect();
    }
    let (base, ends) = match id.strip_suffix('+') {
        Some(base) => (base, &["-or-later"][..]),
        None => (id, &["-only", "-or-later"][..]),
    };
    let ids = ends.iter().map(|end| format!("{base}{end}"));
    ids.filter(|id| spdx::license_id(id).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deprecated_identifier_has_replacements_that_can_be_written() {
        let licenses = spdx::identifiers::LICENSES.iter().map(|license| license.name);
        for id in licenses.filter(|id| is_deprecated(id)) {
            let new = replacements(id);
            assert_eq!(new.is_empty(), id == "Net-SNMP", "{id}");
            assert!(new.iter().all(|new| spdx::Expression::parse(new).is_ok()), "{id}: {new:?}");
        }
        for exception in spdx::identifiers::EXCEPTIONS.iter().filter(|exception| is_deprecated(exception.name)) {
            let new = replacements(exception.name);
            assert!(!new.is_empty() && new.iter().all(|new| spdx::exception_id(new).is_some()), "{}", exception.name);
        }
    }
}
