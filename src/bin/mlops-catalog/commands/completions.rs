//! Writes the completions of a shell.

use std::io::Write;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::failure::Failure;

/// Writes the completion script for a shell
#[derive(Args)]
#[command(after_help = "Examples:
  mlops-catalog completions bash > ~/.local/share/bash-completion/completions/mlops-catalog
  mlops-catalog completions zsh > ~/.zfunc/_mlops-catalog
  mlops-catalog completions fish > ~/.config/fish/completions/mlops-catalog.fish")]
pub struct Arguments {
    /// The shell that completes
    #[arg(value_enum)]
    shell: Shell,
}

impl Arguments {
    pub fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let mut command = crate::Arguments::command();
        // In memory: `generate` panics where the output is a closed pipe.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, env!("CARGO_BIN_NAME"), &mut script);
        Ok(out.write_all(&script)?)
    }
}
