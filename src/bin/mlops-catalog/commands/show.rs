//! Shows all that is known of tools.

use std::io::Write;

use clap::Args;

use crate::arguments::Presentation;
use crate::failure::Failure;
use crate::landscape::Landscape;
use crate::output::profile::Profile;

/// Shows all that is known of tools, with the sources
#[derive(Args)]
#[command(after_help = "A fact has its source below it, or `no source`; what a tool's own pages show needs none.
Tools are named by id, name, alias or former name, whatever the case, accents and punctuation.
To see tools side by side: mlops-catalog compare mlflow clearml

Examples:
  mlops-catalog show feast
  mlops-catalog show \"weights & biases\" comet --format json
  mlops-catalog show seldon-core --as-of 2020")]
pub struct Arguments {
    /// Ids, names or aliases
    #[arg(required = true, value_name = "TOOL")]
    tools: Vec<String>,
    #[command(flatten)]
    presentation: Presentation,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let landscape = self.presentation.origin.landscape()?;
        let profiles = profiles(&self.tools, &landscape)?;
        let show = |profiles: &Vec<Profile<'_>>, out: &mut dyn Write| {
            profiles.iter().enumerate().try_for_each(|(at, profile)| {
                if at > 0 {
                    writeln!(out, "\n{}\n", "─".repeat(80))?;
                }
                profile.write(out)
            })
        };
        Ok(self.presentation.format.write(&profiles, show, out)?)
    }
}

/// The profiles of tools by their names, in that order.
pub fn profiles<'c>(names: &[String], landscape: &'c Landscape) -> Result<Vec<Profile<'c>>, Failure> {
    let (catalog, paper) = (landscape.catalog(), mlops_catalog::Paper::embedded());
    let (errata, usage) = (paper.errata(catalog), paper.usage(catalog));
    let profile = |name: &String| Ok(Profile::of(landscape.resolve(name)?, landscape, &usage, &errata));
    names.iter().map(profile).collect()
}
