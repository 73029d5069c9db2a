use std::borrow::Cow; use crate::Paper;
pub(crate) static PAPER: Paper = Paper { tables: Cow::Borrowed(&[]) };
