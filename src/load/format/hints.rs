//! What to say of fields that are empty or that the format does not have.

use super::example::example;
use crate::load::yaml::field::TEXT_OR_STRUCT;
use crate::load::yaml::hints::Hints;

/// What the reader of files says of their fields.
pub(crate) const HINTS: Hints = Hints { example, is_required, meant };

/// Whether a mapping needs a field. Those of an event that belong to its kind alone are needed where they belong.
fn is_required(mapping: &str, field: &str) -> bool {
    let fields: &[&str] = match mapping {
        "CatalogFile" => &["schema", "version"],
        "CategoryFile" => &["id", "title", "definition"],
        "ToolFile" => &["name", "description", "categories", "license", "checked"],
        "ReleasedFile" => &["date", "event"],
        "LicenseFile" | TEXT_OR_STRUCT => &["type"],
        "EventFile" => &["event", "by", "from", "to"],
        "SettledFile" => &["finding", "at", "because"],
        "TableFile" => &["number", "title", "category", "rows"],
        "RowFile" => &["name", "type", "tool"],
        "QuestionFile" => &["id", "caption", "answers", "options"],
        "FigureFile" => &["number", "caption"],
        "ChoiceFile" => &["label"],
        "CaseFile" => &["company", "platforms", "references"],
        "PlatformFile" => &["name", "role"],
        "ReferenceFile" => &["number", "title"],
        _ => &[],
    };
    fields.contains(&field)
}

/// What to do about a field that a mapping does not have, where its name says what is meant.
fn meant(mapping: &str, field: &str) -> Option<String> {
    let field = field.to_lowercase().replace(['-', ' '], "_");
    let table = match mapping {
        "ToolFile" => return of_tool(&field),
        "LicenseFile" | TEXT_OR_STRUCT => OF_LICENSE,
        "ReleasedFile" => OF_RELEASE,
        "EventFile" => OF_EVENT,
        "SourcesFile" => return of_sources(&field),
        _ => return None,
    };
    named(table, &field)
}

/// Fields by the names that other catalogs give them.
type Names = &'static [(&'static str, &'static [&'static str])];

const OF_TOOL: Names = &[
    (
        "vendor",
        &[
            "owner",
            "company",
            "maintainer",
            "maintainers",
            "organization",
            "organisation",
            "org",
            "author",
            "creator",
            "publisher",
            "crunchbase",
        ],
    ),
    ("homepage", &["url", "homepage_url", "website", "site", "web", "link", "home", "page"]),
    ("repository", &["repo", "repo_url", "github", "gitlab", "git", "source_code", "code"]),
    ("categories", &["category", "tags", "topics", "kind"]),
    ("description", &["summary", "about", "tagline", "desc"]),
    ("aliases", &["alias", "aka", "also_known_as", "other_names"]),
    ("former-ids", &["former_id", "old_ids", "old_id", "previous_ids"]),
    ("successor", &["replaced_by", "superseded_by", "replacement"]),
    ("checked", &["last_checked", "verified", "last_verified", "reviewed", "updated"]),
    ("name", &["title"]),
];

const OF_LICENSE: Names = &[
    ("spdx", &["id", "identifier", "expression", "name", "license", "licence"]),
    ("type", &["kind", "category"]),
    ("source", &["url", "link", "reference", "ref"]),
];

const OF_RELEASE: Names = &[
    ("date", &["year", "when", "day", "on"]),
    ("event", &["type", "kind", "what"]),
    ("source", &["url", "link", "reference", "ref"]),
];

const OF_EVENT: Names = &[
    ("date", &["year", "when", "day", "on"]),
    ("event", &["type", "kind", "what", "change"]),
    ("by", &["buyer", "acquirer", "owner", "company"]),
    ("from", &["old", "before", "was", "previous", "former"]),
    ("to", &["foundation"]),
    ("source", &["url", "link", "reference", "ref"]),
];

fn named(names: Names, field: &str) -> Option<String> {
    let (name, _) = names.iter().find(|(_, others)| others.contains(&field))?;
    Some(format!("did you mean `{name}`?"))
}

fn of_sources(field: &str) -> Option<String> {
    matches!(field, "license" | "released").then(|| format!("its source stands beside it: `{field}: {{…, source: …}}`"))
}

fn of_tool(field: &str) -> Option<String> {
    let help = match field {
        "status" | "active" | "state" | "maturity" => {
            "the status is derived from `history`; write what happened there, and leave this out"
        }
        "year" => "the year is derived from `released`; leave this out",
        "id" | "slug" => "the id is the name of the file, without `.yaml`; leave this out",
        "type" | "spdx" | "open_source" | "proprietary" => {
            "it belongs to `license`: indent it by two spaces below `license:`, or write `license: {type: open-source, spdx: Apache-2.0}`"
        }
        "date" | "release_date" | "released_at" | "first_release" | "first_released" | "launched" | "since"
        | "founded" => "did you mean `released`? write `released: {date: 2018-01-03, event: first-tag}`",
        "event" | "by" | "from" | "to" | "events" | "acquired" | "archived" | "discontinued" | "deprecated"
        | "renamed" | "inactive" | "changelog" => {
            "it belongs to `history`: write `history: [{date: 2024-01-16, event: archived}]`"
        }
        "source" | "references" | "citation" | "evidence" => {
            "a source is written beside the fact that it shows, or in `sources: {vendor: …}`"
        }
        other => return named(OF_TOOL, other),
    };
    Some(help.to_owned())
}
