//! Shows tools side by side.

use std::io::{self, Write};

use clap::Args;

use super::show::profiles;
use crate::arguments::Presentation;
use crate::failure::Failure;
use crate::output::profile::Profile;
use crate::output::table::table;
use crate::output::wrap::wrap;

/// Shows tools side by side
#[derive(Args)]
#[command(after_help = "A line for each fact, a column for each tool; `show` adds sources, history and alternatives.
The JSON is that of `show`.

Examples:
  mlops-catalog compare mlflow clearml
  mlops-catalog compare feast hopsworks featureform
  mlops-catalog compare kserve seldon-core --as-of 2020 --format json")]
pub struct Arguments {
    /// Ids, names or aliases, two or more
    #[arg(required = true, num_args = 2.., value_name = "TOOL")]
    tools: Vec<String>,
    #[command(flatten)]
    presentation: Presentation,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.presentation.origin.landscape()?;
        let profiles = profiles(&self.tools, &landscape)?;
        Ok(self.presentation.format.write(&profiles, side_by_side, out)?)
    }
}

/// How wide all columns are together, addresses apart.
const WIDTH: usize = 120;

fn side_by_side(profiles: &Vec<Profile<'_>>, out: &mut dyn Write) -> io::Result<()> {
    let width = (WIDTH - 14) / profiles.len();
    let narrow = |text: &str| wrap(text, width.max(20));
    let names = profiles.iter().map(|profile| profile.tool().name());
    let heading: Vec<&str> = [""].into_iter().chain(names).collect();
    let lines: Vec<_> = profiles.iter().map(Profile::lines).collect();
    let about = profiles.iter().map(|profile| narrow(profile.tool().description().unwrap_or_default()));
    let first = ["Description".to_owned()].into_iter().chain(about).collect();
    let rows = (0..lines[0].len()).map(|at| {
        let texts = lines.iter().map(|lines| narrow(&lines[at].text));
        [lines[0][at].label.to_owned()].into_iter().chain(texts).collect::<Vec<String>>()
    });
    // A line of which nothing is known of any tool says nothing.
    let known = rows.filter(|row| row[1..].iter().any(|text| !text.is_empty()));
    table(out, &heading, [first].into_iter().chain(known))
}
