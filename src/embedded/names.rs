use std::borrow::Cow; use crate::ToolId;
pub(crate) const NAMES: &[(Cow<'static, str>, ToolId)] = &[];
