//! Results for people or for programs.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;

/// How a result is written.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Table,
    Json,
}

impl Format {
    /// Writes `result`, as `table` does for people.
    pub fn write<T: Serialize>(
        self,
        result: &T,
        table: impl FnOnce(&T, &mut dyn Write) -> io::Result<()>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Self::Table => table(result, out),
            Self::Json => {
                serde_json::to_writer_pretty(&mut *out, result)?;
                writeln!(out)
            }
        }
    }
}
