use crate::Tool;
pub(crate) const TOOLS: &[Tool] = &[];
