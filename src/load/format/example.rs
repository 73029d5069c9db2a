//! How fields are written, for who left one out or empty.

/// A line that shows how a field is written; none for lists of mappings and for fields that mean different things in
/// different places.
pub(crate) fn example(field: &str) -> Option<&'static str> {
    Some(match field {
        "schema" => "schema: 1.0.0",
        "version" => "version: 1.0.0",
        "title" => "title: Model serving",
        "definition" => "definition: Deploys trained models.",
        "stage" => "stage: serving",
        "name" => "name: Seldon Core",
        "former-ids" => "former-ids: [old-name]",
        "aliases" => "aliases: [Seldon]",
        "description" => "description: Deploys machine learning models on Kubernetes.",
        "vendor" => "vendor: Seldon",
        "homepage" => "homepage: https://www.seldon.io",
        "repository" => "repository: https://github.com/SeldonIO/seldon-core",
        "categories" => "categories: [model-serving]",
        "released" => "released: {date: 2018-01-03, event: first-tag}",
        "license" => "license: {type: open-source, spdx: Apache-2.0}",
        "type" => "type: open-source",
        "spdx" => "spdx: Apache-2.0",
        "date" => "date: 2018-01-03",
        "by" => "by: Somebody",
        "to" => "to: Linux Foundation",
        "successor" => "successor: seldon-core",
        "checked" => "checked: 2026-11-23",
        "caption" => "caption: Size of Companies",
        "label" => "label: less than 10 employees",
        "answers" => "answers: one",
        "company" => "company: Netflix",
        "role" => "role: built",
        "authors" => "authors: [D. Sculley, et al.]",
        "references" => "references: [18, 19]",
        _ => return None,
    })
}
