//! CSV for spreadsheets.

use std::io::{self, Write};

use mlops_catalog::model::{Fact, Release};
use mlops_catalog::{Expression, Tool};

use crate::landscape::Landscape;
use crate::output::csv::cell;

/// A table as CSV, in memory: an error of the writer would hide that of a closed pipe.
pub fn write<const N: usize>(
    heading: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(heading)?;
    for row in rows {
        writer.write_record(row.map(|text| cell(&text)))?;
    }
    out.write_all(&writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

/// Every field of tools; those of several values have `; ` between them.
pub fn tools(tools: &[&Tool], landscape: &Landscape, out: &mut dyn Write) -> io::Result<()> {
    const HEADING: [&str; 20] = [
        "id",
        "former_ids",
        "name",
        "aliases",
        "description",
        "vendor",
        "homepage",
        "repository",
        "categories",
        "license",
        "spdx",
        "released",
        "released_event",
        "year",
        "status",
        "successor",
        "history",
        "sources",
        "settled",
        "checked",
    ];
    fn text(value: Option<impl ToString>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    let row = |tool: &&Tool| {
        let of_facts = Fact::all().filter_map(|fact| Some(format!("{fact}: {}", tool.source(fact)?)));
        let of_events = tool.events().filter_map(|found| Some(format!("{found}: {}", found.event().source()?)));
        [
            tool.id().to_string(),
            itertools::join(tool.former_ids(), ";"),
            tool.name().to_owned(),
            itertools::join(tool.aliases(), "; "),
            text(tool.description()),
            text(tool.vendor()),
            text(tool.homepage()),
            text(tool.repository()),
            itertools::join(tool.categories(), ";"),
            tool.license_type().to_string(),
            tool.spdx().map_or("", Expression::as_str).to_owned(),
            text(tool.release_date()),
            text(tool.release().map(Release::event)),
            text(tool.release_year()),
            if landscape.has_statuses() { tool.status().to_string() } else { String::new() },
            text(tool.successor()),
            itertools::join(tool.events(), "; "),
            itertools::join(of_facts.chain(of_events), "; "),
            itertools::join(tool.settled(), "; "),
            text(tool.checked()),
        ]
    };
    write(HEADING, tools.iter().map(row), out)
}
