//! One tool against its repository and those that its sources name.

use mlops_catalog::Tool;

use super::case::Case;
use super::claims;
use super::copies::Copies;
use super::licenses::Licenses;
use super::verdict::{Outcome, Verdict};

/// What became of every claim of a tool, and which of its settled findings occur no longer.
pub fn verify(tool: &Tool, copies: &Copies, licenses: &Licenses) -> (Vec<Outcome>, Vec<usize>) {
    let case = Case::of(tool, copies, licenses);
    let mut outcomes = claims::citation::outcomes(&case);
    outcomes.extend(claims::release::outcomes(&case));
    outcomes.extend(claims::license::outcomes(&case));
    outcomes.extend(claims::activity::outcome(&case));
    let occur = settle(tool, &mut outcomes);
    // Without a copy nothing can occur.
    let over = (0..occur.len()).filter(|at| !occur[*at] && case.repository.is_some()).collect();
    (outcomes, over)
}

/// Marks what a person has settled; says for each of those findings whether it occurs.
fn settle(tool: &Tool, outcomes: &mut [Outcome]) -> Vec<bool> {
    let mut occur = vec![false; tool.settled().len()];
    for outcome in outcomes {
        let Verdict::Found(found) = &outcome.verdict else { continue };
        let settled = tool.settled().iter().position(|of| of.finding() == found.finding && is_at(of.at(), &found.at));
        if let Some(at) = settled {
            occur[at] = true;
            outcome.verdict = Verdict::Settled;
        }
    }
    occur
}

/// Whether a person means the place: commits may be written in full or not.
fn is_at(settled: &str, at: &str) -> bool {
    let is_commit = |text: &str| text.len() >= 7 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    settled == at || (is_commit(settled) && is_commit(at) && (settled.starts_with(at) || at.starts_with(settled)))
}
