//! Running git on repositories of strangers.

use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// Why git gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// It is not installed, or cannot be run.
    #[error("git cannot be run: {0}; install it")]
    Missing(#[source] io::Error),
    /// It took too long.
    #[error("git took longer than {} seconds and was ended", .0.as_secs())]
    TimedOut(Duration),
    /// Its answer is larger than any answer that is expected.
    #[error("git's answer is larger than {} MiB", .0 / 1024 / 1024)]
    TooLarge(u64),
    /// It failed, and this is what it said.
    #[error("git failed: {0}")]
    Failed(String),
}

/// How long git may take, and how much it may say.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub time: Duration,
    pub bytes: u64,
}

/// For what is on this machine.
pub const LOCAL: Limits = Limits { time: Duration::from_secs(120), bytes: 256 * 1024 * 1024 };

/// For what comes from the network.
pub const REMOTE: Limits = Limits { time: Duration::from_secs(30 * 60), bytes: 1024 * 1024 };

/// Settings that stand above those of a repository: nothing of it is run, nothing is asked, nothing leads elsewhere.
const SETTINGS: [&str; 13] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "core.pager=cat",
    // A repository can bring a commit graph that differs from its commits.
    "core.commitGraph=false",
    "log.showSignature=false",
    "credential.helper=",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "maintenance.auto=false",
    // A host that sends nothing for a minute is given up.
    "http.lowSpeedLimit=1000",
    "http.lowSpeedTime=60",
];

/// Where git may get objects from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    Nowhere,
    Https,
    /// A directory of this machine, which whoever runs the command named.
    File,
}

/// What git answers to a command in the git directory `dir`, given `input`.
pub fn git(dir: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, GitError> {
    run(command(Some(dir), Transport::Nowhere).args(arguments), input, LOCAL)
}

/// What git answers to a command that gets something from elsewhere.
pub fn git_from(
    transport: Transport,
    dir: Option<&Path>,
    arguments: &[&str],
    input: &[u8],
) -> Result<Vec<u8>, GitError> {
    run(command(dir, transport).args(arguments), input, REMOTE)
}

fn command(dir: Option<&Path>, transport: Transport) -> Command {
    let mut git = Command::new("git");
    // What the environment says of repositories, objects, editors and helpers is not for these.
    let foreign = std::env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy().to_ascii_uppercase();
        name.starts_with("GIT_") || name.starts_with("SSH_")
    });
    foreign.for_each(|name| {
        git.env_remove(name);
    });
    git.envs([
        // Names and passwords may be there.
        ("HOME", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_ASKPASS", ""),
        ("SSH_ASKPASS", ""),
        ("GIT_OPTIONAL_LOCKS", "0"),
        // Objects that a copy lacks are asked for together, or not at all.
        ("GIT_NO_LAZY_FETCH", "1"),
        // A repository can say that one commit stands for another.
        ("GIT_NO_REPLACE_OBJECTS", "1"),
        ("GIT_GRAFT_FILE", "/dev/null"),
        ("GIT_ATTR_NOSYSTEM", "1"),
        ("LC_ALL", "C"),
        ("GIT_ALLOW_PROTOCOL", transport.protocol()),
    ]);
    SETTINGS.iter().for_each(|setting| {
        git.args(["-c", setting]);
    });
    if let Some(dir) = dir {
        git.arg("--git-dir").arg(dir);
    }
    git
}

impl Transport {
    /// As git lists what it may use; a name that is no protocol allows none.
    fn protocol(self) -> &'static str {
        match self {
            Self::Nowhere => "none",
            Self::Https => "https",
            Self::File => "file",
        }
    }
}

fn run(command: &mut Command, input: &[u8], limits: Limits) -> Result<Vec<u8>, GitError> {
    let mut git = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(GitError::Missing)?;
    let started = Instant::now();
    let (Some(mut stdin), Some(stdout), Some(stderr)) = (git.stdin.take(), git.stdout.take(), git.stderr.take()) else {
        return Err(GitError::Failed("its input and output are not there".to_owned()));
    };
    let input = input.to_owned();
    // Whether git wants to read all of it shows in what it answers.
    thread::spawn(move || stdin.write_all(&input).ok());
    let (answer, errors) = (read(stdout, limits.bytes), read(stderr, ERRORS));
    let answer = answer.recv_timeout(limits.time);
    let within = matches!(&answer, Ok(answer) if answer.len() as u64 <= limits.bytes);
    let status = if within { wait(&mut git, limits.time.saturating_sub(started.elapsed())) } else { None };
    if status.is_none() {
        // It may have ended by itself meanwhile.
        git.kill().ok();
        git.wait().ok();
    }
    match (answer, status) {
        (Err(RecvTimeoutError::Timeout), _) => Err(GitError::TimedOut(limits.time)),
        (Err(RecvTimeoutError::Disconnected), _) => Err(GitError::Failed("its answer cannot be read".to_owned())),
        (Ok(_), None) if within => Err(GitError::TimedOut(limits.time)),
        (Ok(_), None) => Err(GitError::TooLarge(limits.bytes)),
        (Ok(answer), Some(status)) if status.success() => Ok(answer),
        (Ok(_), Some(status)) => {
            let said = errors.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
            Err(GitError::Failed(reason(&said).unwrap_or_else(|| status.to_string())))
        }
    }
}

/// Of what git complains of, so much is kept.
const ERRORS: u64 = 64 * 1024;

/// Everything that is written, up to one byte more than `limit`.
fn read(from: impl Read + Send + 'static, limit: u64) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is all that there is.
        from.take(limit + 1).read_to_end(&mut bytes).ok();
        // Nobody waits any more when the time is over.
        sender.send(bytes).ok();
    });
    receiver
}

/// The status with which it ends in that time.
fn wait(git: &mut Child, time: Duration) -> Option<ExitStatus> {
    let until = Instant::now() + time;
    loop {
        match git.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(1)),
            _ => return None,
        }
    }
}

/// The line that says why, without what a terminal would obey.
fn reason(said: &[u8]) -> Option<String> {
    let said = String::from_utf8_lossy(said);
    let mut lines = said.lines().filter(|line| !line.trim().is_empty());
    let fatal = lines.clone().find(|line| line.starts_with("fatal: "));
    let line = fatal.or_else(|| lines.next_back())?;
    Some(line.chars().filter(|c| !c.is_control()).take(200).collect())
}
