//! What the crate and its command do, a file for each subject. `tests/README.md` says what is where.

mod support;

mod agreement;
mod as_of;
mod builder;
mod bump;
mod citations;
mod commands;
mod contributing;
mod diff;
mod diff_words;
mod discrepancies;
mod embedded;
mod errata;
mod fields;
mod files;
mod fixtures;
mod github;
mod hostile;
mod idioms;
mod mutations;
mod nearest;
mod paper;
mod problems;
mod query;
mod related;
mod rooms;
mod rules;
mod schema;
mod search;
mod shapes;
mod survey;
mod timeline;
mod usage;
mod words;
mod write;
