//! Which file of a crate names what of which other file: read from `use` lines and from the paths in bodies, macros
//! included.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path of modules and names from the root of the crate on.
type Path = Vec<String>;

/// The files of a crate by the path from its `src` on, and their texts.
pub type Files = BTreeMap<String, String>;

/// Each file with the files of which it names something.
pub type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The arrows between the files of a crate, but for those between a module and its own children.
pub fn arrows(files: &Files) -> Arrows {
    let modules: BTreeMap<Path, Module> =
        files.iter().map(|(file, text)| (module_of(file), Module::read(file, text))).collect();
    let mut arrows = Arrows::new();
    for (path, module) in &modules {
        let named = module.paths.iter().filter_map(|named| owner(&modules, named.clone(), 0));
        let others = named.filter(|(to, _)| !to.starts_with(path) && !path.starts_with(to));
        arrows.insert(module.file.clone(), others.map(|(_, file)| file).collect());
    }
    arrows
}

/// Files that lead back to the first one, if there are any.
pub fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|start| walk(start, arrows, &mut Vec::new(), &mut done))
}

fn walk(at: &str, arrows: &Arrows, trail: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
    if let Some(start) = trail.iter().position(|seen| seen == at) {
        return Some(trail[start..].iter().cloned().chain([at.to_owned()]).collect());
    }
    if !done.contains(at) {
        trail.push(at.to_owned());
        let found = arrows.get(at)?.iter().find_map(|next| walk(next, arrows, trail, done));
        trail.pop();
        done.insert(at.to_owned());
        return found;
    }
    None
}

struct Module {
    file: String,
    /// The names that the module has from elsewhere, and where from.
    imports: BTreeMap<String, Path>,
    /// Every path that the file names.
    paths: Vec<Path>,
}

impl Module {
    fn read(file: &str, text: &str) -> Self {
        let mut module = Self { file: file.to_owned(), imports: BTreeMap::new(), paths: Vec::new() };
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        module.scan(tokens, &module_of(file), true);
        module
    }

    fn scan(&mut self, tokens: TokenStream, at: &Path, is_top: bool) {
        let mut tokens = tokens.into_iter().peekable();
        let mut last: Option<String> = None;
        while let Some(token) = tokens.next() {
            match token {
                // Tests may look up.
                TokenTree::Group(group) if group.to_string().replace(' ', "") == "[cfg(test)]" => {
                    tokens =
                        tokens.skip_while(|token| !ends_item(token)).collect::<TokenStream>().into_iter().peekable();
                    tokens.next();
                }
                TokenTree::Group(group) => self.scan(group.stream(), at, false),
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    match word.as_str() {
                        "use" => self.import(&mut tokens, at, is_top),
                        "crate" | "super" | "self" if last.as_deref() != Some("$") => {
                            let path = path(word, &mut tokens);
                            self.paths.extend(absolute(&path, at));
                        }
                        // A module within the file: what it calls `super` is the file.
                        "mod" => {
                            let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                            if let Some(TokenTree::Group(group)) = tokens.peek() {
                                let inner = [at.as_slice(), &[name]].concat();
                                self.scan(group.stream(), &inner, false);
                                tokens.next();
                            }
                        }
                        _ => {}
                    }
                    last = None;
                }
                TokenTree::Punct(mark) => last = Some(mark.as_char().to_string()),
                TokenTree::Literal(_) => last = None,
            }
        }
    }

    fn import(&mut self, tokens: &mut Peekable<IntoIter>, at: &Path, is_top: bool) {
        let tree: Vec<TokenTree> = tokens.by_ref().take_while(|token| !is_mark(token, ';')).collect();
        for (path, name) in leaves(tree, &[]) {
            // `use names::x` in a module that has a child `names`.
            let absolute = absolute(&path, at).unwrap_or_else(|| [at.clone(), path].concat());
            if is_top {
                self.imports.insert(name, absolute.clone());
            }
            self.paths.push(absolute);
        }
    }
}

/// Whether an item ends here: with its body, or with a semicolon.
fn ends_item(token: &TokenTree) -> bool {
    is_mark(token, ';') || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// The paths of a `use` tree, each with the name that it brings.
fn leaves(tree: Vec<TokenTree>, before: &[String]) -> Vec<(Path, String)> {
    let mut paths = Vec::new();
    for part in tree.split(|token| is_mark(token, ',')) {
        let (mut path, mut name) = (before.to_vec(), None);
        let mut words = part.iter();
        while let Some(token) = words.next() {
            match token {
                TokenTree::Ident(word) if word == "as" => name = words.next().map(ToString::to_string),
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    paths.extend(leaves(group.stream().into_iter().collect(), &path));
                    path.clear();
                }
                _ => {}
            }
        }
        if path.last().is_some_and(|word| word == "self") && path.len() > 1 {
            path.pop();
        }
        if let Some(last) = path.last().cloned() {
            paths.push((path, name.unwrap_or(last)));
        }
    }
    paths
}

/// The words of a path that begins with `first`.
fn path(first: String, tokens: &mut Peekable<IntoIter>) -> Path {
    let mut path = vec![first];
    while tokens.next_if(|token| is_mark(token, ':')).is_some() {
        tokens.next_if(|token| is_mark(token, ':'));
        match tokens.peek() {
            Some(TokenTree::Ident(word)) => path.push(word.to_string()),
            _ => break,
        }
        tokens.next();
    }
    path
}

/// A path from the root of the crate on; none if it does not begin with `crate`, `self` or `super`.
fn absolute(path: &Path, at: &Path) -> Option<Path> {
    let ups = path.iter().take_while(|word| *word == "super").count();
    let (base, rest) = match path.first()?.as_str() {
        "crate" => (&[][..], &path[1..]),
        "self" => (at.as_slice(), &path[1..]),
        "super" => (&at[..at.len().checked_sub(ups)?], &path[ups..]),
        _ => return None,
    };
    (!rest.is_empty()).then(|| [base, rest].concat())
}

/// The module that owns what a path names, and its file: re-exports are followed to where the name comes from.
fn owner(modules: &BTreeMap<Path, Module>, path: Path, depth: usize) -> Option<(Path, String)> {
    let known = (0..=path.len()).rev().find(|&length| modules.contains_key(&path[..length]))?;
    let module = &modules[&path[..known]];
    if depth < 8
        && let Some(from) = path.get(known).and_then(|name| module.imports.get(name))
        && let Some(owner) = owner(modules, [from.as_slice(), &path[known + 1..]].concat(), depth + 1)
    {
        return Some(owner);
    }
    Some((path[..known].to_vec(), module.file.clone()))
}

/// The module that a file is.
fn module_of(file: &str) -> Path {
    let parts = file.trim_end_matches(".rs").split('/').map(str::to_owned);
    parts.filter(|part| !["lib", "main", "mod"].contains(&part.as_str())).collect()
}
