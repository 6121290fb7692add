//! Suites over the whole of Kumomori.
//!
//! [`naive`] is a second evaluator, written from `docs/scoring.md` alone and as plainly as
//! possible, and [`random`] makes small libraries and assessments to compare the two on.
//! [`plain`] has the smallest of each, to build others from.

#![expect(
    missing_docs,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test support: a wrong step should fail the test that made it"
)]

pub mod naive;
pub mod plain;
pub mod random;
