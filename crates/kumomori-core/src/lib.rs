//! Frameworks, controls, assessments and their scoring, as pure functions over plain data.
//!
//! [`evaluation::evaluate`] takes a [`library::Library`], an [`assessment::Assessment`] and a date
//! and returns an [`evaluation::Evaluation`]. Nothing here reads a file, a clock or the
//! environment, and nothing here can fail: what is wrong with an assessment comes back as
//! warnings beside the figures. The formula is written down in `docs/scoring.md`.
//!
//! The crate knows no file format but its own pack ([`pack`]).

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod assessment;
pub mod attestation;
pub mod attribute;
pub mod checks;
pub mod comparison;
pub mod control;
pub mod control_result;
pub mod date;
pub mod dimension;
pub mod evaluation;
pub mod evidence;
pub mod figures;
pub mod framework;
pub mod gap;
pub mod guide;
pub mod history;
pub mod id;
pub mod ladder;
pub mod library;
pub mod lift;
pub mod measure;
pub mod member;
pub mod merge;
pub mod migration;
pub mod order;
pub mod pack;
pub mod profile;
pub mod readiness;
mod reason;
pub mod requirement;
pub mod risk;
pub mod roadmap;
pub mod role;
pub mod sample;
pub mod schedule;
mod scope_map;
pub mod selection;
pub mod settings;
pub mod stability;
mod standing;
pub mod testimony;
pub mod text;
