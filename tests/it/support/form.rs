//! What the schemas have against files, and which laws they can state.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use mlops_catalog::load::{FileKind, Problem, Rule};
use serde_json::Value;

/// Laws that a schema cannot state, by what it would have to know.
const UNSTATED: [(&str, &[Rule]); 6] = [
    ("the folder", &[Rule::Unreadable, Rule::MissingFile, Rule::UnexpectedFile, Rule::BadId]),
    (
        "the text, of which a validator sees what another reader made of it",
        &[Rule::TooLarge, Rule::NotUtf8, Rule::Syntax, Rule::YamlFeature, Rule::RepeatedField],
    ),
    ("SPDX's list of licenses, or today's date", &[Rule::BadExpression, Rule::NotFree, Rule::FutureDate]),
    (
        "other values of the file",
        &[
            Rule::RepeatedAlias,
            Rule::EventOrder,
            Rule::AfterChecked,
            Rule::EventCannotFollow,
            Rule::NotYetInactive,
            Rule::OwnSuccessor,
            Rule::RepeatedNumber,
            Rule::RepeatedOption,
        ],
    ),
    (
        "other files",
        &[Rule::NameTaken, Rule::UnknownSuccessor, Rule::SuccessorCycle, Rule::UnknownTool, Rule::UnknownReference],
    ),
    (
        "that it is a warning, with which a file can be used",
        &[
            Rule::MissingCategory,
            Rule::Unsourced,
            Rule::LongDescription,
            Rule::Stale,
            Rule::AliasCase,
            Rule::TrackingParameters,
            Rule::WeakSource,
            Rule::UndatedEvent,
            Rule::FormerVendor,
            Rule::SwallowedText,
            Rule::Placeholder,
            Rule::SkeletonComment,
            Rule::BeforeRelease,
            Rule::NoTools,
        ],
    ),
];

/// Whether a problem is of a rule that a schema can state, and beyond none of its patterns.
pub fn is_seen_by_schema(problem: &Problem, text: &str) -> bool {
    let is_beyond_patterns = match problem.rule() {
        // What comes before and after a joiner or a selector, and characters that editors write as two.
        Rule::ForbiddenCharacter => {
            let code = problem.message().split("U+").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
            let code = u32::from_str_radix(code, 16).unwrap();
            matches!(code, 0x200d | 0xfe0f | 0x10000..) || is_in_comment(problem, text)
        }
        // Whether a year has a 29th of February.
        Rule::BadDate => text.get(problem.location().span()).is_some_and(|date| date.contains("-02-29")),
        _ => false,
    };
    is_stated(problem.rule()) && !is_beyond_patterns
}

/// A validator sees no comments.
fn is_in_comment(problem: &Problem, text: &str) -> bool {
    let before = &text[..problem.location().span().start];
    before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('#') || line.contains(" #"))
}

pub fn is_stated(rule: Rule) -> bool {
    UNSTATED.iter().all(|(_, rules)| !rules.contains(&rule))
}

static VALIDATORS: LazyLock<BTreeMap<FileKind, Validator>> = LazyLock::new(|| {
    let validator = |kind: FileKind| jsonschema::draft7::new(&serde_json::from_str(&kind.schema()).unwrap()).unwrap();
    FileKind::all().map(|kind| (kind, validator(kind))).collect()
});

/// What its schema has against a file; nothing if other readers of YAML cannot read it, or find nothing in it.
pub fn complaints(kind: FileKind, text: &[u8]) -> Vec<String> {
    let value = serde_yaml::from_slice(text).unwrap_or(Value::Null);
    if value.is_null() {
        return Vec::new();
    }
    VALIDATORS[&kind].iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
