//! The JSON of events: `{date, event, by | from | to, source}`.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::Date;
use super::history::{Change, ChangeKind, Event};
use super::license::License;
use super::source::Source;

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("date", &self.date)?;
        map.serialize_entry("event", &self.change.kind())?;
        match &self.change {
            Change::Acquired { by } => map.serialize_entry("by", by)?,
            Change::Renamed { from } => map.serialize_entry("from", from)?,
            Change::Relicensed { from } => map.serialize_entry("from", from)?,
            Change::Donated { to } => map.serialize_entry("to", to)?,
            _ => {}
        }
        map.serialize_entry("source", &self.source)?;
        map.end()
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Event"))]
#[serde(expecting = "an event")]
struct Written {
    #[serde(default)]
    date: Option<Date>,
    event: ChangeKind,
    #[serde(default)]
    by: Option<Cow<'static, str>>,
    #[serde(default)]
    from: Option<Former>,
    #[serde(default)]
    to: Option<Cow<'static, str>>,
    #[serde(default)]
    source: Option<Source>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(untagged, expecting = "`from` is a name or a license")]
enum Former {
    Name(Cow<'static, str>),
    License(License),
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Event {
    fn schema_name() -> Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { date, event, by, from, to, source } = Written::deserialize(deserializer)?;
        let missing = |field: &str| D::Error::custom(format!("the event `{event}` needs the field `{field}`"));
        let change = match event {
            ChangeKind::Acquired => Change::Acquired { by: by.ok_or_else(|| missing("by"))? },
            ChangeKind::Donated => Change::Donated { to: to.ok_or_else(|| missing("to"))? },
            ChangeKind::Renamed => match from {
                Some(Former::Name(from)) => Change::Renamed { from },
                _ => return Err(D::Error::custom("`renamed` needs the previous name in `from`")),
            },
            ChangeKind::Relicensed => match from {
                Some(Former::License(from)) => Change::Relicensed { from },
                _ => return Err(D::Error::custom("`relicensed` needs the previous license in `from`")),
            },
            ChangeKind::Inactive => Change::Inactive,
            ChangeKind::Archived => Change::Archived,
            ChangeKind::Discontinued => Change::Discontinued,
            ChangeKind::Revived => Change::Revived,
            ChangeKind::ClosedToNewCustomers => Change::ClosedToNewCustomers,
        };
        Ok(Self { date, change, source })
    }
}
