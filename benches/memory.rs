//! Memory of reading a catalog directory, beside the bytes of its texts. One thread is counted, so that it must be the
//! only one.

use std::thread;

use allocation_counter::measure;
use mlops_catalog::Catalog;

#[path = "support/files.rs"]
mod files;

fn main() {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    assert_eq!(threads, 1, "files are read on {threads} threads here; run it on one, with `taskset -c 0`");
    println!(
        "{:>7} {:>12} {:>12} {:>12} {:>7} {:>16}",
        "tools", "text", "peak", "peak to text", "limit", "bytes per tool"
    );
    for size in [1_000, 10_000] {
        let texts = files::texts(size);
        let text: usize = texts.iter().map(|(_, text)| text.len()).sum();
        let dir = files::directory(&texts);
        let mut catalog = None;
        let read = || catalog = Some(Catalog::from_dir(dir.path()).unwrap_or_else(|error| panic!("{error}")));
        let measured = measure(read);
        let (peak, kept) = (measured.bytes_max, measured.bytes_current);
        let (to_text, per_tool) = (peak as f64 / text as f64, kept as f64 / size as f64);
        println!("{size:>7} {text:>12} {peak:>12} {to_text:>12.2} {:>7.1} {per_tool:>16.0}", 6.0);
    }
}
