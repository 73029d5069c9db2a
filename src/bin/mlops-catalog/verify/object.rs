//! Something of a repository, as git writes it.

use super::moment::Moment;

/// Something that git keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    Commit { id: String, time: Option<Moment> },
    Directory(Vec<Entry>),
    File(Vec<u8>),
    Other,
}

/// A file or a directory in a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub id: String,
    pub is_directory: bool,
}

impl Object {
    pub fn text(self) -> Option<Vec<u8>> {
        if let Self::File(text) = self { Some(text) } else { None }
    }
}

/// Takes an object from the front of what `git cat-file --batch` wrote: `<id> <type> <size>`, the content, a line end.
pub fn next(rest: &mut &[u8]) -> Option<Object> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, tail) = (&rest[..end], &rest[end + 1..]);
    *rest = tail;
    let line = String::from_utf8_lossy(line).into_owned();
    let mut words = line.rsplitn(3, ' ');
    let (size, kind, id) = (words.next()?.parse::<usize>().ok()?, words.next()?, words.next()?);
    let content = tail.get(..size)?;
    *rest = tail.get(size + 1..).unwrap_or_default();
    Some(match kind {
        "commit" => Object::Commit { id: id.to_owned(), time: committed(content) },
        "tree" => Object::Directory(entries(content, id.len() / 2)),
        "blob" => Object::File(content.to_owned()),
        _ => Object::Other,
    })
}

/// The time in `committer Somebody <somebody@example.org> 1514973600 +0100`, before the empty line that ends the head.
fn committed(commit: &[u8]) -> Option<Moment> {
    let text = String::from_utf8_lossy(commit);
    let line = text.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix("committer "))?;
    Moment::parse(line.rsplit_once("> ")?.1)
}

/// The entries of a directory: `<mode> <name>`, NUL, the bytes of the id.
fn entries(mut content: &[u8], id_length: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    while let Some(nul) = content.iter().position(|byte| *byte == 0) {
        let head = String::from_utf8_lossy(&content[..nul]);
        let Some(id) = content.get(nul + 1..nul + 1 + id_length) else { break };
        if let Some((mode, name)) = head.split_once(' ') {
            let id = id.iter().map(|byte| format!("{byte:02x}")).collect();
            entries.push(Entry { name: name.to_owned(), id, is_directory: mode == "40000" });
        }
        content = &content[nul + 1 + id_length..];
    }
    entries
}
