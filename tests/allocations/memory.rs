//! Memory of reading a catalog directory: of so few files that one thread reads them, the one that is counted.

#[path = "../../benches/support/files.rs"]
mod files;

use allocation_counter::measure;
use mlops_catalog::Catalog;

#[test]
fn memory_of_reading_is_six_times_the_text_at_most() {
    let texts = files::texts(60);
    let text: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let dir = files::directory(&texts);
    let mut catalog = None;
    let measured = measure(|| catalog = Some(Catalog::from_dir(dir.path()).unwrap()));
    assert_eq!(catalog.unwrap().len(), 60);
    let peak = usize::try_from(measured.bytes_max).unwrap();
    assert!((text..6 * text).contains(&peak), "{peak} bytes for {text} bytes of text");
}
