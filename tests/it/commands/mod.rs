//! The commands, and the example `bake`, run from outside.

mod ask;
mod bake;
mod categories;
mod check;
mod diff;
mod events;
mod list;
mod markdown;
mod new;
mod overlap;
mod paper;
mod show;
mod site;
mod timeline;
mod usage;
mod vendors;
mod verify;
