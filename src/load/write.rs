//! A catalog as files.
