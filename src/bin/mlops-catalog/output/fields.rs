//! The fields of a kind of file, as its schema describes them.

use mlops_catalog::load::FileKind;
use serde_json::Value;

/// A field of a file, or of a mapping in it.
pub struct Field {
    pub name: String,
    /// What its value is: `line of text`, `list, each a word`, `mapping`.
    pub form: String,
    pub need: Need,
    pub meaning: String,
    pub example: Value,
    /// The words that it, or an item of it, can be, and what each means.
    pub words: Vec<(String, String)>,
    pub parts: Parts,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// The fields of what stands in a field.
pub enum Parts {
    None,
    OfMapping(Vec<Field>),
    /// Each item of a list is a mapping with these.
    OfItems(Vec<Field>),
}

/// The fields of a file, or of each item if the file is a list; in the order of the format.
pub fn fields(kind: FileKind) -> Vec<Field> {
    let schema: Value = serde_json::from_str(&kind.schema()).unwrap_or_default();
    of_mapping(schema.get("items").unwrap_or(&schema))
}

fn of_mapping(schema: &Value) -> Vec<Field> {
    let is_required = |name: &str| items(&schema["required"]).any(|required| required == name);
    let field = |(name, property): (&String, &Value)| Field {
        name: name.clone(),
        form: form(property),
        need: if is_required(name) { Need::Required } else { Need::Optional },
        meaning: text(&property["description"]),
        example: example(property),
        words: words(property),
        parts: parts(property),
    };
    schema["properties"].as_object().into_iter().flatten().map(field).collect()
}

fn form(schema: &Value) -> String {
    let alternatives: Vec<String> = items(&schema["anyOf"]).map(form).collect();
    match (schema.get("items"), schema["type"].as_str()) {
        _ if !alternatives.is_empty() => alternatives.join(" or "),
        (Some(item), _) => format!("list, each a {}", form(item)),
        (None, Some("object")) => "mapping".to_owned(),
        _ => text(&schema["title"]),
    }
}

/// What the schema shows, or what follows from the parts.
fn example(schema: &Value) -> Value {
    let shown = items(&schema["examples"]).next().or_else(|| Some(&schema["oneOf"].get(0)?["const"]));
    match (shown, schema.get("items")) {
        (Some(shown), _) => shown.clone(),
        (None, Some(item)) => Value::from(vec![example(item)]),
        (None, None) => of_mapping(schema)
            .into_iter()
            .filter(|field| field.need == Need::Required)
            .map(|field| (field.name, field.example))
            .collect(),
    }
}

fn words(schema: &Value) -> Vec<(String, String)> {
    let words = items(&schema["oneOf"]).chain(items(&schema["items"]["oneOf"]));
    words.map(|word| (text(&word["const"]), text(&word["description"]))).collect()
}

fn parts(schema: &Value) -> Parts {
    let mapping = items(&schema["anyOf"]).chain([schema]).find(|schema| schema.get("properties").is_some());
    match mapping {
        Some(mapping) => Parts::OfMapping(of_mapping(mapping)),
        None if schema["items"].get("properties").is_some() => Parts::OfItems(of_mapping(&schema["items"])),
        None => Parts::None,
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A value as YAML in one line.
pub fn flow(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {}", flow(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        scalar => serde_yaml::to_string(scalar).unwrap_or_default().trim_end().to_owned(),
    }
}
