//! Shows the survey paper as printed: its tables of tools, survey, cases, references; and what it prints wrong.

use std::collections::BTreeSet;
use std::io::{self, Write};

use clap::{Args, Subcommand};
use mlops_catalog::model::{Source, nearest};
use mlops_catalog::paper::{Case, Erratum, Platform, Question, Reference, Table};
use mlops_catalog::{Catalog, Paper};

use crate::failure::Failure;
use crate::output::format::Format;
use crate::output::{count, question, table, wrap};

/// Shows the survey paper as printed, and what it prints wrong
#[derive(Args)]
#[command(arg_required_else_help = false)]
#[command(after_help = "Examples:
  mlops-catalog paper tables 6
  mlops-catalog paper survey figure-7
  mlops-catalog paper errata --format json")]
pub struct Arguments {
    #[command(subcommand)]
    part: Part,
    /// How the part is written
    #[arg(long, value_enum, default_value = "table", global = true)]
    format: Format,
}

#[derive(Subcommand)]
enum Part {
    /// Tables 1 to 9: tools with their type and year
    Tables {
        /// Only the table of this number
        #[arg(value_name = "N", value_parser = table_number)]
        number: Option<u8>,
    },
    /// The survey's questions, with inconsistent numbers
    Survey {
        /// Only the question that this table or figure shows, such as table-12 or figure-7
        #[arg(value_name = "ID", value_parser = question_id)]
        question: Option<&'static Question>,
    },
    /// Section J: companies and their platforms
    Cases,
    /// The works that the paper cites
    References,
    /// Differences between the printed tables and the catalog
    Errata,
}

/// The width of running text.
const WIDTH: usize = 80;

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let (paper, format) = (Paper::embedded(), self.format);
        Ok(match self.part {
            Part::Tables { number } => {
                let is_asked_for = |table: &&Table| number.is_none_or(|number| table.number() == number);
                let tables: Vec<&Table> = paper.tables().filter(is_asked_for).collect();
                format.write(&tables, |tables, out| tables.iter().try_for_each(|table| show(table, out)), out)
            }
            Part::Survey { question } => {
                let questions: Vec<&Question> = question.map_or_else(|| paper.survey().collect(), |one| vec![one]);
                let show = |questions: &Vec<&Question>, out: &mut dyn Write| {
                    questions.iter().try_for_each(|question| question::question(question, out))
                };
                format.write(&questions, show, out)
            }
            Part::Cases => format.write(&paper.cases().collect(), cases, out),
            Part::References => format.write(&paper.references().collect(), references, out),
            Part::Errata => format.write(&paper.errata(Catalog::embedded()), errata, out),
        }?)
    }
}

fn table_number(text: &str) -> Result<u8, String> {
    let number = text.parse().ok().filter(|&number| Paper::embedded().table(number).is_some());
    number.ok_or_else(|| format!("the paper has no table of tools `{text}`; its tables are numbered 1 to 9"))
}

fn question_id(text: &str) -> Result<&'static Question, String> {
    let exhibit = text.parse().ok();
    exhibit.and_then(|exhibit| Paper::embedded().question(exhibit)).ok_or_else(|| {
        let known: Vec<String> =
            Paper::embedded().survey().flat_map(Question::exhibits).map(|exhibit| exhibit.to_string()).collect();
        let help = match nearest(text, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}", known.join(", ")),
        };
        format!("the survey has no question `{text}`; {help}")
    })
}

fn show(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "Table {}: {}\n", table.number(), table.title())?;
    let rows = table.rows().map(|row| {
        let year = row.released().map(|year| year.to_string()).unwrap_or_default();
        vec![row.name().to_owned(), row.printed_type().to_string(), year, row.tool().to_string()]
    });
    table::table(out, &["Name", "Type", "#Year", "Tool"], rows)?;
    writeln!(out, "\n{}", count::count(table.rows().len(), "row"))?;
    writeln!(out)
}

fn cases(cases: &Vec<&Case>, out: &mut dyn Write) -> io::Result<()> {
    let lines = |case: &Case, line: fn(&Platform) -> String| case.platforms().map(line).collect::<Vec<_>>().join("\n");
    let rows = cases.iter().map(|case| {
        let platforms = lines(case, |platform| format!("{} {}", platform.role(), platform.name()));
        let tools = lines(case, |platform| platform.tool().map(ToString::to_string).unwrap_or_default());
        let references = case.references().iter().map(|number| format!("[{number}]")).collect();
        vec![case.company().to_owned(), platforms, tools, references]
    });
    table::table(out, &["Company", "What it did", "Tool", "References"], rows)
}

fn references(references: &Vec<&Reference>, out: &mut dyn Write) -> io::Result<()> {
    const INDENT: &str = "     ";
    references.iter().try_for_each(|reference| {
        let lines = wrap::wrap(&reference.to_string(), WIDTH - INDENT.len());
        writeln!(out, "{}", lines.replace('\n', &format!("\n{INDENT}")))
    })
}

fn errata(errata: &Vec<Erratum<'_>>, out: &mut dyn Write) -> io::Result<()> {
    // Many categories are more than one line.
    const TRUTH: usize = 30;
    let rows = errata.iter().map(|erratum| {
        let mismatch = erratum.mismatch();
        vec![
            erratum.table().to_string(),
            erratum.row().to_string(),
            erratum.tool().to_string(),
            mismatch.fact().to_string(),
            mismatch.printed().into_owned(),
            wrap::wrap(&mismatch.truth(), TRUTH),
            erratum.source().map_or("unsourced", Source::as_str).to_owned(),
        ]
    });
    table::table(out, &["#Table", "#Row", "Tool", "What", "Printed", "True", "Source"], rows)?;
    let rows: BTreeSet<_> = errata.iter().map(|erratum| (erratum.table(), erratum.row())).collect();
    writeln!(out, "\n{} in {}", count::count(errata.len(), "difference"), count::count(rows.len(), "row"))
}
