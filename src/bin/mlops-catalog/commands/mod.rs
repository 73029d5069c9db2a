//! A command, a file: its arguments, and what it does with them.
//!
//! A new one is a file here that has `Arguments` and `Arguments::run`, and below it its module, its variant and its arm.

mod ask;
mod categories;
mod check;
mod compare;
mod completions;
mod diff;
mod events;
mod list;
mod new;
mod overlap;
mod paper;
mod queries;
mod show;
mod site;
mod timeline;
mod vendors;
mod verify;

use std::io::Write;

use clap::Subcommand;

use crate::failure::Failure;

#[derive(Subcommand)]
pub enum Command {
    List(list::Arguments),
    Show(show::Arguments),
    Compare(compare::Arguments),
    Categories(categories::Arguments),
    Timeline(timeline::Arguments),
    Overlap(overlap::Arguments),
    Events(events::Arguments),
    Vendors(vendors::Arguments),
    Ask(ask::Arguments),
    Queries(queries::Arguments),
    Paper(paper::Arguments),
    Check(check::Arguments),
    Verify(verify::Arguments),
    Diff(diff::Arguments),
    New(new::Arguments),
    Site(site::Arguments),
    Completions(completions::Arguments),
}

impl Command {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::List(arguments) => arguments.run(out),
            Self::Show(arguments) => arguments.run(out),
            Self::Compare(arguments) => arguments.run(out),
            Self::Categories(arguments) => arguments.run(out),
            Self::Timeline(arguments) => arguments.run(out),
            Self::Overlap(arguments) => arguments.run(out),
            Self::Events(arguments) => arguments.run(out),
            Self::Vendors(arguments) => arguments.run(out),
            Self::Ask(arguments) => arguments.run(out),
            Self::Queries(arguments) => arguments.run(out),
            Self::Paper(arguments) => arguments.run(out),
            Self::Check(arguments) => arguments.run(out),
            Self::Verify(arguments) => arguments.run(out),
            Self::Diff(arguments) => arguments.run(out),
            Self::New(arguments) => arguments.run(out),
            Self::Site(arguments) => arguments.run(out),
            Self::Completions(arguments) => arguments.run(out),
        }
    }
}
