//! Explains how queries are written.

use std::io::Write;

use clap::Args;

use crate::failure::Failure;

/// Explains how queries are written
#[derive(Args)]
#[command(after_help = TEXT)]
pub struct Arguments;

const TEXT: &str =
    "A query is a line of conditions with spaces between them. Conditions of one key are alternatives, conditions of
different keys must all hold. `-` before a condition excludes what matches it.

  category:feature-stores           in the category, primarily or not
  category:automl,notebooks         in either
  category:automl+notebooks         in both
  stage:serving                     with a category of the stage: platforms, data, training, serving, operations,
                                    language-models
  license:open-source               of the type: open-source, source-available, public, private
  license:Apache-2.0                whose SPDX expression contains the identifier, in any case
  license:AGPL                      or an identifier that begins so: AGPL-3.0-only, AGPL-3.0-or-later
  status:active                     of the status: active, inactive, archived, discontinued
  released:2018                     released in the year
  released:2018..                   in 2018 or later
  released:2018..=2021              from 2018 to 2021, both included; 2018..2021 ends with 2020
  released:..2015                   before 2015; ..=2015 is 2015 or before
  vendor:\"Hugging Face\"             of the vendor, whatever the case, accents, spaces and punctuation
  event:acquired                    to which it happened, whenever: acquired, renamed, relicensed, donated, inactive,
                                    archived, discontinued, revived, closed-to-new-customers
  event:archived:2024               to which it happened in these years; archived:2024 is short for it
  source:missing                    with a fact for which the catalog has no source (`check` calls it unsourced)
  kubernetes                        with that in the name, an alias, the description or the vendor
  \"feature store\"                   with the phrase there; several words or phrases must all be found
  -status:discontinued              without those

Names and phrases are compared without regard to case, accents, spaces and punctuation. A vendor with a comma or a space
and a phrase with a colon need quotation marks, and so do the words AND, OR and NOT; in them, `\\` stands before a
quotation mark or itself. A tool without a year of release matches no range, an event without a date neither. Which
licenses are permissive, SPDX does not say: name those that you accept, such as license:MIT,BSD,Apache-2.0.

Commands take a query with --query, beside their other filters:

Examples:
  mlops-catalog list --query \"category:model-serving -status:discontinued kubernetes\"
  mlops-catalog timeline --query \"stage:data license:MIT,Apache-2.0\"
  mlops-catalog events --query \"vendor:Databricks\" --years 2023..";

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        Ok(writeln!(out, "{TEXT}")?)
    }
}
