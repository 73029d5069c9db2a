//! What JSON Schema says of the JSON of a catalog. Its values look as in catalog files.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::shape;
use crate::catalog::Catalog;
use crate::model::{
    Address, Category, ChangeKind, Date, Expression, Fact, Finding, LicenseType, ReleaseEvent, Source, Stage, Status,
    ToolId,
};

/// Each type has the form that its text has in catalog files.
macro_rules! written_as {
    ($($type:ty: $shape:ty;)*) => { $(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                <$shape>::schema_name()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$shape>::json_schema(generator)
            }
        }
    )* };
}
written_as! {
    Address: shape::Address;
    Category: shape::Category;
    ChangeKind: shape::Event;
    Expression: shape::Expression;
    Fact: shape::Line;
    Finding: shape::Finding;
    LicenseType: shape::LicenseType;
    ReleaseEvent: shape::ReleaseEvent;
    Source: shape::Source;
    ToolId: shape::Id;
}

/// A date is text here; in YAML a year may be a number.
impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        shape::Date::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = shape::Date::json_schema(generator);
        schema.insert("type".to_owned(), "string".into());
        schema.remove("minimum");
        schema.remove("maximum");
        schema
    }
}

impl Catalog {
    /// Returns the JSON Schema (draft 7) of a catalog's JSON, as text.
    ///
    /// It is generated from the types that serde reads: JSON that a catalog was written as follows it. What a catalog has
    /// beyond what is read, such as the status of a tool, follows from the rest.
    ///
    /// ```
    /// let schema = mlops_catalog::Catalog::json_schema();
    /// assert!(schema.contains(r#""released_event""#));
    /// ```
    #[must_use]
    pub fn json_schema() -> String {
        let generator = SchemaSettings::draft07().into_generator();
        let mut schema = generator.into_root_schema_for::<Self>();
        derived(&mut schema, "Tool", "status", json!({ "enum": words(Status::all().map(Status::as_str)) }));
        derived(&mut schema, "Tool", "year", json!({ "type": ["integer", "null"] }));
        derived(&mut schema, "CategoryInfo", "stage", json!({ "enum": words(Stage::all().map(Stage::as_str)) }));
        let head = json!({
            "$schema": schema.remove("$schema"),
            "title": schema.remove("title"),
            "description": "A catalog of MLOps tools: its version, its categories, its tools.",
        });
        let body = schema.as_object().cloned().unwrap_or_default();
        let keys: Map<String, Value> = head.as_object().cloned().unwrap_or_default().into_iter().chain(body).collect();
        format!("{:#}\n", Value::Object(keys))
    }
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    words.collect()
}

/// Adds what is written though it follows from the rest.
fn derived(schema: &mut Schema, of: &str, name: &str, mut form: Value) {
    form["description"] = "Follows from the rest; ignored when it is read.".into();
    let properties = schema.pointer_mut(&format!("/definitions/{of}/properties"));
    if let Some(Value::Object(properties)) = properties {
        properties.insert(name.to_owned(), form);
    }
}
