//! The commands, and the example `bake`, run from outside.

mod ask;
mod bake;
mod check;
mod diff;
mod list;
mod new;
mod overlap;
mod paper;
mod timeline;
mod usage;
mod verify;
