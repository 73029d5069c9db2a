//! The corpus of hostile files: time to read each and to show its problems, beside reading its bytes alone; and the memory
//! that this takes at its peak.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use mlops_catalog::load::{Loader, RenderStyle};

#[path = "../tests/it/support/corpus.rs"]
mod corpus;
#[path = "support/measure.rs"]
mod measure;

use measure::{Measured, measure};

fn main() {
    println!("{:<36} {:>9} {:>9} {:>9} {:>9} {:>12}", "", "bytes", "ms", "read, ms", "ratio", "peak bytes");
    for (name, bytes) in corpus::corpus() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("tools/hostile.yaml");
        fs::create_dir(dir.path().join("tools")).unwrap();
        fs::write(dir.path().join("catalog.yaml"), "schema: 1.0.0\nversion: 1.0.0\n").unwrap();
        fs::write(&file, &bytes).unwrap();
        let Measured { ours, theirs, ratio } =
            measure(|| shown(dir.path()), || fs::read(&file), |_, read| read.is_ok());
        let peak = allocation_counter::measure(|| drop(black_box(shown(dir.path())))).bytes_max;
        let (size, ours, theirs) = (bytes.len(), ours * 1e3, theirs * 1e3);
        println!("{name:<36} {size:>9} {ours:>9.2} {theirs:>9.3} {ratio:>9.1} {peak:>12}");
    }
}

/// What people see of the problems.
fn shown(dir: &Path) -> String {
    Loader::new().load(dir).errors().render(RenderStyle::Plain)
}
