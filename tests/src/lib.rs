//! Suites over the whole of Kumomori.
//!
//! [`naive`] is a second evaluator, written from `docs/scoring.md` alone and as plainly as
//! possible, and [`random`] makes small libraries and assessments to compare the two on.
//! [`naive_check`] does the same for the check language of `docs/checks.md`.
//! [`fuzz`] feeds readers with damaged inputs, [`probe`] asks what they kept.
//! [`plain`] has the smallest of each, to build others from, and [`readings`] the levels that
//! laws are about. [`policies`] reads what the packed library does not have.

#![expect(
    missing_docs,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test support: a wrong step should fail the test that made it"
)]

pub mod fuzz;
pub mod naive;
pub mod naive_check;
pub mod plain;
pub mod policies;
pub mod probe;
pub mod random;
pub mod readings;
