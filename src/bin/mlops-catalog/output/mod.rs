//! What commands write: tables and bars for people, JSON for programs.

pub mod annotations;
pub mod bar;
pub mod changes;
pub mod count;
pub mod csv;
pub mod fields;
pub mod format;
pub mod markdown;
pub mod number;
pub mod profile;
pub mod question;
pub mod skeleton;
pub mod spreadsheet;
pub mod summary;
pub mod table;
pub mod tools;
pub mod wrap;
pub mod years;
