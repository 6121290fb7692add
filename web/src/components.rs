//! Pieces that pages are made of.

pub(crate) mod answer;
pub(crate) mod applicability;
pub(crate) mod aside;
pub(crate) mod attestation;
pub(crate) mod bulk;
pub(crate) mod choice;
pub(crate) mod confirm;
pub(crate) mod diagnostics;
pub(crate) mod document;
pub(crate) mod evidence;
pub(crate) mod field;
pub(crate) mod form;
pub(crate) mod header;
pub(crate) mod ladder;
pub(crate) mod listed;
pub(crate) mod modal;
pub(crate) mod notes;
pub(crate) mod notice;
pub(crate) mod outcome;
pub(crate) mod period;
pub(crate) mod picture;
pub(crate) mod piece;
pub(crate) mod rungs;
pub(crate) mod sample;
pub(crate) mod table;
pub(crate) mod why;
