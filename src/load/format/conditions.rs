//! What must hold between the fields of one mapping, as JSON Schema says it.

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::model::{Category, ChangeKind, LicenseType, Stage};

/// Which category belongs to which stage.
pub(crate) fn of_categories(schema: &mut Schema) {
    let rules = Stage::all().map(|stage| {
        let ids: Vec<_> = Category::all().filter(|id| id.stage() == stage).map(Category::as_str).collect();
        when("id", &ids, json!({"properties": {"stage": {"const": stage.as_str()}}}))
    });
    schema.insert("allOf".to_owned(), rules.collect());
}

/// Which types of license have an expression: open-source licenses must, public and private ones must not.
pub(crate) fn of_licenses(schema: &mut Schema) {
    let is_closed = |word: &LicenseType| !word.has_expression();
    let closed: Vec<_> = LicenseType::all().filter(is_closed).map(LicenseType::as_str).collect();
    let rule = when("type", &closed, json!({"properties": {"spdx": false}}));
    let open_source = when("type", &[LicenseType::OpenSource.as_str()], json!({"required": ["spdx"]}));
    schema.insert("allOf".to_owned(), json!([open_source, rule]));
}

/// Which fields belong to which event.
pub(crate) fn of_events(schema: &mut Schema) {
    let fields = ["by", "from", "to"];
    let rules = [Some("by"), Some("from"), Some("to"), None].map(|own| {
        let kinds: Vec<_> = ChangeKind::all().filter(|kind| kind.field() == own).map(ChangeKind::as_str).collect();
        let others = fields.iter().filter(|field| Some(**field) != own);
        let others: Map<_, _> = others.map(|field| ((*field).to_owned(), Value::from(false))).collect();
        when("event", &kinds, json!({"required": own.as_slice(), "properties": others}))
    });
    let former = [(ChangeKind::Renamed, "string"), (ChangeKind::Relicensed, "object")];
    let former =
        former.map(|(kind, form)| when("event", &[kind.as_str()], json!({"properties": {"from": {"type": form}}})));
    schema.insert("allOf".to_owned(), rules.into_iter().chain(former).collect());
}

/// What holds where a field is one of these words; a pattern, since editors show an `enum` as all that is allowed.
fn when(field: &str, words: &[&str], then: Value) -> Value {
    let pattern = format!("^({})$", words.join("|"));
    json!({"if": {"required": [field], "properties": {field: {"type": "string", "pattern": pattern}}}, "then": then})
}
