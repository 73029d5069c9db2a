//! What the command `verify` reads of repositories of strangers.

#[path = "../../src/bin/mlops-catalog/verify/address.rs"]
mod address;
#[path = "../../src/bin/mlops-catalog/verify/moment.rs"]
#[allow(dead_code, reason = "the command compares times; here they are parsed")]
mod moment;
#[allow(dead_code, reason = "the command reads more of an object")]
#[path = "../../src/bin/mlops-catalog/verify/object.rs"]
mod object;

use address::{Cited, Remote};
use object::{Object, next};

/// An address leads to a repository of which each part is a name, and that has one address.
pub fn hold_address(text: &str) {
    let Some(Cited { remote, .. }) = Cited::of(text) else { return };
    let is_name = |part: &str| !part.is_empty() && !part.starts_with('.');
    assert!(remote.owner.split('/').all(is_name) && is_name(&remote.name) && !remote.name.contains('/'), "{remote:?}");
    assert_eq!(Remote::of(&remote.address()), Some(remote));
}

/// Whatever git writes, objects come to no more than that; their times are those of clocks.
pub fn hold_objects(input: &[u8]) {
    let mut rest = input;
    while !rest.is_empty() {
        let before = rest.len();
        let object = next(&mut rest);
        assert!(rest.len() < before || object.is_none());
        match object {
            None if rest.len() == before => return,
            Some(Object::Commit { time: Some(time), .. }) => {
                assert!(time.utc().year() >= 1985 && !time.to_string().is_empty())
            }
            Some(Object::Directory(entries)) => assert!(entries.len() <= before),
            _ => {}
        }
    }
}
