#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| mlops_catalog_fuzz::catalog(input));
